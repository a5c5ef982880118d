/** Line widths of a page of plain text, and how wide the column is that a line stands in. */
import { tableOf } from "../language/index.ts";
import { emWidth, printedWidth } from "../language/punctuation.ts";
import { commonestWidth } from "../page/commonest-width.ts";
import { spanText } from "../page/text.ts";
import type { Line, Page } from "../page/types.ts";

export interface Row {
  readonly line: Line;
  readonly text: string;
  /** Width of indent and text, in units of the page's own: ems, or characters where those agree better. */
  readonly width: number;
  /** Width of the column around the line, in the same units; 0 where no column shows. */
  readonly measure: number;
  /** The same, as only the line and those before it show, and only the line and those behind it. */
  readonly measureBefore: number;
  readonly measureAfter: number;
}

/** Wider than any newspaper column is set: such a line is a paragraph, not a printed line. */
export const WIDEST_COLUMN = 50;
const NARROWEST_COLUMN = 4;
/** Lines on either side that show the measure of a column. Narrow columns of old papers run to a dozen lines. */
const REACH = 6;
/** Two lines are of one measure if their widths differ by no more: a mark that hangs or is brought in. */
const TOLERANCE = 1;

/** The lines of a page with their widths and measures. */
export function measureRows(page: Page): Row[] {
  const sizes = sizesOf(page);
  return page.lines.map((line, i) => {
    const { width, measure, measureBefore, measureAfter } = sizes[i] as Size;
    return { line, text: spanText(page, line.span), width, measure, measureBefore, measureAfter };
  });
}

/** Lines that have to be as wide as a column to show it. */
const FEWEST = 20;

/** The width, to half an em, that most lines of a page of text have; 0 where too few have it. */
export function usualColumn(page: Page): number {
  const widths = sizesOf(page).map(({ width }) => width);
  return (
    commonestWidth(
      widths.filter((width) => width <= WIDEST_COLUMN),
      FEWEST,
    ) ?? 0
  );
}

type Size = Omit<Row, "line" | "text">;

/** Several stages ask for the sizes of lines, which are those of the lines as they were read and never change. */
const known = new WeakMap<readonly Line[], readonly Size[]>();

function sizesOf(page: Page): readonly Size[] {
  const { lines } = page;
  const before = known.get(lines);
  if (before) return before;
  const sizes = lines.some(({ print }) => print) ? lines.map(printedSize) : sizesOfText(page);
  known.set(lines, sizes);
  return sizes;
}

/** Boxes tell what text lets only guess. */
function printedSize({ print }: Line): Size {
  const { width, measure } = print ?? { width: 0, measure: 0 };
  return { width, measure, measureBefore: measure, measureAfter: measure };
}

function sizesOfText({ lines, text, source }: Page): readonly Size[] {
  const { spaced } = tableOf(source.lang);
  const texts = lines.map(({ span }) => text.slice(span.start, span.end));
  const ems = lines.map((line, i) => line.indent + emWidth(texts[i] as string) + (line.otherHalf ?? 0));
  const counts = lines.map(
    (line, i) =>
      line.indent + lengthOf(texts[i] as string) + (line.trailingSpace ? 1 : 0) + (line.otherHalf ?? 0),
  );
  // A line of Han has its marks in full width, whatever an engine reads.
  const full = lines.map((line, i) => line.indent + printedWidth(texts[i] as string) + (line.otherHalf ?? 0));
  const candidates = spaced ? [ems, counts] : [ems, counts, full];
  const agreements = candidates.map((widths) => agreement(lines, widths));
  const widths = candidates[agreements.indexOf(Math.max(...agreements))] as readonly number[];
  const usual = usualWidth(widths);
  return lines.map((_, i) => {
    const [from, to] = stretch(lines, i);
    return {
      width: widths[i] as number,
      measure: sharedWidth(widths, from, to, usual),
      measureBefore: sharedWidth(widths, from, i, usual),
      measureAfter: sharedWidth(widths, i, to, usual),
    };
  });
}

/** Characters of a text, surrogate pairs as one. */
function lengthOf(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >> 10 === 0x37) length--;
  return length;
}

/** Share of the lines with another right below them that have the most frequent width: last lines are short anyway. */
function agreement(lines: readonly Line[], widths: readonly number[]): number {
  const counts = new Map<number, number>();
  let printed = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const width = widths[i] as number;
    if (width > WIDEST_COLUMN || (lines[i + 1] as Line).blankBefore > 0) continue;
    printed++;
    counts.set(Math.round(width), (counts.get(Math.round(width)) ?? 0) + 1);
  }
  return printed === 0 ? 0 : Math.max(...counts.values()) / printed;
}

/** The width that most text of the page is set to; 0 where lines of one width are few. */
function usualWidth(widths: readonly number[]): number {
  const weight = new Map<number, number>();
  let total = 0;
  for (const width of widths) {
    if (width > WIDEST_COLUMN || width < NARROWEST_COLUMN) continue;
    const rounded = Math.round(width);
    weight.set(rounded, (weight.get(rounded) ?? 0) + width);
    total += width;
  }
  let usual = 0;
  let most = 0;
  for (const width of [...weight.keys()].sort((a, b) => a - b)) {
    const near = (weight.get(width) ?? 0) + (weight.get(width - 1) ?? 0);
    if (near >= most) {
      most = near;
      usual = width;
    }
  }
  return most > 0.25 * total ? usual : 0;
}

/** The first and the last line near line `i`, with no empty line between. */
function stretch(lines: readonly Line[], i: number): readonly [number, number] {
  let from = i;
  while (from > 0 && i - from < REACH && (lines[from] as Line).blankBefore === 0) from--;
  let to = i;
  while (to + 1 < lines.length && to - i < REACH && (lines[to + 1] as Line).blankBefore === 0) to++;
  return [from, to];
}

/** The greatest width that two of the lines from one to another share; else the page's usual width. */
function sharedWidth(widths: readonly number[], from: number, to: number, usual: number): number {
  const count = sortWidths(widths, from, to);
  for (let j = 1; j < count; j++) {
    const wider = sorted[j - 1] as number;
    const width = sorted[j] as number;
    if (width < NARROWEST_COLUMN) break;
    if (wider - width <= TOLERANCE) return Math.abs(wider - usual) <= TOLERANCE ? usual : wider;
  }
  return usual;
}

/** The widths of a stretch, widest first: one place for all, since every line of a page asks three times. */
const sorted = new Float64Array(2 * REACH + 1);

/** @returns how many there are */
function sortWidths(widths: readonly number[], from: number, to: number): number {
  for (let i = from; i <= to; i++) {
    const width = widths[i] as number;
    let at = i - from;
    for (; at > 0 && (sorted[at - 1] as number) < width; at--) sorted[at] = sorted[at - 1] as number;
    sorted[at] = width;
  }
  return to - from + 1;
}
