/** What stands under a picture and is set off from the text below: its caption, around which that text goes on. */
import type { Strip } from "./gutters.ts";
import type { Box } from "./sheet.ts";

/** A caption has no more lines than this. */
const MOST = 8;
/** From line to line of a caption it is no farther than in running text, give or take what boxes are off. */
const STEP = 1.08;

/** @param pitch from line to line of running text */
export function captionsOf(pictures: readonly Box[], strips: readonly Strip[], pitch: number): Strip[][] {
  return pictures.map((picture) => captionOf(picture, strips, pitch)).filter((caption) => caption.length > 0);
}

function captionOf([x, y, width, depth]: Box, strips: readonly Strip[], pitch: number): Strip[] {
  const below = strips.filter(
    ({ box: [left, top, w] }) =>
      left > x - pitch && left + w < x + width + pitch && top > y + 0.8 * depth && w > 0.5 * pitch,
  );
  const caption: Strip[][] = [];
  let step = pitch;
  for (const row of rowsOf(below)) {
    const top = row[0]?.box[1] as number;
    const before = caption.at(-1)?.[0]?.box[1];
    if (before === undefined && top > y + depth + pitch) return [];
    if (before !== undefined && top - before > STEP * step) return caption.flat();
    if (before !== undefined) step = Math.min(step, top - before);
    if (caption.length === MOST) return [];
    caption.push(row);
  }
  return caption.flat();
}

/** Strips in rows, from left to right in each. */
function rowsOf(strips: readonly Strip[]): Strip[][] {
  const rows: Strip[][] = [];
  for (const strip of strips.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const row = rows.at(-1);
    if (row && middleOf(strip) - middleOf(row[0] as Strip) < 0.5 * strip.box[3]) row.push(strip);
    else rows.push([strip]);
  }
  return rows.map((row) => row.sort((a, b) => a.box[0] - b.box[0]));
}

function middleOf({ box }: Strip): number {
  return box[1] + box[3] / 2;
}
