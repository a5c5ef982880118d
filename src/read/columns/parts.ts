/**
 * The parts of a line that runs over several columns, told by how wide a column is: on most pages of newspapers all columns are
 * equally wide, and many lines show by how much. A line is cut where that makes full lines of its parts, and none goes on in the next.
 */
import { emWidth, endsSentence, hasAny, lastCharacter, PAUSES, STOPS } from "../../language/punctuation.ts";
import { commonestWidth } from "../../page/commonest-width.ts";
import type { Line, Span } from "../../page/types.ts";
import { endsWithRule } from "./cells.ts";
import { LONGEST, type Piece, type Pieces, piecesOf, spanOf, widthOf } from "./pieces.ts";
import type { Reader } from "./reader.ts";

/** Lines that have to be as wide as a column, and the share of all printed lines that they have to be. */
const FEWEST = 20;
const SHARE = 0.25;
/** Widths of columns, in ems. */
const NARROWEST = 8;
const WIDEST = 30;
/** Ems by which a full line may miss its column, and by which it may run over. */
export const FULL = 1;
export const OVER = 1.5;

/** How wide the columns of a page are, in ems, as most of its lines are; null where they do not agree. */
export function measureOf(text: string, lines: readonly Line[]): number | null {
  const widths = lines
    .map(({ span }) => Math.round(2 * emWidth(text.slice(span.start, span.end))) / 2)
    .filter((width) => width >= NARROWEST && width <= WIDEST);
  return commonestWidth(widths, Math.max(FEWEST, SHARE * widths.length));
}

/** What a part gains that is a full line, the first or the last line of a paragraph, another line, or wider than its column. */
const FULL_LINE = 2.5;
const END_LINE = 1;
const OTHER_LINE = -1;
const WIDE_LINE = -1;
/** Ems of the indent of a paragraph. */
export const INDENT = 2;

/** What a cut gains by what stands there: a rule, wide white, one space, a mark that an engine read for a rule. */
const AT = { rule: 2.5, white: 2, space: -0.5, mark: -1 } as const;

/**
 * What a line has to gain by being cut, and the share of its parts that have to be full lines; and whether it needs a sign of running text
 * or of a gutter, for a headline of two phrases may be as wide as two columns. Beside a line that is cut it takes less.
 */
export const ALONE = { worth: 4, full: 0.5, signed: true } as const;
export const BESIDE = { worth: 1, full: 0, signed: false } as const;

/** Pieces of the line that is looked at, and columns that lines run over, at most. */
const PIECES = 24;
export const MOST_PARTS = 8;

/** The parts of a line, one for each column that it has text in; null where it is all of one. */
export function partsOf(
  text: string,
  line: Line,
  measure: number,
  read: Reader,
  need: typeof ALONE | typeof BESIDE,
): Pieces[] | null {
  if (line.span.end - line.span.start > LONGEST) return null;
  const pieces = piecesOf(text, line).flatMap((piece) => cutAtMarks(text, piece, measure));
  if (pieces.length < 2 || pieces.length > PIECES || widthOf(pieces) <= measure + OVER) return null;
  const { gain, parts } = bestParts(text, pieces, measure, read);
  const whole = withoutSpecks(text, parts);
  const full = whole.filter((part) => measure - widthOf(part) <= FULL).length;
  const isCut = whole.length > 1 && whole.length <= MOST_PARTS;
  const isSure = gain >= need.worth && full >= need.full * whole.length;
  if (!isCut || !isSure) return null;
  return !need.signed || (areText(text, pieces, whole) && isSigned(text, line, whole)) ? whole : null;
}

/**
 * Whether the parts of a line may be of running text: tables and lists have narrow cells, couplets a mark behind each half, imprints and
 * adverts a label before each entry.
 */
function areText(text: string, pieces: Pieces, parts: readonly Pieces[]): boolean {
  const texts = parts.map((part) => text.slice(spanOf(part).start, spanOf(part).end));
  const width = pieces.reduce((sum, { left, right }) => sum + right - left, 0);
  return (
    width >= SOLID * pieces.length &&
    !texts.every((own) => (PAUSES + STOPS).includes(lastCharacter(own))) &&
    texts.filter((own) => LABELLED.test(own)).length < texts.length / 2
  );
}

