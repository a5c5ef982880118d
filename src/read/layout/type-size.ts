/** How large the type of a line is, and that of the page's running text. */
import { emWidth, isCjk } from "../../language/punctuation.ts";
import { boxOf, type PrintedLine } from "./sheet.ts";

/**
 * Size of the type of a line, in the unit of its boxes: about an em. Ideographs fill their ems, so their number tells,
 * unless they are spaced out; of other scripts the height of the line does, from ascender to descender.
 */
export function typeSize({ words }: Pick<PrintedLine, "words">): number {
  const [, , width, height] = boxOf({ words });
  const text = words.map((word) => word.text).join("");
  const ems = emWidth(text);
  const thickness = Math.min(width, height);
  if (ems < FEW || ![...text].some(isCjk)) return thickness;
  return Math.min(Math.max(width, height) / ems, thickness);
}

/** Of fewer ems the width tells little. */
const FEW = 3;

/** The median of the sizes, each line counting as much as it has text: the size of running text. */
export function bodySize(lines: readonly PrintedLine[], sizeOf: (line: PrintedLine) => number): number {
  const sized = lines
    .map((line) => ({ size: sizeOf(line), weight: emWidth(line.words.map(({ text }) => text).join("")) }))
    .sort((a, b) => a.size - b.size);
  const half = sized.reduce((all, { weight }) => all + weight, 0) / 2;
  let passed = 0;
  for (const { size, weight } of sized) {
    passed += weight;
    if (passed >= half) return size;
  }
  return 1;
}
