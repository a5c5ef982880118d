/** What stands between two pieces of text once they are one. */
import { firstCharacter, isCjkContext, isSpacedLetter, lastCharacter } from "./punctuation.ts";

/**
 * A space where words of a spaced script meet, nothing where CJK meets anything. Digits meet without a space in
 * running CJK text: a number cut by a line end is one number.
 */
export function glueBetween(tail: string, head: string, spaced: boolean): "" | " " {
  const last = lastCharacter(tail);
  const first = firstCharacter(head);
  if (spaced) return isCjkContext(last) || isCjkContext(first) ? "" : " ";
  const words = /\p{L}/u.test(last) && /\p{L}/u.test(first);
  return words && isSpacedLetter(last) && isSpacedLetter(first) ? " " : "";
}
