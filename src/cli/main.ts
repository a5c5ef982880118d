/** The command, from its arguments to its exit code. */
import type { Document } from "../page/document.ts";
import { type Input, nameInputs } from "./inputs.ts";
import { fixInput } from "./job.ts";
import { type Messages, openMessages } from "./messages.ts";
import { printHelpAsError, readArguments, type Settings } from "./options.ts";
import { isSameFile, prepareOutput } from "./output.ts";
import { type Explain, readProblem, writeProblem } from "./problems.ts";
import { render } from "./render.ts";
import { counted, summary } from "./summary.ts";
import { tellWarnings } from "./warnings.ts";

const DONE = 0;
/** A page could not be read or written; the others were. */
const FAILED = 1;
const USAGE = 2;

/**
 * Runs `pagefix` and resolves to its exit code. A bug that shows on one page is printed with its stack and fails that page
 * alone, since the other pages may be hours of work; any other bug rejects.
 *
 * @param argv arguments after the name of the program
 */
export async function main(argv: readonly string[]): Promise<number> {
  const settings = readArguments(argv);
  if (typeof settings === "number") return settings;
  if (settings.inputs.length === 0 && process.stdin.isTTY) {
    printHelpAsError();
    return USAGE;
  }
  const messages = await openMessages(settings);
  const { inputs, unmatched, several } = await nameInputs(settings.inputs);
  for (const { name, error } of unmatched) report(messages, name, error, readProblem);

  const outputName = settings.output ?? "standard output";
  for (const { name, path } of inputs)
    if (isSameFile(path, settings.output)) {
      messages.error(
        name,
        `would be overwritten by the output, ${outputName}`,
        "name another file with --output",
      );
      return USAGE;
    }
  try {
    const write = prepareOutput(settings.output);
    const { documents, failed } = await fixAll(inputs, settings, messages);
    if (documents.length === 0) return FAILED;
    await write(await render(documents, settings, several));
    tellResult(messages, settings, inputs, documents, failed + unmatched.length);
    return failed + unmatched.length === 0 ? DONE : FAILED;
  } catch (error) {
    const problem = writeProblem(error, outputName);
    if (problem === null) throw error;
    messages.error(outputName, problem.problem, problem.advice);
    return FAILED;
  }
}

/** One input after the other, in their order; what fails is reported and left out. */
async function fixAll(
  inputs: readonly Input[],
  settings: Settings,
  messages: Messages,
): Promise<{ readonly documents: readonly Document[]; readonly failed: number }> {
  const documents: Document[] = [];
  let failed = 0;
  for (const input of inputs)
    try {
      const fixed = await fixInput(input, settings);
      documents.push(...fixed.documents);
      tellWarnings(messages, input.name, fixed);
      if (inputs.length > 1) messages.summary(input.name, summary(fixed.documents));
    } catch (error) {
      failed++;
      report(messages, input.name, error, readProblem);
    }
  return { documents, failed };
}

function report(messages: Messages, name: string, error: unknown, explain: Explain): void {
  const problem = explain(error, name);
  if (problem === null) messages.bug(name, error);
  else messages.error(name, problem.problem, problem.advice);
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
