/**
 * Engines read vertical text through the bands that stand one below the other, and take rows of flat letters (一, 二) for rules.
 * Both would spoil what is measured on the page, so that they are mended first.
 */
import { cutAtGutters } from "./gutters.ts";
import { type Box, boxOf, type PrintedLine, type Sheet } from "./sheet.ts";
import { bodySize, typeSize } from "./type-size.ts";

/** A page that was turned, its lines cut between bands; other pages are as they were. */
export function inBands(sheet: Sheet): Sheet {
  if (!sheet.down) return sheet;
  const along = sheet.lines.filter(({ aside }) => !aside);
  const rules = withoutLetters(sheet.rules, along);
  // Where most lines run through several bands their type seems larger than it is, until they are cut.
  const once = cutAtGutters({ ...sheet, rules, lines: along });
  const lines = once.length > along.length ? cutAtGutters({ ...sheet, rules, lines: once }) : once;
  return { ...sheet, rules, lines: [...lines, ...sheet.lines.filter(({ aside }) => aside)] };
}

/** Around a rule there is more white than this, in ems. */
const WHITE = 0.8;
/** A rule that is shorter, in ems, is a stroke of a letter. */
const SHORT = 1.5;
/** A page has fewer rules; what has more is a picture. */
const MOST = 200;

function withoutLetters(rules: readonly Box[], lines: readonly PrintedLine[]): Box[] {
  const em = bodySize(lines, typeSize);
  const boxes = lines.map((line) => boxOf(line));
  return rules.filter(([x, y, width, height], i) => {
    if (Math.max(width, height) < SHORT * em) return false;
    if (height <= 3 * width || i >= MOST) return true;
    const at = x + width / 2;
    let [crossing, text] = [0, 0];
    lines.forEach(({ words }, j) => {
      const [left, top, w, h] = boxes[j] as Box;
      if (top + h / 2 < y || top + h / 2 > y + height || at < left + em / 2 || at > left + w - em / 2) return;
      crossing++;
      const before = words.findLast(({ box }) => box[0] <= at)?.box;
      const behind = words.find(({ box }) => box[0] > at)?.box;
      const white = before && behind ? behind[0] - before[0] - before[2] : 0;
      if ((before && before[0] + before[2] > at) || white < WHITE * em) text++;
    });
    return 2 * text <= crossing;
  });
}
