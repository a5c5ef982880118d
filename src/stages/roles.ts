/** What each block is: a linear chain over the blocks of the page, with named features. */

import { lineRoles } from "../headlines/line-roles.ts";
import {
  type FoundCredit,
  findCredit,
  isBylineAlone,
  type LanguageTable,
  scanByline,
  tableOf,
} from "../language/index.ts";
import {
  emWidth,
  endsSentence,
  firstCharacter,
  isCjk,
  lastCharacter,
  PAUSES,
} from "../language/punctuation.ts";
import { bestLabels, certainties } from "../model/chain.ts";
import { type LanguageModel, perSymbol, readHead, readSeam, readTail } from "../model/ngram.ts";
import { emission, explain, weigh } from "../model/weights.ts";
import type { Edit, Page, Proposal } from "../page/types.ts";
import { type BlockView, viewBlocks } from "../page/view.ts";
import type { Tools } from "./types.ts";

export function roles(page: Page, tools: Tools): Proposal {
  if (!tools.model) return rolesOfLines(page, tools);
  const weights = tools.weights.roles.model;
  const { views, features } = roleFeatures(page, tools);
  const emissions = features.map((names) => emission(names, weights));
  const labels = bestLabels(weights, emissions);
  const sure = certainties(weights, emissions, labels);
  const edits: Edit[] = [];
  views.forEach(({ block }, i) => {
    const role = labels[i] ?? block.role;
    if (role === block.role) return;
    edits.push({
      kind: "label",
      block: block.id,
      was: block.role,
      role,
      certainty: Math.round(1000 * (sure[i] as number)) / 1000,
      reason: "role",
      evidence: explain(features[i] as string[], role, weights),
    });
  });
  return { edits, warnings: [] };
}

/** Without a language model the lines have been told apart before they became blocks: a block is what its first line is. */
function rolesOfLines(page: Page, { weights }: Tools): Proposal {
  const roles = lineRoles(page, weights.roles.plain);
  const edits = page.blocks.flatMap(({ id, role: was }): Edit[] => {
    const own = roles.get(id);
    if (!own || own.role === was) return [];
    return [
      {
        kind: "label",
        block: id,
        was,
        role: own.role,
        reason: "role",
        evidence: weigh(own.features, own.weights),
      },
    ];
  });
  return { edits, warnings: [] };
}

/** The blocks of a page with the names of what is seen of each; the training looks at the same. */
export function roleFeatures(
  page: Page,
  { model }: Pick<Tools, "model">,
): { views: BlockView[]; features: string[][] } {
  const table = tableOf(page.source.lang);
  const views = viewBlocks(page);
  const own = views.map((view, i) => ownFeatures(view, i, views, table));
  const flow = model ? flowFeatures(views, model) : views.map(() => []);
  const alone = views.map((_, i) =>
    standsAlone(i, views) && !own[i]?.includes("section") && !flow[i]?.some((name) => BOND.test(name))
      ? ["standsAlone"]
      : [],
  );
  // A column label reads as fluently as anything.
  const prose = views.map(({ text }, i) =>
    model && emWidth(text) <= HEADLINE && !own[i]?.includes("section") ? proseFeatures(text, model) : [],
  );
  const features = views.map((_, i) => [
    ...(own[i] as string[]),
    ...(flow[i] as string[]),
    ...(alone[i] as string[]),
    ...(prose[i] as string[]),
    ...(own[i - 1] ?? ["pageStart"])
      .filter((name) => SEEN_FROM_BESIDE.has(name))
      .map((name) => `before:${name}`),
    ...(own[i + 1] ?? ["pageEnd"])
      .filter((name) => SEEN_FROM_BESIDE.has(name))
      .map((name) => `behind:${name}`),
  ]);
  return { views, features };
}

/** Features of a neighbour that say something about a block. */
const SEEN_FROM_BESIDE: ReadonlySet<string> = new Set([
  "pageStart",
  "pageEnd",
  "stops",
  "veryLong",
  "long",
  "short",
  "tiny",
  "bylineOpens",
  "bylineAlone",
  "creditAlone",
  "captionOpens",
  "creditEnds",
  "section",
  "furniture",
]);

/** Widths, in ems, that part the classes of length: a column label, a line of heading, a full headline, two of them. */
const LENGTHS = [
  [5, "minute"],
  [9, "tiny"],
  [14, "brief"],
  [22, "short"],
  [34, "medium"],
  [50, "ample"],
  [90, "long"],
] as const;
/** Blocks at the head of a page that may be masthead and date. */
const TOP = 4;

function ownFeatures(
  view: BlockView,
  i: number,
  views: readonly BlockView[],
  table: LanguageTable,
): string[] {
  const { text } = view;
  const width = emWidth(text);
  const credit = findCredit(text, table);
  const creditAlone = credit !== null && isAlone(credit, text);
  const furniture = width <= 60 && table.furniture.test(text);
  const section = table.section.test(text);
  const notice = table.notice.test(text);
  const byline = scanByline(text, table.byline) !== null;
  const bylineAlone = isBylineAlone(text, table.byline);
  return [
    "bias",
    LENGTHS.find(([most]) => width <= most)?.[1] ?? "veryLong",
    ...cjkFeatures(text, table),
    ...named({
      stops: endsSentence(text),
      pauses: PAUSES.includes(lastCharacter(text)),
      printedLines: view.lines.length > 2,
      twoLines: view.lines.length === 2,
      captionOpens: table.caption.test(text),
      creditEnds: credit !== null && !creditAlone,
      creditAlone,
      noCredit: !creditAlone,
      bylineAlone: !creditAlone && bylineAlone,
      bylineOpens: !creditAlone && byline,
      noByline: !byline && !bylineAlone,
      furniture,
      noFurniture: !furniture && /[\p{L}\p{N}]/u.test(text) && (table.spaced || hasCjk(text)),
      notice,
      noNotice: !notice,
      section,
      continues: width > 30 && table.continuedFrom.test(text),
      // 乡村振兴进行时 is no 时 of «when».
      kickerEnd: !section && table.kickerEnd.test(text),
      dash: table.subtitle.test(text),
      atTop: i < TOP,
      atBottom: i >= views.length - 2,
      noLetters: !hasCjk(text) && !/[\p{L}\p{N}]/u.test(text),
      noBlankBefore: view.blankBefore === 0,
      noBlankBehind: view.blankAfter === 0,
      indented: (view.lines[0]?.indent ?? 0) >= 1,
    }),
  ];
}

