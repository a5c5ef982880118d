/** Printed rules that stand between columns, and what engines make of them and take for them. */
import type { Box, Word } from "./sheet.ts";

/** The white between two words of a line. */
export interface Gap {
  readonly left: number;
  readonly right: number;
  /** Height of the lower of the two words, and where its middle is. */
  readonly height: number;
  readonly middle: number;
}

/** Rules that stand between columns. */
export function uprightsAmong(rules: readonly Box[]): Box[] {
  return rules.filter(([, , width, height]) => height > 3 * width);
}

/** A rule is higher than this, in the height of a line; what is lower is a stroke of a letter, which engines take for one. */
const STROKE = 1.3;

/** Whether an upright rule runs through a gap, give or take what boxes are off. */
export function stands([x, y, width, height]: Box, gap: Gap, off: number): boolean {
  const { left, right, middle } = gap;
  const center = x + width / 2;
  return (
    height > STROKE * gap.height &&
    y <= middle &&
    middle <= y + height &&
    left - off <= center &&
    center <= right + off
  );
}

/** Width of such a word at most, in its height. */
const NARROW = 0.7;

/** Whether a word is an upright rule that was read as | or 1. */
export function isRule({ text, box: [x, y, width, height] }: Word, uprights: readonly Box[]): boolean {
  const middle = y + height / 2;
  return (
    text.length <= 2 &&
    width < NARROW * height &&
    uprights.some(([left, top, w, h]) => top < middle && middle < top + h && x < left + w && left < x + width)
  );
}
