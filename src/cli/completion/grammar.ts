/** What may stand on the command line, as completions need it: read off the definitions of the commands. */
import type { Command } from "commander";

export interface Grammar {
  /** The plain run, whose name is that of the program. */
  readonly plain: CommandGrammar;
  readonly commands: readonly CommandGrammar[];
}

export interface CommandGrammar {
  /** The word for it: `check`. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionGrammar[];
  /** What its arguments are. */
  readonly value: Value;
}

export interface OptionGrammar {
  /** As it is typed: `-o`, `--output`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Null for one that takes none. */
  readonly value: Value | null;
}

/** One of a few words, a name of a file, or what nobody can guess. */
export type Value = readonly string[] | "file" | "free";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** Names of values in a definition (`--output <file>`) that are paths. */
const PATHS = /^<(?:file|folder|list)>$/;

export function grammarOf(plain: Command, commands: readonly Command[]): Grammar {
  return { plain: commandGrammar(plain), commands: commands.map(commandGrammar) };
}

function commandGrammar(command: Command): CommandGrammar {
  const [argument] = command.registeredArguments;
  return {
    name: command.name().replace(/^pagefix /, ""),
    description: command.description(),
    options: command.createHelp().visibleOptions(command).map(optionGrammar),
    value: argument ? (argument.argChoices ?? "file") : "free",
  };
}

function optionGrammar({ short, long, flags, description, argChoices }: Help[number]): OptionGrammar {
  const at = flags.indexOf("<");
  const value = at < 0 ? undefined : flags.slice(at);
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    description,
    value: value === undefined ? null : (argChoices ?? (PATHS.test(value) ? "file" : "free")),
  };
}

type Help = ReturnType<ReturnType<Command["createHelp"]>["visibleOptions"]>;
