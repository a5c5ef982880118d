/** From what the user named to the inputs: paths, folders, globs, lists, standard input. */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { InputError } from "../page/errors.ts";
import { type Found, filesIn, filesMatching, type Unreadable } from "./find.ts";
import type { Messages } from "./messages.ts";
import { failureOf, readProblem } from "./problems.ts";

export interface Input {
  /** For messages. */
  readonly name: string;
  /** As given, or as it was found; null for standard input. */
  readonly path: string | null;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** Folders and globs that found nothing, or could not look. */
  readonly unmatched: readonly Unreadable[];
  /** The user asked for several, whatever came of it: the shape of the output must not hang on what is found. */
  readonly several: boolean;
  /** The folders that were named: of a file the one it lies in, of a glob the one it begins in. */
  readonly roots: ReadonlySet<string>;
}

const STANDARD_INPUT: Input = { name: "standard input", path: null };

/** Names that were read from a list. */
export interface List {
  /** Of the list, for messages. */
  readonly name: string;
  readonly names: readonly string[];
}

/** Where outputs go. */
export interface OutputFolder {
  readonly path: string;
  /** Whether an earlier run has made a file; such are pages only for who names them. */
  readonly isOutput: (path: string) => boolean;
}

/** What is searched is wider than one file. */
type Search = (name: string, skipped: string | null) => Found | Promise<Found>;

/**
 * In the order they were named; what a folder or a glob finds in the order of its characters.
 *
 * @param listed names from a list, which are no globs
 * @param output where nothing is searched, and what is found and no page
 */
export async function nameInputs(
  named: readonly string[],
  listed: List | undefined,
  output: OutputFolder | undefined,
): Promise<Inputs> {
  const inputs: Input[] = [];
  const unmatched: Unreadable[] = [];
  const roots = new Set<string>();
  const skipped = output === undefined ? null : realpathOrNull(output.path);
  let several = named.length > 1 || listed !== undefined;
  const add = async (name: string, search: Search | null) => {
    if (search === null) {
      inputs.push({ name, path: name });
      roots.add(dirname(name));
      return;
    }
    several = true;
    const found = await search(name, skipped);
    const files = output ? found.files.filter((path) => !output.isOutput(path)) : found.files;
    for (const path of files) inputs.push({ name: path, path });
    for (const root of found.roots) roots.add(root);
    unmatched.push(...found.unreadable);
    if (files.length === 0 && found.unreadable.length === 0)
      unmatched.push({ name, error: nothingIn(search) });
  };
  for (const name of named.length === 0 && listed === undefined ? ["-"] : named)
    if (name === "-") inputs.push(STANDARD_INPUT);
    else await add(name, isGlob(name) ? filesMatching : searchOf(name));
  for (const name of listed?.names ?? []) await add(name, searchOf(name));
  if (listed?.names.length === 0)
    unmatched.push({
      name: listed.name,
      error: new InputError("no name is in the list", "check the command that writes it: it found nothing"),
    });
  return { inputs, unmatched, several, roots };
}

/** A file may be called `page[1].txt`: one that is there is no glob. */
function isGlob(name: string): boolean {
  return /[*?]|\[[^[\]]+\]|\{[^{}]+\}|[!@+]\([^()]+\)/.test(name) && !existsSync(name);
}

/** Null for a file, and for what cannot be looked at: reading it will say why. */
function searchOf(name: string): Search | null {
  try {
    return statSync(name).isDirectory() ? filesIn : null;
  } catch {
    return null;
  }
}

function nothingIn(search: Search): InputError {
  return search === filesIn
    ? new InputError("no .txt file in it", "name others with a pattern, e.g. 'scans/**/*.xml'")
    : new InputError("no file matches", "check the pattern; ** goes through folders, * stays in one");
}

function realpathOrNull(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

/**
 * The names in a list: a line each, or, as `find -print0` writes them, each ended by a NUL.
 *
 * @param list path, or `-` for standard input; undefined where there is none
 * @returns null where it cannot be read, which has been told
 */
export async function readListOrTell(
  list: string | undefined,
  messages: Messages,
): Promise<List | undefined | null> {
  if (list === undefined) return undefined;
  const name = list === "-" ? STANDARD_INPUT.name : list;
  try {
    const text = Buffer.from(await readInput({ path: list === "-" ? null : list })).toString("utf8");
    return { name, names: text.split(text.includes("\0") ? "\0" : /\r?\n/).filter((it) => it !== "") };
  } catch (error) {
    messages.failure(failureOf(error, name, readProblem));
    return null;
  }
}

export async function readInput({ path }: Pick<Input, "path">): Promise<Uint8Array> {
  if (path !== null) return readFileSync(path);
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