/** Ems that the pieces of running text are wide in the mean, at least: the names of a list and the cells of prices are narrower. */
const SOLID = 4;
/** 主办：江城市总工会. */
const LABELLED = /^.{1,7}[：:]/u;

/** Whether a line has a mark of running text, or more than one space where it is cut: headlines side by side have none, as a rule. */
function isSigned(text: string, { span }: Line, parts: readonly Pieces[]): boolean {
  if (hasAny(text.slice(span.start, span.end), MARKED)) return true;
  return parts.some((part, i) => {
    const next = parts[i + 1]?.[0];
    return next !== undefined && between(text, part.at(-1) as Piece, next) !== "space";
  });
}

const MARKED = "，。、；";

/** The parting of a line that gains most. */
function bestParts(
  text: string,
  pieces: Pieces,
  measure: number,
  read: Reader,
): { readonly gain: number; readonly parts: Pieces[] } {
  const cuts = pieces.map((piece, k) => (k > 0 ? gainOfCut(text, pieces[k - 1] as Piece, piece, read) : 0));
  const best = [{ gain: 0, from: 0 }];
  for (let to = 1; to <= pieces.length; to++) {
    let own = { gain: Number.NEGATIVE_INFINITY, from: 0 };
    for (let from = 0; from < to; from++) {
      const part = gainOfPart(text, pieces.slice(from, to), measure);
      const gain = (best[from]?.gain ?? 0) + part + (cuts[from] as number);
      if (gain > own.gain) own = { gain, from };
    }
    best.push(own);
  }
  const parts: Pieces[] = [];
  for (let to = pieces.length; to > 0; to = best[to]?.from ?? 0)
    parts.unshift(pieces.slice(best[to]?.from, to));
  return { gain: best.at(-1)?.gain ?? 0, parts };
}

function gainOfPart(text: string, part: Pieces, measure: number): number {
  const room = measure - widthOf(part);
  if (room < -OVER) return WIDE_LINE + room;
  if (room <= FULL) return FULL_LINE;
  const { start, end } = spanOf(part);
  return room <= INDENT + FULL || endsSentence(text.slice(start, end)) ? END_LINE : OTHER_LINE;
}

function gainOfCut(text: string, before: Piece, behind: Piece, read: Reader): number {
  return AT[between(text, before, behind)] - read(before, behind);
}

function between(text: string, before: Span, behind: Span): keyof typeof AT {
  if (endsWithRule(text, before)) return "rule";
  const white = behind.start - before.end;
  return white === 0 ? "mark" : white === 1 ? "space" : "white";
}

/** Quotes are what engines make of a rule, most of all. */
const MARKS = /[”"’'“‘](?=[^”"’'“‘])/g;

/** A piece that is wider than a column, cut behind marks that may be a rule. */
function cutAtMarks(text: string, piece: Piece, measure: number): Piece[] {
  if (piece.right - piece.left <= measure + OVER) return [piece];
  const parts: Piece[] = [];
  let { start, left } = piece;
  for (const { index } of text.slice(piece.start, piece.end).matchAll(MARKS)) {
    if (index === 0) continue;
    const end = piece.start + index + 1;
    const right = left + emWidth(text.slice(start, end));
    parts.push({ start, end, left, right });
    start = end;
    left = right;
  }
  return [...parts, { start, end: piece.end, left, right: piece.right }];
}

/** A misread rule or dust stays with the part before. */
function withoutSpecks(text: string, parts: readonly Pieces[]): Pieces[] {
  const whole: Pieces[] = [];
  for (const part of parts) {
    const { start, end } = spanOf(part);
    const last = whole.at(-1);
    if (last && isSpeck(text.slice(start, end))) whole[whole.length - 1] = [...last, ...part];
    else whole.push(part);
  }
  return whole;
}

function isSpeck(part: string): boolean {
  const letters = part.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters === 0 || (letters === 1 && !endsSentence(part));
}
