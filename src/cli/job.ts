/** One input: its bytes, the documents, what people should know about them. */

import { fixFile } from "../fix.ts";
import { fetchModel, loadWeights } from "../model/load.ts";
import type { Document } from "../page/document.ts";
import { InputError } from "../page/errors.ts";
import { decode } from "../read/decode.ts";
import { likelyLanguage } from "./ahead.ts";
import type { Input } from "./inputs.ts";
import { readInput } from "./inputs.ts";
import type { Settings } from "./options.ts";

export interface Fixed {
  readonly documents: readonly Document[];
  /** The decoded input, which the offsets of the documents count in. */
  readonly text: string;
}

/**
 * @throws InputError where the input is no text, and errors of the system where it cannot be read
 */
export async function fixInput(input: Input, settings: Settings): Promise<Fixed> {
  const { encoding, strict, lang, gapMark, keepTypography, edits } = settings;
  const bytes = await readInput(input);
  // While the model is read, what else is slow to load.
  const fetching = fetchModel(lang ?? likelyLanguage(bytes));
  const { createHash } = await import("node:crypto");
  loadWeights();
  const decoded = await decode(bytes, { strict, ...(encoding !== undefined && { encoding }) });
  await fetching;
  const documents = await fixFile(decoded, {
    strict,
    keepTypography,
    edits,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    ...(input.path !== null && { path: input.path }),
    ...(lang !== undefined && { lang }),
    ...(settings.formatIn !== undefined && { format: settings.formatIn }),
    ...(gapMark !== undefined && { gapMark }),
  });
  if (settings.validate) await validate(documents);
  return { documents, text: decoded.text };
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
