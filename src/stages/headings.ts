/**
 * The anatomy of what stands above and beside the text: kicker (引题), headline over several lines, subtitle (副题)
 * and subhead (小标题); the byline set into the first paragraph; the credit of a caption.
 */
import { type LanguageTable, scanByline, tableOf } from "../language/index.ts";
import { emWidth, isHan } from "../language/punctuation.ts";
import { decisionTerm, roleOf, type Settled, verdictOn } from "../page/settled.ts";
import { blockOffsets, spanText } from "../page/text.ts";
import type { Block, Edit, Page, Proposal, Role } from "../page/types.ts";
import { type BlockView, standingOf, viewBlocks } from "../page/view.ts";
import type { Tools } from "./types.ts";

export function headings(page: Page, { settled }: Pick<Tools, "settled"> = {}): Proposal {
  const table = tableOf(page.source.lang);
  const views = viewBlocks(page);
  const telegrams = telegramsTogether(views, table);
  const edits: Edit[] = [];
  for (let i = 0; i < views.length; i++) {
    const view = views[i] as BlockView;
    if (view.block.role === "title") {
      const group = [view];
      // In spaced scripts the lines of a headline are one block by now, and the next title is another.
      while (!table.spaced && goesOn(view, views[i + 1], settled)) group.push(views[++i] as BlockView);
      edits.push(...headingEdits(page, group, views[i + 1], table, settled));
    } else if (view.block.role === "credit") {
      edits.push(...creditEdits(view, views[i - 1]));
    } else if (view.block.role === "text" && !telegrams.has(view)) {
      edits.push(...bylineEdits(page, view, table));
    }
  }
  return { edits: settled ? asDecided(edits, page, settled) : edits, warnings: [] };
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

/**
 * Texts that open with a dateline in brackets and are not alone in that below their headline: several telegrams under one
 * head. Each keeps its dateline, for none of them is that of the article.
 */
function telegramsTogether(views: readonly BlockView[], table: LanguageTable): ReadonlySet<BlockView> {
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

/** One element of a heading: the lines that make it up. */
type Element = readonly [BlockView, ...BlockView[]];

function headingEdits(
  page: Page,
  group: readonly BlockView[],
  next: BlockView | undefined,
  table: LanguageTable,
  settled: Settled | undefined,
): Edit[] {
  const elements = elementsOf(page, group, next, table, settled);
  const roles =
    rolesByType(elements.map(typeOf)) ??
    elementRoles(elements.map(elementText), opensWithByline(next, table), table);
  return elements.flatMap((element, i) => [
    ...joinLines(element),
    ...(roles[i] === "title" ? [] : [label(element[0], roles[i] as Role)]),
    ...(roles[i] === "title" && !roles.includes("kicker") ? kickerSplit(page, element, table) : []),
  ]);
}

/**
 * Parts a heading into elements. In a column without empty lines, lines that the wraps stage has left apart are two; not
 * so in spaced scripts, where that stage has no weights for headings and leaves all lines apart. Where the lines of an
 * element have been run together already, with spaces between, the next block is another element; else lines that
 * follow each other are one.
 */
function elementsOf(
  page: Page,
  group: readonly BlockView[],
  next: BlockView | undefined,
  table: LanguageTable,
  settled: Settled | undefined,
): Element[] {
  const first = group[0];
  const setOff = (first?.lines[0] === page.lines[0] || first?.blankBefore !== 0) && next?.blankBefore !== 0;
  const inColumn = !table.spaced && !setOff;
  const elements: [BlockView, ...BlockView[]][] = [];
  for (const view of group) {
    const last = elements.at(-1);
    const before = last?.at(-1);
    const [own, above] = [typeOf([view]), before && typeOf([before])];
    const apart =
      !last ||
      !before ||
      table.subtitle.test(view.text) ||
      isCut(before, view, settled) ||
      (own && above ? Math.max(own, above) > SAME_TYPE * Math.min(own, above) : isApart(view, before));
    if (apart) elements.push([view]);
    else last.push(view);
  }
  return elements;

  function isApart(view: BlockView, before: BlockView): boolean {
    if (view.blankBefore === 0) return inColumn;
    return hasParts(before.text) || isKicker(before.text, table);
  }
}

/** Lines of one element are of one size, give or take what cannot be measured. */
const SAME_TYPE = 1.2;

/** Size of the type of an element in that of running text, where boxes tell. */
function typeOf(element: readonly BlockView[]): number | null {
  const sizes = element.flatMap(({ lines }) => lines.flatMap(({ print }) => print?.size ?? []));
  return sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? null;
}

/** The largest type is the headline's; what stands above it is the kicker, what stands below it the subtitle. */
function rolesByType(sizes: readonly (number | null)[]): Role[] | null {
  if (sizes.length < 2 || sizes.some((size) => size === null)) return null;
  const title = sizes.indexOf(Math.max(...(sizes as number[])));
  return sizes.map((_, i) => (i < title ? "kicker" : i === title ? "title" : "subtitle"));
}

function isCut(tail: BlockView, head: BlockView, settled: Settled | undefined): boolean {
  const [end, start] = [tail.lines.at(-1)?.span, head.lines[0]?.span];
  return end !== undefined && start !== undefined && verdictOn(settled, end, start) === "apart";
}

function elementText(element: Element): string {
  return element.map((view) => view.text).join(" ");
}

/** Longest subhead, in ems. */
const SUBHEAD = 20;

function elementRoles(texts: readonly string[], bylineFollows: boolean, table: LanguageTable): Role[] {
  const [first, second, ...rest] = texts;
  if (first === undefined || second === undefined) return texts.map(() => "title");
  if (isKicker(first, table) || (isCouplet(first) && !table.subtitle.test(second)))
    return ["kicker", "title", ...rest.map((text) => lowerRole(text, bylineFollows, table))];
  return ["title", ...texts.slice(1).map((text) => lowerRole(text, bylineFollows, table))];
}

/** What stands below a headline: a subtitle, or already the first subhead of the text. */
function lowerRole(text: string, bylineFollows: boolean, table: LanguageTable): Role {
  if (table.subtitle.test(text) || bylineFollows) return "subtitle";
  return emWidth(text) <= SUBHEAD ? "subhead" : "subtitle";
}

/** 赓续冠军荣耀 传承劳模精神: two halves of one length. */
function isCouplet(text: string): boolean {
  const parts = text.split(/\s+/);
  return parts.length === 2 && parts[0]?.length === parts[1]?.length;
}

function hasParts(text: string): boolean {
  return /\S\s+\S/.test(text) && isHan(text[0] ?? "");
}

function joinLines([first, ...others]: Element): Edit[] {
  return others.map(({ block }) => ({
    kind: "join",
    tail: first.block.id,
    head: block.id,
    seam: { kind: "wrap", glue: " ", confidence: 1 },
    was: standingOf(block),
    reason: "heading-lines",
  }));
}

/** Where kicker and headline have been run together: 全链条、全覆盖、全程式 我国改善群众 医疗服务就医感受. */
function kickerSplit(page: Page, element: Element, table: LanguageTable): Edit[] {
  const [first] = element;
  const space = /\s+/.exec(first.text);
  if (!space) return [];
  const kicker = first.text.slice(0, space.index);
  if (!isKicker(kicker, table)) return [];
  const offsets = blockOffsets(page, first.block);
  const end = (offsets[space.index - 1] ?? -1) + 1;
  const at = offsets[space.index + space[0].length] ?? -1;
  if (end <= 0 || at < 0) return [];
  return [split(page, first.block, end, at, "kicker"), label(first, "kicker")];
}

/** A text that a headline follows: 全省工作会议强调, or an enumeration. */
function isKicker(text: string, table: LanguageTable): boolean {
  return table.kickerEnd.test(text) || isEnumeration(text);
}

/** 全链条、全覆盖、全程式: three items or more of one length. */
function isEnumeration(text: string): boolean {
  const items = text.split("、");
  return items.length >= 3 && items.every((item) => item.length === items[0]?.length);
}

function opensWithByline(view: BlockView | undefined, table: LanguageTable): boolean {
  return (
    view?.block.role === "byline" || (view !== undefined && scanByline(view.text, table.byline) !== null)
  );
}

/** A credit in a block of its own goes to the caption before it, or is a caption without words. */
function creditEdits(view: BlockView, before: BlockView | undefined): Edit[] {
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

/** The byline at the start of a paragraph becomes a block of its own. */
function bylineEdits(page: Page, view: BlockView, table: LanguageTable): Edit[] {
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

/** @param at where the second part begins; what was dropped at the head of its line goes with it */
function split(page: Page, { id, pieces }: Block, end: number, at: number, reason: string): Edit {
  const piece = pieces.find(({ start, end: last }) => start <= at && at < last);
  if (!piece?.seam || spanText(page, { start: piece.start, end: at }).trim() !== "")
    return { kind: "split", block: id, end, at, reason };
  return { kind: "split", block: id, end, at: piece.start, seam: piece.seam, reason };
}

function label({ block }: BlockView, role: Role): Edit {
  return { kind: "label", block: block.id, was: block.role, role, reason: role };
}
