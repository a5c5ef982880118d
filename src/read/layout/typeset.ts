/** A sheet becomes a page: its lines in the order they are read, with what their places say of them. */
import { detectLanguage } from "../../language/detect.ts";
import { isCjkContext, lastCharacter } from "../../language/punctuation.ts";
import type { Language, Line, Print } from "../../page/types.ts";
import { inReadingFrame } from "./directions.ts";
import { withoutFileOrder } from "./file-order.ts";
import { flow } from "./flow.ts";
import type { Flowing } from "./flowing.ts";
import { inBands } from "./run-through.ts";
import { around, type Sheet, type Word } from "./sheet.ts";
import { straighten } from "./skew.ts";
import { median } from "./stacks.ts";
import { bodySize, typeSize } from "./type-size.ts";
import { inStatedOrder, isUnplaced, linesAsText } from "./unplaced.ts";
import { whiteAround } from "./white.ts";

/** The text of a page, and its lines in it. */
export interface TypesetPage {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly lang: Language;
}

/** @param start offset at which the text of the page will stand */
export function typeset(slanted: Sheet, start: number): TypesetPage {
  return isUnplaced(slanted) ? asText(slanted, start) : asPrinted(slanted, start);
}

function asText(sheet: Sheet, start: number): TypesetPage {
  const lines = inStatedOrder(sheet);
  const texts = lines.map(({ words }) => textOf(words, 0));
  const text = texts.join("\n");
  return { text, lines: linesAsText(lines, texts, start), lang: detectLanguage(text) };
}

function asPrinted(slanted: Sheet, start: number): TypesetPage {
  const sheet = inBands(straighten(inReadingFrame(withoutFileOrder(slanted))));
  const body = bodySize(sheet.lines, typeSize);
  const written = sheet.lines.map(({ words }) => words.map((word) => word.text).join(" ")).join("\n");
  const lang = detectLanguage(written);
  const flowing = flow(sheet, body, lang);
  const pitch = usualPitch(flowing, body);
  const texts = flowing.map(({ strip }) => textOf(strip.words, typeSize(strip)));
  const white = whiteInFrames(flowing, body);
  const runs = blockRuns(flowing);
  let at = start;
  const lines = texts.map((text, i): Line => {
    const span = { start: at, end: at + text.length };
    at = span.end + 1;
    const { indent, print: own } = printOf(flowing, i, body);
    const print = { ...own, white: white[i] as Print["white"], block: runs[i] as number };
    return { span, indent, blankBefore: isApart(flowing, i, pitch) ? 1 : 0, trailingSpace: false, print };
  });
  const text = texts.join("\n");
  return { text, lines, lang };
}

/** Per line which block it is of, in the order of reading; one that is interrupted is two. */
function blockRuns(flowing: readonly Flowing[]): number[] {
  let run = 0;
  return flowing.map(({ strip: { block } }, i) => (flowing[i - 1]?.strip.block === block ? run : ++run));
}

/** What runs another way is measured by itself. */
function whiteInFrames(flowing: readonly Flowing[], body: number): Print["white"][] {
  const frames = new Map<number, number[]>();
  flowing.forEach(({ frame }, i) => {
    const own = frames.get(frame);
    if (own) own.push(i);
    else frames.set(frame, [i]);
  });
  const white: Print["white"][] = [];
  for (const own of frames.values()) {
    const strips = own.map((i) => (flowing[i] as Flowing).strip);
    whiteAround(strips, body).forEach((found, i) => {
      white[own[i] as number] = found;
    });
  }
  return white;
}

/** White between words that is no space between letters of CJK text, in ems: their boxes are loose. */
const SPACE = 0.7;

function textOf(words: readonly Word[], size: number): string {
  let text = "";
  let end = 0;
  for (const { text: own, box } of words) {
    const loose = isCjkContext(lastCharacter(text)) || isCjkContext(own);
    text += (text !== "" && (!loose || box[0] - end > SPACE * size) ? " " : "") + own;
    end = box[0] + box[2];
  }
  return text;
}

/** From line to line of running text. */
function usualPitch(flowing: readonly Flowing[], body: number): number {
  const steps = flowing.flatMap(({ strip, joint, size }, i) => {
    const before = flowing[i - 1];
    const isText = before && joint === "below" && isBody(size) && isBody(before.size);
    return isText ? [strip.box[1] - before.strip.box[1]].filter((step) => step > 0) : [];
  });
  return median(steps) || 1.5 * body;
}

/** More than a line of text, and less than a heading, differs from the usual size. */
function isBody(size: number): boolean {
  return size > 0.75 && size < LARGE;
}
const LARGE = 1.25;

/** A step that is longer than the usual one by half a line leaves a blank line. */
const BLANK = 1.5;

/** Whether a line is set off from the one before as an empty line does it. */
function isApart(flowing: readonly Flowing[], i: number, pitch: number): boolean {
  const [before, own] = [flowing[i - 1], flowing[i] as Flowing];
  if (!before || own.joint === "apart") return true;
  const [small, large] = [Math.min(before.size, own.size), Math.max(before.size, own.size)];
  if (large >= LARGE && large > 1.2 * small) return true;
  if (own.joint === "column") return false;
  const step = own.strip.box[1] - before.strip.box[1];
  return step > BLANK * pitch * Math.max(1, small);
}

function isBelow({ strip: { box: a } }: Flowing, { strip: { box: b } }: Flowing): boolean {
  return Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]) > 0.5 * Math.min(a[2], b[2]);
}

/** Lines on either side that show where the edges of a column are. */
const NEAR = 8;

/** What the print of a line says of it by itself and among the lines before and behind. */
function printOf(
  flowing: readonly Flowing[],
  i: number,
  body: number,
): { indent: number; print: Omit<Print, "white" | "block"> } {
  const { strip, size, joint, underPicture, atEdge, ruby, boxed } = flowing[i] as Flowing;
  const [x, , width] = strip.box;
  const [left, right] = edgesOf(flowing, i);
  const em = isBody(size) ? body : size * body;
  const indent = Math.max(0, x - left) / em;
  return {
    indent: indent < 0.5 ? 0 : indent,
    print: {
      id: strip.id,
      box: around(strip.words.map(({ place }) => place)),
      size,
      width: (x + width - left) / em,
      measure: (right - left) / em,
      opensColumn: joint === "column",
      underPicture,
      atEdge,
      ...(ruby && { ruby }),
      ...(strip.advert !== null && { advert: strip.advert }),
      ...(boxed !== undefined && { boxed }),
    },
  };
}

/** The edges of the column: of the lines near by in type of about the same size, with a few that stand out left aside. */
function edgesOf(flowing: readonly Flowing[], i: number): readonly [number, number] {
  const own = flowing[i] as Flowing;
  const near = [own];
  for (const step of [-1, 1])
    for (let j = i; Math.abs(j - i) < NEAR; j += step) {
      const next = flowing[step < 0 ? j - 1 : j + 1];
      if (!next || (step < 0 ? flowing[j] : next)?.joint !== "below") break;
      const alike = Math.max(next.size, own.size) < LARGE * Math.min(next.size, own.size);
      if (alike && isBelow(next, own)) near.push(next);
    }
  const lefts = near.map(({ strip }) => strip.box[0]).sort((a, b) => a - b);
  const rights = near.map(({ strip }) => strip.box[0] + strip.box[2]).sort((a, b) => b - a);
  const outliers = Math.floor(near.length / 6);
  return [lefts[outliers] as number, rights[outliers] as number];
}
