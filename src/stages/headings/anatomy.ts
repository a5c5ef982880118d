/** What stands together above a text, parted into kicker (引题), headline over several lines, subtitle (副题) and subhead (小标题). */
import type { LanguageTable } from "../../language/index.ts";
import { classOf, emWidth, isCjk, isHan } from "../../language/punctuation.ts";
import { type LanguageModel, readHead, readSeam, readTail } from "../../model/ngram.ts";
import { type Settled, verdictOn } from "../../page/settled.ts";
import { blockOffsets } from "../../page/text.ts";
import type { Edit, Page, Role } from "../../page/types.ts";
import { type BlockView, standingOf } from "../../page/view.ts";
import type { Tools } from "../types.ts";
import { opensWithByline } from "./bylines.ts";
import { deckEdits, type Parting, PHRASES, partingByForm, partingBySense } from "./deck.ts";
import { label, split } from "./edits.ts";
import { areHalves, isKickerByForm } from "./head-lines.ts";

/** One element of a heading: the lines that make it up. */
type Element = readonly [BlockView, ...BlockView[]];

/** Blocks that make up a heading, and what stands right above and below them. */
export interface Group {
  readonly blocks: readonly BlockView[];
  readonly above: BlockView | undefined;
  readonly next: BlockView | undefined;
}

export function headingEdits(
  page: Page,
  group: Group,
  table: LanguageTable,
  { settled, model }: Pick<Tools, "settled"> & { readonly model?: Tools["model"] },
): Edit[] {
  const elements = elementsOf(page, group, table, { settled, model: model ?? null });
  const texts = elements.map(elementText);
  const found = rolesByType(elements) ?? elementRoles(texts, opensWithByline(group.next, table), table);
  const roles = found.map((role, i) => (role === "kicker" && isFramed(texts[i] ?? "") ? "section" : role));
  return elements.flatMap((element, i) => {
    const parting = roles[i] === "title" && i === 0 ? partingOf(element) : null;
    if (parting) return deckEdits(page, element, parting);
    return [
      ...joinLines(element),
      ...(roles[i] === "title" ? [] : [label(element[0], roles[i] as Role)]),
      ...(roles[i] === "title" && !roles.includes("kicker") && !table.spaced
        ? kickerSplit(page, element, table)
        : []),
    ];
  });

  function partingOf(element: Element): Parting | null {
    if (!model) return null;
    if (table.subtitle.test(texts[1] ?? ""))
      return areHalves(page, element) ? null : partingBySense(page, element, model, table);
    return partingByForm(
      page,
      element,
      model,
      table,
      (text) => isKicker(text, table),
      (text) => isKickerByForm(text, table),
    );
  }
}

/**
 * Parts a heading into elements. In a column without empty lines, lines that the wraps stage has left apart are two; not
 * so in spaced scripts, where that stage has no weights for headings and leaves all lines apart. Where the lines of an
 * element have been run together already, with spaces between, the next block is another element; else lines that
 * follow each other are one.
 */
function elementsOf(
  page: Page,
  { blocks, above: label, next }: Group,
  table: LanguageTable,
  { settled, model }: Pick<Tools, "settled" | "model">,
): Element[] {
  const [first] = blocks;
  const begins =
    first?.lines[0] === page.lines[0] || first?.blankBefore !== 0 || label?.block.role === "section";
  const setOff = begins && next?.blankBefore !== 0;
  const inColumn = !table.spaced && !setOff;
  const elements: [BlockView, ...BlockView[]][] = [];
  for (const view of blocks) {
    const last = elements.at(-1);
    const before = last?.at(-1);
    const [own, above] = [typeOf([view]), before && typeOf([before])];
    const apart =
      !last ||
      !before ||
      table.subtitle.test(view.text) ||
      isInBrackets(view.text, table) ||
      isCut(before, view, settled) ||
      (own && above ? isOfOtherType(own, above, view, last) : isApart(view, before));
    if (apart) elements.push([view]);
    else last.push(view);
  }
  return elements;

  /** One or two characters in type like that of a headline were set apart from it by the engine: no kicker is as short. */
  function isOfOtherType(own: number, above: number, view: BlockView, last: Element): boolean {
    const ratio = Math.max(own, above) / Math.min(own, above);
    const isFragment = ({ text }: BlockView) => !table.spaced && emWidth(text) < NARROWEST;
    return ratio > SAME_TYPE && (ratio > LIKE_TYPE || !(isFragment(view) || last.every(isFragment)));
  }

  function isApart(view: BlockView, before: BlockView): boolean {
    if (view.blankBefore === 0) return inColumn && !areHalves(page, [before, view]);
    return (
      isKicker(before.text, table) || (hasParts(before.text) && !(model && readsOn(before, view, model)))
    );
  }
}

