/** A printed line that the engine took for two is one again: other lines of its column run across the white between. */
import { type Strip, withWords } from "./gutters.ts";
import { isRuled } from "./headline-strips.ts";
import { centerOf, endOf } from "./items.ts";
import type { Box } from "./sheet.ts";
import { typeSize } from "./type-size.ts";
import { uprightsAmong } from "./uprights.ts";

/** White between the halves at most, in ems; between columns there is more, as a rule. */
const CLOSE = 2;
/** How far apart the middles of two halves are at most, and how much larger the type of one may be. */
const LEVEL = 0.4;
const LIKE = 1.3;
/** So far above and below, in ems, lines tell whether the white is that of a gutter. */
const REACH = 7;
/** Ems by which a line reaches over the white on either side, by which one that ends there may miss it, and by which columns do. */
const OVER = 1;
const OFF = 0.7;
const EDGE = 2.5;

/** The strips of a page, halves of a line as one. */
export function joinHalves(strips: readonly Strip[], rules: readonly Box[], body: number): Strip[] {
  const uprights = uprightsAmong(rules);
  const sorted = strips.toSorted((a, b) => a.box[1] - b.box[1]);
  const rightOf = new Map<Strip, Strip>();
  const taken = new Set<Strip>();
  for (const [i, left] of sorted.entries()) {
    const near = around(sorted, i, REACH * body);
    const right = near.find((other) => isBeside(left, other, body));
    if (!right || taken.has(right)) continue;
    if (!isOneLine(left, right, near, body) || isRuled(left, right, uprights)) continue;
    rightOf.set(left, right);
    taken.add(right);
  }
  return strips.flatMap((strip) => (taken.has(strip) ? [] : [asOne(strip, rightOf)]));
}

/** A strip with what follows it on its line, which may be in more pieces than two. */
function asOne(first: Strip, rightOf: ReadonlyMap<Strip, Strip>): Strip {
  const words = [...first.words];
  for (let next = rightOf.get(first); next; next = rightOf.get(next)) words.push(...next.words);
  return words.length === first.words.length ? first : withWords(first, words);
}

/** What begins no farther above or below a strip; the strips are sorted by their tops. */
function around(sorted: readonly Strip[], i: number, reach: number): Strip[] {
  const top = topOf(sorted, i);
  let from = i;
  while (from > 0 && top - topOf(sorted, from - 1) <= reach) from--;
  let to = i + 1;
  while (to < sorted.length && topOf(sorted, to) - top <= reach) to++;
  return sorted.slice(from, to).filter((strip) => strip !== sorted[i]);
}

function topOf(strips: readonly Strip[], i: number): number {
  return strips[i]?.box[1] ?? 0;
}

function isBeside(left: Strip, right: Strip, body: number): boolean {
  const gap = right.box[0] - endOf(left, 0);
  return (
    left.rotation === 0 &&
    right.rotation === 0 &&
    right.box[0] > left.box[0] &&
    gap > -0.3 * body &&
    gap < CLOSE * body &&
    Math.abs(centerOf(left, 1) - centerOf(right, 1)) < LEVEL * body &&
    areAlike(left, right) &&
    left.advert === right.advert
  );
}

/** Whether more lines of the same column run across the white than end or begin at it. */
function isOneLine(left: Strip, right: Strip, near: readonly Strip[], body: number): boolean {
  const [from, to] = [endOf(left, 0), right.box[0]];
  const [edge, end] = [left.box[0], endOf(right, 0)];
  let across = 0;
  const parted = new Set<number>();
  for (const other of near) {
    if (other === right || !areAlike(left, other)) continue;
    const [x, last] = [other.box[0], endOf(other, 0)];
    if (last < edge || x > end) continue;
    const isAcross = x < from - OVER * body && last > to + OVER * body;
    if (isAcross && x > edge - EDGE * body && last < end + EDGE * body) across++;
    else if (Math.abs(last - from) < OFF * body || Math.abs(x - to) < OFF * body)
      parted.add(Math.round(centerOf(other, 1) / body));
  }
  return across > 0 && across > parted.size;
}

function areAlike(one: Strip, other: Strip): boolean {
  const [a, b] = [typeSize(one), typeSize(other)];
  return Math.max(a, b) <= LIKE * Math.min(a, b);
}
