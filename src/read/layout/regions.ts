/**
 * What runs the other way than the text of its page: horizontal headlines and captions over vertical text, boxes set in the other
 * direction. Each region is put in order by itself, and is one part of the page that surrounds it.
 */
import { turn, turnBack, turned } from "./directions.ts";
import { type Edges, edgesOf, type Flowing, linesOf, NOWHERE, type Part } from "./flowing.ts";
import { cutAtGutters, type Strip } from "./gutters.ts";
import { joinHeadlines } from "./headline-strips.ts";
import { readingOrder } from "./order.ts";
import { around, type Box, greatest, type Sheet } from "./sheet.ts";
import type { Stack } from "./stacks.ts";

/** Frame of what runs the other way and is in no region; those of regions follow. */
export const ASIDE = 1;

/** The lines of a sheet that run the other way, in the frame that they read in. */
export interface Aside {
  readonly strips: readonly Strip[];
  readonly rules: readonly Box[];
  readonly pictures: readonly Box[];
  readonly edges: Edges;
  /** From their frame to that of the page. */
  readonly back: (box: Box) => Box;
}

export function asideOf({ lines, rules, pictures, order, down }: Sheet, body: number): Aside {
  const [forth, back] = down ? [turnBack, turn] : [turn, turnBack];
  const own: Sheet = {
    lines: lines.filter(({ aside }) => aside).map((line) => turned(line, forth)),
    rules: rules.map(forth),
    pictures: pictures.map(forth),
    order,
    down: false,
  };
  const strips = joinHeadlines(cutAtGutters(own), own.rules, body);
  const all = lines.map((line) => ({ box: forth(around(line.words.map(({ box }) => box))) }));
  // Head and foot of a page are where horizontal lines stand, not where the first and the last of its vertical lines do.
  const edges = down ? edgesOf(all, own.rules) : NOWHERE;
  return { ...own, strips, edges, back };
}

/**
 * @param stacks of the lines aside, in their frame
 * @param along the lines of the page around them, in its frame
 */
export function regionsOf(
  stacks: readonly Stack[],
  { rules, edges, back }: Aside,
  along: readonly Strip[],
  body: number,
): Part[] {
  const centers = along.map(({ box: [x, y, w, h] }) => ({ x: x + w / 2, y: y + h / 2 }));
  const isWhole = (group: readonly Stack[]) => {
    const [x, y, w, h] = back(around(group.map(({ box }) => box)));
    return !centers.some((at) => x < at.x && at.x < x + w && y < at.y && at.y < y + h);
  };
  const groups = groupsOf(stacks, body).flatMap((group) =>
    group.length === 1 || isWhole(group) ? [group] : group.map((stack) => [stack]),
  );
  return groups.map((group, i) => {
    const placed = readingOrder(group, { rules, em: body });
    const lines = placed.flatMap(({ item, joint }) => linesOf(item, joint, edges));
    return {
      box: back(around(group.map(({ box }) => box))),
      size: greatest(lines, ({ size }) => size),
      isAside: true,
      block: (lines[0] as Flowing).strip.block,
      lines: lines.map((line) => ({ ...line, frame: ASIDE + 1 + i })),
    };
  });
}

/** Stacks are one region where they stand no farther apart than this, in ems: columns of a box do, and words of a headline. */
const CLOSE = 2;
/** A page with more of them is no page of text. */
const MOST = 300;

function groupsOf(stacks: readonly Stack[], body: number): Stack[][] {
  if (stacks.length > MOST) return stacks.map((stack) => [stack]);
  const groups: Stack[][] = [];
  for (const stack of stacks) {
    const reach = (other: Stack) => CLOSE * body * Math.max(1, Math.min(stack.size, other.size));
    const near = groups.filter((group) => group.some((other) => isNear(stack.box, other.box, reach(other))));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), stack]);
  }
  return groups;
}

function isNear([x, y, w, h]: Box, [left, top, width, height]: Box, reach: number): boolean {
  return (
    Math.max(x, left) - Math.min(x + w, left + width) < reach &&
    Math.max(y, top) - Math.min(y + h, top + height) < reach
  );
}
