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

const CJK =
  /[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}]/u;
const HAN = /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const CJK_PUNCTUATION =
  /[\u3000-\u3004\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Han, kana: scripts that set no space between words. */
export function isCjk(character: string): boolean {
  return CJK.test(character);
}

export function isHan(character: string): boolean {
  return HAN.test(character);
}

/** CJK letters and full-width punctuation: on either side of them no space is set. */
export function isCjkContext(character: string): boolean {
  return CJK.test(character) || CJK_PUNCTUATION.test(character);
}

export function isLetter(character: string): boolean {
  return LETTER.test(character);
}

/** A letter or digit of a script that parts words by spaces. */
export function isSpacedLetter(character: string): boolean {
  return LETTER.test(character) && !CJK.test(character);
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
