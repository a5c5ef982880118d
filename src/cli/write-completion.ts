/** Writes the completions for shells into the folder that is named: for the build, not part of the command. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkCommand } from "./check/options.ts";
import { bashCompletion } from "./completion/bash.ts";
import { fishCompletion } from "./completion/fish.ts";
import { grammarOf, type Shell } from "./completion/grammar.ts";
import { completionCommand } from "./completion/run.ts";
import { zshCompletion } from "./completion/zsh.ts";
import { decisionsCommand } from "./decisions/list.ts";
import { undoCommand } from "./decisions/undo.ts";
import { evalCommand } from "./eval/options.ts";
import { explainCommand } from "./explain/run.ts";
import { pagefixCommand } from "./options.ts";
import { streamCommand } from "./stream/options.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder to write to");

const grammar = grammarOf(pagefixCommand(), [
  explainCommand(),
  decisionsCommand(),
  undoCommand(),
  checkCommand(),
  evalCommand(),
  streamCommand(),
  completionCommand(),
]);
const completions: Readonly<Record<Shell, string>> = {
  bash: bashCompletion(grammar),
  zsh: zshCompletion(grammar),
  fish: fishCompletion(grammar),
};
for (const [shell, text] of Object.entries(completions))
  writeFileSync(join(folder, `completion.${shell}`), text);
