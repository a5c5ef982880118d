/** What stands in a box of printed rules: an advertisement, a piece set apart. It is read by itself, and text goes on around it. */
import { type Edges, linesOf, type Part, partOf } from "./flowing.ts";
import { centerOf } from "./items.ts";
import { readingOrder } from "./order.ts";
import { around, type Box } from "./sheet.ts";
import type { Stack } from "./stacks.ts";

/** How far the ends of rules may miss each other, and how wide and high a box is at least, in ems. */
const OFF = 1.2;
const WIDE = 6;
const HIGH = 2.5;
/** Of the height of a box, what the rules at either side of it cover. */
const CLOSED = 0.6;
/** Share of the page that a box takes up at most: a larger one is the frame of the page. */
const LARGEST = 0.5;
/** A page with more rules of one direction is a table or a picture. */
const MOST = 60;

/** The boxes that rules make: of those in each other the innermost, as a pile of boxes is none itself. */
export function boxesAmong(rules: readonly Box[], page: Box, body: number): Box[] {
  const level = rules.filter(([, , width, height]) => width > 3 * height && width > WIDE * body);
  const upright = rules.filter(([, , width, height]) => height > 3 * width);
  if (level.length > MOST || upright.length > MOST) return [];
  const found = level.flatMap((top) =>
    level.flatMap((foot): Box[] => {
      const box = around([top, foot]);
      return isBox(top, foot, body) && isClosed(box, upright, body) && areaOf(box) < LARGEST * areaOf(page)
        ? [box]
        : [];
    }),
  );
  const boxes = distinct(found, body);
  return boxes.filter((own) => !boxes.some((other) => other !== own && holds(own, other, body)));
}

/** Double rules make a box several times. */
function distinct(boxes: readonly Box[], body: number): Box[] {
  return boxes.filter(
    (own, i) => !boxes.slice(0, i).some((other) => holds(other, own, body) && holds(own, other, body)),
  );
}

function isBox([x, y, width]: Box, [left, foot, w]: Box, body: number): boolean {
  const isAlike = Math.abs(x - left) < OFF * body && Math.abs(x + width - left - w) < OFF * body;
  return isAlike && foot - y > HIGH * body;
}

/** Whether rules stand at both sides, for most of the height. */
function isClosed([x, y, width, height]: Box, upright: readonly Box[], body: number): boolean {
  return [x, x + width].every((side) => {
    const beside = upright.filter(([left, , w]) => Math.abs(left + w / 2 - side) < OFF * body);
    const covered = beside.reduce(
      (sum, [, top, , h]) => sum + Math.max(0, Math.min(top + h, y + height) - Math.max(top, y)),
      0,
    );
    return covered > CLOSED * height;
  });
}

function areaOf([, , width, height]: Box): number {
  return width * height;
}

/** The rules that neither make a box nor stand in one. */
export function rulesOutside(rules: readonly Box[], boxes: readonly Box[], body: number): Box[] {
  return rules.filter((rule) => !boxes.some((box) => holds(box, rule, body, 0.5 * OFF)));
}

function holds([x, y, width, height]: Box, [left, top, w, h]: Box, body: number, share = OFF): boolean {
  const off = share * body;
  return left > x - off && top > y - off && left + w < x + width + off && top + h < y + height + off;
}

/** The stacks of a page as parts: those in one box are one part, in their order. */
export function partsOf(
  stacks: readonly Stack[],
  boxes: readonly Box[],
  edges: Edges,
  surroundings: { readonly rules: readonly Box[]; readonly em: number },
): Part[] {
  const inside = boxes.map((): Stack[] => []);
  const outside: Stack[] = [];
  for (const stack of stacks) {
    const at = boxes.findIndex((box) => isInside(stack, box));
    (inside[at] ?? outside).push(stack);
  }
  return [
    ...outside.map((stack) => partOf(stack, edges)),
    ...inside.flatMap((own, i) => (own.length === 0 ? [] : [boxedPart(own, i, edges, surroundings)])),
  ];
}

function isInside(stack: Stack, [x, y, width, height]: Box): boolean {
  const [across, down] = [centerOf(stack, 0), centerOf(stack, 1)];
  return x < across && across < x + width && y < down && down < y + height && stack.box[2] < width;
}

function boxedPart(
  stacks: readonly Stack[],
  number: number,
  edges: Edges,
  surroundings: { readonly rules: readonly Box[]; readonly em: number },
): Part {
  const placed = readingOrder(stacks, surroundings);
  const lines = placed
    .flatMap(({ item, joint }, i) => linesOf(item, i === 0 ? "apart" : joint, edges))
    .map((line) => ({ ...line, boxed: number }));
  const block = lines[0]?.strip.block ?? 0;
  return { box: around(stacks.map(({ box }) => box)), size: 1, isBoxed: true, block, lines };
}
