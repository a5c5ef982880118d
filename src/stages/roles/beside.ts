/** What a block is by the text of those right beside it: a row of a table, a heading that is the first words of its text. */
import { endsInStopOrNote, endsSentence, hasMarks } from "../../language/punctuation.ts";
import { isRowBehindRow } from "../../layout/table-rows.ts";
import type { BlockView } from "../../page/view.ts";

export function besideFeatures(views: readonly BlockView[], i: number): string[] {
  const text = textAt(views, i);
  const behind = textAt(views, i + 1);
  const seen: string[] = [];
  const isRow = (j: number) =>
    isRowBehindRow(textAt(views, j - 1), textAt(views, j)) ||
    isRowBehindRow(textAt(views, j), textAt(views, j + 1));
  if (isRow(i)) seen.push("tableRow");
  else if (isRow(i + 1) && !hasMarks(text)) {
    const before = textAt(views, i - 1);
    if (isRow(i - 1)) seen.push("betweenRows");
    else if (i === 0 || endsInStopOrNote(before)) seen.push("aboveItems");
  }
  if (text.length > 1 && text.length < behind.length && behind.startsWith(text) && !endsSentence(text))
    seen.push("firstWords");
  return seen;
}

function textAt(views: readonly BlockView[], i: number): string {
  return views[i]?.text ?? "";
}
