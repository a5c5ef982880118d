/** The command, from its arguments to its exit code. */
import type { Document } from "../page/document.ts";
import type { Scan } from "../write/html/boxes.ts";
import { DONE, FAILED, USAGE } from "./exit-codes.ts";
import { type Input, type Inputs, nameInputs, readListOrTell } from "./inputs.ts";
import { type Fixed, fixInput } from "./job.ts";
import { type Messages, openMessages } from "./messages.ts";
import { printHelpAsError, readArguments, type Settings } from "./options.ts";
import { isSameFile, prepareOutput } from "./output.ts";
import { type Failure, failureOf, readProblem, writeProblem } from "./problems.ts";
import { render } from "./render.ts";
import { counted, summary } from "./summary.ts";
import { tellWarnings, warningLines } from "./warnings.ts";

/**
 * Runs `pagefix` and resolves to its exit code. A bug that shows on one page is printed with its stack and fails that page
 * alone, since the other pages may be hours of work; any other bug rejects.
 *
 * @param argv arguments after the name of the program
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  if (command === "check") return (await import("./check/run.ts")).check(rest);
  if (command === "explain") return (await import("./explain/run.ts")).explain(rest);
  if (command === "decisions") return (await import("./decisions/list.ts")).decisions(rest);
  if (command === "undo") return (await import("./decisions/undo.ts")).undo(rest);
  if (command === "eval") return (await import("./eval/run.ts")).evaluate(rest);
  if (command === "stream") return (await import("./stream/run.ts")).stream(rest);
  if (command === "completion") return (await import("./completion/run.ts")).completion(rest);
  const settings = readArguments(argv);
  if (typeof settings === "number") return settings;
  const { inputs: named, filesFrom, batch } = settings;
  if (named.length === 0 && filesFrom === undefined && process.stdin.isTTY) {
    printHelpAsError();
    return USAGE;
  }
  // Before a hundred thousand names are found.
  if (batch) (await import("./batch/garbage.ts")).sweepOften();
  const messages = await openMessages(settings);
  const listed = await readListOrTell(filesFrom, messages);
  if (listed === null) return USAGE;
  if (batch) {
    const records = (await import("./batch/journal.ts")).readRecords(batch.outDir);
    const { isOutput } = records;
    const found = await nameInputs(named, listed, { path: batch.outDir, isOutput });
    if (!(await import("./models.ts")).areModelsWhole(messages)) return FAILED;
    return (await import("./batch/run.ts")).runBatch(found, records, settings, batch, messages);
  }
  const found = await nameInputs(named, listed, undefined);
  for (const { name, error } of found.unmatched) messages.failure(failureOf(error, name, readProblem));
  return fixTogether(found, settings, messages);
}

/** All inputs into one output. */
async function fixTogether(
  { inputs, unmatched, several }: Inputs,
  settings: Settings,
  messages: Messages,
): Promise<number> {
  const outputName = settings.output ?? "standard output";
  for (const { name, path } of inputs)
    if (isSameFile(path, settings.output)) {
      messages.failure({
        name,
        problem: `would be overwritten by the output, ${outputName}`,
        advice: "name another file with --output",
        stack: null,
      });
      return USAGE;
    }
  const scan = settings.image === undefined ? null : await readScanOrTell(settings.image, messages);
  if (scan === undefined) return USAGE;
  try {
    const write = prepareOutput(settings.output);
    const { fixed, failed } = await fixAll(inputs, settings, messages);
    if (fixed.length === 0) return FAILED;
    const documents = fixed.flatMap((it) => it.documents);
    if (scan && documents.length > 1) {
      messages.failure(onePageOnly(documents.length));
      return USAGE;
    }
    await write(await render(fixed, settings, several, scan));
    if (scan && !documents.some(hasBoxes))
      messages.warning(
        settings.image ?? "",
        "unused-image",
        "the page is text and has no boxes to show on it",
      );
    tellResult(messages, settings, inputs, documents, failed + unmatched.length);
    return failed + unmatched.length === 0 ? DONE : FAILED;
  } catch (error) {
    const failure = failureOf(error, outputName, writeProblem);
    if (failure.stack !== null) throw error;
    messages.failure(failure);
    return FAILED;
  }
}

/** Before any work is done; undefined where it is none, which has been told. */
async function readScanOrTell(image: string, messages: Messages): Promise<Scan | undefined> {
  try {
    return (await import("./scan.ts")).readScan(image);
  } catch (error) {
    messages.failure(failureOf(error, "--image", readProblem));
    return undefined;
  }
}

function onePageOnly(pages: number): Failure {
  return {
    name: "--image",
    problem: `goes with one page, and there are ${pages}`,
    advice: "make a review of each page by itself, or leave out --image",
    stack: null,
  };
}

function hasBoxes({ articles, furniture }: Document): boolean {
  const parts = [...articles.flatMap(({ body, captions }) => [...body, ...captions]), ...furniture];
  const headings = articles.flatMap(({ spans }) => Object.values(spans).flat());
  return [...parts.flatMap(({ spans }) => spans), ...headings].some((place) => "box" in place);
}

/** One input after the other, in their order; what fails is reported and left out. */
async function fixAll(
  inputs: readonly Input[],
  settings: Settings,
  messages: Messages,
): Promise<{ readonly fixed: readonly Fixed[]; readonly failed: number }> {
  const all: Fixed[] = [];
  let failed = 0;
  for (const input of inputs)
    try {
      const fixed = await fixInput(input, settings);
      all.push(fixed);
      tellWarnings(messages, warningLines(input.name, fixed));
      if (inputs.length > 1) messages.summary(input.name, summary(fixed.documents));
    } catch (error) {
      failed++;
      messages.failure(failureOf(error, input.name, readProblem));
    }
  return { fixed: all, failed };
}

function tellResult(
  messages: Messages,
  { output }: Settings,
  inputs: readonly Input[],
  documents: readonly Document[],
  failed: number,
): void {
  const [only, ...others] = inputs;
  const arrow = output === undefined ? "" : ` → ${output}`;
  if (only !== undefined && others.length === 0 && failed === 0)
    messages.summary(only.name, summary(documents) + arrow);
  else
    messages.summary(
      "all",
      `${counted(documents.length, "page")}${arrow}${failed === 0 ? "" : `; ${counted(failed, "input")} failed`}`,
    );
}
