/** Documents → the text that goes out; a writer is loaded only to write. */
import type { Document } from "../page/document.ts";
import { toJson, toJsonArray } from "../write/json.ts";
import type { Settings } from "./options.ts";

/** @param several the user asked for several inputs: JSON is an array, however many came through */
export async function render(
  documents: readonly Document[],
  { format, frontMatter }: Settings,
  several: boolean,
): Promise<string> {
  switch (format) {
    case "json": {
      return several ? toJsonArray(documents) : toJson(documents);
    }
    case "ndjson":
      return (await import("../write/ndjson.ts")).toNdjson(documents);
    case "markdown":
      return (await import("../write/markdown.ts")).toMarkdown(documents, { frontMatter });
    case "text":
      return (await import("../write/text.ts")).toText(documents);
  }
}
