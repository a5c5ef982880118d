/** A line of a stream → the line that answers it. */
import { InputError } from "../../page/errors.ts";
import { inContractOrder } from "../../write/json.ts";
import { fixInput, fixOpened } from "../job.ts";
import { failureOf, type Problem, readProblem } from "../problems.ts";
import type { Reading } from "../vocabulary.ts";

/** Always an answer: who drives the stream counts on a line for each line. */
export async function answerTo(line: string | null, number: number, settings: Reading): Promise<string> {
  let id: unknown = null;
  try {
    const record = readRecord(line);
    id = record.id ?? null;
    const { documents } = await fixRecord(record, settings);
    return answerLine({ id, documents: documents.map(inContractOrder) });
  } catch (error) {
    return errorLine(number, failureOf(error, `line ${number}`, readProblem), id);
  }
}

export function errorLine(line: number, { problem, advice }: Problem, id: unknown = null): string {
  return answerLine({ id, error: { line, problem, advice } });
}

function answerLine(answer: object): string {
  return `${JSON.stringify(answer)}\n`;
}

function readRecord(line: string | null): { readonly [key: string]: unknown } {
  if (line === null) throw new InputError("the line is too long", "give the page as a path");
  const value: unknown = parsed(line);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new InputError("the line is no JSON object", ADVICE);
}

const ADVICE = 'write {"id": …, "text": …} or {"id": …, "path": …}';

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function fixRecord({ id, text, path }: { readonly [key: string]: unknown }, settings: Reading) {
  if (id === undefined) throw new InputError("the record has no id", ADVICE);
  // As if it came from a file, so that it has a hash.
  if (typeof text === "string" && path === undefined)
    return fixOpened(Buffer.from(text), null, { ...settings, encoding: "utf-8" });
  if (typeof path === "string" && text === undefined) return fixInput({ name: path, path }, settings);
  throw new InputError("the record has not just one of text and path, as a string", ADVICE);
}
