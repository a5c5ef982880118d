/** Classes of characters, the same for every language that uses them. */

/** Ends a sentence. */
export const STOPS = "。！？!?．.…";
/** Parts clauses or items; a paragraph does not end here. */
export const PAUSES = "，、；：,;:";
export const OPENERS = "（(「『“‘《〈【［[〔{";
export const CLOSERS = "）)」』”’》〉】］]〕}";

const PAIRS = new Map([...OPENERS].map((opener, i) => [opener, CLOSERS[i] as string]));
/** Half-width and full-width brackets close each other: OCR engines mix them. */
const FORMS = new Map([...CLOSERS].map((closer) => [closer, closer]));
for (const [half, full] of [
  [")", "）"],
  ["]", "］"],
] as const)
  FORMS.set(half, full);

/** The closing bracket or quote that an opening one asks for, in its full-width form. */
export function closerOf(opener: string): string | undefined {
  const closer = PAIRS.get(opener);
  return closer && FORMS.get(closer);
}

/** The full-width form of a closing bracket or quote. */
export function closerForm(closer: string): string | undefined {
  return FORMS.get(closer);
}

/** Han, kana: scripts that set no space between words. Ranges are compared by hand: this is asked of every character. */
export function isCjk(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return (
    isHanPoint(point) ||
    (point >= 0x3040 && point <= 0x30ff) ||
    (point >= 0x31f0 && point <= 0x31ff) ||
    (point >= 0x2e80 && point <= 0x2fdf) ||
    (point >= 0xff66 && point <= 0xff9f)
  );
}

export function isHan(character: string): boolean {
  return isHanPoint(character.codePointAt(0) ?? 0);
}

function isHanPoint(point: number): boolean {
  return (
    (point >= 0x3400 && point <= 0x4dbf) ||
    (point >= 0x4e00 && point <= 0x9fff) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0x20000 && point <= 0x3ffff) ||
    (point >= 0x3005 && point <= 0x3007) ||
    (point >= 0x3021 && point <= 0x3029)
  );
}

/** CJK letters and full-width punctuation: on either side of them no space is set. */
export function isCjkContext(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return (
    isCjk(character) ||
    (point >= 0x3000 && point <= 0x3030) ||
    (point >= 0xff01 && point <= 0xff65 && !(point >= 0xff10 && point <= 0xff19) && !isFullWidthLatin(point))
  );
}

function isFullWidthLatin(point: number): boolean {
  return (point >= 0xff21 && point <= 0xff3a) || (point >= 0xff41 && point <= 0xff5a);
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** A letter or digit of a script that parts words by spaces. */
export function isSpacedLetter(character: string): boolean {
  return !isCjk(character) && LETTER.test(character);
}

/** What a character is by its Unicode category: L, N, P, white space, or anything else. */
export type CharacterClass = "letter" | "digit" | "mark" | "space" | "sign";

const MARKS = STOPS + PAUSES + OPENERS + CLOSERS;
const CLASSES = [
  ["letter", /^\p{L}/u],
  ["digit", /^\p{N}/u],
  ["mark", /^\p{P}/u],
  ["space", /^\s/],
] as const;

/** @param character the first one counts; an empty text is a sign */
export function classOf(character: string): CharacterClass {
  // Patterns of whole categories take a millisecond each to compile, and nearly every character asked about is one of these.
  if (character >= "\u4e00" && character < "\ua000") return "letter";
  if (character !== "" && MARKS.includes(character.slice(0, 1))) return "mark";
  return CLASSES.find(([, pattern]) => pattern.test(character))?.[0] ?? "sign";
}

/** Whether any of some characters of the basic plane stands in a text. */
export function hasAny(text: string, characters: string): boolean {
  for (let i = 0; i < characters.length; i++) if (text.includes(characters[i] as string)) return true;
  return false;
}

/** Whether a text ends as sentences do: a stop, perhaps with closing quotes or brackets behind it. */
export function endsSentence(text: string): boolean {
  let end = text.length - 1;
  while (end > 0 && CLOSERS.includes(text[end] as string)) end--;
  return STOPS.includes(text[end] ?? "\0");
}

/** Whether a character stands inside a text and never at its beginning: closing brackets, stops and pauses, but not …. */
export function beginsInside(first: string): boolean {
  return first !== "" && first !== "…" && (CLOSERS + PAUSES + STOPS).includes(first);
}

/** Width in ems: 1 for an ideograph or a full-width mark, 0.5 for anything else. */
export function emWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    width += unit >= 0x2e80 && !(unit >= 0xff61 && unit <= 0xffdc) ? 1 : 0.5;
  }
  return width;
}

/** The first character of a text, surrogate pairs whole; empty for an empty text. */
export function firstCharacter(text: string): string {
  const point = text.codePointAt(0);
  return point === undefined ? "" : String.fromCodePoint(point);
}

/** The last character of a text, surrogate pairs whole; empty for an empty text. */
export function lastCharacter(text: string): string {
  const last = text.slice(-1);
  return last >= "\udc00" && last <= "\udfff" ? text.slice(-2) : last;
}
