/** The strip at the head or foot of a page: folio, date, name of page and paper, editors, telephones, side by side in one line. */
import type { Pattern } from "./any-of.ts";

/** What the words of a strip are. Regular expressions speak of a whole word. */
export interface StripWords {
  /** Stands in a strip, and in few other lines: it costs little to ask. */
  readonly hint: RegExp;
  /** They stand in no headline: a folio, a date, an address of the network. */
  readonly sure: Pattern;
  /** They stand beside those: the name of a page, of the paper, a day of the week. */
  readonly beside: Pattern;
  /** They say what the word behind them is: 编辑 刘洋, 电话 67078888. */
  readonly label: Pattern;
  /** What may stand behind a label. */
  readonly labelled: Pattern;
}

/** Longest strip, in UTF-16 units. */
const LONGEST = 100;
/** No strip has the marks of a sentence. */
const SENTENCE = /[。，！？；!?;]/;

/** Whether all words of a line, of which there are several, are those of a strip, and one of them of nothing else. */
export function isStrip(line: string, { hint, sure, beside, label, labelled }: StripWords): boolean {
  if (line.length > LONGEST || !/\s/.test(line) || SENTENCE.test(line) || !hint.test(line)) return false;
  let isSure = false;
  let before = "";
  for (const word of line.split(/[\s|｜]+/)) {
    if (word === "") continue;
    if (before !== "" && label.test(before) && labelled.test(word)) isSure = true;
    else if (sure.test(word)) isSure = true;
    else if (!beside.test(word) && !label.test(word)) return false;
    before = word;
  }
  return isSure && !label.test(before);
}

/** What a strip matches, too. */
export function orStrip(pattern: Pattern, words: StripWords): Pick<Pattern, "test"> {
  return { test: (line) => pattern.test(line) || isStrip(line, words) };
}
