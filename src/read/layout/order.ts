/**
 * The order in which a page is read, from where things stand on it: it is cut along rules and white, again and again (the
 * recursive X-Y cut of Nagy and Seth 1984), columns before rows. The order of the input says nothing.
 */
import { around, type Box } from "./sheet.ts";

/** What is put in order, e.g. a stack of lines. */
export interface Item {
  readonly box: Box;
  /** Size of its type in that of the page's running text. */
  readonly size: number;
}

/** How an item comes behind the one before: right below it, at the head of the next column, or in another part. */
export type Joint = "below" | "column" | "apart";

export interface Placed<T extends Item> {
  readonly item: T;
  readonly joint: Joint;
}

interface Surroundings {
  readonly rules: readonly Box[];
  /** Size of running text, in the unit of the boxes. */
  readonly em: number;
}

export function readingOrder<T extends Item>(items: readonly T[], surroundings: Surroundings): Placed<T>[] {
  const sorted = items.toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0] || a.box[2] - b.box[2]);
  return place(sorted, surroundings);
}

function place<T extends Item>(items: readonly T[], surroundings: Surroundings): Placed<T>[] {
  if (items.length < 2) return items.map((item) => ({ item, joint: "apart" }));
  const parts = (joint: Joint, ...groups: readonly T[][]): Placed<T>[] =>
    groups.flatMap((group, i) => {
      const [first, ...rest] = place(group, surroundings) as [Placed<T>, ...Placed<T>[]];
      return [i === 0 ? first : { ...first, joint }, ...rest];
    });
  const ruled = cutAtRule(items, surroundings);
  if (ruled) return parts("apart", ...ruled);
  const columns = cutAcross(items, 0, surroundings);
  if (columns.length > 1) {
    const headed = cutBelowHeading(items, columns, surroundings);
    return headed ? parts("apart", ...headed) : parts("column", ...columns);
  }
  const rows = cutForColumns(items, surroundings);
  if (rows) return parts("apart", ...rows);
  return (
    placeAroundBridges(items, surroundings) ??
    items.map((item, i) => ({ item, joint: i === 0 ? "apart" : "below" }))
  );
}

/** Items that bridge a gutter may take up this share of its height. */
const BRIDGED = 0.35;

/** Where a few items bridge a gutter, the columns are read as if it were free; a bridge comes before what it stands on. */
function placeAroundBridges<T extends Item>(
  items: readonly T[],
  surroundings: Surroundings,
): Placed<T>[] | null {
  const height = around(items.map(({ box }) => box))[3];
  const cuts = items.map(({ box: [x] }) => {
    const bridges = items.filter((item) => crosses(item, 0, x, OVERLAP * surroundings.em));
    return { x, bridges, cost: bridges.reduce((all, { box }) => all + box[3], 0) / height };
  });
  const open = cuts.filter(({ x, bridges }) => {
    const [left, right] = partition(
      items.filter((item) => !bridges.includes(item)),
      (item) => centerOf(item, 0) < x,
    );
    return left.length > 0 && right.length > 0;
  });
  const [best] = open.sort((a, b) => a.cost - b.cost || a.x - b.x);
  if (!best || best.cost > BRIDGED) return null;
  const { x, bridges } = best;
  const [left, right] = partition(
    items.filter((item) => !bridges.includes(item)),
    (item) => centerOf(item, 0) < x,
  );
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
  const [left, , width] = around(items.map(({ box }) => box));
  for (const [x, y, w, h] of rules) {
    if (w < 3 * h || Math.min(x + w, left + width) - Math.max(x, left) < WHOLE * width) continue;
    const at = y + h / 2;
    if (items.some((item) => crosses(item, 1, at, 0.5 * em))) continue;
    const [above, below] = partition(items, (item) => centerOf(item, 1) < at);
    if (above.length > 0 && below.length > 0) return [above, below];
  }
  return null;
}

/** Cuts along one axis wherever there is white: 0 gives columns, 1 rows. */
function cutAcross<T extends Item>(items: readonly T[], axis: Axis, { em }: Surroundings): T[][] {
  const groups: T[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const item of items.toSorted((a, b) => a.box[axis] - b.box[axis])) {
    const [from, to] = [item.box[axis] + OVERLAP * em, endOf(item, axis) - OVERLAP * em];
    const last = groups.at(-1);
    if (last && Math.min(from, to) < end) last.push(item);
    else groups.push([item]);
    end = Math.max(end, to);
  }
  return groups.map((group) => items.filter((item) => group.includes(item)));
}

/** Boxes of neighbours may overlap by this much at either side, in ems: they are slanted, and swollen by specks. */
const OVERLAP = 0.3;

/**
 * A headline may stand over one column and mean them all: what is below it begins at one height. Cuts there, where what
 * is above the columns leaves one of them without anything.
 */
function cutBelowHeading<T extends Item>(
  items: readonly T[],
  columns: readonly (readonly T[])[],
  { em }: Surroundings,
): [T[], T[]] | null {
  const bottom = Math.min(...columns.map((column) => Math.max(...column.map(({ box }) => box[1] + box[3]))));
  for (const heading of items) {
    if (heading.size < HEADING) break;
    const at = heading.box[1] + heading.box[3];
    if (at > bottom || items.some((item) => crosses(item, 1, at, OVERLAP * em))) continue;
    const [above, below] = partition(items, (item) => centerOf(item, 1) < at);
    const bare = columns.some((column) => !column.some((item) => above.includes(item)));
    const tops = columns.map((column) =>
      Math.min(...column.filter((it) => below.includes(it)).map(({ box }) => box[1])),
    );
    if (bare && Math.max(...tops) - Math.min(...tops) < 1.5 * em) return [above, below];
  }
  return null;
}

/** Type that is larger than running text by this factor heads it. */
const HEADING = 1.25;

/** Of all cuts between rows the one behind which most columns show, by their height. */
function cutForColumns<T extends Item>(items: readonly T[], surroundings: Surroundings): [T[], T[]] | null {
  const rows = cutAcross(items, 1, surroundings);
  let best: [T[], T[]] | null = null;
  let most = 0;
  for (let i = 1; i < rows.length; i++) {
    const halves: [T[], T[]] = [rows.slice(0, i).flat(), rows.slice(i).flat()];
    const gain = halves.reduce((all, half) => all + guttersOf(half, surroundings), 0);
    if (gain > most) {
      most = gain;
      best = halves;
    }
  }
  return best;
}

/** Height of the gutters that run through all of some items, all together. */
function guttersOf(items: readonly Item[], surroundings: Surroundings): number {
  const [, , , height] = around(items.map(({ box }) => box));
  return (cutAcross(items, 0, surroundings).length - 1) * height;
}

/** 0 runs from left to right, 1 from top to bottom. */
type Axis = 0 | 1;

function endOf({ box }: Item, axis: Axis): number {
  return box[axis] + (axis === 0 ? box[2] : box[3]);
}

function centerOf(item: Item, axis: Axis): number {
  return (item.box[axis] + endOf(item, axis)) / 2;
}

function crosses(item: Item, axis: Axis, at: number, slack: number): boolean {
  return item.box[axis] + slack < at && at < endOf(item, axis) - slack;
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
