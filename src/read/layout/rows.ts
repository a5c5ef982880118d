/** Where a part of the page is cut between its columns and between its rows. */
import { type Axis, endOf, HEADING, type Item, OVERLAP, type Surroundings, someOf } from "./items.ts";
import { greatest, least } from "./sheet.ts";

/** Cuts along one axis wherever there is white: 0 gives columns, 1 rows. */
export function cutAcross<T extends Item>(items: readonly T[], axis: Axis, { em }: Surroundings): T[][] {
  const groups: T[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const item of items.toSorted((a, b) => a.box[axis] - b.box[axis])) {
    const [from, to] = reachOf(item, axis, em);
    const last = groups.at(-1);
    if (last && Math.min(from, to) < end) last.push(item);
    else groups.push([item]);
    end = Math.max(end, to);
  }
  if (groups.length === 1) return [[...items]];
  const groupOf = new Map<T, T[]>();
  const ordered = groups.map((group) => {
    const own: T[] = [];
    for (const item of group) groupOf.set(item, own);
    return own;
  });
  for (const item of items) groupOf.get(item)?.push(item);
  return ordered;
}

function reachOf(item: Item, axis: Axis, em: number): readonly [from: number, to: number] {
  return [item.box[axis] + OVERLAP * em, endOf(item, axis) - OVERLAP * em];
}

/** Of all cuts between rows the one behind which most columns show, by their height. */
export function cutForColumns<T extends Item>(
  items: readonly T[],
  surroundings: Surroundings,
): [T[], T[]] | null {
  const rows = cutAcross(items, 1, surroundings);
  const across = rows
    .flatMap((row, i) => row.map((item) => ({ item, row: i })))
    .sort((a, b) => a.item.box[0] - b.item.box[0]);
  const measure = surroundings.down ? sharedGutters : guttersOf;
  const topOf = (i: number) => least(rows[i] as readonly T[], ({ box }) => box[1]);
  const measured = (from: number, to: number) =>
    measure(across, ({ row }) => from <= row && row < to, surroundings);
  const heads = surroundings.down ? [] : [...headlinesOver(items), ...labelsAmong(items, surroundings.em)];
  const torn = (i: number) => TORN * surroundings.em * headlinesTorn(heads, items, topOf(i), surroundings.em);
  const gainAt = (i: number, from: number, to: number) => {
    const both = measured(from, i) + measured(i, to);
    return both === 0 ? 0 : both + (surroundings.down ? whiteBefore(rows, i) : 0) - torn(i);
  };
  const places = someOf(rows.map((_, row) => row).slice(1));
  const whole = bestOf(places, (i) => gainAt(i, 0, rows.length));
  const best = whole ?? (surroundings.down ? null : bestOf(...besideHeadlines(rows, gainAt)));
  return best === null ? null : [rows.slice(0, best).flat(), rows.slice(best).flat()];
}

/** The place of the greatest gain; null where there is none. */
function bestOf(places: readonly number[], gainAt: (place: number) => number): number | null {
  let [best, most]: [number | null, number] = [null, 0];
  for (const place of places) {
    const gain = gainAt(place);
    if (gain > most) [best, most] = [place, gain];
  }
  return best;
}

/** Where no gutter runs from a cut to an edge of the part, one may run to the next headline: the cuts beside headlines. */
function besideHeadlines(
  rows: readonly (readonly Item[])[],
  gainAt: (i: number, from: number, to: number) => number,
): [readonly number[], (i: number) => number] {
  const isHead = (row: readonly Item[] | undefined) => row?.some(({ size }) => size >= HEADING) ?? false;
  const places = rows.map((_, i) => i).filter((i) => i > 0 && isHead(rows[i - 1]) !== isHead(rows[i]));
  const bounds = [0, ...places, rows.length];
  return [
    someOf(places),
    (i) => gainAt(i, bounds[places.indexOf(i)] as number, bounds[places.indexOf(i) + 2] as number),
  ];
}

/** What a headline that a cut parts from its text weighs, in ems of the height of a gutter. */
const TORN = 16;
/** Share of the width of a part over which a headline means all columns below it. */
const ALL = 0.8;
/** No article is shorter than this, in ems. */
const SHORT = 8;

