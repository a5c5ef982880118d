/** `pagefix explain`: each repair in its context, and why. */
import type { Command } from "commander";
import { DONE, FAILED } from "../exit-codes.ts";
import { nameInputs } from "../inputs.ts";
import { fixInput } from "../job.ts";
import { openMessages } from "../messages.ts";
import { openStandardOutput } from "../output.ts";
import { choosePaint } from "../paint.ts";
import { positionsIn } from "../position.ts";
import { printable } from "../printable.ts";
import { failureOf, readProblem } from "../problems.ts";
import { summary } from "../summary.ts";
import {
  newCommand,
  type Reading,
  readOrTold,
  refuseSharedDecisions,
  withDocumentOptions,
} from "../vocabulary.ts";
import { explainPage } from "./report.ts";

interface ExplainSettings extends Reading {
  readonly inputs: readonly string[];
  readonly all: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

const EXAMPLES = `
Gaps, overlaps and uncertain places come first. A seam is shown as tail ┃ head
(joined), tail ¶ head (left apart) or tail … head (text is missing), with what
came second and the terms of the sum: nats, positive in favour of joining.

Examples:
  pagefix explain page.txt                 in the terminal
  pagefix page.txt --explain -o page.json  the same as data
  pagefix page.txt -o page.html            the same in a browser

Exit codes: 0 done; 1 a page failed; 2 wrong usage.`;

export function explainCommand(): Command {
  const command = newCommand("pagefix explain")
    .description("Show each repair of a page in its context, what spoke for it and what came second.")
    .argument("[inputs...]", "files, folders, globs, or - for standard input")
    .option("--all", "show every term, every line end and every character that was replaced");
  return withDocumentOptions(command)
    .option("-q, --quiet", "print explanations and errors only")
    .option("--no-color", "no colours")
    .addHelpText("after", EXAMPLES);
}

function readExplainArguments(argv: readonly string[]): ExplainSettings | number {
  return readOrTold(() => {
    const command = explainCommand().parse(argv, { from: "user" });
    refuseSharedDecisions(command, command.args.length > 1);
    const fixed = { strict: false, keepTypography: false, validate: false, all: false, quiet: false };
    const given = command.opts<Partial<ExplainSettings> & { readonly color: boolean }>();
    return { ...fixed, ...given, edits: true, explain: true, inputs: command.args };
  });
}

/** Gives the exit code. */
export async function explain(argv: readonly string[]): Promise<number> {
  const settings = readExplainArguments(argv);
  if (typeof settings === "number") return settings;
  const messages = await openMessages(settings);
  const { inputs, unmatched } = await nameInputs(settings.inputs, undefined, undefined);
  for (const { name, error } of unmatched) messages.failure(failureOf(error, name, readProblem));
  const output = openStandardOutput();
  const paint = await choosePaint(settings.color, isSeen);
  let failed = unmatched.length;
  for (const input of inputs) {
    try {
      const { documents, text: source } = await fixInput(input, settings);
      // Offsets in a layout file speak of the lines that were read, not of its markup: there is no place to name.
      const isText = documents[0]?.source.format === "text";
      const text = isText ? source : "";
      const place = isText ? positionsIn(text) : () => "";
      for (const document of documents) {
        const head = `${paint.bold(printable(input.name))}: ${summary([document])}\n\n`;
        await output.write(`${head}${explainPage(document, { paint, all: settings.all, place, text })}\n`);
      }
    } catch (error) {
      failed++;
      messages.failure(failureOf(error, input.name, readProblem));
    }
  }
  return failed > 0 ? FAILED : DONE;
}

/** FORCE_COLOR asks for colours behind a pipe: `less -R` keeps them. */
function isSeen(): boolean {
  return Boolean(process.stdout.isTTY || process.env.FORCE_COLOR);
}
