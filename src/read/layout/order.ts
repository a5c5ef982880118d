/**
 * The order in which a page is read, from where things stand on it: it is cut along rules and white, again and again (the
 * recursive X-Y cut of Nagy and Seth 1984), columns before rows. The order of the input says nothing.
 */
import { cutAtBand, cutBesideAside } from "./bands.ts";
import { type Bridged, bridgedAt, isSlip, leans, runsThrough, SLIP } from "./bridges.ts";
import { cutAboveHead, cutBelowHead } from "./heads.ts";
import {
  centerOf,
  crosses,
  endOf,
  HEADING,
  type Item,
  OVERLAP,
  partition,
  type Surroundings,
} from "./items.ts";
import { cutAcross, cutForColumns } from "./rows.ts";
import { around, greatest, least } from "./sheet.ts";

/** How an item comes behind the one before: right below it, at the head of the next column, or in another part. */
export type Joint = "below" | "column" | "apart";

export interface Placed<T extends Item> {
  readonly item: T;
  readonly joint: Joint;
}

export function readingOrder<T extends Item>(items: readonly T[], surroundings: Surroundings): Placed<T>[] {
  const sorted = items.toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0] || a.box[2] - b.box[2]);
  return place(sorted, { ...surroundings, cuts: CUTS });
}

/** Cuts inside cuts: a page of a newspaper has a dozen. What is left then is read from top to bottom. */
const CUTS = 60;

/** What a part of the page is cut by; `cuts` may still be made one inside the other. */
interface Cutting extends Surroundings {
  readonly cuts: number;
}

function place<T extends Item>(items: readonly T[], cutting: Cutting): Placed<T>[] {
  if (items.length < 2) return items.map((item) => ({ item, joint: "apart" }));
  const surroundings = { ...cutting, cuts: cutting.cuts - 1 };
  const parts = (joint: Joint, ...groups: readonly (readonly T[])[]): Placed<T>[] =>
    groups.flatMap((group, i) => {
      const [first, ...rest] = place(group, surroundings) as [Placed<T>, ...Placed<T>[]];
      return [i === 0 ? first : { ...first, joint }, ...rest];
    });
  if (cutting.cuts === 0) return items.map((item, i) => ({ item, joint: i === 0 ? "apart" : "below" }));
  const ruled = cutAtRule(items, surroundings);
  if (ruled) return parts("apart", ...ruled);
  const beside = cutBesideAside(items, surroundings);
  if (beside) return parts("apart", ...beside);
  const below = cutBelowHead(items, surroundings);
  if (below) return parts("apart", ...below);
  const columns = cutAcross(items, 0, surroundings);
  const headed = cutAboveHead(items, columns, surroundings);
  if (headed) return parts("apart", ...headed);
  if (columns.length > 1) {
    const headed = cutBelowHeading(items, columns, surroundings);
    if (headed) return parts("apart", ...headed);
    return parts("column", ...(cutAtBand(items, columns, surroundings) ?? columns));
  }
  const slip = bridgedAt(items, surroundings);
  if (slip && !cutting.down && slip.bridges.every(leans(items, slip.x)))
    return parts("column", ...partition(items, (item) => centerOf(item, 0) < slip.x));
  if (slip && isSmall(slip, items, surroundings) && slip.bridges.every(isSlip(items)))
    return placeAround(items, slip, surroundings);
  const rows = cutForColumns(items, surroundings);
  if (rows) return parts("apart", ...rows);
  return (
    (slip && slip.cost <= BRIDGED && (!cutting.down || runsThrough(slip, items))
      ? placeAround(items, slip, surroundings)
      : null) ?? items.map((item, i) => ({ item, joint: i === 0 ? "apart" : "below" }))
  );
}

function isSmall<T extends Item>(slip: Bridged<T>, items: readonly T[], { down }: Surroundings): boolean {
  return down ? runsThrough(slip, items) : slip.cost < SLIP;
}

/** Items that bridge a gutter may take up this share of its height. */
const BRIDGED = 0.35;

