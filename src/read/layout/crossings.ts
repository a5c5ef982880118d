/** What speaks against a gutter where a line has wide white: lines of its block that run across, cells too narrow for a column. */
import type { Strip } from "./gutters.ts";
import { byBlock } from "./sheet.ts";
import { typeSize } from "./type-size.ts";
import type { Gap } from "./uprights.ts";

/** Lines of its block so far above and below a line are asked, in ems. */
const NEAR = 12;
/** Type of one size, give or take what cannot be measured. */
const SAME = 1.3;
/** Lines that must run across, and how many for each that has white there. */
const FEW = 2;
const SHARE = 2;

/** @returns whether the lines near a line that are of its block run across a gap in it */
export function crossings(strips: readonly Strip[], body: number): (gap: Gap, own: Strip) => boolean {
  const blocks = byBlock(strips);
  return ({ left, right }, own) => {
    const near = (blocks.get(own.block) ?? []).filter((strip) => strip !== own && isNear(strip, own, body));
    return PLACES.every((share) => isCrossed(near, left + share * (right - left)));
  };
}

/**
 * Whether text as wide as a column ends and begins beside a gap: the cells of a table and the words of an advertisement are
 * narrower.
 */
export function partsColumns({ left, right, middle }: Gap, strips: readonly Strip[], body: number): boolean {
  const off = BESIDE * body;
  const before: number[] = [];
  const behind: number[] = [];
  for (const { box, words } of strips) {
    const [x, y, width, height] = box;
    if (Math.abs(y + height / 2 - middle) > NEAR * body || x + width < left - off || x > right + off)
      continue;
    const end = words.findLast((word) => endOf(word) <= right + TOUCH * body);
    const start = words.find((word) => word.box[0] >= left - TOUCH * body);
    if (end && endOf(end) > left - off) before.push(endOf(end) - x);
    if (start && start.box[0] < right + off) behind.push(x + width - start.box[0]);
  }
  return Math.min(upperThird(before), upperThird(behind)) > COLUMN * body;
}

/** Text ends and begins so near to a gap, in ems, and boxes reach so far into it. */
const BESIDE = 2;
const TOUCH = 0.2;
/** No column of text is narrower, in ems. Of 5, 6.5 and 8 this reads pages of either script best. */
const COLUMN = 8;

function endOf({ box }: Pick<Strip, "box">): number {
  return box[0] + box[2];
}

/** What a third of some values reach. */
function upperThird(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((2 * values.length) / 3)] ?? 0;
}

/** A gutter may stand anywhere in the white behind a line that ends early: shares of it. */
const PLACES = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95];

function isCrossed(near: readonly Strip[], at: number): boolean {
  const reach = near.filter((strip) => spans(strip, at));
  const across = reach.filter(({ words }) => words.some((word) => spans(word, at))).length;
  return across >= FEW && across > SHARE * (reach.length - across);
}

function isNear(strip: Strip, own: Strip, body: number): boolean {
  const [a, b] = [typeSize(strip), typeSize(own)];
  const [, y, , height] = strip.box;
  const [, top, , depth] = own.box;
  return Math.max(a, b) <= SAME * Math.min(a, b) && Math.abs(y + height / 2 - top - depth / 2) <= NEAR * body;
}

function spans({ box: [x, , width] }: Pick<Strip, "box">, at: number): boolean {
  return x <= at && at <= x + width;
}
