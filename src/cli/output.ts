/** Where the result goes: never half a file, never over an input. */
import {
  accessSync,
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { codeOf } from "./problems.ts";

interface Target {
  /** What is written, behind all symlinks. */
  readonly path: string;
  /** Of the file that is there; undefined where there is none. */
  readonly mode: number | undefined;
  /** A regular file is replaced as a whole; a pipe or a device is written to. */
  readonly replaceable: boolean;
}

/**
 * Makes sure that the output can be written, before any work is done, and gives the function that writes it.
 * @param output path, or undefined for standard output
 * @throws errors of the system, as the function does
 */
export function prepareOutput(
  output: string | undefined,
): (result: string | Uint8Array) => void | Promise<void> {
  return output === undefined ? (result) => openStandardOutput().write(result) : prepareFile(output);
}

/** @param workshop folder where the file lies until it is whole; beside the output unless given */
export function prepareFile(output: string, workshop?: string): (result: string | Uint8Array) => void {
  const target = findTarget(output);
  return (result) => writeTarget(target, result, workshop ?? dirname(target.path));
}

function findTarget(output: string): Target {
  const found = statOrNull(output);
  if (found?.isDirectory()) throw Object.assign(new Error("is a directory"), { code: "EISDIR" });
  if (found !== null && !found.isFile()) return { path: output, mode: undefined, replaceable: false };
  const path = followLinks(output);
  // A read-only file in a writable folder could be replaced, but its owner did not mean that.
  if (found !== null) accessSync(path, constants.W_OK);
  accessSync(dirname(path), constants.W_OK);
  return { path, mode: found === null ? undefined : Number(found.mode) & 0o7777, replaceable: true };
}

/** Like `realpath`, but the last link may point to a file that is not there yet. */
function followLinks(path: string): string {
  // Nothing is there, as a rule.
  if (!lstatSync(path, { throwIfNoEntry: false })) return path;
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  const link = linkOrNull(path);
  return link === null ? path : followLinks(resolve(dirname(path), link));
}

function linkOrNull(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

/**
 * Whether the output is the input by any name: through symlinks, hard links, redirections.
 * @param input path, or null for standard input
 * @param output path, or undefined for standard output
 */
export function isSameFile(input: string | null, output: string | undefined): boolean {
  const [a, b] = [identity(input ?? 0), identity(output ?? 1)];
  return a !== null && a === b;
}

/** What tells a regular file from all others on the machine; null where it is none, or not there. */
export function identity(file: string | 0 | 1): string | null {
  try {
    const found = typeof file === "string" ? statOrNull(file) : fstatSync(file, { bigint: true });
    return found?.isFile() ? `${found.dev}:${found.ino}` : null;
  } catch {
    return null;
  }
}

/** In big integers: inode numbers on Windows need more than 53 bits. */
function statOrNull(path: string): BigIntStats | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
}

function writeTarget(
  { path, mode, replaceable }: Target,
  result: string | Uint8Array,
  workshop: string,
): void {
  if (replaceable) replaceFile(path, mode, result, workshop);
  else writeFileSync(path, result);
}

/** Writes to a temporary file, then puts it in the place of the target; whoever looks sees the old file or the new. */
function replaceFile(
  path: string,
  mode: number | undefined,
  result: string | Uint8Array,
  workshop: string,
): void {
  // By chance: threads share the process and its clock, and machines may share the folder.
  const chance = Math.random().toString(36).slice(2);
  const temporary = join(workshop, `.pagefix-${process.pid}-${chance}.tmp`);
  try {
    const file = openSync(temporary, "wx", 0o666);
    try {
      if (mode !== undefined) fchmodSync(file, mode);
      writeFileSync(file, result);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * A reader that has seen enough (`| head -1`) closes the pipe; that is no failure, and what is written then goes nowhere.
 * `write` waits for the reader, and rejects with errors of the system.
 */
export function openStandardOutput(): {
  readonly write: (result: string | Uint8Array) => Promise<void>;
  readonly isClosed: () => boolean;
} {
  let failure: Error | undefined;
  process.stdout.on("error", (error) => {
    failure = error;
  });
  const write = (result: string | Uint8Array) =>
    new Promise<void>((done, fail) => {
      const settle = (error?: Error | null) => (error && codeOf(error) !== "EPIPE" ? fail(error) : done());
      if (failure) settle(failure);
      else process.stdout.write(result, settle);
    });
  return { write, isClosed: () => failure !== undefined };
}
