/**
 * The forms in which texts are compared: what printers and repairs set in different ways falls together. All of it says the
 * same as the reference scorer of the bench does, so that figures can be compared.
 */

/** What Python takes for white space; `\s` of JavaScript differs in six characters. */
export const SPACE = "[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const SPACES = new RegExp(`${SPACE}+`, "g");
const GAP_MARKS = /\[…\]|〔…+〕|⟦…⟧|□+/g;
const NO_LETTER = /[^\p{L}\p{N}]/gu;
const NO_LETTER_NO_SEAM = /[^\p{L}\p{N}\0]/gu;

/** Between units of text, where seams are looked for: stands in no text. */
export const UNIT = "\0";

const PLAIN = new Map([
  ...[..."“”„‟«»「」『』〝〞＂"].map((mark) => [mark, '"'] as const),
  ...[..."‘’‚‛＇`"].map((mark) => [mark, "'"] as const),
  ...[..."—–―‐‑−─"].map((mark) => [mark, "-"] as const),
]);
const MARKS = new RegExp(`[${[...PLAIN.keys()].join("")}]`, "g");

function plainMarks(text: string): string {
  return text.replace(MARKS, (mark) => PLAIN.get(mark) as string);
}

export function withoutGapMarks(text: string): string {
  return text.replace(GAP_MARKS, "");
}

/**
 * Widths, quotes and dashes as one, gap marks out.
 *
 * @param cjk the text parts no words by spaces: all of them go; else runs of them are one
 */
export function canonical(text: string, cjk: boolean): string {
  const plain = plainMarks(plainMarks(withoutGapMarks(text)).normalize("NFKC"));
  return cjk ? plain.replace(SPACES, "") : plain.replace(SPACES, " ").replace(/^ | $/g, "");
}

/** The canonical text that shingles are taken of: where words are parted by spaces, letters and digits alone. */
export function flat(text: string, cjk: boolean): string {
  const form = canonical(text, cjk);
  return cjk ? form : form.toLowerCase().replace(NO_LETTER, "");
}

/** Letters and digits, and the mark between units. */
export function letters(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(NO_LETTER_NO_SEAM, "");
}

/** Whether the needle stands in the text, one wrong letter allowed where it has eight or more. */
export function standsIn(needle: string, text: string): boolean {
  if (text.includes(needle)) return true;
  const characters = [...needle];
  if (characters.length < 8) return false;
  return characters.some((_, i) => {
    const before = escaped(characters.slice(0, i).join(""));
    return new RegExp(`${before}[^\0]${escaped(characters.slice(i + 1).join(""))}`, "u").test(text);
  });
}

/** A text as a pattern that finds it. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** Lines of a page in which a heading may lie. */
const WINDOW = 5;

/** Whether an OCR engine read a heading at all: 60 % of its pairs of letters stand in some five lines of the page. */
export function wasRead(text: string, lines: readonly string[]): boolean {
  const word = [...letters(text)];
  const pairs = new Set(word.slice(1).map((letter, i) => `${word[i]}${letter}`));
  if (pairs.size === 0) return true;
  return lines.some((_, i) => {
    const window = letters(lines.slice(i, i + WINDOW).join(""));
    return [...pairs].filter((pair) => window.includes(pair)).length >= 0.6 * pairs.size;
  });
}
