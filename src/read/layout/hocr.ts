/** hOCR (https://kba.github.io/hocr-spec/1.2/), as Tesseract, OCRmyPDF and ocropy write it. */
import { build } from "./builder.ts";
import { type Box, corners, type Reading } from "./sheet.ts";
import { type Attributes, walkHtml } from "./xml.ts";

const LINES: ReadonlySet<string> = new Set([
  "ocr_line",
  "ocr_header",
  "ocr_caption",
  "ocr_textfloat",
  "ocrx_line",
]);
const WORDS: ReadonlySet<string> = new Set(["ocrx_word", "ocr_word"]);
const PICTURES: ReadonlySet<string> = new Set(["ocr_photo", "ocr_image", "ocr_linedrawing"]);

/** An element that is open, and what is known of it. */
interface Open {
  readonly name: string;
  readonly kind: "line" | "word" | "other";
  readonly box: Box | null;
  readonly confidence: number | null;
}

export function readHocr(source: string): Reading {
  const sheet = build();
  const open: Open[] = [];
  /** Those of them that are lines: elements may be nested as deep as the file is long. */
  const lines: Open[] = [];
  let text = "";
  const finishWord = (element: Open) => {
    sheet.word(text, element.box, element.confidence);
    text = "";
  };
  const flaws = walkHtml(source, {
    open: (name, attributes) => {
      const kinds = (attributes.class ?? "").split(/\s+/);
      const is = (set: ReadonlySet<string>) => kinds.some((it) => set.has(it));
      const box = bbox(attributes);
      // ocropy writes the text of a line right into it; what stood outside of lines is no text of the page.
      const line = lines.at(-1);
      if (line && is(WORDS)) finishWord(line);
      text = line ? text : "";
      if (kinds.includes("ocr_page")) sheet.page();
      if (kinds.includes("ocr_carea") || kinds.includes("ocr_par")) sheet.block();
      if (box && is(PICTURES)) sheet.picture(box);
      if (box && kinds.includes("ocr_separator")) sheet.rule(box);
      if (is(LINES)) sheet.line(attributes.id ?? null, box, { rotation: angle(attributes) });
      const kind = is(LINES) ? "line" : is(WORDS) ? "word" : "other";
      const element: Open = { name, kind, box, confidence: confidence(attributes) };
      open.push(element);
      if (kind === "line") lines.push(element);
    },
    text: (data) => {
      text += data;
    },
    close: () => {
      const element = open.pop();
      if (element?.kind === "line") lines.pop();
      if (element && element.kind !== "other") finishWord(element);
    },
  });
  return sheet.done(flaws);
}

/** `bbox x0 y0 x1 y1` in the title. */
function bbox({ title = "" }: Attributes): Box | null {
  const [left, top, right, bottom] = (/\bbbox ([^;]*)/.exec(title)?.[1] ?? "")
    .trim()
    .split(/\s+/)
    .map(Number);
  return bottom === undefined ? null : corners(left as number, top as number, right as number, bottom);
}

/** `textangle`, in degrees. */
function angle({ title = "" }: Attributes): number {
  return Number(/\btextangle (-?[\d.]+)/.exec(title)?.[1] ?? Number.NaN);
}

/** `x_wconf`, in percent. */
function confidence({ title = "" }: Attributes): number | null {
  const percent = /\bx_wconf ([\d.]+)/.exec(title)?.[1];
  return percent === undefined ? null : Number(percent) / 100;
}
