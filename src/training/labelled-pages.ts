/**
 * Real pages whose file says nothing of articles, with labels made by reading them: which lines are of which article. The labels stand in
 * `labels/`, by the number of the line in its ALTO file; the pages do not, and are read from the folder that holds them.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { readLayout } from "../read/layout/index.ts";
import { type Gold, type GoldPage, lineRoles } from "./gold-lines.ts";

type Range = readonly [from: number, to: number];

/** The articles of a page: numbers of lines from one, both ends of a range included. */
interface Labels {
  readonly articles: readonly {
    readonly title: readonly number[];
    readonly lines: readonly Range[];
    readonly kind?: "advert";
  }[];
  readonly furniture: readonly Range[];
}

const LABELS = "labels/library-of-congress.json";

/** @param folder holds the pages as gzipped ALTO, by the names that the labels have for them */
export function labelledPages(folder: string): GoldPage[] {
  const labels = JSON.parse(readFileSync(fileURLToPath(new URL(LABELS, import.meta.url)), "utf8")) as Record<
    string,
    Labels
  >;
  return Object.entries(labels).map(([id, own]) => {
    const path = join(folder, `${id}.alto.xml.gz`);
    if (!existsSync(path))
      throw new Error(`${path}: not found; the labelled pages are not in this repository`);
    const file = gunzipSync(readFileSync(path)).toString("utf8");
    const [page] = readLayout(file, "alto", { path: null, encoding: "utf-8", sha256: null, warnings: [] });
    if (!page) throw new Error(`${path}: no text`);
    return { id, page, lines: lineRoles(page, goldOf(own, linesOf(file))) };
  });
}

/** The text of each line of an ALTO file, in the order of the file. */
function linesOf(file: string): string[] {
  return [...file.matchAll(/<TextLine\b[\s\S]*?<\/TextLine>/g)].map(([line]) =>
    [...line.matchAll(/<String\b[^>]*\bCONTENT="([^"]*)"/g)]
      .map(([, word]) => unescaped(word ?? ""))
      .join(" "),
  );
}

function unescaped(text: string): string {
  const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => names[name] as string);
}

function goldOf({ articles, furniture }: Labels, texts: readonly string[]): Gold {
  const textOf = (numbers: readonly number[]) => numbers.map((number) => texts[number - 1] ?? "").join(" ");
  return {
    articles: articles.map(({ title, lines, kind }) => {
      const body = lines.flatMap(numbersOf).filter((number) => !title.includes(number));
      return { kind: kind ?? "article", title: textOf(title), body: [{ text: textOf(body) }] };
    }),
    furniture: furniture.map((range) => textOf(numbersOf(range))),
  };
}

function numbersOf([from, to]: Range): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
