/**
 * Printed lines that an engine took for two: it saw a gap in some lines of a column, and wrote what stands behind it as a block
 * of its own. Both halves together are as wide as the column, and the text goes on from the one to the other.
 */
import { emWidth } from "../../language/punctuation.ts";
import type { Line } from "../../page/types.ts";
import { LEAST, type Reader, MOST as SURE } from "./reader.ts";

/** Lines of the longest block of second halves, and how many lines away their first halves stand at most. */
const MOST = 4;
const NEAR = 40;
/** Ems of the longest line that is printed; what is longer is a paragraph that nobody cut into lines. */
const LONGEST = 60;
/** Lines that tell how wide their column is. */
const FEWEST = 3;
/** Share of the column that a half fills at most, and ems by which two of them may miss it, for the gap is not known. */
const HALF = 0.92;
const OFF = 3;
/** Nats by which the text has to read better with both halves together. */
const WORTH = 9;

/**
 * The lines of a page, second halves behind their first ones; the very same where there are none.
 *
 * @param readerOf called where there are lines that may be halves; null where there is no model to tell
 */
export function withHalves(
  text: string,
  lines: readonly Line[],
  readerOf: () => Reader | null,
): readonly Line[] {
  if (!hasColumns(lines)) return lines;
  const read = readerOf();
  if (!read) return lines;
  const halves = halvesIn(stretchesOf(text, lines), read);
  if (halves.size === 0) return lines;
  const moved = new Set(halves.values());
  const widthOf = ({ span }: Line) => emWidth(text.slice(span.start, span.end));
  return lines.flatMap((line) => {
    if (moved.has(line)) return [];
    const half = halves.get(line);
    if (!half) return [line];
    return [
      { ...line, otherHalf: widthOf(half) },
      { ...half, otherHalf: widthOf(line), blankBefore: 0 },
    ];
  });
}

/** Second halves by their first ones. */
function halvesIn(stretches: readonly Stretch[], read: Reader): Map<Line, Line> {
  const halves = new Map<Line, Line>();
  const taken = new Set<Line>();
  for (const [n, stretch] of stretches.entries()) {
    const firsts = bestPlace(stretch, nearTo(stretches, n), read);
    // A line is one half of one other.
    if (!firsts || [...firsts, ...stretch.lines].some((line) => taken.has(line))) continue;
    firsts.forEach((first, i) => {
      const half = stretch.lines[i] as Line;
      halves.set(first, half);
      taken.add(first).add(half);
    });
  }
  return halves;
}

/** The lines that the lines of a stretch are the second halves of; null where they are none. */
function bestPlace(halves: Stretch, near: readonly Stretch[], read: Reader): readonly Line[] | null {
  const count = halves.lines.length;
  if (count > MOST) return null;
  const columns = [...new Set(near.flatMap(({ column }) => column ?? []))];
  let best: readonly Line[] | null = null;
  let most = WORTH;
  for (const firsts of near)
    for (let from = 0; from + count <= firsts.lines.length; from++) {
      if (!areHalves(halves.widths, firsts.widths, from, columns)) continue;
      const gain = gainOf(halves.lines, firsts.lines.slice(from, from + count + 1), read, most);
      if (gain <= most) continue;
      most = gain;
      best = firsts.lines.slice(from, from + count);
    }
  return best;
}

/** The stretches that begin near one, in the order of the page. */
function nearTo(stretches: readonly Stretch[], n: number): Stretch[] {
  const { at } = stretches[n] as Stretch;
  let from = n;
  while (from > 0 && at - (stretches[from - 1] as Stretch).at <= NEAR) from--;
  const near: Stretch[] = [];
  for (let i = from; i < stretches.length; i++) {
    const other = stretches[i] as Stretch;
    if (other.at - at > NEAR) break;
    if (i !== n) near.push(other);
  }
  return near;
}

/** Whether each line is as wide as a column with the line before it or with the line behind it, which stand from a place on. */
function areHalves(
  widths: readonly number[],
  others: readonly number[],
  from: number,
  columns: readonly number[],
): boolean {
  return widths.every((own, i) => {
    const [before, behind] = [others[from + i] as number, others[from + i + 1]];
    return columns.some(
      (width) => fill(width, own, before) || (behind !== undefined && fill(width, own, behind)),
    );
  });
}

function fill(width: number, one: number, other: number): boolean {
  return Math.abs(one + other - width) <= OFF && Math.max(one, other) <= HALF * width;
}

/** What the seams around a half may bring at most, and with them that of the half and its first one. */
const AROUND = SURE - 2 * LEAST;
const ALL = SURE + AROUND;

/**
 * Nats by which the text reads better; fewer than `least` where it is plain on the way that it cannot be more.
 *
 * @param firsts one more than the halves, if there is a line behind them
 */
function gainOf(halves: readonly Line[], firsts: readonly Line[], read: Reader, least: number): number {
  let gain = 0;
  for (let i = 0; i < halves.length; i++) {
    const [half, after] = [halves[i] as Line, halves[i + 1]];
    const [first, next] = [firsts[i] as Line, firsts[i + 1]];
    gain += read(first.span, half.span);
    if (gain + AROUND + (halves.length - 1 - i) * ALL <= least) return Number.NEGATIVE_INFINITY;
    if (next) gain += read(half.span, next.span) - read(first.span, next.span);
    if (after) gain -= read(half.span, after.span);
  }
  return gain;
}

/** The lines between two empty ones. */
interface Stretch {
  readonly lines: readonly Line[];
  /** In ems. */
  readonly widths: readonly number[];
  /** Number of its first line on the page. */
  readonly at: number;
  /** Width of its column, as its longest line but one has it; null where it has too few lines to tell. */
  readonly column: number | null;
}

/** Whether three lines that may be printed lines stand together. */
function hasColumns(lines: readonly Line[]): boolean {
  let count = 0;
  for (const { blankBefore, span } of lines) {
    const isPrinted = span.end - span.start <= LONGEST;
    count = !isPrinted ? 0 : blankBefore > 0 ? 1 : count + 1;
    if (count === FEWEST) return true;
  }
  return false;
}

function stretchesOf(text: string, lines: readonly Line[]): Stretch[] {
  const starts = [...lines.keys()].filter((i) => i === 0 || (lines[i] as Line).blankBefore > 0);
  return starts.map((at, n) => {
    const own = lines.slice(at, starts[n + 1]);
    const widths = own.map(({ span }) => emWidth(text.slice(span.start, span.end)));
    const second = widths.length < FEWEST ? null : (widths.toSorted((a, b) => b - a)[1] as number);
    return { at, lines: own, widths, column: second !== null && second <= LONGEST ? second : null };
  });
}
