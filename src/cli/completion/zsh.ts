/** Completion in zsh, by its `_arguments`. */
import type { CommandGrammar, Grammar, OptionGrammar, Value } from "./grammar.ts";

export function zshCompletion({ plain, commands }: Grammar): string {
  const described = commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`);
  return `#compdef pagefix
# Completion of pagefix for zsh: source <(pagefix completion zsh), behind compinit
_pagefix() {
  local -a commands
  commands=(
${described.join("\n")}
  )
  if ((CURRENT > 2)); then
    case $words[2] in
${commands.map(commandCase).join("\n")}
    esac
  fi
  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
    _describe command commands
  fi
  ${call(plain, 2)}
}
compdef _pagefix pagefix
`;
}

function commandCase(command: CommandGrammar): string {
  return `      ${command.name})
        shift words
        ((CURRENT--))
        ${call(command, 8)}
        return ;;`;
}

function call({ options, value }: CommandGrammar, indent: number): string {
  const rest = value === "free" ? [] : [quoted(`*:${valueSpec(value)}`)];
  return ["_arguments", ...options.map(optionSpec), ...rest].join(` \\\n${" ".repeat(indent + 2)}`);
}

function optionSpec({ flags, description, value }: OptionGrammar): string {
  const what = `[${description.replace(/[[\]:\\]/g, "\\$&")}]${value === null ? "" : `:${valueSpec(value)}`}`;
  const [only = "", ...others] = flags;
  return others.length === 0
    ? `${only}${quoted(what)}`
    : `'(${flags.join(" ")})'{${flags.join(",")}}${quoted(what)}`;
}

function valueSpec(value: Value): string {
  if (value === "file") return "file:_files";
  return value === "free" ? "value: " : `value:(${value.join(" ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
