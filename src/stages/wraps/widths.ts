/** What the widths of lines say of a line end: how full the tail is, and how the widths around follow each other. */
import { emWidth, endsSentence, firstCharacter, isCjkContext } from "../../language/punctuation.ts";
import { type Row, WIDEST_COLUMN } from "../../layout/measure.ts";
import { clamp, type Features } from "../../model/weights.ts";

/** A tail and a head, the line before them and two behind them. */
export interface Around {
  readonly before: Row | undefined;
  readonly tail: Row;
  readonly head: Row;
  readonly behind: Row | undefined;
  readonly next: Row | undefined;
}

/**
 * How much room the tail leaves: none where the first character, or word, of the head would not have fitted. Asked of
 * the column as a whole, and of the lines before and behind, for a page may change its measure here.
 */
export function roomFeatures({ before, tail, head, behind }: Around): Features {
  if (tail.width > WIDEST_COLUMN) return { paragraphLine: 1 };
  if (tail.measure === 0) return { noMeasure: 1 };
  const first = widthOfFirst(head.text);
  const room = tail.measure - tail.width - first;
  const roomBefore = tail.measureBefore - tail.width - first;
  const roomAfter = tail.measureAfter - tail.width - first;
  const full = room < 0 && roomBefore < 0 && roomAfter < 0;
  return {
    full: room < 0 ? 1 : 0,
    almostFull: room >= 0 && room < 1 ? 1 : 0,
    shortBy: room >= 1 ? Math.min(12, room) : 0,
    shortBefore: roomBefore >= 1 ? 1 : 0,
    shortByBefore: roomBefore >= 1 ? Math.min(12, roomBefore) : 0,
    shortAfter: roomAfter >= 1 ? 1 : 0,
    shortByAfter: roomAfter >= 1 ? Math.min(12, roomAfter) : 0,
    stopsFull: full && endsSentence(tail.text) ? 1 : 0,
    narrowerThanHead: clamp(head.width - tail.width, 0, 8),
    widerThanHead: clamp(tail.width - head.width, 0, 8),
    likeHead: Math.abs(head.width - tail.width) <= 1 ? 1 : 0,
    likeBefore: before && Math.abs(before.width - tail.width) <= 1 ? 1 : 0,
    headLikeBehind: behind && Math.abs(behind.width - head.width) <= 1 ? 1 : 0,
    headShort: behind ? clamp(behind.width - head.width, 0, 8) : 0,
  };
}

/**
 * How the widths of four lines follow each other, two steps at a time: lines of a paragraph are of one width, but for
 * the last, and for the first, which is an em or two narrower where the reader left its indent out.
 */
export function stepFeatures({ before, tail, head, behind, next }: Around): Features {
  const own = step(tail, head);
  return {
    [`step:${own}`]: 1,
    [`steps:${step(before, tail)} ${own}`]: 1,
    [`stepsOn:${own} ${step(head, behind)}`]: 1,
    [`stepsBehind:${step(head, behind)} ${step(behind, next)}`]: 1,
  };
}

/** From one line to the next: `same`, or by how much wider or narrower, in ems. */
export function step(from: Row | undefined, to: Row | undefined): string {
  if (!from || !to) return "edge";
  const wider = to.width - from.width;
  const size = Math.abs(wider);
  if (size < 0.75) return "same";
  const sign = wider > 0 ? "+" : "-";
  return sign + (size < 1.5 ? "1" : size < 2.5 ? "2" : size < 4.5 ? "3" : "5");
}

/**
 * How usual the widths of the two lines are on this page: text is set in columns of a few widths, and the lines of
 * headings have any. A line one or two ems under a usual width may be the first of a paragraph, without its indent.
 */
export function usualFeatures({ tail, head, behind }: Around, share: (width: number) => number): Features {
  return {
    [`tailUsual:${shareClass(share(tail.width))}`]: 1,
    [`headUsual:${shareClass(share(head.width))}`]: 1,
    headUnderUsual: share(head.width + 1) >= 0.05 && behind && step(head, behind) === "+1" ? 1 : 0,
    [`tailSize:${sizeOf(tail.width)}`]: 1,
    [`headSize:${sizeOf(head.width)}`]: 1,
  };
}

/** Labels have a character or two, and headlines of narrow columns a handful; longer lines are told by their column. */
function sizeOf(width: number): string {
  return width <= 6 ? String(Math.ceil(width)) : "more";
}

function shareClass(share: number): string {
  return share < 0.01 ? "1" : share < 0.03 ? "3" : share < 0.08 ? "8" : share < 0.2 ? "20" : "more";
}

/** Share of the lines of a page that have about a width. */
export function sharesOf(rows: readonly Row[]): (width: number) => number {
  const counts = new Map<number, number>();
  for (const { width } of rows) counts.set(Math.round(width), (counts.get(Math.round(width)) ?? 0) + 1);
  return (width) => (counts.get(Math.round(width)) ?? 0) / rows.length;
}

/** Width of what would have had to fit on the line before: a CJK character, or a word and the space before it. */
function widthOfFirst(text: string): number {
  const first = firstCharacter(text);
  if (isCjkContext(first)) return 1;
  const word = /^[^\s\u2e80-\u9fff]+/.exec(text)?.[0] ?? first;
  return 0.5 + emWidth(word);
}
