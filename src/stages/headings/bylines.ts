/** Bylines set into the first paragraph, telegrams that each have their own, and credits in blocks of their own. */
import { findCredit, findSignature, type LanguageTable, scanByline } from "../../language/index.ts";
import { endsSentence } from "../../language/punctuation.ts";
import { blockOffsets } from "../../page/text.ts";
import type { Edit, Page, Role } from "../../page/types.ts";
import { type BlockView, standingOf } from "../../page/view.ts";
import { label, split } from "./edits.ts";

/**
 * Texts that open with a dateline in brackets and are not alone in that below their headline: several telegrams under one
 * head. Each keeps its dateline, for none of them is that of the article.
 */
export function telegramsTogether(views: readonly BlockView[], table: LanguageTable): ReadonlySet<BlockView> {
  const together = new Set<BlockView>();
  let first: BlockView | null = null;
  for (const view of views) {
    if (view.block.role === "title") first = null;
    if (view.block.role !== "text" || !/^[（(【［[]/.test(view.text)) continue;
    if (scanByline(view.text, table.byline) === null) continue;
    if (first) together.add(first).add(view);
    first = view;
  }
  return together;
}

export function opensWithByline(view: BlockView | undefined, table: LanguageTable): boolean {
  return (
    view?.block.role === "byline" || (view !== undefined && scanByline(view.text, table.byline) !== null)
  );
}

/** A credit in a block of its own goes to the caption before it, or is a caption without words. */
export function creditEdits(view: BlockView, before: BlockView | undefined): Edit[] {
  if (before?.block.role !== "caption") return [label(view, "caption")];
  return [
    {
      kind: "join",
      tail: before.block.id,
      head: view.block.id,
      seam: { kind: "column", glue: " ", confidence: 1 },
      was: standingOf(view.block),
      reason: "credit",
    },
  ];
}

/**
 * The lines below one picture, where boxes tell, are one caption, and so are pieces of which the first breaks off: up to its
 * credit, or to the beginning of another.
 */
export function captionEdits([first, ...others]: readonly BlockView[]): Edit[] {
  return others.map(({ block }) => ({
    kind: "join",
    tail: (first as BlockView).block.id,
    head: block.id,
    seam: { kind: "wrap", glue: "", confidence: 1 },
    was: standingOf(block),
    reason: "caption-lines",
  }));
}

export function captionGoesOn(view: BlockView, next: BlockView | undefined, table: LanguageTable): boolean {
  if (next?.block.role !== "caption") return false;
  if (findCredit(view.text, table) !== null || table.caption.test(next.text)) return false;
  if ([view, next].some(({ lines }) => lines.some(({ print }) => print)))
    return (
      next.blankBefore === 0 &&
      [view, next].every(({ lines }) => lines.some(({ print }) => print?.underPicture))
    );
  return !endsSentence(view.text) && findCredit(next.text, table) !== null;
}

/** The byline at the start of a paragraph becomes a block of its own. */
export function bylineEdits(page: Page, view: BlockView, table: LanguageTable): Edit[] {
  const byline = scanByline(view.text, table.byline);
  if (!byline) return [];
  const rest = view.text.slice(byline.length);
  const offsets = blockOffsets(page, view.block);
  const at = offsets[byline.length + (rest.length - rest.trimStart().length)];
  const end = (offsets[byline.length - 1] ?? -1) + 1;
  if (at === undefined) return [label(view, "byline")];
  if (at < 0 || end <= 0) return [];
  return [split(page, view.block, end, at, "byline"), label(view, "byline")];
}

/** Roles that stand behind an article. */
const NEXT: ReadonlySet<Role> = new Set(["section", "kicker", "title", "advert", "furniture"]);

/**
 * Who signs the last paragraph, （记者 何芸）, becomes a block of its own, too.
 *
 * @param byline the edits by which that at its start does
 */
export function signatureEdits(
  page: Page,
  view: BlockView,
  next: BlockView | undefined,
  table: LanguageTable,
  byline: readonly Edit[],
): Edit[] {
  if (next && !NEXT.has(next.block.role)) return [];
  const signature = findSignature(view.text, table);
  // A bare name, （趙廉）, stays where it is: behind an item among others it signs that alone.
  if (!signature || scanByline(signature.text, table.byline) === null) return [];
  const offsets = blockOffsets(page, view.block);
  const before = view.text.slice(0, signature.at).trimEnd().length;
  const at = offsets[signature.at] ?? -1;
  const end = (offsets[before - 1] ?? -1) + 1;
  if (at < 0 || end <= 0) return [];
  const [first] = byline;
  const id = first?.kind === "split" ? first.at : view.block.id;
  const cut = split(page, { ...view.block, id }, end, at, "byline");
  return cut.kind === "split"
    ? [cut, { kind: "label", block: cut.at, was: view.block.role, role: "byline", reason: "byline" }]
    : [];
}
