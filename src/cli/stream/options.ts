/** The command line of `pagefix stream`. */
import type { Command } from "commander";
import {
  count,
  newCommand,
  type Reading,
  readOrTold,
  refuseSharedDecisions,
  withDocumentOptions,
} from "../vocabulary.ts";

export interface StreamSettings extends Reading {
  readonly jobs: number;
}

const EXAMPLES = `
Each line of the input is a page. Each is answered by a line, in their order:
  {"id": …, "text": …}            the text itself
  {"id": …, "path": …}            a file
  {"id": …, "documents": […]}     the answer
  {"id": …, "error": {"line": …, "problem": …, "advice": …}}   or why not

Examples:
  jq -c '{id: .page, text: .ocr}' pages.ndjson | pagefix stream > out.ndjson
  find scans -name '*.xml' | jq -Rc '{id: ., path: .}' | pagefix stream --jobs 4

Exit codes: 0 every line is answered, also by an error; 1 the answers could not
be written; 2 wrong usage.`;

/** What the arguments ask for; or the exit code, where the answer has been printed already. */
export function readStreamArguments(argv: readonly string[]): StreamSettings | number {
  return readOrTold(() => {
    const command = streamCommand().parse(argv, { from: "user" });
    refuseSharedDecisions(command, true);
    const fixed = { strict: false, keepTypography: false, edits: false, validate: false };
    return { ...fixed, jobs: 1, ...command.opts<Partial<StreamSettings>>() };
  });
}

export function streamCommand(): Command {
  const command = newCommand("pagefix stream")
    .description("Answer pages on standard input with their documents on standard output, as NDJSON.")
    .allowExcessArguments(false)
    .option("-j, --jobs <n>", "work on so many pages at once (default: 1)", count);
  return withDocumentOptions(command)
    .option("--edits", "put the log of every edit into the documents")
    .option("--confidence", "say in the documents how likely each role and each article is right")
    .addHelpText("after", EXAMPLES);
}
