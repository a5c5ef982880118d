/** Ruby: small kana or bopomofo along a line that say how to read it. They are no text of the page. */
import { emWidth } from "../../language/punctuation.ts";
import type { Strip } from "./gutters.ts";
import { firstFrom, greatest } from "./sheet.ts";
import { typeSize } from "./type-size.ts";

/** Type of ruby is half as large as what it is set to, give or take what cannot be measured. */
const LARGEST = 0.66;
/** And smaller than running text, headlines aside, whose ruby is rare and may be a line of its own. */
const SMALL = 0.75;
/** It stands right above its line: so far from it, and so far into it, in its own size. */
const OFF = 0.8;
/** Nobody needs to be told more than this about one line, in ems. */
const LONGEST = 24;
/** Letters among those of a line that ruby is set in; the others are misread. */
const SHARE = 0.6;

/**
 * The lines of ruby among others, which all run from left to right: vertical text has been turned.
 *
 * @param body size of running text, in the unit of the boxes
 */
export function rubyAmong(strips: readonly Strip[], body: number): Set<Strip> {
  const ruby = strips.filter((strip) => mayBeRuby(strip) && sizeOf(strip) < SMALL * body);
  if (ruby.length === 0) return new Set();
  const sorted = strips.toSorted((a, b) => a.box[1] - b.box[1]);
  const tallest = greatest(strips, ({ box }) => box[3]);
  return new Set(
    ruby.filter((strip) => {
      const from = firstFrom(sorted, strip.box[1] - tallest);
      for (let i = from; i < sorted.length && i < from + MOST; i++) {
        const base = sorted[i] as Strip;
        if (base.box[1] > strip.box[1] + 2 * strip.box[3]) return false;
        if (isSetTo(strip, base)) return true;
      }
      return false;
    }),
  );
}

/** Lines that stand so near: those of some columns. */
const MOST = 400;

function mayBeRuby({ words }: Strip): boolean {
  const text = words.map((word) => word.text).join("");
  if (emWidth(text) > LONGEST || MARKS.test(text)) return false;
  const letters = text.match(/[\p{L}\p{N}]/gu) ?? [];
  const phonetic = letters.filter((letter) => PHONETIC.test(letter)).length;
  return phonetic > 0 && phonetic >= SHARE * letters.length;
}

/** What parts sentences. */
const MARKS = /[。、，,．.！？!?「」『』（）()]/;
/** Kana and bopomofo, with their marks of length and tone. */
const PHONETIC = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}ーˊˇˋ˙]/u;

/** Bopomofo fill their line as kana do, and are measured as letters are that rise above it. */
function sizeOf(strip: Strip): number {
  return Math.min(typeSize(strip), strip.box[3]);
}

function isSetTo(strip: Strip, base: Strip): boolean {
  const size = sizeOf(strip);
  if (base === strip || size > LARGEST * typeSize(base)) return false;
  const [x, y, width, height] = strip.box;
  const [left, top, w, h] = base.box;
  // A line box may have swollen to hold its ruby, which is above the middle of the line even so.
  return (
    y + height / 2 < top + h / 3 &&
    top - (y + height) < OFF * size &&
    x > left - size &&
    x + width < left + w + size
  );
}
