/** Files that an input names, as a METS file does: read from the folder of the input, and from nowhere else. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { InputError } from "../page/errors.ts";
import { readProblem } from "./problems.ts";

/** @returns reads a file by its path from the folder; it throws an InputError for one that cannot be read or lies elsewhere */
export function besideOf(input: string): (path: string) => Uint8Array {
  return (path) => {
    const folder = dirname(input);
    const named = join(folder, path);
    try {
      const inside = realpathSync(folder);
      const file = realpathSync(named);
      if (!file.startsWith(inside.endsWith(sep) ? inside : inside + sep))
        throw new InputError(
          "a link that leads out of the folder of the METS file",
          "put the file itself there, or name the METS file where its files lie",
        );
      if (!statSync(file).isFile()) throw new InputError("no regular file", "put a file there");
      return readFileSync(file);
    } catch (error) {
      const found = readProblem(error, named);
      if (!found) throw error;
      throw error instanceof InputError ? error : new InputError(found.problem, found.advice);
    }
  };
}
