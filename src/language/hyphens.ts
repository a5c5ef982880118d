/** Words that a line end broke, in scripts that part words by spaces: with a hyphen, and where the engine lost it. */
import { lettersBefore } from "./letters.ts";
import { inSmall, type PageWords, wordsOfPage } from "./page-words.ts";
import { lastCharacter } from "./punctuation.ts";

/** `broken`: set to break the word, and goes; `compound`: part of the word; `suspended`: `Ein- und Ausfuhr`. */
export type LineEndHyphen = "broken" | "compound" | "suspended";

/** Words of the language of a page, compounds with their hyphens, `ex-` and `-street` for all that are made with them. */
export interface Lexicon {
  readonly has: (word: string) => boolean;
}

/** In black letter a hyphen is ⸗, which engines read as = as well. */
const HYPHENS = "-‐¬\u00ad⸗=";
/** What stands before a word in one run with it. */
const RUN = /\p{L}[-⸗]$/u;
/** The word behind it, and whether another hyphen follows. */
const AT_START = /^(\p{L}+)(-?)/u;
const SUSPENDED = /^(?:and|or|to|und|oder|bis|et|ou)\s/;

/** Words of one letter, which a lexicon has not. */
const SHORTEST = /^[aày]$/;
const SMALL = /^\p{Ll}+$/u;
const CAPITALS = /^\p{Lu}{2,}$/u;

/** Whether a line ends in a word and a hyphen. */
export function endsInHyphen(line: string): boolean {
  return halfAtEnd(line) !== null;
}

/** The word before the hyphen that a text ends with; null where it ends with none. a= is an equation. */
export function halfAtEnd(text: string): string | null {
  if (text === "" || !HYPHENS.includes(text.slice(-1))) return null;
  const half = lettersBefore(text, text.length - 1);
  return half === "" || (half.length === 1 && text.endsWith("=")) ? null : half;
}

/**
 * What the hyphen at the end of a line is to the line that follows; null where none ends it. The words of the page come first,
 * then those of the language; where neither knows better, a small letter behind it says that a word was broken.
 *
 * @param page the text of the page: a word that stands there with its hyphen inside a line keeps it
 * @param lexicon null where the words of the language are not known
 */
export function lineEndHyphen(
  tail: string,
  head: string,
  page: string,
  lexicon: Lexicon | null,
): LineEndHyphen | null {
  const before = halfAtEnd(tail);
  if (before === null) return null;
  const [, after, more = ""] = AT_START.exec(head) ?? [];
  if (after === undefined) return tail.endsWith("=") ? null : "compound";
  const inRun = more !== "" || RUN.test(tail.slice(0, -before.length - 1));
  const kind = kindOf(inSmall(before), inSmall(after), inRun, page, lexicon);
  if (SUSPENDED.test(head)) return kind === "broken" ? kind : "suspended";
  if (SMALL.test(after.slice(0, 1))) return kind === "compound" ? kind : "broken";
  // A capital inside a word was misread, unless all of it is set in capitals.
  const isCapitals = CAPITALS.test(before) && CAPITALS.test(after);
  const isMisread = kind === "broken" && lexicon !== null && !lexicon.has(after);
  return isCapitals || isMisread ? (kind ?? "compound") : "compound";
}

/** What the page and the language know; null where they know neither the word nor the compound. */
function kindOf(
  before: string,
  after: string,
  inRun: boolean,
  text: string,
  lexicon: Lexicon | null,
): "broken" | "compound" | null {
  const page = wordsOfPage(text);
  const [whole, compound] = [before + after, `${before}-${after}`];
  const apart = page.compounds(compound);
  const together = page.count(whole);
  if (apart + together > 0) return apart >= together ? "compound" : "broken";
  if (lexicon === null) return null;
  const isWord = SHORTEST.test(after) || lexicon.has(after);
  // A compound that was cut twice is known by its halves alone: c'est-|à-dire.
  if (isWord && lexicon.has(compound)) return "compound";
  if (lexicon.has(whole)) return "broken";
  if (!isWord) return null;
  const isMade = lexicon.has(`${before}-`) || (lexicon.has(before) && lexicon.has(`-${after}`));
  const goesOn = inRun && (before.length === 1 || lexicon.has(before));
  return isMade || goesOn || areWords(before, after, page, lexicon) ? "compound" : null;
}

/** Letters of two halves that are more than syllables: shorter ones are words of many a language by chance. */
const LONG = { before: 5, after: 3 } as const;

/** Whether both halves are words of the language and stand elsewhere on the page, too. */
function areWords(before: string, after: string, page: PageWords, lexicon: Lexicon): boolean {
  return (
    before.length >= LONG.before &&
    after.length >= LONG.after &&
    lexicon.has(before) &&
    page.count(before) > 1 &&
    page.count(after) > 1
  );
}

const FIRST_WORD = /^\p{Ll}{2,}(?![\p{L}\p{N}])/u;
/** What a word stands in one run with. */
const IN_RUN = /[\p{N}-]/u;
/** Letters of a word that is broken for certain: shorter ones are found in any two that meet. */
const WORD = 5;

/** Letters of the word and of its second half, where the page alone knows it. */
const OF_PAGE = { whole: 9, after: 4 } as const;

/** Where the words of the language are not known, nach|dem is not nachdem: the second half is a word nowhere on the page. */
function isWordOfPage(whole: string, after: string, page: PageWords): boolean {
  return (
    whole.length >= OF_PAGE.whole &&
    after.length >= OF_PAGE.after &&
    page.count(whole) > 0 &&
    page.count(after) <= 1
  );
}

/**
 * Whether a line end broke a word whose hyphen the engine has lost: `Gov|ernment`. Both together are a word of the page or of the
 * language, and one of the two is none by itself. A name and a word behind it may look like that: Ander|son.
 */
export function isBrokenWord(tail: string, head: string, text: string, lexicon: Lexicon | null): boolean {
  const after = FIRST_WORD.exec(head)?.[0];
  if (after === undefined) return false;
  const last = lettersBefore(tail, tail.length);
  const before = inSmall(last);
  if (last.length < 2 || IN_RUN.test(lastCharacter(tail.slice(0, -last.length)))) return false;
  if (last.length + after.length < WORD) return false;
  const whole = before + after;
  const page = wordsOfPage(text);
  if (lexicon === null) return isWordOfPage(whole, after, page);
  if (!lexicon.has(whole) && page.count(whole) === 0) return false;
  const known = Math.max(1, page.count(whole));
  const isWord = (half: string) => lexicon.has(half) || page.count(half) > known;
  const isName = last[0] !== before[0];
  return !isWord(after) || (!isWord(before) && !isName);
}
