/** Errors of the system and of the input in words: what is wrong, and what to do. */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { InputError } from "../page/errors.ts";

export interface Problem {
  readonly problem: string;
  readonly advice: string;
}

/** Null where the error is no problem of the user's. */
export type Explain = (error: unknown, name: string) => Problem | null;

/** A file that failed, as a value that goes from thread to thread. */
export interface Failure extends Problem {
  readonly name: string;
  /** Where the error is nobody's but pagefix's; otherwise null. */
  readonly stack: string | null;
}

export function failureOf(error: unknown, name: string, explain: Explain): Failure {
  const found = explain(error, name);
  if (found) return { name, problem: found.problem, advice: found.advice, stack: null };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { name, problem: "internal error", advice: "please report it", stack };
}

export function isFailure(result: object): result is Failure {
  return "problem" in result;
}

/** Why an input could not be read; null where the error is nobody's but pagefix's. */
export function readProblem(error: unknown, name: string): Problem | null {
  if (error instanceof InputError) return error;
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
    case "ERR_INVALID_ARG_VALUE": // a NUL in a name
      return { problem: "no such file", advice: "check the name" };
    case "EISDIR":
      return {
        problem: "is a directory",
        advice: `name its files: pagefix '${name.replace(/(?<!\/)\/+$/, "")}/**/*.txt'`,
      };
    case "EACCES":
    case "EPERM":
      return { problem: "no permission to read it", advice: "ask its owner, or change its mode" };
    case "EMFILE":
    case "ENFILE":
      return TOO_MANY_FILES;
    case "ERR_FS_FILE_TOO_LARGE":
    case "ERR_STRING_TOO_LONG":
      return { problem: "too large for one page", advice: "cut it into one file a page" };
    default:
      return otherProblem(error, "read");
  }
}

/** Why the output could not be written; null as above. */
export function writeProblem(error: unknown, name: string): Problem | null {
  if (error instanceof InputError) return error;
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      if (isFolder(dirname(name)))
        return {
          problem: "a folder that it needs was removed meanwhile",
          advice: "leave .pagefix in the output folder alone while a run writes there, and run it again",
        };
      return {
        problem: `there is no folder ${dirname(name)}`,
        advice: "make it first, or name another file",
      };
    case "EISDIR":
      return {
        problem: "is a directory",
        advice: `name a file in it, e.g. ${name.replace(/(?<!\/)\/+$/, "")}/page.json`,
      };
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return { problem: "no permission to write it", advice: "name a file in a folder of your own" };
    case "EMFILE":
    case "ENFILE":
      return TOO_MANY_FILES;
    case "ENOSPC":
    case "EDQUOT":
      return { problem: "the disk is full", advice: "make room, or name a file on another disk" };
    default:
      return otherProblem(error, "written");
  }
}

const TOO_MANY_FILES: Problem = {
  problem: "too many files are open",
  advice: "allow more (ulimit -n 1024), or ask for fewer workers with --jobs",
};

/** Why a worker was lost with the page that it had in hand; null as above. */
export function workerProblem(error: unknown): Problem | null {
  switch (codeOf(error)) {
    case "ERR_WORKER_OUT_OF_MEMORY":
      return {
        problem: "takes more memory than a worker may have",
        advice: "cut it into several pages, or allow more: NODE_OPTIONS=--max-old-space-size=8000 (MB)",
      };
    case "EMFILE":
    case "ENFILE":
      return TOO_MANY_FILES;
    case "ERR_WORKER_INIT_FAILED":
      return {
        problem: `no worker could be started for it: ${(error as Error).message}`,
        advice: TOO_MANY_FILES.advice,
      };
    default:
      return null;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

export function codeOf(error: unknown): string | undefined {
  // An error from another thread or context is none of this one's `Error`.
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === "string" ? code : undefined;
}

/** System errors that are too rare to have words of their own: node's say what was tried. */
function otherProblem(error: unknown, done: string): Problem | null {
  return error instanceof Error && "syscall" in error
    ? { problem: `cannot be ${done}`, advice: error.message }
    : null;
}
