/** Completion in bash, from 3.2 on, which macOS has. */
import type { CommandGrammar, Grammar, OptionGrammar, Value } from "./grammar.ts";

/** Where nothing is offered, bash completes names of files (`-o default`). */
export function bashCompletion({ plain, commands }: Grammar): string {
  const names = commands.map(({ name }) => name);
  return `# Completion of pagefix for bash: source <(pagefix completion bash)
_pagefix() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command=${plain.name} words= word
  COMPREPLY=()
  # --option=value comes as three words.
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD > 1)); then
    case \${COMP_WORDS[1]} in ${names.join(" | ")}) command=\${COMP_WORDS[1]} ;; esac
  fi
  case $command:$prev in
${[plain, ...commands].flatMap(valueCases).join("\n")}
    *)
      case $command:$cur in
${[plain, ...commands].map(optionCase).join("\n")}
${commands.flatMap(argumentCase).join("\n")}
        ${plain.name}:*)
          if ((COMP_CWORD == 1)); then
            words='${names.join(" ")}'
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
          fi ;;
      esac ;;
  esac
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$cur")
}
complete -o default -o filenames -F _pagefix pagefix
`;
}

/** A branch for each option with words for its value, and one for all others: there bash offers files. */
function valueCases(command: CommandGrammar): string[] {
  const taking = command.options.filter(({ value }) => value !== null);
  const patterns = ({ flags }: OptionGrammar) => flags.map((flag) => `${command.name}:${flag}`);
  const open = taking.filter(({ value }) => typeof value === "string");
  const chosen = taking.filter((option) => !open.includes(option));
  return [
    ...chosen.map((option) => `    ${patterns(option).join(" | ")}) words='${wordsOf(option.value)}' ;;`),
    ...(open.length === 0 ? [] : [`    ${open.flatMap(patterns).join(" | ")}) ;;`]),
  ];
}

function optionCase({ name, options }: CommandGrammar): string {
  return `        ${name}:-*) words='${options.map(({ flags }) => flags.at(-1)).join(" ")}' ;;`;
}

function argumentCase({ name, value }: CommandGrammar): string[] {
  const words = wordsOf(value);
  return words === "" ? [] : [`        ${name}:*) words='${words}' ;;`];
}

function wordsOf(value: Value | null): string {
  return typeof value === "object" ? (value?.join(" ") ?? "") : "";
}
