/** Pairs of neighbouring Han: what names and matters are written in. */
import { isHan } from "./punctuation.ts";

/** The pairs of a text as numbers, as often as they stand there. */
export function hanPairs(text: string): number[] {
  const pairs: number[] = [];
  let before = false;
  for (let i = 0; i < text.length; i++) {
    const own = isHan(text[i] as string);
    if (own && before) pairs.push(text.charCodeAt(i - 1) * 0x10000 + text.charCodeAt(i));
    before = own;
  }
  return pairs;
}
