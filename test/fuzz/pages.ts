/** Pages that are there already, for mutators to work on: those of fixtures, and of the bench where it lies beside the project. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatOf } from "../../src/read/index.ts";
import type { Pages } from "./cases.ts";

export const FIXTURES = "fixtures";
export const BENCH = "../shared/bench/dev";

/** In the order of their names, so that a number names the same page everywhere. */
export function pagesIn(folders: readonly string[]): Pages {
  const texts = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((path) => /^(?!hostile).*page\.(?:txt|alto\.xml|xml|hocr|tsv|page\.xml)$/.test(path))
        .sort()
        .map((path) => readFileSync(join(folder, path), "utf8")),
    );
  const read = texts.map((text) => ({ format: formatOf(text), text }));
  return {
    text: read.filter(({ format }) => format === "text").map(({ text }) => text),
    layout: read.filter(({ format }) => format !== "text"),
  };
}
