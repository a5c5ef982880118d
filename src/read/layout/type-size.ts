/** How large the type of a line is, and that of the page's running text. */
import { emWidth, isCjk } from "../../language/punctuation.ts";
import { boxOf, type PrintedLine, type Word } from "./sheet.ts";

/**
 * Size of the type of a line, in the unit of its boxes: about an em. Ideographs fill their ems, so their number tells,
 * unless they are spaced out; of other scripts the heights of the words do.
 */
export function typeSize(line: Pick<PrintedLine, "words"> & { readonly rotation?: number }): number {
  const before = known.get(line.words);
  if (before !== undefined) return before;
  // Words that stand nowhere have a box without height, and everything is measured in type sizes.
  const size = measure(line) || 1;
  known.set(line.words, size);
  return size;
}

/** Every line is compared with many. */
const known = new WeakMap<readonly Word[], number>();

function measure({
  words,
  rotation = 0,
}: Pick<PrintedLine, "words"> & { readonly rotation?: number }): number {
  const [, , width, height] = boxOf({ words });
  const text = words.map((word) => word.text).join("");
  const ems = emWidth(text);
  const thickness = Math.min(width, height);
  if (![...text].some(isCjk)) return rotation === 0 ? spacedSize(words, thickness) : thickness;
  if (ems < FEW) return Math.min(thickness, TALLEST * letterHeight(words, 1));
  const most = width > height ? Math.min(thickness, TALLEST * letterHeight(words, SEVERAL)) : thickness;
  return Math.min(Math.max(width, height) / ems, most);
}

/** Of fewer ems the width tells little. */
const FEW = 3;
/** An em in the height of ideographs. */
const TALLEST = 1.15;

/** Of fewer words the heights tell little. */
const SEVERAL = 4;

/** Height of the lower half of the words with ideographs: some have boxes as high as the line, or as two. */
function letterHeight(words: readonly Word[], fewest: number): number {
  const heights = words.filter(({ text }) => [...text].some(isCjk)).map(({ box }) => box[3]);
  if (heights.length < fewest) return Number.POSITIVE_INFINITY;
  return heights.sort((a, b) => a - b)[(heights.length - 1) >> 1] as number;
}

/** From descender to ascender, which is what the box of a word with both measures. */
function spacedSize(words: readonly Word[], thickness: number): number {
  const sizes = words.flatMap(({ text, box }) => {
    const share = shareOf(text);
    return share === null || box[3] > thickness ? [] : [box[3] / share];
  });
  if (sizes.length === 0) return thickness;
  return sizes.sort((a, b) => a - b)[sizes.length >> 1] as number;
}

/** How much of that a word takes up, by its letters; null where it has none. Shares are those of text faces. */
function shareOf(text: string): number | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const rises = /[\p{Lu}\p{N}bdfhiklt]/u.test(text.normalize("NFD"));
  const falls = /[gjpqy,;()Q]/.test(text);
  return rises ? (falls ? 1 : 0.77) : falls ? 0.76 : 0.53;
}

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
