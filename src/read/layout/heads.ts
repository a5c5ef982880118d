/**
 * The head of an article over columns: headline, kicker, deck and byline, with columns of text that begin at one height right below it.
 * It may be narrower than they are: what is white beside a headline, as high as it and no picture, is no white between paragraphs.
 */

import { type Strip, stripsAcross } from "./bands.ts";
import { endOf, HEADING, type Item, partition, type Surroundings } from "./items.ts";
import { cutAcross } from "./rows.ts";
import { around, type Box, greatest, least } from "./sheet.ts";
import { uprightsAmong } from "./uprights.ts";

/** A head, with what is above it and the columns below it. */
interface Head<T extends Item> {
  readonly zone: readonly T[];
  /** The columns that begin below it, from left to right. */
  readonly columns: readonly (readonly T[])[];
}

/** Lines of a kicker, a deck or a byline are few: so high, in ems. */
const LOW = 3.5;
/** A head is no higher than this, and its lines stand no farther from each other and from the text, in ems. */
const HIGHEST = 20;
const APART = 4;
/** Columns begin at one height if they are off by less, in ems: a line at most. */
const LEVEL = 1.5;
/** So far below a head text shows which columns there are, in ems. */
const BELOW = 12;
/** A column of text is wider and higher than this, in ems. */
const NARROWEST = 5;
const LOWEST = 1.5;
/** Boxes of a line may reach so far into the next, in ems. */
const INTO = 0.3;
/** A head has no more pieces. */
const MOST = 12;

/** Cuts below the head of a part where columns of text begin at one height below all of it, some of them beside a piece of it. */
export function cutBelowHead<T extends Item>(
  items: readonly T[],
  surroundings: Surroundings,
): [T[], T[]] | null {
  if (surroundings.down) return null;
  const head = headOf(items, surroundings);
  if (!head || !isOneHead(head.zone, surroundings.em)) return null;
  const zone = new Set<T>(head.zone);
  const isBeside = head.zone.some((piece) => head.columns.some((column) => !isOver(piece, column)));
  return isBeside ? partition(items, (item) => zone.has(item)) : null;
}

/** White above a head, at least, and bands on either side of it, in ems. */
const WHITE = 0.8;
const BAND = 3;
/** Columns end at one height if they are off by less, in ems: the last one of an article is shorter by some lines. */
const ENDING = 3;
/** What has more columns is a table. */
const MOST_COLUMNS = 12;

/**
 * Cuts columns above a head that is over several of them: what is left of them, what is above, what begins with the head, what is right of
 * them. Beside the head is white, above all of it too, and the columns above end there.
 */
export function cutAboveHead<T extends Item>(
  items: readonly T[],
  columns: readonly (readonly T[])[],
  surroundings: Surroundings,
): T[][] | null {
  const { em, down } = surroundings;
  if (down || columns.length > MOST_COLUMNS) return null;
  for (let count = columns.length; count > 0; count--)
    for (let first = 0; first + count <= columns.length; first++) {
      const own = new Set(columns.slice(first, first + count).flat());
      const among = items.filter((item) => own.has(item));
      const strips = stripsAcross(among, BAND * em)
        .filter(({ top, bottom }) => bottom - top > WHITE * em)
        .sort((a, b) => b.bottom - b.top - (a.bottom - a.top));
      for (const strip of strips) {
        const [above, below] = partition(among, ({ box }) => box[1] < strip.bottom);
        if (!beginsArticle(above, below, strip, { ...surroundings, isWhole: count === columns.length }))
          continue;
        const isOf = (from: number, to: number) => new Set(columns.slice(from, to).flat());
        const [left, right] = [isOf(0, first), isOf(first + count, columns.length)];
        return [
          items.filter((item) => left.has(item)),
          above,
          below,
          items.filter((item) => right.has(item)),
        ].filter(({ length }) => length > 0);
      }
    }
  return null;
}

