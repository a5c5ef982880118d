/** The parts of lines in their columns: each goes where it goes on from the part above, and where the white beside it puts it. */
import type { Span } from "../../page/types.ts";
import { FULL, INDENT, MOST_PARTS } from "./parts.ts";
import { type Piece, type Pieces, spanOf, widthOf } from "./pieces.ts";
import type { Reader } from "./reader.ts";

/** What a line has in one column. */
export interface Part extends Span {
  /** Ems by which it is set in there. */
  readonly indent: number;
  /** It does not go on from the part above. */
  readonly isApart: boolean;
  /** It is as wide as its column. */
  readonly isFull: boolean;
}

/** Columns before the first of the first line, for lines that begin further left; with those behind there is room for all parts. */
const BEFORE = 3;
const COLUMNS = BEFORE + MOST_PARTS;
/** Ems between columns, and by which white may be off: engines guess its width. */
const GUTTER = 1;
const SLACK = 2;
/** Nats for each em that white is off beyond, and for each column that a line begins further left or right than the first. */
const OFF = 0.3;
const SHIFT = 2;
/** Nats for a part that begins a column, and the least that any has. */
const FRESH = -1;
/** Nats from which on a part goes on from the one above. */
const LINKED = -1.5;

/** The columns that the first parts of a line stand in. */
interface Way {
  readonly gain: number;
  readonly columns: readonly number[];
}

/**
 * @param rows the parts of each line, eight at most
 * @param measure width of a column, in ems
 * @returns the columns that have any, from left to right
 */
export function inColumns(
  rows: readonly (readonly Pieces[])[],
  measure: number,
  read: Reader,
): readonly (readonly Part[])[] {
  const columns: Part[][] = Array.from({ length: COLUMNS }, () => []);
  const links = (part: Pieces) =>
    columns.map((column) => {
      const above = column.at(-1);
      return above ? Math.max(FRESH, read(above, spanOf(part))) : FRESH;
    });
  for (const parts of rows) {
    let ways: (Way | null)[] = links(parts[0] as Pieces).map((nats, k) => ({
      gain: nats - SHIFT * Math.abs(k - BEFORE),
      columns: [k],
    }));
    for (let i = 1; i < parts.length; i++) {
      const [before, part] = [parts[i - 1] as Pieces, parts[i] as Pieces];
      const white = whiteBetween(before, part) - (measure - widthOf(before));
      const past = ways;
      ways = links(part).map((nats, k) => bestWay(past, k, nats, white, measure));
    }
    const best = ways.reduce((one, other) => (other && (!one || other.gain > one.gain) ? other : one), null);
    for (const [i, part] of parts.entries()) {
      const column = columns[best?.columns[i] ?? BEFORE + i] as Part[];
      const above = column.at(-1);
      const span = spanOf(part);
      const isApart = !above || read(above, span) < LINKED;
      const isFull = parts.length > 1 && measure - widthOf(part) <= FULL;
      column.push({ ...span, indent: indentOf(part, parts[i + 1], measure), isApart, isFull });
    }
  }
  return columns.filter((column) => column.length > 0);
}

/**
 * The best way in which a part stands in the k-th column.
 *
 * @param white before it, from where the column of the part before ends
 */
function bestWay(
  past: readonly (Way | null)[],
  k: number,
  nats: number,
  white: number,
  measure: number,
): Way | null {
  let best: Way | null = null;
  for (let j = 0; j < k; j++) {
    const way = past[j];
    if (!way) continue;
    const off = Math.abs(white - (k - j - 1) * (measure + GUTTER));
    const gain = way.gain + nats - OFF * Math.max(0, off - SLACK);
    if (!best || gain > best.gain) best = { gain, columns: [...way.columns, k] };
  }
  return best;
}

function whiteBetween(before: Pieces, behind: Pieces): number {
  return (behind[0] as Piece).left - (before.at(-1) as Piece).right;
}

/** Ems that are hardly white. */
const CLOSE = 1.5;

/** A part that leaves room, with hardly any white behind it, ends where its column does: the room is before it. */
function indentOf(part: Pieces, next: Pieces | undefined, measure: number): number {
  const room = measure - widthOf(part);
  const isSetIn =
    room >= CLOSE && room <= 2 * INDENT && next !== undefined && whiteBetween(part, next) <= CLOSE;
  return isSetIn ? room : 0;
}
