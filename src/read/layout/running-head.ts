/** The running head: name of the paper, date and folio in one row above all columns of a page. */
import type { Strip } from "./gutters.ts";
import { around, type Box, greatest, least } from "./sheet.ts";
import { typeSize } from "./type-size.ts";

/** Type of a running head is no larger, in that of running text: banner headlines are. A folio or a date may be. */
const LARGEST = 2.2;
const LARGEST_NUMBER = 3;
const NUMBER = /^\P{L}+$|(?:1[6-9]|20)\d\d(?!\d)/u;
/** Letters in a part of it, at most, and share of the page that it runs over: the rest is white. */
const LETTERS = 60;
const SPAN = 0.5;
/** Running text: sizes of its type in that of the page, its least width in ems; a line in capitals is none. */
const TEXT = [0.7, 1.25] as const;
const COLUMN = 8;
/** Columns that begin below it, at least: a page of one column begins with a headline. */
const COLUMNS = 3;
/** What stands in one row overlaps by this, and what is above may reach so far into what is below, in ems: pages are slanted. */
const SLACK = 0.3;

/**
 * The lines of the running head, in no order; none where the page begins with its columns. Else one stands at the head of the
 * column that it happens to be over, and parts what goes on there.
 *
 * @param body size of running text, in the unit of the boxes
 */
export function runningHead(strips: readonly Strip[], body: number): Strip[] {
  const text = strips.filter((strip) => isText(strip, body));
  if (text.length === 0) return [];
  const [, , page] = around(strips.map(({ box }) => box));
  const slack = SLACK * body;
  const top = least(text, ({ box }) => box[1]) + slack;
  if (columnsFrom(text, top + COLUMN * body) < COLUMNS) return [];
  const above = strips.filter(({ box }) => box[1] + box[3] <= top).sort((a, b) => a.box[1] - b.box[1]);
  const row: Strip[] = [];
  let foot = Number.NEGATIVE_INFINITY;
  for (const strip of above) {
    if (!/\p{L}{2}|\p{N}/u.test(textOf(strip))) continue;
    const isBeside = row.every(({ box }) => !overlaps(box, strip.box));
    if (row.length > 0 && strip.box[1] > foot - (isBeside ? 0 : slack)) return row;
    if (textOf(strip).length > LETTERS || strip.box[2] > SPAN * page) return [];
    if (typeSize(strip) > (NUMBER.test(textOf(strip)) ? LARGEST_NUMBER : LARGEST) * body) return [];
    row.push(strip);
    foot = Math.max(foot, strip.box[1] + strip.box[3]);
  }
  return row;
}

function isText(strip: Strip, body: number): boolean {
  const size = typeSize(strip) / body;
  const isSet = size > TEXT[0] && size < TEXT[1] && strip.box[2] > COLUMN * body;
  return isSet && /\p{Ll}/u.test(textOf(strip));
}

/** How many columns of text begin above a height. */
function columnsFrom(text: readonly Strip[], bottom: number): number {
  const begin: Box[] = text.filter(({ box }) => box[1] < bottom).map(({ box }) => box);
  let [count, end] = [0, Number.NEGATIVE_INFINITY];
  for (const [x, , width] of begin.sort((a, b) => a[0] - b[0])) {
    if (x < end) continue;
    count++;
    end = greatest([end, x + width / 2], (value) => value);
  }
  return count;
}

function overlaps([x, , width]: Box, [left, , w]: Box): boolean {
  return x < left + w && left < x + width;
}

function textOf({ words }: Strip): string {
  return words.map(({ text }) => text).join("");
}
