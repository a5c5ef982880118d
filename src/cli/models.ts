/** The model files as a whole, looked at once before a run of many pages: what a page would be worth is nothing beside it. */
import { createHash } from "node:crypto";
import { damaged } from "../model/checksums.ts";
import { checksums, readModelFile } from "../model/load.ts";
import type { Messages } from "./messages.ts";
import { failureOf, readProblem } from "./problems.ts";

/** Tells which model file is damaged, if one is; whether all are whole. */
export function areModelsWhole(messages: Messages): boolean {
  try {
    for (const [file, { sha256 }] of Object.entries(checksums())) {
      const bytes = readModelFile(file);
      if (createHash("sha256").update(bytes).digest("hex") !== sha256)
        throw damaged(file, "its SHA-256 is not that of the file that was made");
    }
    return true;
  } catch (error) {
    messages.failure(failureOf(error, "pagefix", readProblem));
    return false;
  }
}
