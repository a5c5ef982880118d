/** The white around a line: above it, and on either side of it in its column. */

import type { Print } from "../../page/types.ts";
import type { Strip } from "./gutters.ts";
import { around, type Box, greatest } from "./sheet.ts";

/** Lines of a column are sought so far from a line, in ems: more than a headline and its deck take. */
const NEAR = 16;

/** @param body size of running text, in the unit of the boxes */
export function whiteAround(strips: readonly Strip[], body: number): Print["white"][] {
  const sorted = strips.map((strip, i) => ({ box: printOf(strip), i })).sort((a, b) => a.box[1] - b.box[1]);
  const tallest = greatest(sorted, ({ box }) => box[3]);
  const found: Print["white"][] = [];
  sorted.forEach(({ box, i }, at) => {
    const column: Box[] = [];
    let above: number | null = null;
    for (let j = at - 1; j >= 0; j--) {
      const other = (sorted[j] as { box: Box }).box;
      const white = box[1] - other[1] - other[3];
      if (box[1] - other[1] > NEAR * body + tallest) break;
      if (white > NEAR * body || !shareColumn(box, other)) continue;
      if (isAbove(other, box)) above = Math.min(above ?? Number.POSITIVE_INFINITY, white);
      column.push(other);
    }
    for (let j = at + 1; j < sorted.length; j++) {
      const other = (sorted[j] as { box: Box }).box;
      if (other[1] - box[1] - box[3] > NEAR * body) break;
      if (shareColumn(box, other)) column.push(other);
    }
    const [left, right] = edgesOf(column, box);
    found[i] = {
      above: above === null ? null : above / body,
      left: (box[0] - left) / body,
      right: (right - box[0] - box[2]) / body,
    };
  });
  return found;
}

/** Where the words stand: boxes of lines are swollen by specks. */
function printOf({ words }: Strip): Box {
  return around(words.map(({ box }) => box));
}

/** Whether most of the narrower of two lines stands above or below the other. */
function shareColumn([x, , width]: Box, [left, , w]: Box): boolean {
  return Math.min(x + width, left + w) - Math.max(x, left) > 0.5 * Math.min(width, w);
}

function isAbove([, y, , height]: Box, [, below, , depth]: Box): boolean {
  return y + height / 2 < below + depth / 2 - Math.min(height, depth) / 2;
}

/** Where lines of a column begin and end, with the few left out that stand out. */
function edgesOf(column: readonly Box[], own: Box): readonly [left: number, right: number] {
  const lefts = column.map(([x]) => x).sort((a, b) => a - b);
  const rights = column.map(([x, , width]) => x + width).sort((a, b) => b - a);
  const few = Math.floor(column.length / 8);
  return [Math.min(own[0], lefts[few] ?? own[0]), Math.max(own[0] + own[2], rights[few] ?? own[0] + own[2])];
}
