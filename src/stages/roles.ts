/** What each block is: a linear chain over the blocks of the page, with named features. */
import { isBylineAlone, type LanguageTable, scanByline, tableOf, wordAcross } from "../language/index.ts";
import {
  emWidth,
  endsSentence,
  firstCharacter,
  isCjk,
  lastCharacter,
  PAUSES,
} from "../language/punctuation.ts";
import { bestLabels } from "../model/chain.ts";
import { evidenceList } from "../model/log-odds.ts";
import {
  type ChainRole,
  CJK_ROLES,
  ROLE_CHAIN,
  type RoleWeights,
  SPACED_ROLES,
} from "../model/weights/roles.ts";
import type { Edit, Page, Proposal } from "../page/types.ts";
import { type BlockView, viewBlocks } from "../page/view.ts";

export function roles(page: Page): Proposal {
  const table = tableOf(page.source.lang);
  const weights = table.spaced ? SPACED_ROLES : CJK_ROLES;
  const views = viewBlocks(page);
  const features = views.map((view, i) => featuresOf(view, i, views, table));
  const labels = bestLabels(
    ROLE_CHAIN,
    features.map((names) => emission(names, weights)),
  );
  const edits: Edit[] = [];
  views.forEach(({ block }, i) => {
    const role = labels[i] as ChainRole;
    if (role === block.role) return;
    const terms = (features[i] as string[]).map((name) => [name, weights[name]?.[role]] as const);
    edits.push({
      kind: "label",
      block: block.id,
      was: block.role,
      role,
      reason: "role",
      evidence: evidenceList(Object.fromEntries(terms)),
    });
  });
  return { edits, warnings: [] };
}

function emission(names: readonly string[], weights: RoleWeights): { [role in ChainRole]?: number } {
  const sums: { [role in ChainRole]?: number } = {};
  for (const name of names) {
    const row = weights[name];
    for (const role in row)
      sums[role as ChainRole] = (sums[role as ChainRole] ?? 0) + (row[role as ChainRole] ?? 0);
  }
  return sums;
}

/** Widths, in ems, that part the classes of length: a column label, a line of heading, a full headline, two of them. */
const LENGTHS = [
  [8, "tiny"],
  [20, "short"],
  [42, "medium"],
  [80, "long"],
] as const;
/** Blocks at the head of a page that may be masthead and date. */
const TOP = 4;

function featuresOf(view: BlockView, i: number, views: readonly BlockView[], table: LanguageTable): string[] {
  const { text } = view;
  const own = table.spaced ? spacedFeatures(text) : cjkFeatures(text, views[i + 1], table);
  const width = emWidth(text);
  const credit = table.credit.exec(text);
  const creditAlone = credit !== null && isAlone(credit, text);
  return [
    "bias",
    LENGTHS.find(([most]) => width <= most)?.[1] ?? "veryLong",
    ...own,
    ...named({
      stops: endsSentence(text),
      pauses: PAUSES.includes(lastCharacter(text)),
      printedLines: view.lines.length > 2,
      captionOpens: table.caption.test(text),
      creditEnds: credit !== null && !creditAlone,
      creditAlone,
      bylineAlone: !creditAlone && isBylineAlone(text, table.byline),
      furniture: width <= 60 && table.furniture.test(text),
      notice: table.notice.test(text),
      section: table.section.test(text),
      atTop: i < TOP,
      beforeByline: opensWithByline(views[i + 1], table),
      noLetters: !/[\p{L}\p{N}]/u.test(text),
    }),
  ];
}

function cjkFeatures(text: string, next: BlockView | undefined, table: LanguageTable): string[] {
  const first = firstCharacter(text);
  return named({
    asks: /[？！?!…]$/.test(text),
    stopInside: /[。；;].*[^。；;”」』）)]/.test(text),
    commaInside: /[，,]./.test(text),
    parts: /[\p{Script=Han}”」』》] +[\p{Script=Han}“「『《]/u.test(text),
    emphatic: /[“「『：]/.test(text) && emWidth(text) <= 42,
    headCloses: /^[，,。、；：！？”’」』）)》〉】]/.test(first),
    bylineOpens: opensWithByline({ text }, table),
    opensProse: table.opening.test(text),
    datelineCut: scanByline(text, table.byline) === null && isBylineAlone(`${text}电`, table.byline),
    goesOn: next !== undefined && goesOn(text, next),
    bracketed: /^[[［【〔|｜].{2,9}[\]］】〕|｜]$/.test(text),
    onlyLatin: /\p{L}/u.test(text) && ![...text].some(isCjk),
  });
}

function spacedFeatures(text: string): string[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const digits = text.match(/\d/g)?.length ?? 0;
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const visible = text.replace(/\s/g, "").length;
  return named({
    lowerCase: /^\p{Ll}/u.test(text),
    capitals: letters >= 4 && upper >= 0.75 * letters,
    titleCase: words.length >= 2 && words.every((word) => /^\p{Lu}/u.test(word)),
    figures: digits > 0.25 * visible,
    noise: letters < 0.6 * visible,
  });
}

/** A word stands across the end of a block and the running text of the next: 排|除. */
function goesOn(text: string, next: BlockView): boolean {
  const running = endsSentence(next.text) || emWidth(next.text) > 42;
  return (
    running &&
    isCjk(lastCharacter(text)) &&
    isCjk(firstCharacter(next.text)) &&
    wordAcross(text, next.text, "zh")
  );
}

function isAlone(credit: RegExpExecArray, text: string): boolean {
  return credit.index === 0 && !/[。！？]/.test(text.slice(0, -1));
}

/** A byline at the start of the text, with text behind it or not. */
function opensWithByline(view: { readonly text: string } | undefined, table: LanguageTable): boolean {
  return view !== undefined && scanByline(view.text, table.byline) !== null;
}

function named(features: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(features).filter((name) => features[name]);
}
