/** Lines that the engine ran together across a gutter are cut there, by the boxes of their words. */
import { type Box, boxOf, type PrintedLine, type Sheet, type Word } from "./sheet.ts";
import { bodySize, typeSize } from "./type-size.ts";

/** A line and its box; what is cut of a line keeps the line's id. */
export interface Strip extends PrintedLine {
  readonly box: Box;
}

export function cutAtGutters({ lines, rules }: Sheet): Strip[] {
  const body = bodySize(lines, typeSize);
  const strips = lines.map((line) => ({ ...line, box: boxOf(line) })).sort((a, b) => a.box[1] - b.box[1]);
  const uprights = rules.filter(([, , width, height]) => height > 3 * width);
  const parts = strips
    .flatMap((strip, i) =>
      cut(
        strip,
        (gap) => isGutter(gap, around(strips, i, body), uprights, body),
        (word) => isRule(word, uprights),
      ),
    )
    .flatMap((strip) => (strip.box[3] > TALL * body ? rowsOf(strip) : [strip]));
  return joinHeadlines(parts, uprights, body);
}

/** The white between two words of a line. */
interface Gap {
  readonly left: number;
  readonly right: number;
  /** Height of the lower of the two words, and where its middle is. */
  readonly height: number;
  readonly middle: number;
}

function cut(strip: Strip, cutsAt: (gap: Gap) => boolean, onRule: (word: Word) => boolean): Strip[] {
  if (strip.rotation !== 0) return [strip];
  const parts: Word[][] = [[]];
  let before: Word | undefined;
  let left = Number.NEGATIVE_INFINITY;
  for (const word of strip.words) {
    const [x, y, width, height] = word.box;
    const gap = {
      left,
      right: x,
      height: Math.min(height, before?.box[3] ?? height),
      middle: y + height / 2,
    };
    if (before && (cutsAt(gap) || onRule(word) || onRule(before))) parts.push([]);
    parts.at(-1)?.push(word);
    before = word;
    left = Math.max(left, x + width);
  }
  return parts.length === 1 ? [strip] : parts.map((words) => withWords(strip, words));
}

function withWords(strip: Strip, words: readonly Word[]): Strip {
  return { ...strip, words, box: boxOf({ words }) };
}

/** Lines this many ems above and below show where the columns are. */
const NEAR = 20;

/** The lines near a line. */
function around(strips: readonly Strip[], i: number, body: number): readonly Strip[] {
  const y = (strips[i] as Strip).box[1];
  return strips.filter((other, j) => j !== i && Math.abs(other.box[1] - y) < NEAR * body);
}

/** An ideograph is this much of a line's height. */
const EM = 0.7;
/** A gutter is this wide or wider, in ems; in headlines wider than the spaces between phrases. */
const NARROWEST = 0.6;
const NARROWEST_IN_HEADLINES = 1.6;
/** No space inside a line of text is so wide. */
const WIDEST_SPACE = 4;
/** Lines that must have white in one place to show a gutter; one in four may run across. */
const ENOUGH = 4;

function isGutter(gap: Gap, near: readonly Strip[], uprights: readonly Box[], body: number): boolean {
  if (uprights.some((rule) => stands(rule, gap, 0.5 * body))) return true;
  const size = Math.max(body, EM * gap.height);
  const white = gap.right - gap.left;
  if (white > WIDEST_SPACE * size) return true;
  if (white < (size > 1.4 * body ? NARROWEST_IN_HEADLINES : NARROWEST) * size) return false;
  return [0.1, 0.3, 0.5, 0.7, 0.9].some((share) =>
    isWhite(gap.left + share * white, gap.right + 0.5 * body, near, body),
  );
}

/** Whether the lines near by have white at a place: a gap of theirs, or an end beside it. Some begin before `right`. */
function isWhite(x: number, right: number, near: readonly Strip[], body: number): boolean {
  let white = 0;
  let black = 0;
  let beginning = 0;
  for (const { box, words } of near) {
    if (words.some((word) => word.box[0] < x && x < word.box[0] + word.box[2])) black++;
    else if (box[0] < x + 1.2 * body && x - 1.2 * body < box[0] + box[2]) white++;
    if (words.find((word) => word.box[0] > x && word.box[0] < right)) beginning++;
  }
  return white >= ENOUGH && beginning >= 2 && black * 4 <= white;
}

/** Whether an upright rule runs through a gap, give or take what boxes are off. */
function stands([x, y, width, height]: Box, { left, right, middle }: Gap, off: number): boolean {
  const center = x + width / 2;
  return y <= middle && middle <= y + height && left - off <= center && center <= right + off;
}

/** Whether a word is an upright rule that was read as | or 1. */
function isRule({ text, box: [x, y, width, height] }: Word, uprights: readonly Box[]): boolean {
  const middle = y + height / 2;
  return (
    text.length <= 2 &&
    uprights.some(([left, top, w, h]) => top < middle && middle < top + h && x < left + w && left < x + width)
  );
}

/** Higher than a line of text and less than two, in ems. */
const TALL = 2;

/** Words that stand in another row than those before them were taken into the line from the one above or below. */
function rowsOf(strip: Strip): Strip[] {
  if (strip.rotation !== 0) return [strip];
  const rows: Word[][] = [];
  for (const word of strip.words) {
    const row = rows.find((own) => own.some((other) => isBeside(word.box, other.box)));
    if (row) row.push(word);
    else rows.push([word]);
  }
  return rows.length === 1 ? [strip] : rows.map((words) => withWords(strip, words));
}

/** Whether two boxes share a third of the height of the lower one. */
function isBeside([, y, , height]: Box, [, other, , otherHeight]: Box): boolean {
  return Math.min(y + height, other + otherHeight) - Math.max(y, other) > Math.min(height, otherHeight) / 3;
}

/** Type of this size is no running text, in that of the page. */
const HEADLINE = 1.3;
/** Parts of a headline stand no farther apart than this, in its ems. */
const CLOSE = 1.2;

/** A headline over several columns that the engine, or a space over a gutter, has cut is one again. */
function joinHeadlines(strips: readonly Strip[], uprights: readonly Box[], body: number): Strip[] {
  const joined: Strip[] = [];
  for (const strip of strips.toSorted((a, b) => a.box[0] - b.box[0])) {
    const at = joined.findIndex((other) => goesOn(other, strip, uprights, body));
    const left = joined[at];
    if (left) joined[at] = withWords(left, [...left.words, ...strip.words]);
    else joined.push(strip);
  }
  return joined.sort((a, b) => a.box[1] - b.box[1]);
}

function goesOn(left: Strip, right: Strip, uprights: readonly Box[], body: number): boolean {
  const [a, b] = [typeSize(left), typeSize(right)];
  const size = Math.min(a, b);
  const [from, to] = [left.box[0] + left.box[2], right.box[0]];
  const [, top, , height] = left.box;
  const gap = { left: from, right: Math.max(from, to), height, middle: top + height / 2 };
  return (
    left.rotation === 0 &&
    right.rotation === 0 &&
    size > HEADLINE * body &&
    Math.max(a, b) < HEADLINE * size &&
    Math.abs(top + height / 2 - right.box[1] - right.box[3] / 2) < 0.2 * size &&
    to - from < CLOSE * size &&
    to - from > -size &&
    !uprights.some((rule) => stands(rule, gap, 0))
  );
}
