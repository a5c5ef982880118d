/**
 * Which way a page runs. Lines of vertical text run from top to bottom and follow one another from right to left. A page that is
 * mostly so is turned by a quarter, so that its lines run from left to right, its bands are columns, and whatever is known of
 * pages holds for it too. What runs the other way, horizontal headlines for one, is set aside and turned by itself.
 */
import { emWidth, isCjk } from "../../language/punctuation.ts";
import { type Box, boxOf, type Direction, type PrintedLine, type Sheet, type Word } from "./sheet.ts";
import { typeSize } from "./type-size.ts";

/** Longer one way than the other by this: two characters one below the other are, one is not. */
const LONGER = 1.4;
/** A line of vertical text is as long as its characters fill it, in its widths: boxes of lines are swollen, by twice at most. */
const FILLED = 0.4;
/** Lines of which nothing tells are compared with the others of the page, up to so many. */
const MOST = 200;

/** The sheet as it is worked with: in boxes that are turned if its text runs down, and knowing which lines run the other way. */
export function inReadingFrame(sheet: Sheet): Sheet {
  const own = sheet.lines.map(directionOf);
  if (!own.includes("down")) return sheet;
  const main = weightOf(sheet.lines, own, "down") > weightOf(sheet.lines, own, "across") ? "down" : "across";
  const known = ofBlocks(sheet.lines, own);
  let asked = 0;
  const lines = sheet.lines.map((line, i): PrintedLine => {
    const direction = known[i] ?? (++asked > MOST ? main : (ofNeighbour(sheet.lines, known, i) ?? main));
    const upright = direction === "down" ? filled({ ...line, rotation: 0 }) : line;
    return { ...(main === "down" ? turned(upright, turn) : upright), aside: direction !== main };
  });
  if (main === "across") return { ...sheet, lines };
  return { ...sheet, lines, down: true, rules: sheet.rules.map(turn), pictures: sheet.pictures.map(turn) };
}

/** A box on a page that was turned, so that what ran from top to bottom runs from left to right. */
export function turn([x, y, width, height]: Box): Box {
  return [y, -(x + width), height, width];
}

export function turnBack([x, y, width, height]: Box): Box {
  return [-(y + height), x, height, width];
}

/** A line in boxes that are turned; where it stands in the file stays. */
export function turned<T extends PrintedLine>(line: T, by: (box: Box) => Box): T {
  return { ...line, words: line.words.map((word): Word => ({ ...word, box: by(word.box) })) };
}

/** Null where the shape of a line does not tell, and the file says nothing. */
function directionOf({ words, stated }: PrintedLine): Direction | null {
  const [, , width, height] = boxOf({ words });
  const text = words.map((word) => word.text).join("");
  if (text.length > 1 && width > LONGER * height) return "across";
  const isTall = height > Math.max(LONGER, FILLED * emWidth(text)) * width;
  if (!isTall) return null;
  const letters = [...text];
  const written = letters.length > 1 && letters.some(runsDown) && !risesIn(words);
  return written ? "down" : stated;
}

/** Whether it stands upright in vertical text; Latin letters that stand so are rare, and horizontal text is turned for want of room. */
function runsDown(character: string): boolean {
  return isCjk(character) || /[\p{sc=Hangul}\p{sc=Bopomofo}]/u.test(character);
}

/** Horizontal text that was turned the other way runs from the foot of the page to its top. */
function risesIn(words: readonly Word[]): boolean {
  const [first, last] = [words[0] as Word, words.at(-1) as Word];
  return last.box[1] + last.box[3] < first.box[1];
}

function weightOf(
  lines: readonly PrintedLine[],
  own: readonly (Direction | null)[],
  which: Direction,
): number {
  return lines.reduce((all, line, i) => all + (own[i] === which ? emsOf(line) : 0), 0);
}

function emsOf({ words }: PrintedLine): number {
  return words.reduce((all, { text }) => all + emWidth(text), 0);
}

/** What tells nothing by itself runs as the rest of its block does. */
function ofBlocks(lines: readonly PrintedLine[], own: readonly (Direction | null)[]): (Direction | null)[] {
  const down = new Map<number, number>();
  lines.forEach((line, i) => {
    const weight = own[i] === "down" ? emsOf(line) : own[i] === "across" ? -emsOf(line) : 0;
    if (weight !== 0) down.set(line.block, (down.get(line.block) ?? 0) + weight);
  });
  return lines.map(({ block, stated }, i) => {
    const weight = down.get(block);
    return own[i] ?? (weight === undefined ? stated : weight > 0 ? "down" : "across");
  });
}

/** Pieces of a headline stand beside one another in type of one size. */
function ofNeighbour(
  lines: readonly PrintedLine[],
  known: readonly (Direction | null)[],
  i: number,
): Direction | null {
  const own = lines[i] as PrintedLine;
  const size = typeSize(own);
  let nearest: Direction | null = null;
  let least = NEAR * size;
  lines.forEach((line, j) => {
    if (!known[j] || typeSize(line) > ALIKE * size || ALIKE * typeSize(line) < size) return;
    const distance = distanceBetween(boxOf(own), boxOf(line));
    if (distance >= least) return;
    least = distance;
    nearest = known[j] as Direction;
  });
  return nearest;
}

/** In its type sizes; and how much these may differ. */
const NEAR = 1.5;
const ALIKE = 1.6;

function distanceBetween([x, y, w, h]: Box, [left, top, width, height]: Box): number {
  return Math.max(x - left - width, left - x - w, y - top - height, top - y - h, 0);
}

/** Words from top to bottom. Flat letters (一, 。) fill their ems: what is white around them is no space. */
function filled(line: PrintedLine): PrintedLine {
  const size = typeSize(line);
  const fromTop = line.words.toSorted((a, b) => a.box[1] - b.box[1]);
  return {
    ...line,
    words: fromTop.map((word): Word => {
      const [x, y, width, height] = word.box;
      const missing = emWidth(word.text) * Math.min(size, width) - height;
      return missing <= 0 || word.text === ""
        ? word
        : { ...word, box: [x, y - missing / 2, width, height + missing] };
    }),
  };
}
