/** NDJSON: a document a line, for pipelines. */
import type { Document } from "../page/document.ts";
import { inContractOrder } from "./json.ts";

/** One line of JSON, ended by a line feed, for each document; the keys as in {@link toJson}. */
export function toNdjson(documents: readonly Document[]): string {
  return documents.map((document) => `${JSON.stringify(inContractOrder(document))}\n`).join("");
}
