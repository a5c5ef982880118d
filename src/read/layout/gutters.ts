/** Lines that the engine ran together across a gutter are cut there, by the boxes of their words. */
import { crossings, partsColumns } from "./crossings.ts";
import { type Box, boxOf, lineBox, type PrintedLine, type Sheet, type Word } from "./sheet.ts";
import { bodySize, typeSize } from "./type-size.ts";
import { type Gap, isRule, stands, uprightsAmong } from "./uprights.ts";

/** A line and its box; what is cut of a line keeps the line's id. */
export interface Strip extends PrintedLine {
  readonly box: Box;
}

export function cutAtGutters({ lines, rules }: Sheet): Strip[] {
  const body = bodySize(lines, typeSize);
  const strips = lines
    .map((line) => ({ ...line, box: lineBox(line) }))
    .sort((a, b) => middleOf(a) - middleOf(b));
  const runsAcross = crossings(strips, body);
  const uprights = uprightsAmong(rules);
  const isRuled = (gap: Gap) => uprights.some((rule) => stands(rule, gap, RULE_OFF * body));
  return strips
    .flatMap((strip, i) =>
      cut(
        strip,
        (gap) =>
          isGutter(gap, { strips, i, uprights, body }) &&
          (isRuled(gap) || (!runsAcross(gap, strip) && partsColumns(gap, strips, body))),
        (word) => isRule(word, uprights),
      ),
    )
    .flatMap((strip) => (boxOf(strip)[3] > TALL * body ? rowsOf(strip) : [strip]));
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
  const strips = parts.length === 1 ? [strip] : parts.map((words) => withWords(strip, words));
  return strips.flatMap((own) => cutAtMarks(own, cutsAt));
}

/** A rule that was read as a mark hides a gutter: it is cut there where white and mark together are one. */
function cutAtMarks(strip: Strip, cutsAt: (gap: Gap) => boolean): Strip[] {
  const { words } = strip;
  for (let i = 1; i < words.length; i++) {
    // The mark stands between two words, or is taken for the first or the last letter of one.
    let next = i;
    while (next < words.length && isMark((words[next] as Word).text)) next++;
    const [left, right] = [words[i - 1] as Word, words[next]];
    if (!right || isMark(left.text)) continue;
    const [from, to] = [lettersOf(left)[1], lettersOf(right)[0]];
    const isBare = next === i && from === left.box[0] + left.box[2] && to === right.box[0];
    const height = Math.min(left.box[3], right.box[3]);
    const em = EM * height;
    const marks = words.slice(i - 1, next + 1).map(({ text }) => text);
    if (isBare || to - from < MARKED * em || !marks.some((text) => MISREAD.test(text) || ENDS.test(text)))
      continue;
    if (!cutsAt({ left: from, right: to, height, middle: right.box[1] + right.box[3] / 2 })) continue;
    return [
      withWords(strip, words.slice(0, next)),
      ...cutAtMarks(withWords(strip, words.slice(next)), cutsAt),
    ];
  }
  return [strip];
}

/** White with a mark in it, in ems: more than a mark that fills its em and the space behind it. */
const MARKED = 1.3;

function isMark(text: string): boolean {
  return /^[^\p{L}\p{N}]+$/u.test(text);
}

/** Full marks of a sentence are read right, as a rule; a rule looks like a quote, a bar, a bracket. */
const MISREAD = /[^\p{L}\p{N}，、。；：,.;:《》（）()「」【】!?！？…·%-]/u;

/** A mark at the end of a line stands in its em as the engine likes: it is cut behind it. */
const ENDS = /^[，。、；：！？”」』》）]$/;

/** From where to where the letters of a word reach, as if all characters were of one width. */
function lettersOf({ text, box: [x, , width] }: Word): readonly [number, number] {
  const before = /^[^\p{L}\p{N}]*/u.exec(text)?.[0].length ?? 0;
  const behind = /(?<![^\p{L}\p{N}])[^\p{L}\p{N}]*$/u.exec(text)?.[0].length ?? 0;
  return [x + (before * width) / text.length, x + width - (behind * width) / text.length];
}

export function withWords(strip: Strip, words: readonly Word[]): Strip {
  return { ...strip, words, box: lineBox({ words }) };
}

