/** What a page does as a rule: how its paragraphs end and how they begin. */
import { endsSentence, lastCharacter, PAUSES } from "../../language/punctuation.ts";
import { type Row, WIDEST_COLUMN } from "../../layout/measure.ts";

export type EndKind = "stop" | "pause" | "letter";
export type EndHabit = Readonly<Record<EndKind, number>>;

export function endKind(text: string): EndKind {
  if (endsSentence(text)) return "stop";
  return PAUSES.includes(lastCharacter(text)) ? "pause" : "letter";
}

/**
 * What paragraphs of this page end with, learnt from the page: for each kind of ending, the log-odds of standing on a
 * line that is well short of its measure, against a full one. Old papers close paragraphs with 、 and even with
 * nothing. One line of each kind is taken as seen beforehand, so that few lines say little.
 */
export function endHabit(rows: readonly Row[]): EndHabit {
  const short = { stop: 1, pause: 1, letter: 1 };
  const full = { stop: 1, pause: 1, letter: 1 };
  for (const { text, width, measure } of rows) {
    if (measure === 0 || width > WIDEST_COLUMN) continue;
    const room = measure - width;
    if (room >= 3) short[endKind(text)]++;
    else if (room < 1) full[endKind(text)]++;
  }
  const all = (counts: Record<EndKind, number>) => counts.stop + counts.pause + counts.letter;
  const odds = (kind: EndKind) => Math.log(short[kind] / all(short)) - Math.log(full[kind] / all(full));
  return { stop: odds("stop"), pause: odds("pause"), letter: odds("letter") };
}

/** Whether the page sets its paragraphs off by an indent: some lines do, and most do not. */
export function usesIndents(rows: readonly Row[]): boolean {
  const indented = rows.filter((row) => row.line.indent >= 1).length;
  return indented >= 3 && indented >= 0.03 * rows.length && indented <= 0.6 * rows.length;
}
