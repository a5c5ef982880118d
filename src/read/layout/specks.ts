/** What an engine made of stains and rules, and what it read twice. */
import type { Box } from "./sheet.ts";
import type { Stack } from "./stacks.ts";

/**
 * Rules and stains that were read as | or ~, and what an engine read a second time inside a line that it has read: all of it
 * is kept, and read last.
 */
export function specksAmong(stacks: readonly Stack[], body: number): (stack: Stack) => boolean {
  const boxes = stacks.flatMap(({ strips }) => strips.map(({ box }) => box));
  return ({ strips, box }) => {
    const text = strips.flatMap(({ words }) => words.map((word) => word.text)).join("");
    if (!/[\p{L}\p{N}]/u.test(text)) return true;
    if (text.length > FEW) return false;
    const isTiny = box[3] < TINY * body && box[2] < TINY * body;
    return isTiny || boxes.some((other) => other[2] * other[3] > 2 * box[2] * box[3] && covers(other, box));
  };
}

/** Letters of a speck, at most, and its size in that of running text. */
const FEW = 4;
const TINY = 0.5;

/** Whether most of a box lies in another. */
function covers([x, y, w, h]: Box, [left, top, width, height]: Box): boolean {
  const across = Math.min(x + w, left + width) - Math.max(x, left);
  const down = Math.min(y + h, top + height) - Math.max(y, top);
  return across > 0.6 * width && down > 0.6 * height;
}
