/** A page that lies slanted on the scanner is set upright before anything is measured on it. */
import { type Box, boxOf, type Sheet, type Word } from "./sheet.ts";

/** By how much a place moves to the right for each unit down the page, and down for each unit to the right. */
interface Slant {
  readonly right: number;
  readonly down: number;
}

/** Too few lines tell nothing. */
const FEW = 12;
/** Scans lie straighter than this; what seems to lie otherwise is set so. */
const MOST = 0.1;
/** Over the height of the page, in its widths: less does no harm. */
const HARMLESS = 0.005;

export function straighten(sheet: Sheet): Sheet {
  const { right, down } = slantOf(sheet);
  if (Math.abs(right) < HARMLESS && Math.abs(down) < HARMLESS) return sheet;
  const move = (box: Box): Box => {
    const [x, y, width, height] = box;
    const [across, below] = [x + width / 2, y + height / 2];
    return [x - right * below, y - down * across, width, height];
  };
  return {
    ...sheet,
    lines: sheet.lines.map((line) => ({
      ...line,
      words: line.words.map((word): Word => ({ ...word, box: move(word.box) })),
    })),
    rules: sheet.rules.map(move),
    pictures: sheet.pictures.map(move),
  };
}

function slantOf({ lines }: Sheet): Slant {
  const level = lines.filter(({ rotation, aside, words }) => {
    const [, , width, height] = boxOf({ words });
    return rotation === 0 && !aside && width > 5 * height;
  });
  const right: Measure[] = [];
  level.forEach((line, i) => {
    const [x, y, width] = boxOf(line);
    for (const below of level.slice(i + 3, i + REACH)) {
      const [left, top, w] = boxOf(below);
      if (below.block !== line.block && Math.abs(left - x) > width / 8) continue;
      if (top - y > 0 && Math.abs(w - width) < 0.03 * width)
        right.push({ slant: (left - x) / (top - y), over: top - y });
    }
  });
  const down = level.flatMap(({ words }) => {
    const [first, last] = [words[0] as Word, words.at(-1) as Word];
    const across = last.box[0] - first.box[0];
    if (across < 4 * first.box[3]) return [];
    const slant = (last.box[1] + last.box[3] - first.box[1] - first.box[3]) / across;
    return [{ slant, over: 1 }];
  });
  return { right: usual(right), down: usual(down) };
}

/**
 * Lines of a column in which another is looked for that begins at its edge too. Edges are off by pixels, so what is measured over
 * more lines counts for more: on pages printed askew this halves the error.
 */
const REACH = 24;

interface Measure {
  readonly slant: number;
  /** Distance over which it was measured. */
  readonly over: number;
}

/** The median, each measure counting as much as the distance it was taken over. */
function usual(measures: readonly Measure[]): number {
  if (measures.length < FEW) return 0;
  const half = measures.reduce((all, { over }) => all + over, 0) / 2;
  let passed = 0;
  for (const { slant, over } of measures.toSorted((a, b) => a.slant - b.slant)) {
    passed += over;
    if (passed > half) return Math.max(-MOST, Math.min(MOST, slant));
  }
  return 0;
}
