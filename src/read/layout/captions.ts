/** What stands under a picture and is set off from the text below: its caption, around which that text goes on. */
import type { Strip } from "./gutters.ts";
import { around, type Box } from "./sheet.ts";
import { median } from "./stacks.ts";
import { typeSize } from "./type-size.ts";

/** A caption has no more lines than this. */
const MOST = 9;

/** In ems: what is no larger is a line of text or a letter that the engine took for a picture. */
const SMALLEST = 3;

export interface CaptionSigns {
  /** From line to line of running text, and the size of its type, in the unit of the boxes. */
  readonly pitch: number;
  readonly body: number;
  /** Whether a text ends as captions do: with who took the picture. */
  readonly endsCaption: (text: string) => boolean;
}

/** The lines of the caption of each picture that has one. */
export function captionsOf(
  pictures: readonly Box[],
  strips: readonly Strip[],
  signs: CaptionSigns,
): Strip[][] {
  return pictures
    .filter(([, , width, depth]) => Math.min(width, depth) > SMALLEST * signs.body)
    .map((picture) => captionOf(picture, strips, signs))
    .filter((caption) => caption.length > 0);
}

/** One line of a caption, in one piece or several. */
interface Row {
  readonly strips: readonly Strip[];
  readonly box: Box;
  /** Where its middle is: the median of its words, for boxes of lines are swollen by specks. */
  readonly at: number;
  readonly size: number;
}

function captionOf([x, y, width, depth]: Box, strips: readonly Strip[], signs: CaptionSigns): Strip[] {
  const { pitch } = signs;
  const inside = ({ box: [left, top, w] }: Strip) =>
    left > x - pitch && left + w < x + width + pitch && top > y + 0.8 * depth && top < y + depth + 12 * pitch;
  const rows = rowsOf(strips.filter(inside));
  const [first] = rows;
  // What begins right below the foot of a picture is not far from it.
  if (!first || first.at > y + depth + 1.8 * pitch) return [];
  for (let length = 1; length <= Math.min(MOST, rows.length); length++)
    if (weighEnd(rows, length, signs) > ENOUGH) return rows.slice(0, length).flatMap((row) => row.strips);
  return [];
}

/** A caption ends where this much speaks for it the first time, in nats. */
const ENOUGH = 1.2;

/** How much speaks for the caption ending with so many rows, in nats; set by hand on pages with captions marked. */
function weighEnd(rows: readonly Row[], length: number, { pitch, body, endsCaption }: CaptionSigns): number {
  const own = rows.slice(0, length);
  const below = rows.slice(length, length + 3);
  const [last, next] = [own.at(-1) as Row, below[0]];
  const text = last.strips.flatMap(({ words }) => words.map((word) => word.text)).join("");
  const before = length > 1 ? (rows[length - 2] as Row).strips : [];
  const both = before.flatMap(({ words }) => words.map((word) => word.text)).join("") + text;
  const credit = endsCaption(text) || endsCaption(both) ? 3 : 0;
  if (!next) return credit + 1 + smaller(body, own);
  const inner = length > 1 ? (last.at - (own[0] as Row).at) / (length - 1) : Math.min(pitch, 1.35 * body);
  const step = clamp(14 * (stepBehind(rows, length) / inner - 1.13), -3, 5);
  const contrast = smaller(median(below.map(({ size }) => size)), own);
  const short = last.box[2] < 0.85 * Math.max(...own.map(({ box }) => box[2])) ? 1 : 0;
  const split = next.strips.length > last.strips.length ? 2 : 0;
  return step + contrast + credit + short + split - 2;
}

/** Captions are in smaller type than text, as a rule. */
function smaller(text: number, own: readonly Row[]): number {
  return clamp(40 * (text / median(own.map(({ size }) => size)) - 1.03), -1, 2);
}

function stepBehind(rows: readonly Row[], length: number): number {
  const [last, next] = [rows[length - 1], rows[length]];
  return last && next ? next.at - last.at : 0;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** Strips in rows from the top; what was cut out of one line is one again. */
function rowsOf(strips: readonly Strip[]): Row[] {
  const rows: Strip[][] = [];
  for (const strip of strips.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const row = rows.at(-1);
    if (row && middleOf(strip) - middleOf(row[0] as Strip) < 0.5 * thickness(strip)) row.push(strip);
    else rows.push([strip]);
  }
  return rows.map((row) => {
    const own = row.toSorted((a, b) => a.box[0] - b.box[0]);
    return {
      strips: own,
      box: around(own.map(({ box }) => box)),
      at: median(own.map(middleOf)),
      size: median(own.map(typeSize)),
    };
  });
}

function middleOf({ words }: Strip): number {
  return median(words.map(({ box: [, y, , height] }) => y + height / 2));
}

function thickness({ words }: Strip): number {
  return median(words.map(({ box }) => box[3]));
}
