/** What the widths of lines say of a line end: how full the tail is, and how the widths around follow each other. */
import { emWidth, endsSentence, firstCharacter, isCjkContext } from "../../language/punctuation.ts";
import { type Row, WIDEST_COLUMN } from "../../layout/measure.ts";
import { clamp, type Listed, see } from "../../model/weights.ts";

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
export function seeRoom(seen: Listed, around: Around): void {
  const { width, measure } = around.tail;
  if (width > WIDEST_COLUMN) see(seen, "paragraphLine", 1);
  else if (measure === 0) see(seen, "noMeasure", 1);
  else seeRoomInColumn(seen, around);
}

function seeRoomInColumn(seen: Listed, { before, tail, head, behind }: Around): void {
  const first = widthOfFirst(head.text);
  const room = tail.measure - tail.width - first;
  const roomBefore = tail.measureBefore - tail.width - first;
  const roomAfter = tail.measureAfter - tail.width - first;
  const full = room < 0 && roomBefore < 0 && roomAfter < 0;
  see(seen, "full", room < 0);
  see(seen, "almostFull", room >= 0 && room < 1);
  see(seen, "shortBy", room >= 1 ? Math.min(12, room) : 0);
  see(seen, "shortBefore", roomBefore >= 1);
  see(seen, "shortByBefore", roomBefore >= 1 ? Math.min(12, roomBefore) : 0);
  see(seen, "shortAfter", roomAfter >= 1);
  see(seen, "shortByAfter", roomAfter >= 1 ? Math.min(12, roomAfter) : 0);
  see(seen, "stopsFull", full && endsSentence(tail.text));
  see(seen, "narrowerThanHead", clamp(head.width - tail.width, 0, 8));
  see(seen, "widerThanHead", clamp(tail.width - head.width, 0, 8));
  see(seen, "likeHead", Math.abs(head.width - tail.width) <= 1);
  see(seen, "likeBefore", before !== undefined && Math.abs(before.width - tail.width) <= 1);
  see(seen, "headLikeBehind", behind !== undefined && Math.abs(behind.width - head.width) <= 1);
  see(seen, "headShort", behind ? clamp(behind.width - head.width, 0, 8) : 0);
}

/**
 * How the widths of four lines follow each other, two steps at a time: lines of a paragraph are of one width, but for
 * the last, and for the first, which is an em or two narrower where the reader left its indent out.
 */
export function seeSteps(seen: Listed, { before, tail, head, behind, next }: Around): void {
  const own = stepBetween(tail, head);
  const on = stepBetween(head, behind);
  see(seen, ONE[own] as string, 1);
  see(seen, TWO[stepBetween(before, tail)]?.[own] as string, 1);
  see(seen, TWO_ON[own]?.[on] as string, 1);
  see(seen, TWO_BEHIND[on]?.[stepBetween(behind, next)] as string, 1);
}

const WIDER = ["edge", "same", "+1", "+2", "+3", "+5", "-1", "-2", "-3", "-5"] as const;
/** Names that are put together once: one that is made anew has to be read through wherever it is looked up. */
const ONE = WIDER.map((own) => `step:${own}`);
const TWO = WIDER.map((before) => WIDER.map((own) => `steps:${before} ${own}`));
const TWO_ON = WIDER.map((own) => WIDER.map((on) => `stepsOn:${own} ${on}`));
const TWO_BEHIND = WIDER.map((on) => WIDER.map((next) => `stepsBehind:${on} ${next}`));

/** From one line to the next: `same`, or by how much wider or narrower, in ems. */
export function step(from: Row | undefined, to: Row | undefined): (typeof WIDER)[number] {
  return WIDER[stepBetween(from, to)] as (typeof WIDER)[number];
}

/** The place of a step in `WIDER`. */
function stepBetween(from: Row | undefined, to: Row | undefined): number {
  if (!from || !to) return 0;
  const wider = to.width - from.width;
  const size = Math.abs(wider);
  if (size < 0.75) return 1;
  return (wider > 0 ? 2 : 6) + (size < 1.5 ? 0 : size < 2.5 ? 1 : size < 4.5 ? 2 : 3);
}

/**
 * How usual the widths of the two lines are on this page: text is set in columns of a few widths, and the lines of
 * headings have any. A line one or two ems under a usual width may be the first of a paragraph, without its indent.
 */
export function seeUsual(
  seen: Listed,
  { tail, head, behind }: Around,
  share: (width: number) => number,
): void {
  see(seen, TAIL_USUAL[usualClass(share(tail.width))] as string, 1);
  see(seen, HEAD_USUAL[usualClass(share(head.width))] as string, 1);
  see(
    seen,
    "headUnderUsual",
    share(head.width + 1) >= 0.05 && behind !== undefined && step(head, behind) === "+1",
  );
  see(seen, TAIL_SIZE[sizeOf(tail.width)] as string, 1);
  see(seen, HEAD_SIZE[sizeOf(head.width)] as string, 1);
}

/** Labels have a character or two, and headlines of narrow columns a handful; longer lines are told by their column. */
const SIZES = ["0", "1", "2", "3", "4", "5", "6", "more"];
const TAIL_SIZE = SIZES.map((size) => `tailSize:${size}`);
const HEAD_SIZE = SIZES.map((size) => `headSize:${size}`);

function sizeOf(width: number): number {
  return Math.min(SIZES.length - 1, Math.ceil(width));
}

const SHARES = ["1", "3", "8", "20", "more"];
const TAIL_USUAL = SHARES.map((share) => `tailUsual:${share}`);
const HEAD_USUAL = SHARES.map((share) => `headUsual:${share}`);

function usualClass(share: number): number {
  return share < 0.01 ? 0 : share < 0.03 ? 1 : share < 0.08 ? 2 : share < 0.2 ? 3 : 4;
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
