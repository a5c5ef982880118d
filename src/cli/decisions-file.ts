/** The file of decisions that goes with a page. */
import { readFileSync, statSync } from "node:fs";
import { type Decisions, readDecisions } from "../page/decisions.ts";
import { InputError } from "../page/errors.ts";
import { codeOf, readProblem } from "./problems.ts";
import type { Reading } from "./vocabulary.ts";

export interface DecisionsFile {
  readonly path: string;
  readonly text: string;
}

/** `scans/page.txt` → `scans/page.decisions.json`. */
function decisionsBeside(page: string): string {
  return `${page.replace(/\.[^./\\]+$/, "")}.decisions.json`;
}

/**
 * The file that was named, or that lies beside the page; null where there is none.
 *
 * @param page path, or null for standard input
 * @throws InputError where it was named and cannot be read
 */
export function decisionsFor(
  page: string | null,
  { decisions }: Pick<Reading, "decisions">,
): DecisionsFile | null {
  if (decisions === false || (decisions === undefined && page === null)) return null;
  const path = decisions ?? decisionsBeside(page as string);
  try {
    // Most pages have none, and an error costs as much as reading one.
    if (decisions === undefined && !statSync(path, { throwIfNoEntry: false })) return null;
    return { path, text: readFileSync(path, "utf8") };
  } catch (error) {
    if (decisions === undefined && ["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(codeOf(error) ?? ""))
      return null;
    const found = readProblem(error, path);
    if (!found) throw error;
    throw new InputError(`${path}: ${found.problem}`, found.advice);
  }
}

/** @throws InputError that names the file */
export function readDecisionsOf({ path, text }: DecisionsFile): Decisions {
  try {
    return readDecisions(text);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${path}: ${error.problem}`, error.advice);
    throw error;
  }
}
