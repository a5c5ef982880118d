/** One input: its bytes, the documents, what people should know about them. */

import { fixFile } from "../fix.ts";
import { fetchModels, loadWeights } from "../model/load.ts";
import type { Decisions } from "../page/decisions.ts";
import type { Document } from "../page/document.ts";
import { InputError } from "../page/errors.ts";
import { decode } from "../read/decode.ts";
import { likelyLanguage } from "./ahead.ts";
import { type DecisionsFile, decisionsFor, readDecisionsOf } from "./decisions-file.ts";
import { sha256 } from "./digest/digest.ts";
import type { Input } from "./inputs.ts";
import { readInput } from "./inputs.ts";
import type { Reading } from "./vocabulary.ts";

export interface Fixed {
  readonly documents: readonly Document[];
  /** The decoded input, which the offsets of the documents count in. */
  readonly text: string;
  /** What people have decided about it before. */
  readonly decisions?: Decisions;
}

/**
 * @throws InputError where the input is no text, and errors of the system where it cannot be read
 */
export async function fixInput(input: Input, settings: Reading): Promise<Fixed> {
  return fixBytes(await readInput(input), input.path, settings);
}

/** What is to be known of an input besides its bytes. */
export interface Known {
  /** SHA-256 in lower-case hexadecimal digits. */
  readonly digest: string;
  readonly decided: DecisionsFile | null;
}

function knownOf(bytes: Uint8Array, path: string | null, settings: Reading): Known {
  return { digest: sha256(bytes), decided: decisionsFor(path, settings) };
}

/**
 * @param path where the bytes are from, for the document; null where they have no name
 * @throws InputError where they are no text
 */
export async function fixBytes(
  bytes: Uint8Array,
  path: string | null,
  settings: Reading,
  { digest, decided }: Known = knownOf(bytes, path, settings),
): Promise<Fixed> {
  const { encoding, strict, lang, gapMark, keepTypography, edits, explain, confidence } = settings;
  // While the model is read, what else is slow to load.
  const fetching = fetchModels(lang ?? likelyLanguage(bytes));
  loadWeights();
  const decisions = decided && readDecisionsOf(decided);
  const decoded = await decode(bytes, { strict, ...(encoding !== undefined && { encoding }) });
  await fetching;
  const documents = await fixFile(decoded, {
    strict,
    keepTypography,
    edits,
    sha256: digest,
    ...(explain && { explain }),
    ...(confidence && { confidence }),
    ...(decisions && { decisions }),
    ...(path !== null && { path }),
    ...(lang !== undefined && { lang }),
    ...(settings.formatIn !== undefined && { format: settings.formatIn }),
    ...(gapMark !== undefined && { gapMark }),
  });
  if (settings.validate) await validate(documents);
  return { documents, text: decoded.text, ...(decisions && { decisions }) };
}

async function validate(documents: readonly Document[]): Promise<void> {
  const { violation } = await import("../write/schema.ts");
  for (const document of documents) {
    const found = violation(document);
    if (found !== null)
      throw new InputError(
        `its document breaks the schema at ${found}`,
        "this is a bug of pagefix, please report it",
      );
  }
}
