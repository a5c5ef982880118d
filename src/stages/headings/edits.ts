/** Edits that name what a block is, or part it in two. */
import { spanText } from "../../page/text.ts";
import type { Block, Edit, Page, Role } from "../../page/types.ts";
import type { BlockView } from "../../page/view.ts";

/**
 * @param end where the first part ends; what was dropped right behind it goes with it
 * @param at where the second part begins; what was dropped at the head of its line goes with it
 */
export function split(page: Page, { id, pieces }: Block, end: number, at: number, reason: string): Edit {
  const piece = pieces.find(({ start, end: last }) => start <= at && at < last);
  if (!piece?.seam || spanText(page, { start: piece.start, end: at }).trim() !== "")
    return { kind: "split", block: id, end: end + page.text.slice(end, at).trimEnd().length, at, reason };
  return { kind: "split", block: id, end, at: piece.start, seam: piece.seam, reason };
}

export function label({ block }: BlockView, role: Role): Edit {
  return { kind: "label", block: block.id, was: block.role, role, reason: role };
}
