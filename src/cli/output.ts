/** Where the result goes: never half a file, never over an input. */
import { randomBytes } from "node:crypto";
import { type BigIntStats, fstatSync } from "node:fs";
import { access, constants, open, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
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
export async function prepareOutput(output: string | undefined): Promise<(text: string) => Promise<void>> {
  if (output === undefined) return writeStandardOutput;
  const target = await findTarget(output);
  return (text) => writeTarget(target, text);
}

async function findTarget(output: string): Promise<Target> {
  const found = await statOrNull(output);
  if (found?.isDirectory()) throw Object.assign(new Error("is a directory"), { code: "EISDIR" });
  if (found !== null && !found.isFile()) return { path: output, mode: undefined, replaceable: false };
  const path = await followLinks(output);
  // A read-only file in a writable folder could be replaced, but its owner did not mean that.
  if (found !== null) await access(path, constants.W_OK);
  await access(dirname(path), constants.W_OK);
  return { path, mode: found === null ? undefined : Number(found.mode) & 0o7777, replaceable: true };
}

/** Like `realpath`, but the last link may point to a file that is not there yet. */
async function followLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  const link = await readlink(path).catch(() => null);
  return link === null ? path : followLinks(resolve(dirname(path), link));
}

/**
 * Whether the output is the input by any name: through symlinks, hard links, redirections.
 * @param input path, or null for standard input
 * @param output path, or undefined for standard output
 */
export async function isSameFile(input: string | null, output: string | undefined): Promise<boolean> {
  const [a, b] = [await identity(input ?? 0), await identity(output ?? 1)];
  return a !== null && a === b;
}

async function identity(file: string | 0 | 1): Promise<string | null> {
  const found = typeof file === "string" ? await statOrNull(file).catch(() => null) : standardStat(file);
  return found?.isFile() ? `${found.dev}:${found.ino}` : null;
}

function standardStat(descriptor: 0 | 1): BigIntStats | null {
  try {
    return fstatSync(descriptor, { bigint: true });
  } catch {
    return null;
  }
}

/** In big integers: inode numbers on Windows need more than 53 bits. */
async function statOrNull(path: string): Promise<BigIntStats | null> {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/** Writes to a temporary file beside the target, then puts it in its place; whoever looks sees the old file or the new. */
async function writeTarget({ path, mode, replaceable }: Target, text: string): Promise<void> {
  if (!replaceable) return writeFile(path, text);
  const temporary = join(dirname(path), `.pagefix-${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = await open(temporary, "wx", 0o666);
    try {
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A reader that has seen enough (`| head -1`) closes the pipe; that is no failure. */
function writeStandardOutput(text: string): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.on("error", (error) => (codeOf(error) === "EPIPE" ? done() : fail(error)));
    process.stdout.write(text, (error) => {
      if (!error) done();
    });
  });
}
