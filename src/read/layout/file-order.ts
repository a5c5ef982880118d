/**
 * The order in which a file lists its blocks, rules and pictures says nothing of the page, and other programs list them
 * otherwise. So they are put into one order before anything is measured: sums, medians and ties come out alike.
 */
import { around, type Box, byBlock, type PrintedLine, type Sheet } from "./sheet.ts";

/** A sheet as it is whatever order its blocks have in the file; lines of one block stay as they are listed. */
export function withoutFileOrder(sheet: Sheet): Sheet {
  const blocks = byBlock(sheet.lines);
  return {
    ...sheet,
    lines: [...blocks.values()]
      .map(sortable)
      .sort(compare)
      .flatMap(({ lines }) => lines),
    rules: sheet.rules.toSorted(compareBoxes),
    pictures: sheet.pictures.toSorted(compareBoxes),
  };
}

/** Two blocks in one place, as engines that read a page twice leave them, are told apart by what they say. */
interface SortableBlock {
  readonly lines: readonly PrintedLine[];
  readonly box: Box;
  readonly text: string;
}

function sortable(lines: readonly PrintedLine[]): SortableBlock {
  const words = lines.flatMap((line) => line.words);
  return {
    lines,
    box: around(words.map(({ box }) => box)),
    text: `${words.map(({ text }) => text).join(" ")} ${lines[0]?.id ?? ""}`,
  };
}

function compare(a: SortableBlock, b: SortableBlock): number {
  return (
    compareBoxes(a.box, b.box) || (isNowhere(a.box) ? 0 : a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
  );
}

/** Where nothing says where they stand, the order of the file is all there is. */
function isNowhere([, , width, height]: Box): boolean {
  return width === 0 && height === 0;
}

/** From the top, then from the left. */
function compareBoxes([x, y, w, h]: Box, [left, top, width, height]: Box): number {
  return y - top || x - left || h - height || w - width;
}
