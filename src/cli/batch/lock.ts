/** Whose an output folder is while a batch writes to it: of two runs of one part, each would empty the workshop of the other. */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { codeOf, type Failure } from "../problems.ts";

export interface Lock {
  readonly release: () => void;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as its system counts; null where that is not told. A number is given to another process one day. */
  readonly start: string | null;
}

/**
 * Or why no run may write there. What the system says against it is left to whoever opens the journal.
 *
 * @param part name of this run among those that share the folder
 */
export function lockFolder(outDir: string, part: string): Lock | Failure {
  const astray = noFolderAt(outDir);
  if (astray !== null)
    return {
      name: outDir,
      problem: astray === resolve(outDir) ? "is a file, not a folder" : `${astray} is a file, not a folder`,
      advice: "name a folder with --out-dir; it is made where there is none",
      stack: null,
    };
  const file = join(outDir, ".pagefix", `${part}.lock`);
  const own = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    start: startOf(process.pid),
  } satisfies Holder);
  const release = () => {
    for (const draft of draftsOf(file)) rmSync(draft, { force: true });
    rmSync(file, { force: true });
  };
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (isOurs(file, own)) return { release };
  } catch {
    return { release: () => {} };
  }
  const holder = holderIn(textOf(file));
  return {
    name: outDir,
    problem: `another run writes to this folder${holder ? `, process ${holder.pid}` : ""}`,
    advice: `wait for it, name another --out-dir, or share the pages among the runs with --shard; if no run is left, remove ${file}`,
    stack: null,
  };
}

/** Whether the lock could be taken: there was none, or that of a run that was killed. */
function isOurs(file: string, own: string): boolean {
  if (makeWhole(file, own)) return true;
  const found = textOf(file);
  return !isAtWork(holderIn(found)) && takeOver(file, found, own);
}

/**
 * Puts a lock in the place of one that nobody holds. Of two runs that find the same one at the same moment one takes it: what the other
 * takes away is the lock of the first by then, or nothing.
 *
 * @param abandoned text of the lock that nobody holds
 */
export function takeOver(file: string, abandoned: string, own: string): boolean {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return makeWhole(file, own);
  }
  const found = textOf(aside);
  rmSync(aside, { force: true });
  // A run that is at work gets its lock back; one that has ended by now may have removed it where it was put.
  if (found === abandoned || found === "") return makeWhole(file, own);
  makeWhole(file, found);
  return false;
}

/** Makes a file that is not there yet, with its text or not at all: a run that is killed in between would leave a lock that nobody holds. */
function makeWhole(file: string, text: string): boolean {
  const draft = draftOf(file, text);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    // Not all file systems have links.
    return codeOf(error) !== "EEXIST" && makeNew(file, text);
  } finally {
    rmSync(draft, { force: true });
  }
}

function makeNew(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function draftOf(file: string, text: string): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  return draft;
}

/** What runs that were killed have left of locks of this name. */
function draftsOf(file: string): string[] {
  const folder = dirname(file);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.startsWith(`${basename(file)}.`));
  return names.map((name) => join(folder, name));
}

/** The file that stands where a folder has to be; null where there is none. */
function noFolderAt(path: string): string | null {
  for (let at = resolve(path); ; at = dirname(at)) {
    const found = statOrNull(at);
    if (found) return found.isDirectory() ? null : at;
    if (at === dirname(at)) return null;
  }
}

function statOrNull(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    // Below a file there is nothing.
    return null;
  }
}

/** Nothing where there is no such file. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Null where it has not been written down yet. */
function holderIn(text: string): Holder | null {
  try {
    return { start: null, ...JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Of another machine nobody can tell here; a scheduler that starts a part anew there knows that the first is gone. */
function isAtWork(holder: Holder | null): boolean {
  if (holder === null) return true;
  if (holder.host !== hostname() || holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return false;
  }
  const start = startOf(holder.pid);
  return start === null || holder.start === null || start === holder.start;
}

/** Linux tells of each process when it began, in ticks since the machine did: the 22nd field, and the 20th behind the name. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
