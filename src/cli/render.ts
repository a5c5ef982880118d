/** Documents → what goes out; a writer is loaded only to write. */
import { toJson, toJsonArray } from "../write/json.ts";
import type { Fixed } from "./job.ts";
import type { Settings } from "./options.ts";

/** @param several the user asked for several inputs: JSON is an array, however many came through */
export async function render(
  inputs: readonly Fixed[],
  { format, frontMatter, image }: Settings,
  several: boolean,
): Promise<string | Uint8Array> {
  const documents = inputs.flatMap((fixed) => fixed.documents);
  switch (format) {
    case "json": {
      return several ? toJsonArray(documents) : toJson(documents);
    }
    case "html": {
      const scan = image === undefined ? undefined : (await import("./scan.ts")).readScan(image);
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
