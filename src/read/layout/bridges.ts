/** Items that reach over a gutter: headings and pictures of several columns, and lines whose boxes are swollen. */
import {
  centerOf,
  crosses,
  endOf,
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

/** Share of a line, and of a headline, that reaches over a gutter at most where it is of one side, and text of the other side stands there. */
const LEANS = { text: 0.25, headline: 0.18 } as const;

/** Whether a bridge is of one side of a gutter, and its box swollen: it reaches into what stands beside it. A headline of both sides has nothing beside it. */
export function leans(items: readonly Item[], x: number): (bridge: Item) => boolean {
  return (bridge) => {
    const [left, top, width, height] = bridge.box;
    const most = bridge.size >= HEADING ? LEANS.headline : LEANS.text;
    const isLeft = centerOf(bridge, 0) < x;
    const [from, to] = isLeft ? [x, left + width] : [left, x];
    const isBeside = ({ box: [, y, , h] }: Item) => y < top + height && y + h > top;
    return (
      to - from < most * width &&
      items.some(
        (other) =>
          centerOf(other, 0) < x !== isLeft && other.box[0] < to && endOf(other, 0) > from && isBeside(other),
      )
    );
  };
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
  const bridged = someOf(edges).flatMap((x) => {
    const [bridges, beside] = partition(items, isBridge(x));
    const [left, right] = partition(beside, (item) => centerOf(item, 0) < x);
    if (left.length === 0 || right.length === 0) return [];
    const cost = bridges.reduce((all, { box }) => all + box[3], 0) / height;
    return [{ x, cost, parts: sharedHeight(left, right) >= MUTUAL * height }];
  });
  const gutters = bridged.filter(({ parts }) => parts);
  const [first, ...others] = gutters.length > 0 ? gutters : bridged;
  if (!first) return null;
  const { x, cost } = others.reduce((best, own) => (own.cost < best.cost ? own : best), first);
  return { x, cost, bridges: items.filter(isBridge(x)) };
}

/** Share of the height over which there is something on both sides of a gutter: a speck at the edge of a column makes none. */
const MUTUAL = 0.25;

/** Over how much of the height there is something in both of two groups. */
function sharedHeight(one: readonly Item[], other: readonly Item[]): number {
  const [a, b] = [stretchesOf(one), stretchesOf(other)];
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [top, bottom] = a[i] as Stretch;
    const [y, end] = b[j] as Stretch;
    shared += Math.max(0, Math.min(bottom, end) - Math.max(top, y));
    if (bottom < end) i++;
    else j++;
  }
  return shared;
}

type Stretch = readonly [top: number, bottom: number];

/** The heights that some items cover, from the top. */
function stretchesOf(items: readonly Item[]): Stretch[] {
  const stretches: [number, number][] = [];
  for (const {
    box: [, y, , height],
  } of items.toSorted((a, b) => a.box[1] - b.box[1])) {
    const last = stretches.at(-1);
    if (last && y <= last[1]) last[1] = Math.max(last[1], y + height);
    else stretches.push([y, y + height]);
  }
  return stretches;
}
