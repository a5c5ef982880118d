/** hOCR (https://kba.github.io/hocr-spec/1.2/), as Tesseract, OCRmyPDF and ocropy write it. */
import { build } from "./builder.ts";
import { walkHtml } from "./html.ts";
import { type Box, corners, type Reader } from "./sheet.ts";

const LINES: ReadonlySet<string> = new Set([
  "ocr_line",
  "ocr_header",
  "ocr_footer",
  "ocr_caption",
  "ocr_textfloat",
  "ocr_pageno",
  "ocrx_line",
]);
const WORDS: ReadonlySet<string> = new Set(["ocrx_word", "ocr_word"]);
const BLOCKS: ReadonlySet<string> = new Set(["ocr_carea", "ocr_par", "ocrx_block"]);
const PICTURES: ReadonlySet<string> = new Set(["ocr_photo", "ocr_image", "ocr_linedrawing"]);

/** Elements that part no text. */
const INLINE: ReadonlySet<string> = new Set([
  "span",
  "strong",
  "em",
  "b",
  "i",
  "u",
  "a",
  "sub",
  "sup",
  "font",
]);

/** An element that is open, and what is known of it. */
interface Open {
  readonly kind: "page" | "line" | "word" | "other";
  readonly isInline: boolean;
  readonly id: string | null;
  readonly box: Box | null;
  readonly confidence: number | null;
}

export const readHocr: Reader = (chunks, give) => {
  const sheet = build(give);
  const open: Open[] = [];
  /** How many of them: elements may be nested as deep as the file is long. */
  const depth = { page: 0, line: 0, word: 0, other: 0 };
  const lines: Open[] = [];
  /** Those with boxes, for text that stands in no line and no word. */
  const boxed: Open[] = [];
  let text = "";
  let loose: Box | null = null;

  /** What was read since is the text of an element. */
  const finish = (element: Open | undefined) => {
    const isText = text.trim() !== "" && depth.page + depth.line + depth.word > 0;
    if (isText && depth.line === 0) {
      const box = element?.box ?? null;
      if (element?.kind !== "word" || !loose || !box || !isBeside(loose, box))
        sheet.line(element?.id ?? null, box);
      loose = element?.kind === "word" ? box : null;
    }
    if (isText) sheet.word(text, element?.box ?? null, element?.confidence);
    text = "";
  };

  const flaws = walkHtml(chunks, {
    open: (name, { id = null, class: classes = "", title = "" }) => {
      const kinds = classes.split(/\s+/);
      const is = (set: ReadonlySet<string>) => kinds.some((it) => set.has(it));
      const kind = kinds.includes("ocr_page") ? "page" : is(LINES) ? "line" : is(WORDS) ? "word" : "other";
      const isInline = kind === "other" && INLINE.has(name);
      const box = bbox(title);
      // ocropy writes the text of a line right into it.
      if (kind !== "other") finish(lines.at(-1) ?? boxed.at(-1));
      else if (depth.line + depth.word === 0 && !isInline) finish(boxed.at(-1));
      const element: Open = { kind, isInline, id, box, confidence: confidence(title) };
      open.push(element);
      depth[kind]++;
      if (box && kind !== "page") boxed.push(element);
      if (kind === "page") sheet.page();
      if (is(BLOCKS)) sheet.block();
      if (box && is(PICTURES)) sheet.picture(box);
      if (box && kinds.includes("ocr_separator")) sheet.rule(box);
      if (kind === "line") {
        lines.push(element);
        sheet.line(id, box, { rotation: angle(title) });
      }
    },
    text: (data) => {
      text += data;
    },
    close: () => {
      const element = open.pop();
      if (!element) return;
      const { kind } = element;
      if (kind !== "other") finish(kind === "page" ? boxed.at(-1) : element);
      else if (depth.line + depth.word === 0 && !element.isInline) finish(boxed.at(-1));
      depth[kind]--;
      if (kind === "line") lines.pop();
      if (boxed.at(-1) === element) boxed.pop();
    },
  });
  return sheet.done(flaws);
};

/** Whether a word without a line goes on in the row of the one before. */
function isBeside([x, y, , height]: Box, [left, top, , depth]: Box): boolean {
  return left > x && top < y + height / 2 && top + depth > y + height / 2;
}

/** `bbox x0 y0 x1 y1` in the title. */
function bbox(title: string): Box | null {
  const [left, top, right, bottom] = (/\bbbox ([^;]*)/.exec(title)?.[1] ?? "")
    .trim()
    .split(/\s+/)
    .map(Number);
  return bottom === undefined ? null : corners(left as number, top as number, right as number, bottom);
}

/** `x_wconf`, in percent. */
function confidence(title: string): number | null {
  const percent = /\bx_wconf ([\d.]+)/.exec(title)?.[1];
  return percent === undefined ? null : Number(percent) / 100;
}

/** `textangle`, in degrees; NaN for a line that does not say. */
function angle(title: string): number {
  return Number(/\btextangle (-?[\d.]+)/.exec(title)?.[1] ?? Number.NaN);
}
