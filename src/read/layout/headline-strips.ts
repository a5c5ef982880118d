/** A headline over several columns is one line again, where the engine or a cut at a gutter has parted it. */
import { type Strip, withWords } from "./gutters.ts";
import { centerOf, endOf } from "./items.ts";
import type { Box } from "./sheet.ts";
import { median } from "./stacks.ts";
import { typeSize } from "./type-size.ts";
import { stands, uprightsAmong } from "./uprights.ts";

/** Type of this size is no running text, in that of the page. */
export const HEADLINE = 1.3;
/** Parts of a headline stand no farther apart than this, in its ems. */
const CLOSE = 1.2;

/** A headline over several columns that the engine, or a space over a gutter, has cut is one again. */
export function joinHeadlines(strips: readonly Strip[], rules: readonly Box[], body: number): Strip[] {
  const uprights = uprightsAmong(rules);
  const isLarge = (strip: Strip) => strip.rotation === 0 && typeSize(strip) > HEADLINE * body;
  const all = strips.filter(isLarge);
  const text = strips.filter((strip) => !isLarge(strip));
  const joined: Strip[] = [];
  /** Where in it large type stands: most of a page is none. */
  const large: number[] = [];
  for (const strip of strips.toSorted((a, b) => a.box[0] - b.box[0])) {
    const at = isLarge(strip)
      ? large.find(
          (i) =>
            goesOn(joined[i] as Strip, strip, uprights, body) &&
            !standsBesideAnother(joined[i] as Strip, strip, all, text),
        )
      : undefined;
    const left = at === undefined ? undefined : joined[at];
    if (at !== undefined && left) joined[at] = withWords(left, [...left.words, ...strip.words]);
    else joined.push(strip);
    if (at === undefined && isLarge(strip)) large.push(joined.length - 1);
  }
  return joined.sort((a, b) => a.box[1] - b.box[1]);
}

function goesOn(left: Strip, right: Strip, uprights: readonly Box[], body: number): boolean {
  const [a, b] = [typeSize(left), typeSize(right)];
  const size = Math.min(a, b);
  const gap = right.box[0] - endOf(left, 0);
  return (
    size > HEADLINE * body &&
    Math.max(a, b) < HEADLINE * size &&
    Math.abs(middleOf(left) - middleOf(right)) < 0.2 * size &&
    gap < CLOSE * size &&
    gap > -size &&
    !isRuled(left, right, uprights)
  );
}

/** Lines of headlines so near, at most: a page with more of them has none. */
const MOST = 40;
/** Lines of one headline stand this far apart at most, in ems. */
const NEXT = 2;
/** White between two headlines over columns of their own, at least, in ems. */
const SPACE = 1.0;
/** So far below, in ems of a headline, text shows where columns part, and so many lines of each must. */
const BELOW = 8;
const FEW = 3;

/**
 * Whether a line above or below shows two headlines side by side: it has wider white in the same place, or as much as this one where
 * columns of text part.
 */
function standsBesideAnother(
  left: Strip,
  right: Strip,
  all: readonly Strip[],
  text: readonly Strip[],
): boolean {
  const size = Math.min(typeSize(left), typeSize(right));
  const [from, to] = [endOf(left, 0), right.box[0]];
  const isGutter = partsText(left, right, text);
  const isNear = (strip: Strip) => {
    const off = Math.abs(centerOf(strip, 1) - centerOf(left, 1));
    return off > size / 2 && off < NEXT * size;
  };
  const near = all.filter(isNear).slice(0, MOST);
  return near.some((before) =>
    near.some((behind) => {
      const [end, start] = [endOf(before, 0), behind.box[0]];
      const isWide = start - end >= (isGutter ? SPACE : CLOSE) * size && end <= to && from <= start;
      return isWide && end > left.box[0] && start < endOf(right, 0);
    }),
  );
}

/** Whether lines of text below end and begin in the white between two headlines, and none runs across. */
function partsText(left: Strip, right: Strip, text: readonly Strip[]): boolean {
  const size = Math.min(typeSize(left), typeSize(right));
  const [from, to] = [endOf(left, 0), right.box[0]];
  const bottom = Math.max(endOf(left, 1), endOf(right, 1));
  const near = text.filter(
    ({ box: [x, y, width] }) =>
      y > bottom - size / 2 && y < bottom + BELOW * size && x < endOf(right, 0) && x + width > left.box[0],
  );
  const before = near.filter((strip) => endOf(strip, 0) < to).length;
  const behind = near.filter((strip) => strip.box[0] > from).length;
  return Math.min(before, behind) >= FEW && before + behind === near.length;
}

/** Where the middle of most words is: some have boxes as high as two lines. */
function middleOf({ words }: Strip): number {
  return median(words.map((word) => centerOf(word, 1)));
}

/** Whether a rule stands between two pieces of a line. */
export function isRuled(left: Strip, right: Strip, uprights: readonly Box[]): boolean {
  const [from, to] = [endOf(left, 0), right.box[0]];
  const gap = { left: from, right: Math.max(from, to), height: left.box[3], middle: centerOf(left, 1) };
  return uprights.some((rule) => stands(rule, gap, 0));
}
