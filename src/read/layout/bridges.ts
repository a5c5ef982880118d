/** Items that reach over a gutter: headings and pictures of several columns, and lines whose boxes are swollen. */
import {
  centerOf,
  crosses,
  HEADING,
  type Item,
  OVERLAP,
  partition,
  type Surroundings,
  someOf,
} from "./items.ts";
import { around, type Box } from "./sheet.ts";

/**
 * A bridge is a line of text whose box reaches into the next column where it is no heading and leaves much of it free. Of its share of the
 * height: from 0.1 to 0.3 pages read alike, below that cuts between rows come first and part columns.
 */
export const SLIP = 0.15;
const FREE = 0.8;
/** In vertical text engines read on through the white between two bands: of these lines one in five at most. */
const RUN_THROUGH = 0.2;

export function isSlip(items: readonly Item[]): (bridge: Item) => boolean {
  const width = around(items.map(({ box }) => box))[2];
  return ({ box, size }) => size < HEADING && box[2] < FREE * width;
}

/** Whether there is something on both sides of a gutter most of the way, and few run through. */
export function runsThrough<T extends Item>({ x, bridges }: Bridged<T>, items: readonly T[]): boolean {
  const among = new Set(bridges);
  const [left, right] = partition(
    items.filter((item) => !among.has(item)),
    (item) => centerOf(item, 0) < x,
  ).map((side) => around(side.map(({ box }) => box))) as [Box, Box];
  const shared = Math.min(left[1] + left[3], right[1] + right[3]) - Math.max(left[1], right[1]);
  return bridges.reduce((all, { box }) => all + box[3], 0) < RUN_THROUGH * shared;
}

/** Where a gutter is bridged least, by what, and over which share of its height. */
export interface Bridged<T extends Item> {
  readonly x: number;
  readonly cost: number;
  readonly bridges: readonly T[];
}

export function bridgedAt<T extends Item>(items: readonly T[], { em }: Surroundings): Bridged<T> | null {
  const height = around(items.map(({ box }) => box))[3];
  const isBridge = (x: number) => (item: T) => crosses(item, 0, x, OVERLAP * em);
  const edges = [...new Set(items.map(({ box: [x] }) => x))].sort((a, b) => a - b);
  let best: Omit<Bridged<T>, "bridges"> | null = null;
  for (const x of someOf(edges)) {
    const [bridges, beside] = partition(items, isBridge(x));
    const cost = bridges.reduce((all, { box }) => all + box[3], 0) / height;
    const parts =
      beside.some((item) => centerOf(item, 0) < x) && beside.some((item) => centerOf(item, 0) >= x);
    if (parts && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { x, cost };
  }
  return best && { ...best, bridges: items.filter(isBridge(best.x)) };
}
