/** The large letter with which a text begins, read apart from its word: T HE President, A|FTER, in English, French and German. */
import type { Lexicon } from "./hyphens.ts";
import { once } from "./once.ts";
import { wordsOfPage } from "./page-words.ts";

/** Words of one letter: A man, I was, à, y. */
const LETTERS = /^[AIÀYÔ]$/u;
/** A word of one or two letters is none by chance. */
const SHORT = new Set(
  "of in it is if an as at on or to we he be by my no so up go do me un la le en il au du et ne ce je tu si sa se nu da er es im am um zu ob wo mr dr st".split(
    " ",
  ),
);
/** Words that texts begin with and whose ends are words too: T he, W hen, N ous. */
const COMMON = new Set(
  "the then there they this that these those when where what who why while was were here for nor not now none one our out over your you every each some such since his her him has had have how its yes les des une nous vous elle elles ils dans pour quand tout toute tous lors mais".split(
    " ",
  ),
);
/** German words that texts begin with: its dictionary is not known. */
const GERMAN = once(
  () =>
    new Set(
      "aber alle allen aller alles als also am an auch auf aus bei beim bis da damit dann das dass daß dem den denn der des die dies diese diesem diesen dieser dieses doch durch ein eine einem einen einer eines endlich er erst es etwa für ganz gegen gestern gleich hat hatte heute hier hinter ich ihm ihr im in infolge ist ja jede jeder jetzt kaum kein keine lange mehr mehrere mit nach nachdem neben nicht nie noch nun nur ob obwohl oder ohne schon sehr seit seitdem sie sind so solche soll sowie trotz über um und unser unsere unter viele vielleicht vom von vor während wann war warum was weder wegen weil welche wenig wenn wer wie wieder wir wird wo zu zum zur zwar zwei zwischen zwölf".split(
        " ",
      ),
    ),
);
const VOWEL = /[aeiouyäöüàâæèéêëîïôœùûü]/u;

/** What the words of a page are looked up in: its own, and those of its language where they are known. */
export interface KnownTo {
  readonly page: string;
  readonly lexicon: Lexicon | null;
}

/** A capital, its space, a word; behind J S. and A D 1910 stand a point and a figure. */
const IN_LINE = /^(["“«„'‘]?)(\p{Lu}) (\p{L}+)(?!\p{L})(?<mark>[,;:'’.]?)(?:$| (?=[\p{L}"“«„]))/u;
const WITH_POINT = /^(?:mrs?|dr|mme|mm|st)$/u;

/** Where in a line the space stands that parts a large letter from its word; -1 where none does. */
export function dropCapitalSpace(line: string, known: KnownTo): number {
  const [, quote = "", letter = "", rest = "", mark] = IN_LINE.exec(line) ?? [];
  if (letter === "" || !isOneCase(rest) || !isOneWord(letter, rest, known)) return -1;
  if (mark === "." && !WITH_POINT.test((letter + rest).toLowerCase())) return -1;
  return quote.length + letter.length;
}

const ALONE = /^["“«„'‘]?(\p{Lu})$/u;
const FIRST_WORD = /^(\p{L}+)(?=$|[\s,;:'’])/u;

/**
 * What stands between a large letter that has a line of its own and the line behind it: nothing, a space where the letter is a word,
 * null where it is no such letter.
 */
export function dropCapitalGlue(line: string, next: string, known: KnownTo): "" | " " | null {
  const letter = ALONE.exec(line)?.[1];
  const rest = FIRST_WORD.exec(next)?.[1];
  if (letter === undefined || rest === undefined || !isOneCase(rest) || !/\p{Ll}{2}/u.test(next)) return null;
  if (isOneWord(letter, rest, known)) return "";
  return LETTERS.test(letter) && isKnown(rest.toLowerCase(), known) ? " " : null;
}

/** HE, he, but no He, which begins a word of its own. */
function isOneCase(rest: string): boolean {
  return rest === rest.toUpperCase() || rest === rest.toLowerCase();
}

function isOneWord(letter: string, rest: string, known: KnownTo): boolean {
  const whole = (letter + rest).toLowerCase();
  const isWhole = rest.length === 1 ? SHORT.has(whole) : isKnown(whole, known);
  // Land is no sum of L and and, which misread lines have; HE behind T is set like the word of a large letter.
  if (rest !== rest.toUpperCase() && isRest(rest, known) && !COMMON.has(whole) && !GERMAN().has(whole))
    return false;
  return isWhole && !(LETTERS.test(letter) && isRest(rest.toLowerCase(), known));
}

/** Whether what follows A or I is a word by itself: MAN is, FTER is not, and nothing without a vowel. */
function isRest(rest: string, known: KnownTo): boolean {
  return rest.length > 1 && VOWEL.test(rest) && isKnown(rest, known);
}

/** The page has the word elsewhere, too: what stands behind the letter is counted as one. */
function isKnown(word: string, { page, lexicon }: KnownTo): boolean {
  return lexicon?.has(word) || GERMAN().has(word) || wordsOfPage(page).count(word) > 1;
}
