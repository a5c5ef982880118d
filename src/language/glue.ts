/** What stands between two pieces of text once they are one. */
import type { ReplaceEdit } from "../page/types.ts";
import { isBrokenWord, type Lexicon, lineEndHyphen } from "./hyphens.ts";
import { firstCharacter, isCjkContext, isSpacedLetter, lastCharacter } from "./punctuation.ts";

/** What a repeat that was cut may leave at the head: its own space, or a mark. */
const NO_SPACE_BEFORE = /[\s,.)\]’”]/;

/**
 * A space where words of a spaced script meet, nothing where CJK meets anything. Digits meet without a space in
 * running CJK text: a number cut by a line end is one number.
 */
export function glueBetween(tail: string, head: string, spaced: boolean): "" | " " {
  const last = lastCharacter(tail);
  const first = firstCharacter(head);
  if (spaced) return isCjkContext(last) || isCjkContext(first) || NO_SPACE_BEFORE.test(first) ? "" : " ";
  const words = /\p{L}/u.test(last) && /\p{L}/u.test(first);
  return words && isSpacedLetter(last) && isSpacedLetter(first) ? " " : "";
}

/**
 * What stands between two pieces of text that become one, and what of the first is dropped: a hyphen that was set to break
 * a word goes.
 *
 * @param page the text of the page, in which the first piece ends at `tail.end`
 * @param lexicon the words of its language; null where they are not known
 */
export function seamText(
  page: string,
  tail: { readonly text: string; readonly end: number },
  head: string,
  spaced: boolean,
  lexicon: Lexicon | null,
): { glue: "" | " "; dropped: ReplaceEdit[] } {
  const hyphen = spaced ? lineEndHyphen(tail.text, head, page, lexicon) : null;
  const isOneWord = hyphen ? hyphen !== "suspended" : spaced && isBrokenWord(tail.text, head, page, lexicon);
  const glue = isOneWord ? "" : glueBetween(tail.text, head, spaced);
  return { glue, dropped: hyphen === "broken" ? dropLast(page, tail) : [] };
}

/** Where something invisible stands behind the last character, the piece is left as it is. */
function dropLast(
  page: string,
  { text, end }: { readonly text: string; readonly end: number },
): ReplaceEdit[] {
  const span = { start: end - 1, end };
  const was = page.slice(span.start, span.end);
  return was === text.slice(-1) ? [{ kind: "replace", span, was, text: "", reason: "hyphen" }] : [];
}
