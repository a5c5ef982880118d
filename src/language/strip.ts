/** The strip at the head or foot of a page: folio, date, name of page and paper, editors, telephones, side by side in one line. */
import type { Pattern } from "./any-of.ts";

/** What the words of a strip are. Regular expressions speak of a whole word. */
export interface StripWords {
  /** They stand in no headline: a folio, a date, an address of the network. */
  readonly sure: RegExp;
  /** They stand beside those: the name of a page, of the paper, a day of the week. */
  readonly beside: RegExp;
  /** They say what the word behind them is: 编辑 刘洋, 电话 67078888. */
  readonly label: RegExp;
  /** What may stand behind a label. */
  readonly labelled: RegExp;
}

/** Longest strip, in UTF-16 units. */
const LONGEST = 100;
/** No strip has the marks of a sentence. */
const SENTENCE = /[。，！？；!?;]/;

/** What a word that is sure has in it, as a rule: most headlines have nothing of it. */
const TELLING = /[0-9０-９版@]|www|[编編責责校]|主[办辦管]|[机機][关關]|官方|[扫掃]|出版/;

/** Whether all words of a line, of which there are several, are those of a strip, and one of them of nothing else. */
export function isStrip(line: string, { sure, beside, label, labelled }: StripWords): boolean {
  if (line.length > LONGEST || !/\s/.test(line) || SENTENCE.test(line) || !TELLING.test(line)) return false;
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

/** A pattern that a strip keeps too. */
export function orStrip(pattern: Pattern, words: StripWords): Pattern {
  return {
    test: (line) => pattern.test(line) || isStrip(line, words),
    exec: (line) => pattern.exec(line) ?? (isStrip(line, words) ? /^.*$/s.exec(line) : null),
  };
}
