/** Documents that pagefix has written, read again by the commands that correct them. */

import type { Document } from "../../page/document.ts";
import { InputError } from "../../page/errors.ts";

/**
 * @param text JSON of a document, or of several
 * @throws InputError where it is none
 */
export async function readDocuments(text: string): Promise<readonly Document[]> {
  const advice = "name the JSON that pagefix wrote, e.g. by pagefix page.txt --explain -o page.json";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`no JSON (${(error as Error).message})`, advice);
  }
  const documents: readonly unknown[] = Array.isArray(value) ? value : [value];
  const { violation } = await import("../../write/schema.ts");
  for (const document of documents) {
    const found = violation(document);
    if (found !== null) throw new InputError(`no document of pagefix: ${found}`, advice);
  }
  if (documents.length === 0) throw new InputError("no document in it", advice);
  return documents as readonly Document[];
}
