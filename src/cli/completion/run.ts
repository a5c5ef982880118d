/** `pagefix completion`: what the build has written for a shell (`write-completion.ts`), so that a shell starts fast. */
import { readFileSync } from "node:fs";
import { Argument, type Command } from "commander";
import { DONE } from "../exit-codes.ts";
import { openStandardOutput } from "../output.ts";
import { newCommand, readOrTold } from "../vocabulary.ts";
import { SHELLS } from "./grammar.ts";

const EXAMPLES = `
Once, in the shell at hand:
  source <(pagefix completion bash)     bash
  source <(pagefix completion zsh)      zsh, behind compinit
  pagefix completion fish | source      fish

For good, the same line in ~/.bashrc, ~/.zshrc or ~/.config/fish/config.fish.

Exit codes: 0 done; 2 wrong usage.`;

export function completionCommand(): Command {
  return newCommand("pagefix completion")
    .description("Print what completes pagefix in a shell.")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .allowExcessArguments(false)
    .addHelpText("after", EXAMPLES);
}

/** Gives the exit code. */
export async function completion(argv: readonly string[]): Promise<number> {
  const shell = readOrTold(() => completionCommand().parse(argv, { from: "user" }).args[0] as string);
  if (typeof shell === "number") return shell;
  const file = new URL(`../../command/completion.${shell}`, import.meta.url);
  await openStandardOutput().write(readFileSync(file, "utf8"));
  return DONE;
}
