/** Which format an input is in, by what it begins with. */
import type { Page } from "../page/types.ts";
import { readText, type TextSource } from "./text.ts";

/** Formats with boxes. */
export type LayoutFormat = "alto" | "hocr" | "tsv" | "page" | "paddle" | "bbox";
/** All formats that are read. */
export type InputFormat = "text" | LayoutFormat;

/** All that are read, as `--format-in` names them. */
export const INPUT_FORMATS: readonly InputFormat[] = [
  "text",
  "alto",
  "hocr",
  "tsv",
  "page",
  "paddle",
  "bbox",
];

/** Declarations, comments and the head of an HTML file are over by then. */
const HEAD = 4096;

const SIGNS: readonly (readonly [LayoutFormat, RegExp])[] = [
  ["alto", /<(?:\w+:)?alto[\s>]/],
  ["page", /<(?:\w+:)?PcGts[\s>]/],
  ["hocr", /class=["']?[^"'>=]*ocr_page|name=["']?ocr-(?:system|capabilities)/],
  ["bbox", /<page\s+width=[^<>]*>\s*<(?:flow|block|\/page)/],
];

/** The format of a decoded input; `text` where it is no other. */
export function formatOf(text: string): InputFormat {
  const head = text.slice(0, HEAD).trimStart();
  if (head.startsWith("<")) return SIGNS.find(([, sign]) => sign.test(head))?.[0] ?? "text";
  if (/^level\tpage_num\t/.test(head)) return "tsv";
  return /^[[{]/.test(head) && /"rec_texts"|^\[\s*(?:\[\s*){3,}-?[\d.]+\s*,\s*-?[\d.]+\s*\]/.test(text)
    ? "paddle"
    : "text";
}

/** What is known of an input before it is read. */
export interface PageSource extends TextSource {
  /** Found from the input where it is absent. */
  readonly format?: InputFormat;
  /** Throw where the input is broken instead of reading what can be read. */
  readonly strict?: boolean;
}

/**
 * Reads a decoded input, in whatever format it is.
 *
 * @throws InputError where no page is left
 */
export async function readPages(text: string, source: PageSource): Promise<Page[]> {
  const format = source.format ?? formatOf(text);
  if (format === "text") return readText(text, source);
  const { readLayout } = await import("./layout/index.ts");
  return readLayout(text, format, source);
}
