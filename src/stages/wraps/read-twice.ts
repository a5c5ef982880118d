/** Lines that an engine has read twice: at a line end inside a paragraph the same words stand on both sides. */
import { endsSentence, lastCharacter, PAUSES } from "../../language/punctuation.ts";
import type { Row } from "../../layout/measure.ts";
import { type LanguageModel, readHead, readSeam, readTail } from "../../model/ngram.ts";

/** Shortest repeat, in characters; with no model that says how the text reads without it, and whole lines alone. */
const FEWEST = 6;
const FEWEST_UNREAD = 20;

/**
 * UTF-16 units at the start of a line that repeat the end of the line before; 0 for none. What ends with a mark may be said twice: a
 * refrain is.
 *
 * @param next the line behind the two
 */
export function readTwice(
  tail: string,
  head: string,
  next: Row | undefined,
  model: LanguageModel | null,
): number {
  const length = repeatAt(tail, head);
  if (length < (model ? FEWEST : FEWEST_UNREAD) || endsSentence(tail) || PAUSES.includes(lastCharacter(tail)))
    return 0;
  const isWhole = length === head.length;
  if (!model) return isWhole && length === tail.length ? length : 0;
  const rest = isWhole ? (next?.text ?? "") : head.slice(length);
  if (rest === "") return 0;
  const before = readTail(model, tail);
  const gain =
    readSeam(model, before, readHead(model, rest)).link - readSeam(model, before, readHead(model, head)).link;
  return gain + length > 0 ? length : 0;
}

/** The most of a line that the line before ends with. */
function repeatAt(tail: string, head: string): number {
  const last = tail.charCodeAt(tail.length - 1);
  for (let length = Math.min(tail.length, head.length); length >= FEWEST; length--)
    if (head.charCodeAt(length - 1) === last && tail.endsWith(head.slice(0, length))) return length;
  return 0;
}
