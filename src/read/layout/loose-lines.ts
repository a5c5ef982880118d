/**
 * What poppler makes of lines and type: words of a justified line with wide spaces are lines of their own, and the box of a word is as high
 * as its font says, which of fonts for many scripts is higher than the lines stand apart.
 */
import { isCjk } from "../../language/punctuation.ts";
import { around, type Box, type PrintedLine, type Sheet } from "./sheet.ts";
import { median } from "./stacks.ts";

/** Of the lower box, what two pieces of a row share; and the white between them at most, in their height. */
const LEVEL = 0.7;
const WIDEST = 4;

/** Pieces of a row in one block are one line, in scripts that part words by spaces. */
export function wholeLines(sheet: Sheet): Sheet {
  const lines: PrintedLine[] = [];
  for (const line of sheet.lines) {
    const last = lines.at(-1);
    if (last && isBeside(last, line))
      lines[lines.length - 1] = { ...last, words: [...last.words, ...line.words] };
    else lines.push(line);
  }
  return lines.length === sheet.lines.length ? sheet : { ...sheet, lines };
}

function isBeside(left: PrintedLine, right: PrintedLine): boolean {
  if (left.block !== right.block || isOfEms(left) || isOfEms(right)) return false;
  const [x, y, width, height] = boxOf(left);
  const [next, top, , h] = boxOf(right);
  const [low, gap] = [Math.min(height, h), next - x - width];
  return Math.min(y + height, top + h) - Math.max(y, top) > LEVEL * low && gap > 0 && gap < WIDEST * low;
}

/** So high is the box of a word in the step from line to line, where it is higher. */
const DRAWN_IN = 0.8;
/** From so many steps on they show how far lines stand apart. */
const FEW = 4;

/** Boxes that reach into the lines above and below are drawn in, all by the same share. */
export function drawnIn(sheet: Sheet): Sheet {
  const shares = sheet.lines.flatMap((line, i) => {
    const before = sheet.lines[i - 1];
    if (!before || before.block !== line.block) return [];
    const [[x, y, width, height], [left, top, w, h]] = [boxOf(before), boxOf(line)];
    const isBelow = Math.min(x + width, left + w) > Math.max(x, left) && top > y + height / 3;
    return isBelow && Math.abs(h - height) < 0.1 * h && width > height ? [h / (top - y)] : [];
  });
  const share = median(shares);
  if (shares.length < FEW || share <= 1) return sheet;
  const draw = ([x, y, width, height]: Box): Box => {
    const own = (height * DRAWN_IN) / share;
    return [x, y + (height - own) / 2, width, own];
  };
  const lines = sheet.lines.map((line) => ({
    ...line,
    words: line.words.map((word) => ({ ...word, box: draw(word.box) })),
  }));
  return { ...sheet, lines };
}

function boxOf({ words }: PrintedLine): Box {
  return around(words.map(({ box }) => box));
}

function isOfEms({ words }: PrintedLine): boolean {
  return words.some(({ text }) => [...text].some(isCjk));
}
