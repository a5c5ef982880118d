/**
 * A white strip across several columns parts them into two bands, each read from column to column: a feuilleton at the foot of
 * a page, rows of advertisements. In columns of text the ends of paragraphs stand at one height by chance too, so what counts
 * is how many columns agree and how wide the strip is.
 */
import { around, type Box } from "./sheet.ts";

/** Columns `first` to `last` of some, and the height at which they are cut. */
interface BandCut {
  readonly first: number;
  readonly last: number;
  readonly at: number;
}

interface Boxed {
  readonly box: Box;
}

/**
 * Columns cut where most speaks for bands: what is left of them, the two bands, what is right of them.
 *
 * @param items what stands in the columns, in the order that is kept
 * @returns null where nothing speaks for any
 */
export function cutAtBand<T extends Boxed>(
  items: readonly T[],
  columns: readonly (readonly T[])[],
  em: number,
): T[][] | null {
  const cut = bestCut(columns, em);
  if (!cut) return null;
  const { first, last, at } = cut;
  const columnOf = new Map(columns.flatMap((column, i) => column.map((item) => [item, i] as const)));
  const among = (from: number, to: number) =>
    items.filter((item) => from <= (columnOf.get(item) as number) && (columnOf.get(item) as number) <= to);
  const isAbove = ({ box: [, y, , height] }: T) => y + height / 2 < at;
  const bands = among(first, last);
  return [
    among(0, first - 1),
    bands.filter(isAbove),
    bands.filter((item) => !isAbove(item)),
    among(last + 1, columns.length),
  ].filter(({ length }) => length > 0);
}

/** Columns come from left to right. */
function bestCut(columns: readonly (readonly Boxed[])[], em: number): BandCut | null {
  let [best, most]: [BandCut | null, number] = [null, ENOUGH];
  for (let first = 0; first < columns.length - 2 && columns.length <= MOST_COLUMNS; first++)
    for (let last = first + 2; last < columns.length; last++) {
      const own = columns.slice(first, last + 1);
      for (const { top, bottom } of stripsAcross(own.flat(), em)) {
        const signs = (own.length - 1) * Math.min(WIDE, (bottom - top) / em);
        if (signs <= most || !own.every((column) => isParted(column, bottom))) continue;
        [best, most] = [{ first, last, at: (top + bottom) / 2 }, signs];
      }
    }
  return best;
}

/**
 * Ems of white, summed over the gutters that a strip crosses. On pages of five papers strips between bands reach 5.3 or more,
 * with others 4.6 at most.
 */
const ENOUGH = 5;
/** White beyond this, in ems, says no more. */
const WIDE = 3;
/** What has more columns is a table. */
const MOST_COLUMNS = 12;
/** A band is higher than this, in ems: a head above columns is none. */
const BAND = 10;

interface Strip {
  readonly top: number;
  readonly bottom: number;
}

/** White strips with a band on either side of each. */
function stripsAcross(items: readonly Boxed[], em: number): Strip[] {
  const [, top, , height] = around(items.map(({ box }) => box));
  const strips: Strip[] = [];
  let end = top;
  for (const { box } of items.toSorted((a, b) => a.box[1] - b.box[1])) {
    if (box[1] > end && end - top > BAND * em && top + height - box[1] > BAND * em)
      strips.push({ top: end, bottom: box[1] });
    end = Math.max(end, box[1] + box[3]);
  }
  return strips;
}

/** Whether a column has something on both sides of a strip. */
function isParted(column: readonly Boxed[], bottom: number): boolean {
  return column.some(({ box }) => box[1] >= bottom) && column.some(({ box }) => box[1] < bottom);
}
