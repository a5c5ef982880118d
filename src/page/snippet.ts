/** The beginning or the end of a text, as messages, anchors and choices quote it: what is seen as one character stays whole. */

/** @param most in UTF-16 units; the quote is shorter where that would cut a character */
export function beginningOf(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, wholeBefore(text, most) || pointBefore(text, most));
}

/** @param most as above */
export function endingOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = wholeBehind(text, text.length - most);
  return text.slice(start < text.length ? start : pointBehind(text, text.length - most));
}

/** The last place at an offset or before it that is inside no character. */
export function wholeBefore(text: string, at: number): number {
  const own = graphemeAt(text, at);
  return own ? own.start : at;
}

/** The first place at an offset or behind it that is inside no character. */
export function wholeBehind(text: string, at: number): number {
  const own = graphemeAt(text, at);
  return own && own.start < at ? own.end : at;
}

/** Of a character that is longer than all that may be quoted, whole code points. */
function pointBefore(text: string, at: number): number {
  return isInPair(text, at) ? at - 1 : at;
}

function pointBehind(text: string, at: number): number {
  return isInPair(text, at) ? at + 1 : at;
}

function isInPair(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) >> 10 === 0x36 && text.charCodeAt(at) >> 10 === 0x37;
}

/** ASCII, and the Han letters and marks of which a page is made: none of them is a part of another. */
const ALONE =
  /^[\x20-\x7e\u2010-\u2027\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u9fff\uff01-\uff9d]{2}$/;
/** Units on either side in which the ends of a character are looked for: a family of emoji has some twenty. */
const NEAR = 64;

/** The character that holds the unit at an offset; null where the units on both sides of the offset tell that it begins there. */
function graphemeAt(text: string, at: number): { readonly start: number; readonly end: number } | null {
  if (at <= 0 || at >= text.length || ALONE.test(text.slice(at - 1, at + 1))) return null;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const from = pointBefore(text, Math.max(0, at - NEAR));
  const own = segmenter.segment(text.slice(from, pointBehind(text, at + NEAR))).containing(at - from);
  return own ? { start: from + own.index, end: from + own.index + own.segment.length } : null;
}

/** Takes a while to make, and most texts do without. */
let segmenter: Intl.Segmenter | undefined;
