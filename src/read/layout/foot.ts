/** The foot of a page: editors, address, folio in one row below all columns. */
import type { Strip } from "./gutters.ts";
import type { Box } from "./sheet.ts";
import { typeSize } from "./type-size.ts";

/** Type of the foot of a page is no larger, in that of running text. */
const LARGEST = 1.3;
/** Pieces of it, at most. */
const FEW = 4;
/** White above it, in ems beyond that between lines. */
const WHITE = 0.5;
/** What stands so near below a picture, from line to line, is its caption. */
const UNDER = 1.8;

/**
 * The lines of the foot, in no order; none where a page ends with its columns. Else it stands at the end of the column that it happens
 * to be below, and parts what goes on in the next.
 *
 * @param body size of running text, in the unit of the boxes
 * @param pitch from line to line of it
 */
export function footOf(
  strips: readonly Strip[],
  pictures: readonly Box[],
  body: number,
  pitch: number,
): Strip[] {
  const rows = strips.filter(isWritten).sort((a, b) => middleOf(b) - middleOf(a));
  const row: Strip[] = [];
  let top = Number.POSITIVE_INFINITY;
  for (const strip of rows) {
    const [, y, , height] = strip.box;
    if (row.length > 0 && y + height < top)
      return top - (y + height) > pitch - body + WHITE * body ? row : [];
    const isCaption = pictures.some((picture) => isUnder(strip, picture, UNDER * pitch));
    if (isCaption || typeSize(strip) > LARGEST * body || row.push(strip) > FEW) return [];
    top = Math.min(top, y);
  }
  return [];
}

function isUnder(strip: Strip, [x, y, width, height]: Box, reach: number): boolean {
  const [left, , own] = strip.box;
  return left < x + width && x < left + own && middleOf(strip) > y && middleOf(strip) < y + height + reach;
}

/** Specks stand anywhere. */
function isWritten({ words }: Strip): boolean {
  return /[\p{L}\p{N}]{2}/u.test(words.map(({ text }) => text).join(""));
}

function middleOf({ box: [, y, , height] }: Strip): number {
  return y + height / 2;
}
