/** What is done with one page, in this thread or in a worker: values in, values out, and no error is thrown. */
import { mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { sealOf } from "./batch/journal.ts";
import { type Finding, findingsIn } from "./check/findings.ts";
import { digestsOf } from "./content.ts";
import { decisionsFor } from "./decisions-file.ts";
import type { Input } from "./inputs.ts";
import { fixInput, fixOpened, openInput } from "./job.ts";
import type { Settings } from "./options.ts";
import { prepareFile } from "./output.ts";
import { type Failure, failureOf, readProblem, writeProblem } from "./problems.ts";
import { render } from "./render.ts";
import { answerTo } from "./stream/answer.ts";
import { summary } from "./summary.ts";
import type { Reading } from "./vocabulary.ts";
import { type WarningLine, warningLines } from "./warnings.ts";

export interface WriteTask {
  readonly path: string;
  readonly output: string;
  /** Folder where the output lies until it is whole. */
  readonly workshop: string;
  /** What earlier runs have sealed under the name of the output. */
  readonly seals: readonly string[];
  /** All but the input that the output hangs on. */
  readonly recipe: string;
  readonly settings: Settings;
}

export interface Written {
  /** Null where the output was up to date. */
  readonly seal: string | null;
  readonly pages: number;
  readonly warnings: readonly WarningLine[];
  readonly summary: string;
}

/** Reads a file and writes its documents, unless they are there already. */
export async function writePage(task: WriteTask): Promise<Written | Failure> {
  const { path, output, workshop, seals, recipe, settings } = task;
  let [name, explain] = [path, readProblem];
  try {
    const opened = await openInput({ path }, settings);
    const { digest, content } = await digestsOf(opened, path, settings);
    // The path stands in the document.
    const decided = decisionsFor(path, settings);
    const seal = (result: Uint8Array) =>
      sealOf(`${recipe}\n${path}${decided ? `\n${decided.text}` : ""}`, content, result);
    if (seals.length > 0 && seals.includes(seal(readOrEmpty(output))))
      return { seal: null, pages: 0, warnings: [], summary: "" };
    const fixed = await fixOpened(opened, path, settings, { digest, decided });
    // As bytes at once, for the seal and the file.
    const rendered = Buffer.from(await render([fixed], settings, false));
    [name, explain] = [output, writeProblem];
    mkdirSync(dirname(output), { recursive: true });
    prepareFile(output, workshop)(rendered);
    return {
      seal: seal(rendered),
      pages: fixed.documents.length,
      warnings: warningLines(path, fixed),
      summary: summary(fixed.documents),
    };
  } catch (error) {
    return failureOf(error, name, explain);
  }
}

export interface CheckTask {
  readonly input: Input;
  readonly settings: Reading;
}

/** Reads an input and says what is broken there. */
export async function checkPage({ input, settings }: CheckTask): Promise<readonly Finding[] | Failure> {
  try {
    return findingsIn(input.name, await fixInput(input, settings));
  } catch (error) {
    return failureOf(error, input.name, readProblem);
  }
}

export interface LineTask {
  /** Null where it is too long. */
  readonly line: string | null;
  /** From 1. */
  readonly number: number;
  readonly settings: Reading;
}

/** Answers a line of a stream. */
export function answerLine({ line, number, settings }: LineTask): Promise<string> {
  return answerTo(line, number, settings);
}

function readOrEmpty(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}
