/** Where a headline was printed and not read: a drawn one, or one in type that the engine made nothing of. */
import { endsInStopOrNote } from "../../language/punctuation.ts";
import { blockText } from "../../page/text.ts";
import type { Block, Page } from "../../page/types.ts";
import { lineAt } from "../../page/view.ts";

/** White that no paragraph leaves, in ems. Of 2, 2.5, 3, 4 and 5, articles of 28 pages (B-cubed F1): 76.9, 78.1, 78.4, 78.4, 78.2; 77.8 without. */
const HEADLINE = 4;
/** Text as wide as its column, as a share of it: entries of lists stand apart too. */
const FULL = 0.8;

/** Whether white as high as a headline parts a text from the one above it in its column, and both are whole there. */
export function opensBelowWhite(page: Page, before: Block | undefined, block: Block): boolean {
  if (before?.role !== "text" || block.role !== "text") return false;
  const own = page.lines[lineAt(page.lines, block.pieces[0]?.start ?? 0)]?.print;
  const above = page.lines[lineAt(page.lines, (before.pieces.at(-1)?.end ?? 1) - 1)]?.print;
  if (!own || !above || own.opensColumn || (own.white.above ?? 0) < HEADLINE) return false;
  const isBelow = own.box[1] > above.box[1] && own.box[0] < above.box[0] + above.box[2];
  const isFull = own.width > FULL * own.measure;
  return (
    isBelow && isFull && endsInStopOrNote(blockText(page, before)) && /^\P{Ll}/u.test(blockText(page, block))
  );
}
