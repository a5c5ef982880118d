/**
 * Subheads without a number: three short phrases or more, one length, with text between that opens with no byline, below a headline
 * that is longer or has an author. A page of news in brief has short headlines too, the first of them as short.
 */
import { type LanguageTable, scanByline } from "../../language/index.ts";
import { emWidth, endsInStopOrNote } from "../../language/punctuation.ts";
import { mayBeSubhead } from "../../layout/series.ts";
import type { BlockView } from "../../page/view.ts";
import { isRunning } from "./running.ts";

/** Subheads that show a series; their width at most, and how far their widths lie apart, in ems. */
const FEWEST = 3;
const WIDEST = 8;
const ALIKE = 3;
/** Ems by which the headline above is longer. */
const LONGER = 2;

/** For each block whether it is one of such a series. */
export function plainSeries(views: readonly BlockView[], table: LanguageTable): boolean[] {
  const found = views.map(() => false);
  if (table.spaced) return found;
  let run: number[] = [];
  const close = () => {
    if (run.length >= FEWEST && areAlike(run, views)) for (const i of run) found[i] = true;
    run = [];
  };
  for (let i = 1; i < views.length; i++) {
    if (isRunning(views[i] as BlockView)) continue;
    if (standsBetween(views, i, table)) run.push(i);
    else close();
  }
  close();
  return found;
}

/** Whether a phrase stands alone between two texts, the lower of which opens as no news does. */
function standsBetween(views: readonly BlockView[], i: number, table: LanguageTable): boolean {
  const behind = views[i + 1];
  const above = textAt(views, i - 1);
  return (
    endsInStopOrNote(above) &&
    behind !== undefined &&
    isRunning(behind) &&
    mayBeSubhead(textAt(views, i)) &&
    !table.section.test(textAt(views, i)) &&
    scanByline(behind.text, table.byline) === null
  );
}

function areAlike(run: readonly number[], views: readonly BlockView[]): boolean {
  const widths = run.map((i) => emWidth(textAt(views, i)));
  const widest = Math.max(...widths);
  if (widest > WIDEST || widest - Math.min(...widths) > ALIKE) return false;
  const head = headAbove(views, run[0] as number);
  return head !== null && (head.lines > 1 || head.width >= widest + LONGER);
}

/** What stands above the text above a block: how many blocks, and how wide the first of them is. */
function headAbove(views: readonly BlockView[], i: number): { lines: number; width: number } | null {
  let last = i - 1;
  while (last >= 0 && isRunning(views[last] as BlockView)) last--;
  let first = last;
  while (first > 0 && !isRunning(views[first - 1] as BlockView)) first--;
  return last < 0 ? null : { lines: last - first + 1, width: emWidth(textAt(views, first)) };
}

function textAt(views: readonly BlockView[], i: number): string {
  return views[i]?.text ?? "";
}
