/** What a block is by the text of those right beside it: a row of a table, a heading that is the first words of its text. */
import { endsSentence } from "../../language/punctuation.ts";
import { isRowBehindRow } from "../../layout/table-rows.ts";
import type { BlockView } from "../../page/view.ts";

export function besideFeatures(views: readonly BlockView[], i: number): string[] {
  const text = textAt(views, i);
  const behind = textAt(views, i + 1);
  const seen: string[] = [];
  if (isRowBehindRow(textAt(views, i - 1), text) || isRowBehindRow(text, behind)) seen.push("tableRow");
  if (text.length > 1 && text.length < behind.length && behind.startsWith(text) && !endsSentence(text))
    seen.push("firstWords");
  return seen;
}

function textAt(views: readonly BlockView[], i: number): string {
  return views[i]?.text ?? "";
}
