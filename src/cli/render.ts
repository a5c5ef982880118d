/** Documents → what goes out; a writer is loaded only to write. */

import type { Scan } from "../write/html/boxes.ts";
import { toJson, toJsonArray } from "../write/json.ts";
import type { Fixed } from "./job.ts";
import type { Settings } from "./options.ts";

/**
 * @param several the user asked for several inputs: JSON is an array, however many came through
 * @param scan of the page, for its review
 */
export async function render(
  inputs: readonly Fixed[],
  { format, frontMatter }: Settings,
  several: boolean,
  scan: Scan | null = null,
): Promise<string | Uint8Array> {
  const documents = inputs.flatMap((fixed) => fixed.documents);
  switch (format) {
    case "json": {
      return several ? toJsonArray(documents) : toJson(documents);
    }
    case "html": {
      const pages = inputs.flatMap(({ documents: own, ...page }) =>
        own.map((document) => ({ document, ...page, ...(scan && { scan }) })),
      );
      return (await import("../write/html/index.ts")).toHtml(pages);
    }
    case "ndjson":
      return (await import("../write/ndjson.ts")).toNdjson(documents);
    case "markdown":
      return (await import("../write/markdown.ts")).toMarkdown(documents, { frontMatter });
    case "parquet":
      return (await import("../write/parquet.ts")).toParquet(documents);
    case "text":
      return (await import("../write/text.ts")).toText(documents);
  }
}
