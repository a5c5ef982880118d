/** Hyphens at line ends, in scripts that part words by spaces. */

/** `broken`: set to break the word, and goes; `compound`: part of the word; `suspended`: `Ein- und Ausfuhr`. */
export type LineEndHyphen = "broken" | "compound" | "suspended";

const AT_END = /(?<!\p{L})(\p{L}+)[-¬\u00ad]$/u;
const AT_START = /^\p{Ll}+/u;
const SUSPENDED = /^(?:and|or|to|und|oder|bis|et|ou)\s/;

/**
 * What the hyphen at the end of a line is to the line that follows; null where none ends it.
 *
 * @param elsewhere text of the same page: a word that stands there with its hyphen inside a line keeps it
 */
export function lineEndHyphen(tail: string, head: string, elsewhere: string): LineEndHyphen | null {
  const before = AT_END.exec(tail)?.[1];
  if (before === undefined) return null;
  if (SUSPENDED.test(head)) return "suspended";
  const after = AT_START.exec(head)?.[0];
  return after === undefined || elsewhere.includes(`${before}-${after}`) ? "compound" : "broken";
}
