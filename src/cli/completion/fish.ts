/** Completion in fish. */
import type { CommandGrammar, Grammar, OptionGrammar } from "./grammar.ts";

export function fishCompletion({ plain, commands }: Grammar): string {
  const any = commands.map(({ name }) => name).join(" ");
  const lines = [
    "# Completion of pagefix for fish: pagefix completion fish | source",
    ...commands.map(
      ({ name, description }) =>
        `complete -c pagefix -n __fish_is_first_arg -a ${name} -d ${quoted(description)}`,
    ),
    ...optionLines(plain, `not __fish_seen_subcommand_from ${any}`),
    ...commands.flatMap((command) => commandLines(command)),
  ];
  return `${lines.join("\n")}\n`;
}

function commandLines(command: CommandGrammar): string[] {
  const where = `__fish_seen_subcommand_from ${command.name}`;
  const { value } = command;
  const words =
    typeof value === "string"
      ? []
      : [`complete -c pagefix -n ${quoted(where)} -f -a ${quoted(value.join(" "))}`];
  return [...words, ...optionLines(command, where)];
}

function optionLines({ options }: CommandGrammar, where: string): string[] {
  return options.map((option) => `complete -c pagefix -n ${quoted(where)} ${optionWords(option)}`);
}

function optionWords({ flags, description, value }: OptionGrammar): string {
  const names = flags.map((flag) => flag.replace(/^--/, "-l ").replace(/^-(?=\w$)/, "-s "));
  const words = [...names, "-d", quoted(description)];
  if (value === "file") words.push("-r -F");
  else if (value === "free") words.push("-x");
  else if (value !== null) words.push("-x -a", quoted(value.join(" ")));
  return words.join(" ");
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}