/** Whether a line was cut inside a phrase: 弘扬教育家精神 打造新时代 above 高素质专业化教师队伍. */
function readsOn({ text }: BlockView, next: BlockView, model: LanguageModel): boolean {
  const { link, start } = readSeam(model, readTail(model, text), readHead(model, next.text));
  return link - Math.max(0, start) >= PHRASES;
}

/** Lines of one element are of one size, give or take what cannot be measured. */
const SAME_TYPE = 1.2;
/** And of a character or two, of which less can be measured, of no more times that; a picture is larger yet. */
const LIKE_TYPE = 2.5;

/** Size of the type of an element in that of running text, where boxes tell. */
function typeOf(element: readonly BlockView[]): number | null {
  const sizes = element.flatMap(({ lines }) => lines.flatMap(({ print }) => print?.size ?? []));
  return sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? null;
}

/** Narrowest headline, in ems: a picture that is read as a character or two is in larger type than any. */
const NARROWEST = 3;

/** Share of its letters that a Chinese or Japanese headline has in its own script, and what was misread at most: white type on black becomes Latin. */
const CJK = 0.8;
const MISREAD = 0.2;

function cjkShare(text: string): number {
  const letters = [...text].filter((character) => classOf(character) === "letter");
  return letters.length === 0 ? 0 : letters.filter(isCjk).length / letters.length;
}

/** The largest type is the headline's; what stands above it is the kicker, what stands below it the subtitle. */
function rolesByType(elements: readonly Element[]): Role[] | null {
  const sizes = elements.map(typeOf);
  if (sizes.length < 2 || sizes.some((size) => size === null)) return null;
  const texts = elements.map(elementText);
  const isCjkHeading = texts.some((text) => cjkShare(text) >= CJK);
  const likely = texts.map(
    (text) => emWidth(text) >= NARROWEST && !(isCjkHeading && cjkShare(text) <= MISREAD),
  );
  const candidates = (sizes as number[]).map((size, i) => (likely[i] || !likely.includes(true) ? size : 0));
  const title = candidates.reduce((best, size, i) => (size > (candidates[best] as number) ? i : best), 0);
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
  const hasDecks = !table.subtitle.test(second) && table.subtitle.test(rest[0] ?? "");
  if (isKicker(first, table) || hasDecks || (isCouplet(first) && !table.subtitle.test(second)))
    return ["kicker", "title", ...rest.map((text) => lowerRole(text, bylineFollows, table))];
  return ["title", ...texts.slice(1).map((text) => lowerRole(text, bylineFollows, table))];
}

/** What stands below a headline: a subtitle, or already the first subhead of the text. */
function lowerRole(text: string, bylineFollows: boolean, table: LanguageTable): Role {
  if (table.subtitle.test(text) || isInBrackets(text, table) || bylineFollows) return "subtitle";
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

/** Makes one block of the lines of an element. */
export function joinLines([first, ...others]: Element): Edit[] {
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

/** （在全市茶农代表大会上的发言）: a subtitle, and no name below a headline. */
function isInBrackets(text: string, table: LanguageTable): boolean {
  return !table.spaced && emWidth(text) >= IN_BRACKETS && /^[（(][^（）()]+[）)]$/.test(text);
}

/** Narrowest subtitle in brackets, in ems. */
const IN_BRACKETS = 8;

/** 【体育观察】: a label of the column that the piece stands in. */
function isFramed(text: string): boolean {
  return /^[【［〔][^【】［］〔〕]+[】］〕]$/.test(text);
}

/** A text that a headline follows: 全省工作会议强调, or an enumeration. */
function isKicker(text: string, table: LanguageTable): boolean {
  return (
    table.kickerEnd.test(text) ||
    isKickerByForm(text, table) ||
    (table.headlines === "phrases" && isEnumeration(text))
  );
}

/** 全链条、全覆盖、全程式: three items or more of one length. */
function isEnumeration(text: string): boolean {
  const items = text.split("、");
  return items.length >= 3 && items.every((item) => item.length === items[0]?.length);
}
