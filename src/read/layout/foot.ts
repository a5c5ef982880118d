/** The foot of a page: editors, address, folio in one row below all columns. */
import type { Pattern } from "../../language/any-of.ts";
import { narrowed } from "../../language/punctuation.ts";
import type { Strip } from "./gutters.ts";
import { around, type Box } from "./sheet.ts";
import { typeSize } from "./type-size.ts";

/** Type of the foot of a page is no larger, in that of running text. */
const LARGEST = 1.3;
/** Pieces of it, at most. */
const FEW = 4;
/** White above it, in ems beyond that between lines. */
const WHITE = 0.5;
/** Boxes as high as the lines stand apart touch, or reach so far into each other, in their height. */
const INTO = 0.3;
/** What stands so near below a picture, from line to line, is its caption. */
const UNDER = 1.8;

/**
 * The lines of the foot, in no order; none where a page ends with its columns. Else it stands at the end of the column that it happens
 * to be below, and parts what goes on in the next.
 *
 * @param body size of running text, in the unit of the boxes
 * @param pitch from line to line of it
 * @param words what papers print there
 */
export function footOf(
  strips: readonly Strip[],
  pictures: readonly Box[],
  body: number,
  pitch: number,
  words: Pick<Pattern, "test">,
): Strip[] {
  const rows = strips.filter(isWritten).sort((a, b) => middleOf(b) - middleOf(a));
  const row: Strip[] = [];
  let top = Number.POSITIVE_INFINITY;
  for (const strip of rows) {
    const [, y, , height] = strip.box;
    if (row.length > 0 && y + height < top + INTO * height)
      return top - (y + height) > pitch - body + WHITE * body && isBelowColumns(row, strips, words)
        ? row
        : [];
    const isCaption = pictures.some((picture) => isUnder(strip, picture, UNDER * pitch));
    if (isCaption || typeSize(strip) > LARGEST * body || row.push(strip) > FEW) return [];
    top = Math.min(top, y);
  }
  return [];
}

/** Whether a row runs over half of the page, or says who made it: what stands below one column alone is the end of its text. */
function isBelowColumns(
  row: readonly Strip[],
  strips: readonly Strip[],
  words: Pick<Pattern, "test">,
): boolean {
  return row.some((strip) => words.test(narrowed(textOf(strip)))) || widthOf(row) >= WIDE * widthOf(strips);
}

/** Share of the width of the page. */
const WIDE = 0.5;

function widthOf(strips: readonly Strip[]): number {
  return around(strips.map(({ box }) => box))[2];
}

function isUnder(strip: Strip, [x, y, width, height]: Box, reach: number): boolean {
  const [left, , own] = strip.box;
  return left < x + width && x < left + own && middleOf(strip) > y && middleOf(strip) < y + height + reach;
}

/** Specks stand anywhere. */
function isWritten({ words }: Strip): boolean {
  return /[\p{L}\p{N}]{2}/u.test(words.map(({ text }) => text).join(""));
}

function textOf({ words }: Strip): string {
  return words.map(({ text }) => text).join(" ");
}

function middleOf({ box: [, y, , height] }: Strip): number {
  return y + height / 2;
}
