/**
 * Reading ahead: the language model is half of what a cold start waits for, so it is read while the command line is
 * still being understood. Nothing hangs on it: what was guessed wrong is left lying, and the page finds its own model.
 */
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { likelyLanguageOf } from "../language/detect.ts";
import { fetchModels } from "../model/load.ts";
import type { Language } from "../page/types.ts";

/** In bytes: enough to tell a script. */
const FIRST_LINES = 1024;

/** Begins to read the model that the first file named in the arguments most likely needs. */
export function readAhead(argv: readonly string[]): void {
  for (const word of argv) {
    const bytes = word.startsWith("-") ? null : firstBytes(word);
    if (!bytes) continue;
    void fetchModels(likelyLanguage(bytes));
    return;
  }
}

/** Most pages are UTF-8, and their first lines tell. */
export function likelyLanguage(bytes: Uint8Array): Language {
  return likelyLanguageOf(new TextDecoder().decode(bytes.subarray(0, FIRST_LINES)));
}

/** Null where it is no regular file that can be read: what a pipe has given it does not give again. */
function firstBytes(path: string): Uint8Array | null {
  try {
    if (!statSync(path).isFile()) return null;
    const file = openSync(path, "r");
    const bytes = new Uint8Array(FIRST_LINES);
    const count = readSync(file, bytes);
    closeSync(file);
    return bytes.subarray(0, count);
  } catch {
    return null;
  }
}
