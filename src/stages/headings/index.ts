/**
 * The anatomy of what stands above and beside the text: kicker (引题), headline over several lines, subtitle (副题)
 * and subhead (小标题); the byline set into the first paragraph; the credit of a caption.
 */
import { type LanguageTable, tableOf } from "../../language/index.ts";
import { decisionTerm, roleOf, type Settled } from "../../page/settled.ts";
import type { Edit, Page, Proposal } from "../../page/types.ts";
import { type BlockView, pieceFinder, viewBlocks } from "../../page/view.ts";
import type { Tools } from "../types.ts";
import { headingEdits, joinLines } from "./anatomy.ts";
import {
  bylineEdits,
  captionEdits,
  captionGoesOn,
  creditEdits,
  signatureEdits,
  telegramsTogether,
} from "./bylines.ts";
import { label } from "./edits.ts";
import { isKickerAbove } from "./kicker-above.ts";

/** What people have decided, and the language model, if there is one. */
type Reader = Pick<Tools, "settled"> & { readonly model?: Tools["model"] };

export function headings(page: Page, tools: Reader = {}): Proposal {
  const { settled } = tools;
  const table = tableOf(page.source.lang);
  const views = viewBlocks(page);
  const telegrams = telegramsTogether(views, table);
  const piecesUpTo = pieceFinder(page.blocks);
  /** What stood between may have gone to a text above by now: headings on either side of it are two all the same. */
  const isRightBelow = (i: number) => {
    const start = views[i]?.block.pieces[0]?.start ?? 0;
    return piecesUpTo(start - 1).at(-1)?.block === i - 1;
  };
  const edits: Edit[] = [];
  /** What the last line of a caption has become a part of. */
  const captionOf = new Map<BlockView | undefined, BlockView>();
  for (let i = 0; i < views.length; i++) {
    const view = views[i] as BlockView;
    if (view.block.role === "title") {
      const group = [view];
      // In spaced scripts the lines of a headline are one block by now, and the next title is another.
      while (!table.spaced && goesOn(view, views[i + 1], settled) && isRightBelow(i + 1))
        group.push(views[++i] as BlockView);
      edits.push(...kickerEdits(kickersAbove(views, i - group.length, view, table)));
      // A group may have more lines than a call may have arguments.
      const stretch = { blocks: group, above: views[i - group.length], next: views[i + 1] };
      for (const edit of headingEdits(page, stretch, table, tools)) edits.push(edit);
    } else if (view.block.role === "caption" && !table.spaced) {
      const group = [view];
      while (captionGoesOn(views[i] as BlockView, views[i + 1], table)) group.push(views[++i] as BlockView);
      for (const edit of captionEdits(group)) edits.push(edit);
      captionOf.set(views[i], view);
    } else if (view.block.role === "credit") {
      edits.push(...creditEdits(view, captionOf.get(views[i - 1]) ?? views[i - 1]));
    } else if (view.block.role === "text" && !telegrams.has(view)) {
      const byline = bylineEdits(page, view, table);
      edits.push(...byline, ...signatureEdits(page, view, views[i + 1], table, byline));
    }
  }
  return { edits: settled ? asDecided(edits, page, settled) : edits, warnings: [] };
}

function kickerEdits(kickers: readonly BlockView[]): Edit[] {
  const [first, ...others] = kickers;
  return first ? [...joinLines([first, ...others]), label(first, "kicker")] : [];
}

/** What stands right above a headline, from `last` up, and leads to it alone. */
function kickersAbove(
  views: readonly BlockView[],
  last: number,
  title: BlockView,
  table: LanguageTable,
): BlockView[] {
  const above = views[last];
  if (!table.spaced) return above && isKickerAbove(above, title) ? [above] : [];
  // A label that names no column of the paper.
  const isLabel = ({ block, text }: BlockView) => block.role === "section" && !table.section.test(text);
  let first = last + 1;
  while (first > 0 && isLabel(views[first - 1] as BlockView)) first--;
  return views.slice(first, last + 1);
}

/** Whether a heading belongs to the group that another opens: it is one too, and nobody has given either a role of its own. */
function goesOn(first: BlockView, next: BlockView | undefined, settled: Settled | undefined): boolean {
  if (next?.block.role !== "title") return false;
  return !settled || (roleOf(settled, next.block) === null && roleOf(settled, first.block) === null);
}

/** The edits with the roles that people have decided in the place of others. */
function asDecided(edits: readonly Edit[], page: Page, settled: Settled): Edit[] {
  const decided = new Map(page.blocks.map((block) => [block.id, roleOf(settled, block)]));
  const joined = new Set(edits.flatMap((edit) => (edit.kind === "join" ? [edit.head] : [])));
  const kept = edits.filter(
    (edit) => edit.kind !== "label" || (decided.get(edit.block) ?? edit.role) === edit.role,
  );
  const labelled = new Set(kept.flatMap((edit) => (edit.kind === "label" ? [edit.block] : [])));
  const others = page.blocks.flatMap(({ id, role: was }): Edit[] => {
    const role = decided.get(id) ?? was;
    if (role === was || labelled.has(id) || joined.has(id)) return [];
    return [{ kind: "label", block: id, was, role, reason: role, evidence: [decisionTerm(true)] }];
  });
  return [...kept, ...others];
}
