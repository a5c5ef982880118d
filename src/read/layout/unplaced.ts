/** Sheets whose lines say nowhere where they stand: read in the order of the file, as text is, with an empty line between blocks. */
import type { Line } from "../../page/types.ts";
import { around, type PrintedLine, type Sheet } from "./sheet.ts";
import { median } from "./stacks.ts";

/** Whether not one word has a place. */
export function isUnplaced({ lines }: Sheet): boolean {
  return lines.every(({ words }) =>
    words.every(({ box: [, , width, height] }) => width === 0 && height === 0),
  );
}

/** The blocks as the file states their order, or lists them; what it states nothing of comes last. */
export function inStatedOrder({ lines, order }: Sheet): PrintedLine[] {
  const rankOf = ({ block }: PrintedLine) => order.get(block) ?? Number.POSITIVE_INFINITY;
  return order.size === 0
    ? [...lines]
    : lines.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : Number(rankOf(a) > rankOf(b))));
}

/** UTF-16 units of a line from which on it is a paragraph as a whole. */
const PARAGRAPH = 90;
/** Lines of a block, on average, below which blocks are lines, and part no paragraphs. */
const LINES = 1.5;

/** @param texts of the lines, in the same order, as they stand one behind the other from `start` on */
export function linesAsText(lines: readonly PrintedLine[], texts: readonly string[], start: number): Line[] {
  const blocks = new Set(lines.map(({ block }) => block)).size;
  const isParted = lines.length >= LINES * blocks || median(texts.map(({ length }) => length)) > PARAGRAPH;
  let at = start;
  return lines.map(({ id, block, words }, i): Line => {
    const span = { start: at, end: at + (texts[i] as string).length };
    at = span.end + 1;
    const isFirst = isParted && i > 0 && lines[i - 1]?.block !== block;
    const place = { id, box: around(words.map((word) => word.place)) };
    return { span, indent: 0, blankBefore: isFirst ? 1 : 0, trailingSpace: false, place };
  });
}
