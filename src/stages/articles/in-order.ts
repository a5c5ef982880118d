/** The blocks of a page in articles, as a reader has them who goes down the page. */
import { isBylineAlone, isNoticeHeading, type LanguageTable, tableOf } from "../../language/index.ts";
import { endsInStopOrNote } from "../../language/punctuation.ts";
import type { Settled } from "../../page/settled.ts";
import { blockText } from "../../page/text.ts";
import type { Block, Page, Print, Role, Seam } from "../../page/types.ts";
import { lineAt } from "../../page/view.ts";
import type { Stretch } from "./moves.ts";
import { goesOnInNotice, isListedWith, type Notice } from "./notices.ts";
import { opensBelowWhite } from "./unread.ts";

/** An article as it grows: its opening block and the roles it has so far. */
export interface Growing {
  readonly id: number;
  readonly has: Set<Role>;
}

/** From top to bottom of an article's head. */
const HEAD: readonly Role[] = ["section", "kicker", "title", "subtitle", "byline"];

/** The articles of the blocks, by their ids, as they follow each other, and what follows what in them. */
export interface Grouping {
  readonly articleOf: Map<number, Growing>;
  readonly stretches: readonly Stretch[];
  /** Ids of blocks that stand in a notice, whatever they were taken for. */
  readonly inNotices: ReadonlySet<number>;
}

/** A heading opens an article, text goes where the text before it went, and a seam leads back into an article. */
export function inOrder(page: Page, settled?: Settled): Grouping {
  const articleOf = new Map<number, Growing>();
  const stretches: (Stretch & { readonly blocks: Block[] })[] = [];
  const table = tableOf(page.source.lang);
  const early: Block[] = [];
  const inNotices = new Set<number>();
  let current: Growing | null = null;
  /** The notice whose heading (遗失声明) was just read: an advert that follows is its text. */
  let notice: Growing | null = null;
  /** The notice whose text stands right above. */
  let told = null as Notice | null;
  /** The article whose signature stands right above: a second line of it, the name below the place, is of it too. */
  let signed: Growing | null = null;
  /** Adverts that the file names, by their numbers. */
  const named = new Map<number, Growing>();
  const visits = inPageOrder(page);
  /** The box of rules that is being read, and the article that was read before it. */
  let box: number | undefined;
  let around: Growing | null = null;
  for (const [i, { block, later }] of visits.entries()) {
    const inside = printAt(page, block)?.boxed;
    if (!later && inside !== box) {
      if (box === undefined) around = current;
      current = inside === undefined || belongsAround(page, visits.slice(i), around) ? around : null;
      box = inside;
    }
    const headed: Growing | null = notice;
    const above = told;
    notice = null;
    told = null;
    const behind = visits[i + 1]?.block;
    if (later) {
      current = articleOf.get(block.id) ?? current;
      if (current) stretches.push({ article: current.id, before: block, blocks: [] });
    } else if (
      above &&
      goesOnInNotice(page, block, { notice: above, around: textsOf(page, articleOf, current), behind })
    ) {
      articleOf.set(block.id, above.article);
      inNotices.add(block.id);
      told = { ...above, texts: [...above.texts, blockText(page, block)] };
    } else if (block.role === "advert") {
      const number = printAt(page, block)?.advert;
      const text = blockText(page, block);
      const listed = above && isListedWith(text, above) ? above.article : headed;
      const same = number === undefined ? listed : named.get(number);
      const advert: Growing = same ?? { id: block.id, has: new Set() };
      if (number !== undefined) named.set(number, advert);
      articleOf.set(block.id, advert);
      if (!endsInStopOrNote(text)) notice = advert;
      if ((same || table.notice.test(text)) && !isNoticeHeading(text, table))
        told = { article: advert, texts: same === above?.article ? [...(above?.texts ?? []), text] : [text] };
    } else if (block.role === "furniture") {
      const text = blockText(page, block);
      const jumps = table.continuedTo.test(text) || table.continuedFrom.test(text);
      if (current && jumps) articleOf.set(block.id, current);
      else if (!current && table.continuedFrom.test(text)) early.push(block);
    } else if (headed && block.role === "text" && isUnder(page, visits[i - 1]?.block, table)) {
      articleOf.set(block.id, headed);
      inNotices.add(block.id);
      told = { article: headed, texts: [blockText(page, block)] };
    } else if (!current && box === undefined && block.role === "caption") early.push(block);
    else {
      const signs: boolean =
        current !== null &&
        (table.spaced || !current.has.has("byline") || signed === current || endsLine(page, block)) &&
        isSignature(block, current, table.spaced ? behind : behindBylines(visits, i));
      const unread = table.spaced && opensBelowWhite(page, visits[i - 1]?.block, block);
      signed = signs ? current : null;
      if (!current || (opens(page, block, current, table) && !signs) || unread || isApart(block, settled))
        current = { id: block.id, has: new Set() };
      if (current.id !== stretches.at(-1)?.article)
        stretches.push({ article: current.id, before: null, blocks: [] });
      if (!HEAD.includes(block.role)) stretches.at(-1)?.blocks.push(block);
      current.has.add(block.role);
      articleOf.set(block.id, current);
    }
  }
  // A picture above all articles goes to the first of them, and so does what says where that goes on from.
  const first = [...articleOf.values()][0] ?? { id: early[0]?.id ?? 0, has: new Set() };
  for (const caption of early) articleOf.set(caption.id, first);
  return { articleOf, stretches, inNotices };
}

