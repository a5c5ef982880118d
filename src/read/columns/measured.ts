/**
 * Lines that run over several columns, told by how wide a column is: on most pages of newspapers all columns are equally wide, and
 * many lines show by how much. A line is cut where that makes full lines of its parts, and each part goes on elsewhere.
 */
import { emWidth, endsSentence } from "../../language/punctuation.ts";
import type { Line, Span } from "../../page/types.ts";
import { type Piece, type Pieces, piecesOf } from "./pieces.ts";
import type { Reader } from "./reader.ts";

/** Lines that have to be as wide as a column, and the share of all printed lines that they have to be. */
const FEWEST = 20;
const SHARE = 0.25;
/** Widths of columns, in ems. */
const NARROWEST = 8;
const WIDEST = 30;
/** Ems by which a full line may miss its column, and by which no line may be wider. */
const FULL = 1;
const OVER = 1.5;

/** How wide the columns of a page are, in ems, as most of its lines are; null where they do not agree. */
export function measureOf(text: string, lines: readonly Line[]): number | null {
  const counts = new Map<number, number>();
  let printed = 0;
  for (const { span } of lines) {
    const width = Math.round(2 * emWidth(text.slice(span.start, span.end))) / 2;
    if (width < NARROWEST || width > WIDEST) continue;
    printed++;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best: number | null = null;
  let most = Math.max(FEWEST, SHARE * printed) - 1;
  for (const [width] of counts) {
    const near =
      (counts.get(width) ?? 0) + ((counts.get(width - 0.5) ?? 0) + (counts.get(width + 0.5) ?? 0)) / 2;
    if (near <= most) continue;
    most = near;
    best = width;
  }
  return best;
}

/** Stretches of lines that run over columns, as half-open ranges, and what stands in each column. */
export interface MeasuredBand {
  readonly from: number;
  readonly to: number;
  readonly stacks: readonly (readonly Part[])[];
}

/** What a line has in one column, and by how many ems it is set in there. */
export interface Part {
  readonly pieces: Pieces;
  readonly indent: number;
  /** It does not go on from the part above. */
  readonly isApart: boolean;
}

/** @param may whether a line may be one that runs over columns */
export function bandsByMeasure(
  text: string,
  lines: readonly Line[],
  read: Reader,
  may: (line: Line) => boolean,
): MeasuredBand[] {
  const measure = measureOf(text, lines);
  if (measure === null) return [];
  const parts = lines.map((line) => (may(line) ? partsOf(text, line, measure, read) : null));
  for (const step of [1, -1])
    for (let n = 0; n < lines.length; n++) {
      const at = step > 0 ? n : lines.length - 1 - n;
      if (!parts[at] && parts[at - step] && may(lines[at] as Line))
        parts[at] = partsOf(text, lines[at] as Line, measure, read, BESIDE);
    }
  const bands: MeasuredBand[] = [];
  for (let from = 0; from < lines.length; from++) {
    if (!parts[from]) continue;
    const rows: (readonly Pieces[])[] = [];
    let to = from;
    for (let at = from; at < lines.length && at - to <= BETWEEN; at++) {
      const line = lines[at] as Line;
      const own = parts[at] ?? (isProse(text, line, measure) ? [piecesOf(text, line)] : null);
      if (!own) break;
      rows.push(own);
      if (parts[at]) to = at + 1;
    }
    bands.push({ from, to, stacks: inColumns(rows.slice(0, to - from), measure, read) });
    from = to - 1;
  }
  return bands;
}

/** Whether a line that runs over one column is text of it, and no heading that has its row to itself. */
function isProse(text: string, { span }: Line, measure: number): boolean {
  const own = text.slice(span.start, span.end);
  const short = measure - emWidth(own);
  return short >= -OVER && (short <= FULL || endsSentence(own));
}

/** Lines of one column that may stand between two that run over several. */
const BETWEEN = 1;

/** Columns of a band at most, and before the first of its first line. */
const COLUMNS = 12;
const BEFORE = 3;
/** Ems by which white may be off, and nats for each em beyond, and for each column that a line begins further right or left. */
const SLACK = 2;
const OFF = 0.3;
const SHIFT = 2;
/** Nats for a part that begins a column, and the least that any has. */
const FRESH = -1;
/** Nats from which on a part goes on from the one above. */
const LINKED = -1.5;

/** The parts of lines in their columns, by what each goes on in and by the white between. */
function inColumns(rows: readonly (readonly Pieces[])[], measure: number, read: Reader): Part[][] {
  const columns: Pieces[][] = Array.from({ length: COLUMNS }, () => []);
  const indents = new Map<Pieces, number>();
  for (const parts of rows) {
    let ways: (Way | null)[] = columns.map((column, k) => beginning(column, parts[0] as Pieces, k));
    for (const [i, part] of parts.entries()) {
      if (i === 0) continue;
      const gap = (part[0] as Piece).left - ((parts[i - 1] as Pieces).at(-1) as Piece).right;
      const room = measure - widthOf(parts[i - 1] as Pieces);
      ways = columns.map((column, k) => {
        let best: Way | null = null;
        for (let j = 0; j < k; j++) {
          const way = ways[j];
          if (!way) continue;
          const off = Math.abs(gap - room - (k - j - 1) * (measure + 1));
          const gain = way.gain + down(column, part) - OFF * Math.max(0, off - SLACK);
          if (!best || gain > best.gain) best = { gain, at: [...way.at, k] };
        }
        return best;
      });
    }
    const best = ways.reduce((one, other) => (other && (!one || other.gain > one.gain) ? other : one), null);
    best?.at.forEach((k, i) => {
      columns[k]?.push(parts[i] as Pieces);
      indents.set(parts[i] as Pieces, indentOf(parts, i, measure));
    });
  }
  return columns
    .filter((column) => column.length > 0)
    .map((column) =>
      column.map((pieces, i) => {
        const above = column[i - 1];
        return {
          pieces,
          indent: indents.get(pieces) ?? 0,
          isApart: above === undefined || read(spanOf(above), spanOf(pieces)) < LINKED,
        };
      }),
    );

  function beginning(column: readonly Pieces[], part: Pieces, k: number): Way {
    return { gain: down(column, part) - SHIFT * Math.abs(k - BEFORE), at: [k] };
  }

  function down(column: readonly Pieces[], part: Pieces): number {
    const above = column.at(-1);
    return above ? Math.max(FRESH, read(spanOf(above), spanOf(part))) : FRESH;
  }
}

/** Ems that are no white at all, and the widest indent. */
const CLOSE = 1.5;
const DEEPEST = 4;

/** A part that leaves room, with little white behind it, ends where its column does: the room is before it. */
function indentOf(parts: readonly Pieces[], i: number, measure: number): number {
  const part = parts[i] as Pieces;
  const room = measure - widthOf(part);
  const next = parts[i + 1];
  if (room < CLOSE || room > DEEPEST || !next) return 0;
  const white = (next[0] as Piece).left - (part.at(-1) as Piece).right;
  return white <= CLOSE ? room : 0;
}

/** The columns that the first parts of a line stand in. */
interface Way {
  readonly gain: number;
  readonly at: readonly number[];
}

function widthOf(part: Pieces): number {
  return (part.at(-1) as Piece).right - (part[0] as Piece).left;
}

function spanOf(part: Pieces): Span {
  return { start: (part[0] as Piece).start, end: (part.at(-1) as Piece).end };
}

/** What a part of a line gains: a full line, a line that is the first or the last of a paragraph, and any other. */
const FULL_LINE = 2.5;
const END_LINE = 1;
const OTHER_LINE = -1;
const WIDE_LINE = -1;
/** What a cut gains by what stands at it: a rule, wide white, one space, a mark that an engine read for a rule. */
const RULE = 2.5;
const WHITE = 2;
const SPACE = -0.5;
const MARK = -1;
/**
 * Nats that a line has to gain by being cut, and the share of its parts that have to be full, for headlines stand in rows too; less
 * beside a line that is cut.
 */
const ALONE = { worth: 4, full: 0.5 } as const;
const BESIDE = { worth: 1, full: 0 } as const;
const INDENT = 2;
/** UTF-16 units of the longest line that is printed. */
const LONGEST = 200;

/** The parts of a line, each of one column; null where it is of one column. */
export function partsOf(
  text: string,
  line: Line,
  measure: number,
  read: Reader,
  need: typeof ALONE | typeof BESIDE = ALONE,
): Pieces[] | null {
  if (line.span.end - line.span.start > LONGEST) return null;
  const atoms = piecesOf(text, line).flatMap((piece) => atMarks(text, piece, measure));
  if (atoms.length < 2 || (atoms.at(-1) as Piece).right - (atoms[0] as Piece).left <= measure + OVER)
    return null;
  const best: { readonly gain: number; readonly from: number }[] = [{ gain: 0, from: 0 }];
  for (let to = 1; to <= atoms.length; to++) {
    let own = { gain: Number.NEGATIVE_INFINITY, from: 0 };
    for (let from = 0; from < to; from++) {
      const part = gainOf(text, atoms.slice(from, to), measure);
      const gain = (best[from]?.gain ?? 0) + part + (from > 0 ? gainOfCut(text, atoms, from, read) : 0);
      if (gain > own.gain) own = { gain, from };
    }
    best.push(own);
  }
  if ((best[atoms.length]?.gain ?? 0) < need.worth) return null;
  const parts: Pieces[] = [];
  for (let to = atoms.length; to > 0; to = best[to]?.from ?? 0)
    parts.unshift(atoms.slice(best[to]?.from, to));
  const whole = withoutSpecks(text, parts);
  const full = whole.filter((part) => measure - widthOf(part) <= FULL).length;
  return whole.length > 1 && full >= need.full * whole.length ? whole : null;
}

/** A misread rule or dust, which stays with the part before. */
function isSpeck(part: string): boolean {
  const letters = part.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters === 0 || (letters === 1 && !endsSentence(part));
}

function withoutSpecks(text: string, parts: readonly Pieces[]): Pieces[] {
  const whole: Pieces[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last && isSpeck(text.slice((part[0] as Piece).start, (part.at(-1) as Piece).end)))
      whole[whole.length - 1] = [...last, ...part];
    else whole.push(part);
  }
  return whole;
}