/** A line among those of its page, which are sorted from the top. */
interface Among {
  readonly strips: readonly Strip[];
  readonly i: number;
  readonly uprights: readonly Box[];
  readonly body: number;
}

function middleOf({ box: [, y, , height] }: Pick<Strip, "box">): number {
  return y + height / 2;
}

/** Lines this many ems above and below show where the columns are. */
const NEAR = 20;

/** The lines near a line: those around it, for they are sorted. */
function near({ strips, i, body }: Among): readonly Strip[] {
  const y = middleOf(strips[i] as Strip);
  const isNear = (j: number) =>
    j >= 0 && j < strips.length && Math.abs(middleOf(strips[j] as Strip) - y) < NEAR * body;
  let [first, end] = [i, i + 1];
  while (first > 0 && i - first < MOST_NEAR && isNear(first - 1)) first--;
  while (end - i < MOST_NEAR && isNear(end)) end++;
  return [...strips.slice(first, i), ...strips.slice(i + 1, end)];
}

/** More lines than this, above and below, stand so near on no page: twenty lines of thirty columns. */
const MOST_NEAR = 600;

/** So far a rule may stand beside its gutter, in ems. */
const RULE_OFF = 0.5;

/** An ideograph is this much of a line's height. */
const EM = 0.7;
/** A gutter is this wide or wider, in ems; in headlines wider than the spaces between phrases. */
const NARROWEST = 0.6;
const NARROWEST_IN_HEADLINES = 1.6;
/** No space inside a line of text is so wide. */
const WIDEST_SPACE = 4;
/** Lines that must have white in one place to show a gutter; one in four may run across. */
const ENOUGH = 4;

function isGutter(gap: Gap, among: Among): boolean {
  const { uprights, body } = among;
  if (uprights.some((rule) => stands(rule, gap, RULE_OFF * body))) return true;
  const size = Math.max(body, EM * gap.height);
  const white = gap.right - gap.left;
  if (white > WIDEST_SPACE * size) return true;
  if (white < (size > 1.4 * body ? NARROWEST_IN_HEADLINES : NARROWEST) * size) return false;
  if (witnesses(gap, among, -1) + witnesses(gap, among, 1) >= WITNESSES) return true;
  const others = near(among).filter((strip) => !isOver(strip, gap, size));
  return [0.1, 0.3, 0.5, 0.7, 0.9].some((share) =>
    isWhite(gap.left + share * white, gap.right + 0.5 * body, others, body),
  );
}

/** Type this much larger is of a headline, which is over two columns where it is so wide on either side of their gutter, in ems. */
const LARGE = 1.8;
const OVER = 4;

/** Whether a line is a headline over the columns on either side of a gap: it runs across and says nothing of them. */
function isOver({ box: [x, , width], words, ...line }: Strip, { left, right }: Gap, size: number): boolean {
  return (
    x < left - OVER * size && x + width > right + OVER * size && typeSize({ words, ...line }) > LARGE * size
  );
}

/** Lines in sight follow one another within this many ems. */
const STEP = 6;
/** A line ends or begins at a gutter if it does so this near, in ems. */
const BESIDE = 1;
/** Ends and beginnings of lines that show a gutter. */
const WITNESSES = 4;

/**
 * How many lines above (-1) or below (1) end or begin at a gap, up to the first that runs across: a mark in a gutter is none, for
 * engines read stops where a line ends.
 */
function witnesses(gap: Gap, { strips, i, body }: Among, step: 1 | -1): number {
  let { left, right, middle } = gap;
  let seen = 0;
  for (let j = i + step; j >= 0 && j < strips.length; j += step) {
    const strip = strips[j] as Strip;
    const [x, , width] = strip.box;
    if (Math.abs(middleOf(strip) - middle) > STEP * body) break;
    if (x > right + BESIDE * body || x + width < left - BESIDE * body) continue;
    middle = middleOf(strip);
    const center = (left + right) / 2;
    for (const { box, text } of strip.words) {
      if (box[0] >= center) right = Math.min(right, box[0]);
      else if (box[0] + box[2] <= center) left = Math.max(left, box[0] + box[2]);
      else if (!isMark(text)) return seen;
    }
    if (right - left < NARROWEST * body) return seen;
    if (x > center || x + width < center) seen++;
  }
  return seen;
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
