/** Lines of a block that run across a place show that no gutter is there: one of them has wide white in it, and no more. */
import type { Gap, Strip } from "./gutters.ts";
import { typeSize } from "./type-size.ts";

/** Lines of its block so far above and below a line are asked, in ems. */
const NEAR = 12;
/** Type of one size, give or take what cannot be measured. */
const SAME = 1.3;
/** Lines that must run across, and how many for each that has white there. */
const FEW = 2;
const SHARE = 2;

/** @returns whether the lines near a line that are of its block run across a gap in it */
export function crossings(strips: readonly Strip[], body: number): (gap: Gap, own: Strip) => boolean {
  const blocks = new Map<number, Strip[]>();
  for (const strip of strips) {
    const own = blocks.get(strip.block);
    if (own) own.push(strip);
    else blocks.set(strip.block, [strip]);
  }
  return ({ left, right }, own) => {
    const near = (blocks.get(own.block) ?? []).filter((strip) => strip !== own && isNear(strip, own, body));
    return PLACES.every((share) => isCrossed(near, left + share * (right - left)));
  };
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
