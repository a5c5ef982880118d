/** What the words on both sides of a seam say, in scripts that part words by spaces and know capitals. */
import { halfAtEnd, isHanging, type Lexicon } from "../../language/index.ts";
import { lettersBefore } from "../../language/letters.ts";
import type { Row } from "../../layout/measure.ts";
import { AT, type SeamRow } from "./features.ts";

/** The words of a page, and its pairs of neighbours inside a line, in small letters. */
export interface PageWords {
  readonly has: (words: string) => boolean;
  /** The words of its language; null where they are not known. */
  readonly lexicon: Lexicon | null;
}

const WORD = /\p{L}+(?:['’]\p{L}+)*/gu;
const FIRST_WORD = /^\p{L}+/u;

export function collectWords(rows: readonly Row[], lexicon: Lexicon | null): PageWords {
  const known = new Set<string>();
  for (const { text } of rows) {
    const words = text.toLowerCase().match(WORD) ?? [];
    words.forEach((word, i) => {
      known.add(word);
      if (i > 0) known.add(`${words[i - 1]} ${word}`);
    });
  }
  return { has: (words) => known.has(words.toLowerCase()), lexicon };
}

export function seeWords(row: SeamRow, tail: string, head: string, page: PageWords): void {
  const first = FIRST_WORD.exec(head)?.[0] ?? "";
  if (/^\p{Ll}/u.test(first)) row[AT.headLowerCase] = 1;
  const half = halfAtEnd(tail);
  if (half !== null) {
    row[AT.tailHyphen] = row[AT.headLowerCase] as number;
    seeWhole(row, half, first, page);
    return;
  }
  const last = lettersBefore(tail, tail.length);
  if (isHanging(last)) row[AT.tailHangs] = 1;
  else if (last !== "" && first !== "" && page.has(`${last} ${first}`)) row[AT.wordsOnPage] = 1;
}

/** What both sides of a hyphen are together: a word of the page, one of the language, or neither. */
function seeWhole(row: SeamRow, half: string, first: string, { has, lexicon }: PageWords): void {
  if (first !== "" && has(half + first)) row[AT.wordOnPage] = 1;
  else if (lexicon === null) return;
  // Cor-|A is no Cora.
  else if (row[AT.headLowerCase] === 1 && isKnown(half, first, lexicon)) row[AT.wordKnown] = 1;
  else row[AT.wordNowhere] = 1;
}

function isKnown(half: string, first: string, lexicon: Lexicon): boolean {
  return lexicon.has(half + first) || lexicon.has(`${half}-${first}`);
}
