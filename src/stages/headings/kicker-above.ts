/** A kicker (引题) in the type of running text: one line by itself, centred right above its headline. Only boxes tell. */
import { emWidth, endsSentence, lastCharacter, PAUSES } from "../../language/punctuation.ts";
import type { BlockView } from "../../page/view.ts";

/** Shortest kicker, in ems. */
const SHORTEST = 4;
/** Of the height of the line: how far its middle is off that of the headline at most, and how far it stands above. */
const OFF = 1;
const CLOSE = 1.5;

export function isKickerAbove(view: BlockView | undefined, title: BlockView): boolean {
  const [own, head] = [view?.lines[0]?.print?.box, title.lines[0]?.print?.box];
  if (!view || !own || !head || view.block.role !== "text") return false;
  const [x, y, width, height] = own;
  const [left, top, w] = head;
  const gap = top - (y + height);
  return (
    view.lines.length === 1 &&
    view.block.pieces.length === 1 &&
    emWidth(view.text) >= SHORTEST &&
    !endsSentence(view.text) &&
    !PAUSES.includes(lastCharacter(view.text)) &&
    width < w &&
    Math.abs(x + width / 2 - (left + w / 2)) <= OFF * height &&
    gap > -height / 2 &&
    gap < CLOSE * height
  );
}
