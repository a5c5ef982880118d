/**
 * What is done already, in `.pagefix` in the output folder: a line for each output, with the input that it was made from and a seal
 * that holds for one input, version, way of repairing and output. A line is added once its output is in its place, so whatever kills
 * the run leaves at most outputs that are done again, to the same bytes.
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
  realpathSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join, relative, resolve } from "node:path";

export interface Journal {
  /** Folder for outputs that are not whole yet. */
  readonly workshop: string;
  /** @param input path of what the output was made from */
  readonly add: (output: string, input: string, seal: string) => void;
  readonly close: () => void;
}

/** What earlier runs have written down, those of other parts too. */
export interface Records {
  readonly sealsOf: (output: string) => readonly string[];
  /** Path of the input that an output was made from last; null where none is known. */
  readonly inputOf: (output: string) => string | null;
  /** Whether a file is an output. */
  readonly isOutput: (path: string) => boolean;
}

/** None where there is no such folder, or it cannot be read: whoever opens the journal will say why. */
export function readRecords(outDir: string): Records {
  const found = new Map<string, { readonly seals: string[]; input: string | null }>();
  const root = rootOf(outDir);
  for (const name of journalsIn(join(outDir, ".pagefix")))
    for (const { output, input, seal } of readWholeLines(join(outDir, ".pagefix", name)).records) {
      const own = found.get(output) ?? { seals: [], input: null };
      if (seal !== undefined) own.seals.push(seal);
      if (input !== undefined) own.input = input;
      found.set(output, own);
    }
  return {
    sealsOf: (output) => found.get(output)?.seals ?? [],
    inputOf: (output) => {
      const input = found.get(output)?.input ?? null;
      return input === null ? null : resolve(root, input);
    },
    isOutput: (path) =>
      found.size > 0 && [root, outDir].some((folder) => found.has(relative(resolve(folder), resolve(path)))),
  };
}

/** Where paths in journals begin: runs may name the folder otherwise, and from elsewhere. */
function rootOf(outDir: string): string {
  try {
    return realpathSync(outDir);
  } catch {
    return resolve(outDir);
  }
}

function journalsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".ndjson"))
      .sort();
  } catch {
    return [];
  }
}

/**
 * @param part name of this run among those that share the folder; what a run of the same name left unfinished is removed
 * @param resume keep the seals that earlier runs have written down
 */
export function openJournal(outDir: string, part: string, resume: boolean): Journal {
  const folder = join(outDir, ".pagefix");
  const file = join(folder, `${part}.ndjson`);
  const workshop = join(folder, part);
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  const root = rootOf(outDir);
  if (journalsIn(folder).includes(`${part}.ndjson`)) {
    const { records, length } = readWholeLines(file);
    if (resume) truncateSync(file, length);
    else replaceJournal(file, join(workshop, "journal"), records);
  }
  const journal = openSync(file, "a");
  return {
    workshop,
    add: (output, input, seal) =>
      writeLine(journal, `${JSON.stringify({ output, input: relative(root, resolve(input)), seal })}\n`),
    close: () => {
      closeSync(journal);
      rmSync(workshop, { recursive: true, force: true });
    },
  };
}

/** Without seals all is done anew; whose the outputs are is still known. */
function replaceJournal(file: string, temporary: string, records: readonly Line[]): void {
  const inputs = new Map(records.map(({ output, input }) => [output, input]));
  const lines = [...inputs].map(([output, input]) => `${JSON.stringify({ output, input })}\n`);
  writeFileSync(temporary, lines.join(""));
  renameSync(temporary, file);
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
  /** From the output folder; versions up to 1.0.0 wrote none. */
  readonly input?: string;
  readonly seal?: string;
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
