/** Which format an input is in, by what it begins with. */
import type { Page } from "../page/types.ts";
import { readText, type TextSource } from "./text.ts";
import { refuseUnknown } from "./unknown.ts";
import { withoutHalves } from "./well-formed.ts";

/** Formats with boxes, of files that are pages themselves. */
export type PageFormat = "alto" | "hocr" | "tsv" | "page" | "paddle" | "bbox";
/** Formats with boxes: a METS file names files that have them. */
export type LayoutFormat = PageFormat | "mets";
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
  "mets",
];

/** Declarations, comments and the head of an HTML file are over by then. */
const HEAD = 4096;

const SIGNS: readonly (readonly [LayoutFormat, RegExp])[] = [
  ["mets", /<(?:\w+:)?mets[\s>]/],
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
  return /^[[{]/.test(head) && (VERSION_2.test(head) || KEYS.test(text)) ? "paddle" : "text";
}

/** What PaddleOCR, its labels and its services call the text of a line, or its place. */
const KEYS = /"(?:rec_texts|text_region|transcription)"/;
/** Version 2 has the points of a polygon there, and no names. */
const VERSION_2 = /^\[\s*(?:\[\s*){3,}-?[\d.]+\s*,\s*-?[\d.]+\s*\]/;

/** What is known of an input before it is read. */
export interface PageSource extends TextSource {
  /** Found from the input where it is absent. */
  readonly format?: InputFormat;
  /** Throw where the input is broken instead of reading what can be read. */
  readonly strict?: boolean;
  /**
   * Reads a file that the input names, as a METS file does; such an input is refused without it.
   *
   * @param path from the folder of the input, never out of it by `..`; that no link leads out of it is for this to see to
   */
  readonly beside?: (path: string) => Uint8Array | Promise<Uint8Array>;
}

/**
 * Reads a decoded input, in whatever format it is.
 *
 * @param input whole, or in pieces; of pieces the format is text unless it is named
 * @throws InputError where no page is left, and where it is XML, HTML or JSON in no format that is read
 */
export async function readPages(input: string | Iterable<string>, source: PageSource): Promise<Page[]> {
  const format = source.format ?? (typeof input === "string" ? formatOf(input) : "text");
  if (format === "text" && source.format === undefined && typeof input === "string") refuseUnknown(input);
  if (format === "text") return readText(typeof input === "string" ? input : [...input].join(""), source);
  const { readIssue, readLayout } = await import("./layout/index.ts");
  if (format === "mets") return readIssue(input, source);
  const pages = readLayout(input, format, source);
  return format === "paddle" ? pages.map(withoutHalves) : pages;
}