/** Where a few items bridge a gutter, the columns are read as if it were free; a bridge comes before what it stands on. */
function placeAround<T extends Item>(
  items: readonly T[],
  { x, bridges }: Bridged<T>,
  surroundings: Cutting,
): Placed<T>[] {
  const among = new Set(bridges);
  const beside = items.filter((item) => !among.has(item));
  const [left, right] = partition(beside, (item) => centerOf(item, 0) < x);
  const [first, ...rest] = place(right, surroundings) as [Placed<T>, ...Placed<T>[]];
  return bridges.reduce(insert<T>, [...place(left, surroundings), { ...first, joint: "column" }, ...rest]);
}

function insert<T extends Item>(placed: readonly Placed<T>[], bridge: T): Placed<T>[] {
  const bottom = centerOf(bridge, 1);
  const on = placed.findIndex(({ item }) => centerOf(item, 1) > bottom && overlaps(item, bridge));
  const at = on < 0 ? placed.length : on;
  const behind = placed.slice(at, at + 1).map(({ item }) => ({ item, joint: "apart" as const }));
  return [...placed.slice(0, at), { item: bridge, joint: "apart" }, ...behind, ...placed.slice(at + 1)];
}

function overlaps({ box: [x, , width] }: Item, { box: [other, , otherWidth] }: Item): boolean {
  return x < other + otherWidth && other < x + width;
}

/** A rule that runs over this share of a part of the page cuts it. */
const WHOLE = 0.8;

function cutAtRule<T extends Item>(items: readonly T[], { rules, em }: Surroundings): [T[], T[]] | null {
  const [left, top, width, height] = around(items.map(({ box }) => box));
  for (const [x, y, w, h] of rules) {
    if (w < 3 * h || Math.min(x + w, left + width) - Math.max(x, left) < WHOLE * width) continue;
    const at = y + h / 2;
    if (at < top || at > top + height) continue;
    if (items.some((item) => crosses(item, 1, at, 0.5 * em))) continue;
    const [above, below] = partition(items, (item) => centerOf(item, 1) < at);
    if (above.length > 0 && below.length > 0) return [above, below];
  }
  return null;
}

/**
 * A headline may stand over one column and mean them all: what is below it begins at one height. Cuts there, where what
 * is above the columns leaves one of them without anything.
 */
function cutBelowHeading<T extends Item>(
  items: readonly T[],
  columns: readonly (readonly T[])[],
  surroundings: Surroundings,
): [T[], T[]] | null {
  const { em } = surroundings;
  const bottom = least(columns, (column) => greatest(column, (item) => endOf(item, 1)));
  for (const heading of items.slice(0, MOST_HEADINGS)) {
    if (heading.size < HEADING) break;
    const at = heading.box[1] + heading.box[3];
    if (at > bottom || items.some((item) => crosses(item, 1, at, OVERLAP * em))) continue;
    const [above, below] = partition(items, (item) => centerOf(item, 1) < at);
    // A line without height is not above its own foot.
    if (above.length === 0 || below.length === 0 || headsColumns(above, below, surroundings)) continue;
    // A horizontal headline over the bands of a vertical page is no column of text.
    const own = columns.filter((column) => !column.every(({ isAside }) => isAside));
    const bare = own.some((column) => column.every((item) => centerOf(item, 1) >= at));
    const tops = own.map((column) =>
      least(
        column.filter((it) => centerOf(it, 1) >= at),
        ({ box }) => box[1],
      ),
    );
    if (bare && greatest(tops, (top) => top) - least(tops, (top) => top) < 1.5 * em) return [above, below];
  }
  return null;
}

/** Whether two columns of text have a heading each: none of them means the others. */
function headsColumns(above: readonly Item[], below: readonly Item[], surroundings: Surroundings): boolean {
  const [head, text] = [above, below].map((items) => around(items.map(({ box }) => box))[3]);
  const headings = above.filter(({ size }) => size >= HEADING);
  return (text as number) > (head as number) && cutAcross(headings, 0, surroundings).length > 1;
}

/** At the top of a part stand a few. */
const MOST_HEADINGS = 40;
