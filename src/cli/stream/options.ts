/** The command line of `pagefix stream`. */
import { type Command, CommanderError } from "commander";
import { count, encoding, language, newCommand, type Reading } from "../vocabulary.ts";

export interface StreamSettings extends Reading {
  readonly jobs: number;
}

const EXAMPLES = `
Each line of the input is a page: {"id": …, "text": …}, or {"id": …, "path": …} for a file. Each is answered by a line, in
their order: {"id": …, "documents": […]}, or {"id": …, "error": {"line": …, "problem": …, "advice": …}}.

Example:
  jq -c '{id: .page, text: .ocr}' pages.ndjson | pagefix stream > documents.ndjson

Exit codes: 0 every line is answered, also by an error; 1 the answers could not be written; 2 wrong usage.`;

/** What the arguments ask for; or the exit code, where the answer has been printed already. */
export function readStreamArguments(argv: readonly string[]): StreamSettings | number {
  const command = define();
  try {
    command.parse(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const fixed = { strict: false, keepTypography: false, edits: false, validate: false };
  return { ...fixed, jobs: 1, ...command.opts<Partial<StreamSettings>>() };
}

function define(): Command {
  return newCommand("pagefix stream")
    .description("Answer pages on standard input with their documents on standard output, as NDJSON.")
    .allowExcessArguments(false)
    .option("-j, --jobs <n>", "work on so many pages at once (default: 1)", count)
    .option("--encoding <name>", "encoding of the files (default: found from their bytes)", encoding)
    .option("--lang <tag>", "language of the text, e.g. zh-Hant (default: found from the text)", language)
    .option("--strict", "fail on bytes that mean nothing in the encoding")
    .option("--gap-mark <text>", "what stands for missing text; '' for nothing (default: […])")
    .option("--keep-typography", "leave punctuation, quotes and spacing as they are")
    .option("--edits", "put the log of every edit into the documents")
    .addHelpText("after", EXAMPLES);
}
