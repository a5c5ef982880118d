/**
 * A white strip across several columns parts them into two bands, each read from column to column: a feuilleton at the foot of
 * a page, rows of advertisements. In columns of text the ends of paragraphs stand at one height by chance too, so what counts
 * is how many columns agree and how wide the strip is.
 */
import { goesOn } from "./flow-of-text.ts";
import { HEADING, type Item, partition, type Surroundings } from "./items.ts";
import { cutAcross } from "./rows.ts";
import { around, type Box } from "./sheet.ts";

/** Columns `first` to `last` of some, and the height at which they are cut. */
interface BandCut {
  readonly first: number;
  readonly last: number;
  readonly at: number;
}

/**
 * Columns cut where most speaks for bands: what is left of them, the two bands, what is right of them.
 *
 * @param items what stands in the columns, in the order that is kept
 * @returns null where nothing speaks for any
 */
export function cutAtBand<T extends Item>(
  items: readonly T[],
  columns: readonly (readonly T[])[],
  surroundings: Pick<Surroundings, "em" | "down">,
): T[][] | null {
  const cut = bestCut(columns, surroundings);
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
function bestCut(
  columns: readonly (readonly Item[])[],
  { em, down }: Pick<Surroundings, "em" | "down">,
): BandCut | null {
  const { enough, fewest, height, usual } = down ? { ...ARTICLES, usual: down.white } : BANDS;
  let [best, most]: [BandCut | null, number] = [null, enough];
  for (let first = 0; first <= columns.length - fewest && columns.length <= MOST_COLUMNS; first++)
    for (let last = first + fewest - 1; last < columns.length; last++) {
      const own = columns.slice(first, last + 1);
      for (const { top, bottom } of stripsAcross(own.flat(), height * em)) {
        if (!own.every((column) => isParted(column, bottom))) continue;
        const gutters = (down ? own.length : columnsAt({ top, bottom }, own, em)) - 1;
        const white = gutters * Math.min(WIDE, (bottom - top - usual) / em);
        const isRow =
          !down && (beginsRow(own, bottom, em) || (white > WEAK && flowAcross(own, bottom) > FLOWS));
        const signs = isRow ? white + HEADED : white;
        if (signs <= most) continue;
        [best, most] = [{ first, last, at: (top + bottom) / 2 }, signs];
      }
    }
  return best;
}

/**
 * Ems of white, summed over the gutters that a strip crosses: on pages of five papers strips between bands reach 5.3 or more, others
 * 4.6 at most. A strip crosses so many columns or more, and on either side of it is so much, in ems: a head above columns is less.
 */
const BANDS = { enough: 5, fewest: 2, height: 10, usual: 0 };
/**
 * In vertical text what bands were turned into are articles side by side. Lines stand in one grid all over a page, paragraphs have no
 * white between them, and so a line that is missing in two bands at one place is no chance.
 */
const ARTICLES = { enough: 0.8, fewest: 2, height: 1 };
/** Where each column has a headline below a strip, one of them over columns of its own, no more need be asked. */
const HEADED = 100;
/**
 * A narrower strip than that parts two bands where the text says so. On METS/ALTO pages of five papers all of more than 1.2 ems with 3 and more were
 * true bands; what speaks for columns whole goes down to −4.
 */
const WEAK = 1.2;
const FLOWS = 3;
/** White beyond this, in ems, says no more. */
const WIDE = 3;
/** What has more columns is a table. */
const MOST_COLUMNS = 12;

export interface Strip {
  readonly top: number;
  readonly bottom: number;
}

/** White strips with a band on either side of each, which is higher than `band`. */
export function stripsAcross(items: readonly Item[], band: number): Strip[] {
  const [, top, , height] = around(items.map(({ box }) => box));
  const strips: Strip[] = [];
  let end = top;
  for (const { box } of items.toSorted((a, b) => a.box[1] - b.box[1])) {
    if (box[1] > end && end - top > band && top + height - box[1] > band)
      strips.push({ top: end, bottom: box[1] });
    end = Math.max(end, box[1] + box[3]);
  }
  return strips;
}

/** Whether a column has something on both sides of a strip. */
function isParted(column: readonly Item[], bottom: number): boolean {
  return column.some(({ box }) => box[1] >= bottom) && column.some(({ box }) => box[1] < bottom);
}

/** How much better text goes on from column to column within two bands than down each column across the strip between them. */
function flowAcross(columns: readonly (readonly Item[])[], bottom: number): number {
  const parts = columns.map((column) => {
    const sorted = column.toSorted((a, b) => a.box[1] - b.box[1]);
    const [above, below] = partition(sorted, ({ box }) => box[1] < bottom);
    return {
      above: { first: above[0]?.flow, last: above.at(-1)?.flow },
      below: { first: below[0]?.flow, last: below.at(-1)?.flow },
    };
  });
  return parts.reduce((sum, { above, below }, i) => {
    const across = sum - goesOn(above.last, below.first);
    const next = parts[i + 1];
    if (!next) return across + goesOn(above.last, parts[0]?.below.first);
    const within = goesOn(above.last, next.above.first) + goesOn(below.last, next.below.first);
    return across + within - goesOn(below.last, next.above.first);
  }, 0);
}

/** How many columns end above a strip and begin below it: elsewhere a headline or a table may hide the gutters between some of them. */
function columnsAt({ top, bottom }: Strip, columns: readonly (readonly Item[])[], em: number): number {
  const items = columns.flat();
  // A row of headlines is no end of columns.
  const above = items.filter(
    ({ size, box: [, y, , height] }) => size < HEADING && y < top && y + height > top - BELOW * em,
  );
  const below = items.filter(({ box: [, y] }) => y >= bottom && y < bottom + BELOW * em);
  const [ending, beginning] = [above, below].map((near) => cutAcross(near, 0, { em, rules: [] }).length);
  return Math.max(columns.length, Math.min(ending as number, beginning as number));
}

/** Whether a row of articles begins below a strip: a headline in each column, and one of them over several columns of text. */
function beginsRow(columns: readonly (readonly Item[])[], bottom: number, em: number): boolean {
  const isNear = ({ box }: Item) => box[1] >= bottom && box[1] < bottom + NEAR * em;
  const heads = columns.map((column) => column.filter(isNear));
  return (
    heads.every((own) => own.length > 0 && own.every(({ size }) => size >= HEADING)) &&
    columns.some((column, i) => heads[i]?.some((head) => isOverColumns(head, column, em)))
  );
}

/** What stands so far below a strip, in ems, begins there; and on either side of it this much is looked at. */
const NEAR = 1.5;
const BELOW = 12;

function isOverColumns(head: Item, column: readonly Item[], em: number): boolean {
  const [x, y, width] = head.box;
  const isUnder = ({ box, size }: Item) =>
    size < HEADING && box[1] > y && box[1] < y + BELOW * em && box[0] < x + width && x < box[0] + box[2];
  return cutAcross(column.filter(isUnder), 0, { em, rules: [] }).length > 1;
}

/**
 * On a page of vertical text, cuts where white begins or ends with something horizontal that has text beside it: a headline belongs
 * to what is below it, a box to none.
 */
export function cutBesideAside<T extends Item>(
  items: readonly T[],
  { em, down }: Surroundings,
): [T[], T[]] | null {
  if (!down || !items.some(({ isAside }) => isAside)) return null;
  const aside = items.filter(({ isAside }) => isAside);
  const edges = new Set(aside.flatMap(({ box }) => [box[1], box[1] + box[3]]));
  const wide = stripsAcross(items, 0).filter(
    ({ top, bottom }) =>
      bottom - top - down.white >= ARTICLES.enough * em && (edges.has(top) || edges.has(bottom)),
  );
  for (const { top, bottom } of wide.slice(0, MOST_COLUMNS)) {
    const [above, below] = partition(items, ({ box }) => box[1] < (top + bottom) / 2);
    const isCut = aside
      .filter(({ box }) => box[1] === bottom || box[1] + box[3] === top)
      .some(({ box }) => (box[1] === bottom ? above : below).some((item) => isLevel(item.box, box)));
    if (isCut) return [above, below];
  }
  return null;
}

/** Whether two boxes share a part of the page's width, as it is turned: its height, as it is printed. */
function isLevel([x, , width]: Box, [left, , w]: Box): boolean {
  return x < left + w && left < x + width;
}