/** The headlines over some of the columns of a part. */
function headlinesOver(items: readonly Item[]): Item[] {
  const width = greatest(items, (item) => endOf(item, 0)) - least(items, ({ box }) => box[0]);
  return items.filter(({ size, box }) => size >= HEADING && box[2] < ALL * width);
}

/** A label has one line of few letters, in a frame at times, and more white above it than lines of text have; in ems. */
const LABEL = { width: 8, height: 2.6, white: 0.8 };
/** A part with more short lines is a table. */
const MOST_SHORT = 100;

/** What begins something and is in no type of its own, the section of an article for one: it is set off from the text above. */
function labelsAmong(items: readonly Item[], em: number): Item[] {
  const short = items.filter(
    ({ size, box: [, , width, height] }) =>
      size < HEADING && width < LABEL.width * em && height < LABEL.height * em,
  );
  if (short.length > MOST_SHORT) return [];
  return short.filter((own) => {
    const top = own.box[1];
    const above = items.filter((item) => item.box[1] < top && overlaps(item, own));
    return above.length > 0 && top - greatest(above, (item) => endOf(item, 1)) > LABEL.white * em;
  });
}

/** How many headlines a cut parts from the text below them: right above it, with text of another article above. */
function headlinesTorn(heads: readonly Item[], items: readonly Item[], at: number, em: number): number {
  const hasText = (head: Item, isThere: (item: Item) => boolean) =>
    items.some((item) => item.size < HEADING && isThere(item) && overlaps(item, head));
  return heads.filter((head) => {
    const above = at - endOf(head, 1);
    return (
      above > -em &&
      above < SHORT * em &&
      hasText(head, ({ box }) => box[1] < head.box[1]) &&
      hasText(head, ({ box }) => box[1] >= at)
    );
  }).length;
}

function overlaps(a: Item, b: Item): boolean {
  return a.box[0] < endOf(b, 0) && b.box[0] < endOf(a, 0);
}

/** Between articles it is wider than between lines. */
function whiteBefore(rows: readonly (readonly Item[])[], i: number): number {
  const bottom = greatest(rows[i - 1] as readonly Item[], (item) => endOf(item, 1));
  return least(rows[i] as readonly Item[], ({ box }) => box[1]) - bottom;
}

interface InRow {
  readonly item: Item;
  readonly row: number;
}

/** Share of the height of some rows that what stands on either side of a gutter has in common: a headline beside one line parts no columns. */
const MUTUAL = 0.25;

/** Height of the gutters that run through all of some rows, all together. The items are sorted from left to right. */
function guttersOf(
  items: readonly InRow[],
  isAmong: (item: InRow) => boolean,
  surroundings: Surroundings,
): number {
  const { heights, height } = gutterHeights(items, isAmong, surroundings);
  return heights.filter((shared) => shared >= MUTUAL * height).length * height;
}

/**
 * The same, of each gutter as far as there is something on both sides of it. Bands of vertical text are low and many, so that a
 * column beside the end of another one would weigh more than the articles that a cut parts.
 */
function sharedGutters(
  items: readonly InRow[],
  isAmong: (item: InRow) => boolean,
  surroundings: Surroundings,
): number {
  return gutterHeights(items, isAmong, surroundings).heights.reduce((sum, height) => sum + height, 0);
}

/** How far each gutter has something on both sides, and the height of all rows. */
function gutterHeights(
  items: readonly InRow[],
  isAmong: (item: InRow) => boolean,
  { em }: Surroundings,
): { heights: number[]; height: number } {
  const heights: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [first, last] = [top, bottom];
  let before: { readonly top: number; readonly bottom: number } | null = null;
  const close = () => {
    if (before) heights.push(Math.max(0, Math.min(bottom, before.bottom) - Math.max(top, before.top)));
  };
  for (const own of items) {
    if (!isAmong(own)) continue;
    const [from, to] = reachOf(own.item, 0, em);
    if (Math.min(from, to) >= end && end > Number.NEGATIVE_INFINITY) {
      close();
      before = { top, bottom };
      [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    }
    end = Math.max(end, to);
    top = Math.min(top, own.item.box[1]);
    bottom = Math.max(bottom, endOf(own.item, 1));
    [first, last] = [Math.min(first, top), Math.max(last, bottom)];
  }
  close();
  return { heights, height: Math.max(0, last - first) };
}
