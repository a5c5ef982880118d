/** A line at every white within it: what may be parts of several columns, and the ways to part it at a place. */
import { emWidth, HAN, is } from "../../language/punctuation.ts";
import type { Line, Span } from "../../page/types.ts";

/** A stretch of a line; `left` and `right` in ems from the left edge of the page. A rule stands at the end of the piece before. */
export interface Piece extends Span {
  readonly left: number;
  readonly right: number;
}

/** The pieces of a line, or of its share of a column; it may have none there. */
export type Pieces = readonly Piece[];

/** White, and the rules between columns. */
const GUTTERS = " \t\u00a0\u3000|｜│¦";
const GUTTER_UNITS = new Set([...GUTTERS].map((character) => character.charCodeAt(0)));
const GUTTER = new RegExp(`[${GUTTERS}]+`, "g");

/** @returns never none */
export function piecesOf(text: string, { span, indent }: Line): Piece[] {
  const own = text.slice(span.start, span.end);
  const pieces: Piece[] = [];
  let left = indent;
  let from = 0;
  const add = (to: number, next: number) => {
    const right = left + emWidth(own.slice(from, to));
    const end = next - (own.slice(to, next).length - own.slice(to, next).trimEnd().length);
    pieces.push({ start: span.start + from, end: span.start + end, left, right });
    left = right + emWidth(own.slice(to, next));
    from = next;
  };
  for (const { 0: gutter, index } of own.matchAll(GUTTER)) if (index > 0) add(index, index + gutter.length);
  if (from < own.length) add(own.length, own.length);
  return pieces;
}

/** Ems that a part of a line has to be wide to be part of a column. */
const WIDE = 4;

/** Whether the pieces before one are wide enough for a column, and it and those behind it are too. */
function isWideAt(pieces: Pieces, k: number): boolean {
  return widthOf(pieces.slice(0, k)) >= WIDE && widthOf(pieces.slice(k)) >= WIDE;
}

/** In ems, the white within included. */
export function widthOf(pieces: Pieces): number {
  const [first, last] = [pieces[0], pieces.at(-1)];
  return first && last ? last.right - first.left : 0;
}

/** @param pieces not none */
export function spanOf(pieces: Pieces): Span {
  return { start: (pieces[0] as Piece).start, end: (pieces.at(-1) as Piece).end };
}

/** UTF-16 units of the longest line that a printed page has; what is longer is a paragraph that nobody cut into lines. */
export const LONGEST = 200;

/** Pieces of the line that has most: words set apart, leaders and figures have more. */
const MOST = 16;
/** Ems that pieces are wide in the mean: those of tables, and words set apart, are narrower. */
const SOLID = 5;

/** Whether lines are of running text, by how wide their pieces are. */
export function areSolid(text: string, lines: readonly Line[]): boolean {
  const pieces = lines.flatMap((line) => piecesOf(text, line));
  return pieces.reduce((sum, { left, right }) => sum + right - left, 0) >= SOLID * pieces.length;
}

/** Whether a line has white where columns may begin. */
export function mayBeParted(text: string, line: Line): boolean {
  const { start, end } = line.span;
  if (end - start > LONGEST || !hasWhite(text, line.span)) return false;
  const pieces = piecesOf(text, line);
  return pieces.length <= MOST && placesIn(pieces).length > 0;
}

function hasWhite(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (!is(HAN, unit) && GUTTER_UNITS.has(unit)) return true;
  }
  return false;
}

/** Where columns may begin by the white of a line, in ems. */
export function placesIn(pieces: Pieces): number[] {
  return pieces.filter((_, k) => k > 0 && isWideAt(pieces, k)).map(({ left }) => left);
}

/** So many of the whites of a line may end its first column. */
const BEGINNINGS = 6;

/** The first pieces of a line as far as each white of it that may part columns, and all of it. */
export function beginningsOf(pieces: Pieces): Pieces[] {
  const cuts = pieces.map((_, k) => k).filter((k) => k > 0 && widthOf(pieces.slice(0, k)) >= WIDE);
  return [...cuts.slice(0, BEGINNINGS).map((k) => pieces.slice(0, k)), pieces];
}

/** A line parted at a place: what stands before it and behind it, either of which may be nothing. */
export interface Way {
  readonly before: Pieces;
  readonly behind: Pieces;
  /** Nats that speak against it: the place is off, or there is no white. */
  readonly cost: number;
  /** There is no white. */
  readonly forced: boolean;
}

/** Ems by which white may be off: engines guess its width. Where there is none, the letters themselves tell the place better. */
const SLACK = 3.5;
const REACH = 2;
/** Nats for each em that the white is off, and for a cut where there is none. */
const OFF = 0.3;
const FORCED = 3;

/** All ways to part a line near a place; none where it runs across. */
export function waysToPart(text: string, pieces: Pieces, place: number): Way[] {
  const ways: Way[] = [];
  for (let k = 1; k < pieces.length; k++) {
    const { right } = pieces[k - 1] as Piece;
    const { left } = pieces[k] as Piece;
    const off = Math.max(0, right - place, place - left);
    if (off <= SLACK)
      ways.push({ before: pieces.slice(0, k), behind: pieces.slice(k), cost: off * OFF, forced: false });
  }
  if ((pieces.at(-1) as Piece).right <= place + SLACK)
    ways.push({ before: pieces, behind: [], cost: 0, forced: false });
  else if ((pieces[0] as Piece).left >= place - SLACK)
    ways.push({ before: [], behind: pieces, cost: 0, forced: false });
  return ways.length > 0 ? ways : waysWithoutWhite(text, pieces, place);
}

function waysWithoutWhite(text: string, pieces: Pieces, place: number): Way[] {
  const k = pieces.findIndex(({ left, right }) => left < place && right > place);
  const crossing = pieces[k];
  const ways: Way[] = [];
  if (!crossing) return ways;
  let at = crossing.left;
  for (let i = crossing.start; i < crossing.end; i++) {
    const off = Math.abs(at - place);
    if (i > crossing.start && off <= REACH) {
      const before = [...pieces.slice(0, k), { ...crossing, end: i, right: at }];
      const behind = [{ ...crossing, start: i, left: at }, ...pieces.slice(k + 1)];
      ways.push({ before, behind, cost: FORCED + off * OFF, forced: true });
    }
    at += emWidth(text[i] as string);
  }
  return ways;
}
