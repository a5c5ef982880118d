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

/** What a UTF-16 unit is, as the sum of some of the numbers below; 0 for anything else. A table answers faster than a search. */
export const KINDS = new Uint8Array(1 << 16);
const [STOP, PAUSE, CLOSER, OPENER, HALF_WIDTH] = [1, 2, 4, 32, 64] as const;
/** Han of the basic plane; and what names and matters are written in, Han without signs and compatibility forms, and katakana. */
export const [HAN, WORDLY] = [8, 16] as const;

/** Marks that are a full em wide beside Han, and half one in the text of an engine. */
const HALF_WIDTH_MARKS = "“”‘’…—,:;?!()";

KINDS.fill(WORDLY, 0x30a1, 0x30fd).fill(WORDLY, 0x3400, 0xa000);
KINDS.fill(HAN | WORDLY, 0x3400, 0x4dc0).fill(HAN | WORDLY, 0x4e00, 0xa000);
KINDS.fill(HAN, 0x3005, 0x3008).fill(HAN, 0x3021, 0x302a).fill(HAN, 0xf900, 0xfb00);
for (const [marks, kind] of [
  [STOPS, STOP],
  [PAUSES, PAUSE],
  [CLOSERS, CLOSER],
  [OPENERS, OPENER],
  [HALF_WIDTH_MARKS, HALF_WIDTH],
] as const)
  for (let i = 0; i < marks.length; i++) {
    const unit = marks.charCodeAt(i);
    KINDS[unit] = (KINDS[unit] as number) | kind;
  }

/** Whether a UTF-16 unit is of a kind. */
export function is(kind: number, unit: number): boolean {
  return ((KINDS[unit] as number) & kind) !== 0;
}

/** Whether a UTF-16 unit is a bracket or a quote: most of a page is not. */
export function isBracketUnit(unit: number): boolean {
  return is(OPENER | CLOSER, unit);
}

/** Whether a stop or a pause stands in a text. */
export function hasMarks(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (is(STOP | PAUSE, text.charCodeAt(i))) return true;
  return false;
}

/** Han, kana: scripts that set no space between words. Ranges are compared by hand: this is asked of every character. */
export function isCjk(character: string): boolean {
  return character !== "" && isCjkPoint(pointOf(character));
}

/** Of a text that is not empty. */
function pointOf(text: string): number {
  const unit = text.charCodeAt(0);
  return unit >= 0xd800 && unit <= 0xdbff ? (text.codePointAt(0) as number) : unit;
}

function isCjkPoint(point: number): boolean {
  return (
    isHanPoint(point) ||
    (point >= 0x3040 && point <= 0x30ff) ||
    (point >= 0x31f0 && point <= 0x31ff) ||
    (point >= 0x2e80 && point <= 0x2fdf) ||
    (point >= 0xff66 && point <= 0xff9f)
  );
}

export function isHan(character: string): boolean {
  return character !== "" && isHanPoint(pointOf(character));
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
  if (character === "") return false;
  const point = pointOf(character);
  return (
    isCjkPoint(point) ||
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

/** Whether a text ends as sentences do: a stop, perhaps with closing quotes or brackets behind it, straight quotes too. */
export function endsSentence(text: string): boolean {
  if (text === "") return false;
  let end = text.length - 1;
  while (end > 0 && (is(CLOSER, text.charCodeAt(end)) || isStraightQuote(text.charCodeAt(end)))) end--;
  return is(STOP, text.charCodeAt(end));
}

/** Whether a text ends in a stop, or in a note in parentheses behind one: who wrote the text, where it goes on. */
export function endsInStopOrNote(text: string): boolean {
  return endsSentence(text) || stopsBeforeNote(text);
}

/** Widest note behind the stop of a text, in UTF-16 units: （本报记者 王明 通讯员 李红）. */
const NOTE = 30;

function stopsBeforeNote(text: string): boolean {
  const last = text.length - 1;
  if (text[last] !== ")" && text[last] !== "）") return false;
  const open = Math.max(text.lastIndexOf("(", last), text.lastIndexOf("（", last));
  if (open < 1 || last - open > NOTE) return false;
  let end = open - 1;
  while (end > 0 && (text[end] === " " || text[end] === "\u3000" || is(CLOSER, text.charCodeAt(end)))) end--;
  return is(STOP, text.charCodeAt(end));
}

function isStraightQuote(unit: number): boolean {
  return unit === 0x22 || unit === 0x27;
}

/** Whether two texts would run two figures together into one. */
export function isNumberAcross(tail: string, head: string): boolean {
  return isDigitUnit(tail.charCodeAt(tail.length - 1)) && isDigitUnit(head.charCodeAt(0));
}

function isDigitUnit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** Whether a character stands inside a text and never at its beginning: closing brackets, stops and pauses, but not …. */
export function beginsInside(first: string): boolean {
  return first !== "" && first !== "…" && (CLOSERS + PAUSES + STOPS).includes(first);
}

/** The same text with one space for each wide white within: engines write the white of a page as so many spaces. */
export function narrowed(text: string): string {
  return text.includes("  ") || text.includes("\u3000")
    ? text.replaceAll(/[ \u3000]{2,}|\u3000/g, " ")
    : text;
}

/** Width in ems: 1 for an ideograph or a full-width mark, 0.5 for anything else. */
export function emWidth(text: string): number {
  let halves = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x2e80 && !(unit >= 0xff61 && unit <= 0xffdc)) halves++;
  }
  return halves / 2;
}

const SPACE = 0x20;

/** Width in ems of a line of Han as it was printed: its marks are full, and the white before and behind them is their own. */
export function printedWidth(text: string): number {
  let width = emWidth(text);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x2026) continue;
    if (unit === SPACE) width -= is(STOP | PAUSE | OPENER | CLOSER, text.charCodeAt(i + 1)) ? 0.5 : 0;
    else if (is(HALF_WIDTH, unit)) width += unit < 0x80 && text.charCodeAt(i + 1) === SPACE ? 0 : 0.5;
  }
  return width;
}

/** Whether a text is wider than so many ems. Of most texts their length tells. */
export function isWider(text: string, ems: number): boolean {
  return text.length > ems && (text.length > 2 * ems || emWidth(text) > ems);
}

/** The first character of a text, surrogate pairs whole; empty for an empty text. */
export function firstCharacter(text: string): string {
  if (text === "") return "";
  return text.charCodeAt(0) >> 10 === 0x36 && text.charCodeAt(1) >> 10 === 0x37
    ? text.slice(0, 2)
    : text.charAt(0);
}

/** The last character of a text, surrogate pairs whole; empty for an empty text. */
export function lastCharacter(text: string): string {
  if (text === "") return "";
  const last = text.length - 1;
  return text.charCodeAt(last) >> 10 === 0x37 ? text.slice(-2) : text.charAt(last);
}
