/**
 * What is done already, in `.pagefix` in the output folder: a line for each output, with a seal that holds for one input,
 * version, way of repairing and output. A line is added once its output is in its place, so whatever kills the run leaves
 * at most outputs that are done again, to the same bytes.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

export interface Journal {
  /** Folder for outputs that are not whole yet. */
  readonly workshop: string;
  readonly sealsOf: (output: string) => readonly string[];
  readonly add: (output: string, seal: string) => void;
  readonly close: () => void;
}

/**
 * @param part name of this run among those that share the folder; what a run of the same name left unfinished is removed
 * @param resume keep what earlier runs have written down
 */
export function openJournal(outDir: string, part: string, resume: boolean): Journal {
  const folder = join(outDir, ".pagefix");
  const file = join(folder, `${part}.ndjson`);
  const workshop = join(folder, part);
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  const seals = new Map<string, readonly string[]>();
  if (resume)
    for (const name of readdirSync(folder).filter((name) => name.endsWith(".ndjson"))) {
      const whole = readWholeLines(join(folder, name));
      for (const { output, seal } of whole.records) seals.set(output, [...(seals.get(output) ?? []), seal]);
      if (name === `${part}.ndjson`) truncateSync(file, whole.length);
    }
  const journal = openSync(file, resume ? "a" : "w");
  return {
    workshop,
    sealsOf: (output) => seals.get(output) ?? [],
    add: (output, seal) => writeLine(journal, `${JSON.stringify({ output, seal })}\n`),
    close: () => {
      closeSync(journal);
      rmSync(workshop, { recursive: true, force: true });
    },
  };
}

/**
 * @param recipe all but the input that the output hangs on
 * @param input its digest
 */
export function sealOf(recipe: string, input: Buffer, output: Uint8Array): string {
  const parts = [digestOf(recipe), input, digestOf(output)];
  return createHash("sha256").update(Buffer.concat(parts)).digest("base64url");
}

/** SHA-256. */
export function digestOf(part: string | Uint8Array): Buffer {
  return createHash("sha256").update(part).digest();
}

interface Line {
  readonly output: string;
  readonly seal: string;
}

/** Whole or not at all: a disk that fills up takes part of a line, which the next one would go on. */
function writeLine(file: number, line: string): void {
  const before = fstatSync(file).size;
  const bytes = Buffer.from(line);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  } catch (error) {
    ftruncateSync(file, before);
    throw error;
  }
}

/** A run that was killed may have left half a line at the end. */
function readWholeLines(file: string): { readonly records: readonly Line[]; readonly length: number } {
  const bytes = readFileSync(file);
  const length = bytes.lastIndexOf("\n") + 1;
  const lines = bytes.toString("utf8", 0, length).split("\n").slice(0, -1);
  return { records: lines.map((line) => JSON.parse(line) as Line), length };
}