/** The texts of an article, as far as it has been read. */
function textsOf(page: Page, articleOf: ReadonlyMap<number, Growing>, article: Growing | null): string[] {
  if (!article) return [];
  return page.blocks
    .filter((block) => block.role === "text" && articleOf.get(block.id) === article)
    .map((block) => blockText(page, block));
}

/** Whether the block before is the heading of a notice, 遗失声明, and nothing more: what follows is its text. */
function isUnder(page: Page, before: Block | undefined, table: LanguageTable): boolean {
  return before !== undefined && isNoticeHeading(blockText(page, before), table);
}

/** Whether it was decided that a block begins an article of its own. */
function isApart(block: Block, settled: Settled | undefined): boolean {
  return settled?.articles.some((it) => !it.together && holds(block, it.second)) ?? false;
}

/** Whether a box holds the text of the headline above it, or a picture of the article around it. */
function belongsAround(page: Page, [first, ...others]: readonly Visit[], around: Growing | null): boolean {
  if (!around || !first) return false;
  const box = printAt(page, first.block)?.boxed;
  const end = others.findIndex(({ block }) => printAt(page, block)?.boxed !== box);
  const roles = [first, ...(end < 0 ? others : others.slice(0, end))].map(({ block }) => block.role);
  if (roles.some((role) => role === "title" || role === "section" || role === "advert")) return false;
  const isHeaded = !around.has.has("text") && !around.has.has("subhead");
  return isHeaded || roles.every((role) => role === "caption" || role === "credit" || role === "furniture");
}

function printAt({ lines }: Page, { pieces }: Block): Print | undefined {
  return lines[lineAt(lines, pieces[0]?.start ?? 0)]?.print;
}

export function holds({ pieces }: Block, offset: number): boolean {
  return pieces.some(({ start, end }) => start <= offset && offset < end);
}

/** A block as the eye meets it: where it begins, or where a later piece of it stands. */
export interface Visit {
  readonly block: Block;
  readonly later: boolean;
  /** By which the later piece goes on. */
  readonly seam?: Seam;
}

/** All visits of a page, in its order. */
export function inPageOrder(page: Page): Visit[] {
  const visits: (Visit & { readonly at: number })[] = [];
  for (const block of page.blocks)
    for (const [i, { start, seam }] of block.pieces.entries()) {
      if (i === 0) visits.push({ at: start, block, later: false });
      else if (seam?.kind !== "wrap") visits.push({ at: start, block, later: true, ...(seam && { seam }) });
    }
  return visits.sort((a, b) => a.at - b.at);
}

/** Whether a block stands behind text on its line: （记者 何芸） below an article that begins with 本报讯. */
function endsLine({ lines, text }: Page, { pieces }: Block): boolean {
  const start = pieces[0]?.start ?? 0;
  const line = lines[lineAt(lines, start)]?.span.start ?? start;
  return text.slice(line, start).trim() !== "";
}

/** The first block behind one that is no byline. */
function behindBylines(visits: readonly Visit[], i: number): Block | undefined {
  let next = i + 1;
  while (visits[next]?.block.role === "byline") next++;
  return visits[next]?.block;
}

/** Whether a byline stands below the text it is of: the next article begins behind it. */
function isSignature({ role }: Block, { has }: Growing, next: Block | undefined): boolean {
  if (role !== "byline" || !(has.has("text") || has.has("subhead"))) return false;
  return next === undefined || ["section", "kicker", "title", "advert", "furniture"].includes(next.role);
}

/** Whether a block begins another article. A heading does, unless it carries on the heading that is being read. */
function opens(page: Page, block: Block, { has }: Growing, table: LanguageTable): boolean {
  const rank = HEAD.indexOf(block.role);
  if (rank < 0) return false;
  if (has.has("text") || has.has("subhead")) return true;
  // A deck of Latin script may have several parts; below the author stands where the news is from.
  const mayRepeat =
    block.role === "byline"
      ? has.has("title") && isBylineAlone(blockText(page, block), table.byline)
      : table.spaced && block.role === "subtitle";
  return HEAD.some((role, i) => (mayRepeat ? i > rank : i >= rank) && has.has(role));
}