function cjkFeatures(text: string, table: LanguageTable): string[] {
  const first = firstCharacter(text);
  return named({
    asks: /[？！?!…]$/.test(text),
    stopInside: /[。；;].*[^。；;”」』）)]/.test(text),
    commaInside: /[，,]./.test(text),
    listInside: /、./.test(text),
    parts: /[\u3400-\u9fff”」』》] +[\u3400-\u9fff“「『《]/.test(text),
    quotes: /[“「『]/.test(text),
    colon: /[：:]/.test(text),
    digits: /[0-9０-９]/.test(text),
    headCloses: /^[，,。、；：！？”’」』）)》〉】]/.test(first),
    opensProse: table.opening.test(text),
    datelineCut: isDatelineCut(text, table),
    bracketed: /^[[［【〔|｜].{2,9}[\]］】〕|｜]$/.test(text),
    onlyLatin: !hasCjk(text) && /\p{L}/u.test(text),
  });
}

function hasCjk(text: string): boolean {
  for (const character of text) if (isCjk(character)) return true;
  return false;
}

/** 据新华社北京11月1日: with 电 behind it, it would be a dateline and nothing else. */
function isDatelineCut(text: string, table: LanguageTable): boolean {
  if (scanByline(text, table.byline) !== null) return false;
  const whole = `${text}电`;
  const byline = scanByline(whole, table.byline);
  return byline?.date != null && byline.length === whole.length;
}

/** Widest headline of one phrase, in ems. */
const PHRASE = 28;
/** Two nats or more for going on in a later block. */
const BOND = /^flows(?:Next)?:(?:[2-9]|10)$/;

/** A phrase without a stop, between whole paragraphs or at the head of the page. */
function standsAlone(i: number, views: readonly BlockView[]): boolean {
  const [before, own, behind] = [views[i - 1], views[i], views[i + 1]];
  if (!own || !behind || emWidth(own.text) > PHRASE) return false;
  const open = !endsSentence(own.text) && !PAUSES.includes(lastCharacter(own.text));
  return open && (!before || endsSentence(before.text)) && endsSentence(behind.text);
}

/** Running blocks ahead among which a block looks for its continuation. */
const AHEAD = 8;

/**
 * How well an open block goes on in the next one and, at best, in one of the later ones, as the language model reads
 * them, by classes of nats; and for the later one how well it comes on from here.
 */
function flowFeatures(views: readonly BlockView[], model: LanguageModel): string[][] {
  const features: string[][] = views.map(() => []);
  const running = views.map(({ text }) => endsSentence(text) || emWidth(text) > 42);
  const heads = views.map(({ text }) => (isCjk(firstCharacter(text)) ? readHead(model, text) : null));
  const comes = views.map(() => Number.NEGATIVE_INFINITY);
  views.forEach(({ text }, i) => {
    if (endsSentence(text) || !isCjk(lastCharacter(text))) return;
    const tail = readTail(model, text);
    const bond = (j: number) => {
      const head = heads[j];
      if (!head) return Number.NEGATIVE_INFINITY;
      const { link, start } = readSeam(model, tail, head);
      return link - Math.max(0, start);
    };
    if (heads[i + 1]) features[i]?.push(`flowsNext:${nats(bond(i + 1))}`);
    let best = Number.NEGATIVE_INFINITY;
    for (let j = i + 1, seen = 0; j < views.length && seen < AHEAD; j++) {
      if (!running[j]) continue;
      seen++;
      const own = bond(j);
      best = Math.max(best, own);
      comes[j] = Math.max(comes[j] as number, own);
    }
    if (best > Number.NEGATIVE_INFINITY) features[i]?.push(`flows:${nats(best)}`);
  });
  comes.forEach((best, j) => {
    if (best > Number.NEGATIVE_INFINITY) features[j]?.push(`comes:${nats(best)}`);
  });
  return features;
}

/** Classes two nats wide. */
function nats(value: number): number {
  return 2 * Math.max(-2, Math.min(5, Math.round(value / 2)));
}

/** Widest headline, in ems; what is longer is prose without asking. */
const HEADLINE = 50;

/** How well the block reads as running text, in nats a character, by classes. */
function proseFeatures(text: string, model: LanguageModel): string[] {
  const mean = perSymbol(model, text);
  if (Number.isNaN(mean)) return [];
  return [`prose:${Math.max(-7, Math.min(-2, Math.round(mean)))}`];
}

function isAlone(credit: FoundCredit, text: string): boolean {
  return credit.at <= 1 && !/[。！？]/.test(text.slice(0, -1));
}

function named(features: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(features).filter((name) => features[name]);
}