function gainOf(text: string, part: Pieces, measure: number): number {
  const [first, last] = [part[0] as Piece, part.at(-1) as Piece];
  const short = measure - (last.right - first.left);
  if (short < -OVER) return WIDE_LINE + short;
  if (short <= FULL) return FULL_LINE;
  return short <= INDENT + FULL || endsSentence(text.slice(first.start, last.end)) ? END_LINE : OTHER_LINE;
}

function gainOfCut(text: string, atoms: Pieces, at: number, read: Reader): number {
  const [before, behind] = [atoms[at - 1] as Piece, atoms[at] as Piece];
  return gainOfWhite(text, before, behind) - read(before, behind);
}

const RULES = "|｜│¦";
const MARKS = /[”"’'“‘](?=[^”"’'“‘])/g;

function gainOfWhite(text: string, before: Span, behind: Span): number {
  if (RULES.includes(text[before.end - 1] as string)) return RULE;
  const white = behind.start - before.end;
  return white === 0 ? MARK : white === 1 ? SPACE : WHITE;
}

/** A piece that is wider than a column, parted behind marks that close nothing. */
function atMarks(text: string, piece: Piece, measure: number): Piece[] {
  if (piece.right - piece.left <= measure + OVER) return [piece];
  const own = text.slice(piece.start, piece.end);
  const parts: Piece[] = [];
  let { start, left } = piece;
  for (const { index } of own.matchAll(MARKS)) {
    const end = piece.start + index + 1;
    if (index === 0) continue;
    const right = left + emWidth(text.slice(start, end));
    parts.push({ start, end, left, right });
    start = end;
    left = right;
  }
  return [...parts, { start, end: piece.end, left, right: piece.right }];
}