/** Whether what is below a white strip begins with a head over several columns. */
function beginsArticle(
  above: readonly Item[],
  below: readonly Item[],
  { top }: Strip,
  surroundings: Surroundings & { readonly isWhole: boolean },
): boolean {
  const { em, rules, pictures = [], isWhole } = surroundings;
  const head = headOf(below, surroundings);
  if (!head) return false;
  const text = least(head.columns.flat(), ({ box }) => box[1]);
  const ends = columnsEnding(above, top, em);
  const holes = head.columns.filter((column) => !head.zone.some((piece) => isOver(piece, column)));
  const beside = holes.map((column): Box => {
    const left = least(column, ({ box }) => box[0]);
    return [left, top, greatest(column, (item) => endOf(item, 0)) - left, text - top];
  });
  if (beside.some((hole) => pictures.some((picture) => isShared(picture, hole)))) return false;
  if (uprightsAmong(rules).some((rule) => isBetween(rule, above, below, { top, bottom: text }))) return false;
  const level = (off: number) => ends.filter((end) => end > top - off * em).length;
  if (holes.length === 0)
    return (
      isWhole &&
      ends.length >= head.columns.length &&
      level(LEVEL) > 1 &&
      level(ENDING + LEVEL) === ends.length
    );
  return head.columns.length > 2 ? level(ENDING) > 1 : level(1) > 1;
}

/** Where the columns of text above a strip end. */
function columnsEnding(above: readonly Item[], top: number, em: number): number[] {
  const near = above.filter((item) => item.size < HEADING && endOf(item, 1) > top - BELOW * em);
  return cutAcross(near, 0, { em, rules: [] }).map((column) => greatest(column, (item) => endOf(item, 1)));
}

/** Whether a picture takes up a part of a hole: then it is none. */
function isShared([x, y, width, height]: Box, [left, top, w, h]: Box): boolean {
  const across = Math.min(x + width, left + w) - Math.max(x, left);
  const along = Math.min(y + height, top + h) - Math.max(y, top);
  return across > 0.3 * w && along > 0.3 * h;
}

/** Whether an upright rule runs from what is above a strip to the text below it, with something on either side. */
function isBetween(
  [x, y, width, height]: Box,
  above: readonly Item[],
  below: readonly Item[],
  { top, bottom }: Strip,
): boolean {
  const at = x + width / 2;
  const [left, right] = partition([...above, ...below], (item) => endOf(item, 0) < at + width);
  return y < top && y + height > bottom && left.length > 0 && right.length > 0;
}

/** The head that items begin with, where they begin with one. */
function headOf<T extends Item>(items: readonly T[], { em }: Surroundings): Head<T> | null {
  const sorted = items.toSorted((a, b) => a.box[1] - b.box[1]);
  const zone: T[] = [];
  for (const item of sorted) {
    const foot = zone.length === 0 ? item.box[1] : greatest(zone, (own) => endOf(own, 1));
    const top = item.box[1];
    if (zone.length > 0 && top - foot > APART * em) return null;
    if (top > foot - INTO * em && zone.some(({ size }) => size >= HEADING)) {
      const columns = columnsFrom(sorted.slice(zone.length), top, em);
      if (columns.length > 1) return { zone, columns };
    }
    const first = zone[0] ?? item;
    const isPiece = item.size >= HEADING || item.box[3] < LOW * em;
    if (
      !isPiece ||
      standsBeside(item, sorted) ||
      endOf(item, 1) - first.box[1] > HIGHEST * em ||
      zone.length === MOST
    )
      return null;
    zone.push(item);
  }
  return null;
}

/** Whether text has more text beside it, as columns have: lines of a head stand alone. */
function standsBeside(own: Item, items: readonly Item[]): boolean {
  if (own.size >= HEADING) return false;
  const [x, y, width, height] = own.box;
  return items.some(
    ({ size, box: [left, top, w, h] }) =>
      size < HEADING &&
      Math.min(y + height, top + h) - Math.max(y, top) > height / 2 &&
      (left >= x + width || left + w <= x),
  );
}

/** The columns of text that begin at a height; none where something else is there. */
function columnsFrom<T extends Item>(items: readonly T[], top: number, em: number): T[][] {
  const near = items.filter(({ box }) => box[1] < top + BELOW * em);
  const columns = cutAcross(near, 0, { em, rules: [] });
  const isColumn = (column: readonly T[]) => {
    const first = column.filter(({ box }) => box[1] < top + LEVEL * em);
    const [, , width, height] = around(column.map(({ box }) => box));
    return first.some(({ size }) => size < HEADING) && width > NARROWEST * em && height > LOWEST * em;
  };
  return columns.every(isColumn) ? columns : [];
}

/** Whether the pieces of a head stand over each other: two headlines side by side are two heads. */
function isOneHead(zone: readonly Item[], em: number): boolean {
  return cutAcross(zone, 0, { em, rules: [] }).length === 1;
}

function isOver({ box: [x, , width] }: Item, column: readonly Item[]): boolean {
  return column.some((item) => x < endOf(item, 0) && item.box[0] < x + width);
}
