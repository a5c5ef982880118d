import { numberPairs } from "../../language/han-pairs.ts";
import { endsSigned, isSalute, type LanguageTable, letterSignatures, tableOf } from "../../language/index.ts";
import {
  emWidth,
  endsInStopOrNote,
  HAN,
  hasAny,
  isWider,
  lastCharacter,
  PAUSES,
} from "../../language/punctuation.ts";
import { listedItems } from "../../layout/items.ts";
import { subheadSeries } from "../../layout/series.ts";
import type { Page } from "../../page/types.ts";
import { type BlockView, viewBlocks } from "../../page/view.ts";
import { besideFeatures } from "./beside.ts";
import { columnFeatures } from "./column.ts";
import { formFeatures, spacingOf } from "./form.ts";
import { plainSeries } from "./plain-series.ts";
import { printFeatures } from "./print.ts";
import {
  flowFeatures,
  goesOnNextAlone,
  matterFeatures,
  parts,
  proseFeatures,
  type Readers,
} from "./reading.ts";
import { cohesionFeatures, echoFeatures, isRunning } from "./running.ts";

/** The blocks of a page with the names of what is seen of each; the training looks at the same. */
export function roleFeatures(
  page: Page,
  { model, encoder }: Readers,
): { views: BlockView[]; features: string[][] } {
  const table = tableOf(page.source.lang);
  const views = viewBlocks(page);
  const spacing = spacingOf(views);
  const forms = views.map((view, i) => formFeatures(view, i, views, table, spacing));
  const own = forms.map((names, i) =>
    isListItem(views, forms, i) ? [...names.filter((name) => name !== "captionOpens"), "listItem"] : names,
  );
  const flow = flowFeatures(views, model);
  const pairs = numberPairs(
    views.map(({ text }) => text),
    HAN,
    page.lines,
  );
  const echo = echoFeatures(views, pairs);
  const cohesion = cohesionFeatures(views, pairs);
  const column = columnFeatures(page, views);
  /** Whether a block has anything of a caption itself; who made the picture may stand in the block behind. */
  const signs = own.map((names) => names.includes("captionOpens") || names.includes("creditEnds"));
  /** A caption whose end, with the credit, an empty line has parted from it. */
  const isHalf = (i: number) =>
    (own[i + 1]?.includes("creditEnds") ?? false) &&
    !own[i + 1]?.includes("captionOpens") &&
    !isWider((views[i] as BlockView).text, HALF_CAPTION) &&
    goesOnNextAlone(views, i, model);
  /** What stands in the middle of a sentence, and is none of it: captions without a sign of one do. */
  const isBetween = (i: number) =>
    isWider(views[i - 1]?.text ?? "", BROKEN) &&
    !isWider((views[i] as BlockView).text, BETWEEN) &&
    parts(views, i, model);
  /** 要闻, in the running head: the name of a page, above its date or its folio. */
  const isPageName = (i: number) =>
    ["section", "atTop"].every((name) => own[i]?.includes(name)) &&
    !own[i]?.includes("bracketed") &&
    (own[i + 1]?.includes("furniture") ?? false);
  const texts = views.map(({ text }) => text);
  const series = subheadSeries(texts, table);
  const plain = plainSeries(views, table);
  const signatures = letterSignatures(texts, table);
  const items = table.spaced ? [] : listedItems(texts);
  const firstText = views.findIndex(isRunning);
  const isNote = (i: number) => (texts[i] as string).length <= NOTE && table.note.test(texts[i] as string);
  /** 编后, between two texts. */
  const isBelow = (i: number) =>
    firstText >= 0 && views[i + 1] !== undefined && isRunning(views[i + 1] as BlockView);
  const matter = matterFeatures(views, { model, encoder });
  const ends = own.map((names) => ENDS.some((name) => names.includes(name)));
  const alone = views.map((_, i) =>
    standsAlone(i, views, ends, table) &&
    !own[i]?.includes("section") &&
    !flow[i]?.some((name) => BOND.test(name))
      ? ["standsAlone"]
      : [],
  );
  // A column label reads as fluently as anything.
  const prose = views.map(({ text }, i) => (own[i]?.includes("section") ? [] : proseFeatures(text, model)));
  const features = views.map((view, i) => {
    const isAbove = i < firstText - 1 && isPhrase(views[i + 1]);
    // The name of a page, which stands above all headlines, needs no sign.
    const names = (own[i] as string[]).filter((name) => !isAbove || name !== "noFurniture");
    const see = (some: readonly string[]) => {
      for (const name of some) names.push(name);
    };
    see(printFeatures(view));
    see(column[i] as string[]);
    see(flow[i] as string[]);
    see(matter[i] as string[]);
    see(echo[i] as string[]);
    see(cohesion[i] as string[]);
    see(alone[i] as string[]);
    see(besideFeatures(views, i).filter((name) => name !== "tableRow" || !own[i]?.includes("furniture")));
    if (series[i] && !own[i + 1]?.includes("bylineOpens")) names.push("inSeries");
    else if (plain[i]) names.push("inPlainSeries");
    if (signatures[i]) names.push("signsLetter");
    else if (signatures[i - 1]) names.push("belowSignature");
    if (isSalute(view.text, table)) names.push("salute");
    if (isNote(i)) names.push(i > firstText && isBelow(i) ? "noteBelow" : "note");
    if (items[i]) names.push("itemOfList");
    else if (items[i + 1] && isHeadOfItems(views, i)) names.push("aboveItems");
    if (i < firstText) names.push("aboveAllText");
    if (isPageName(i)) names.push("pageName");
    if (isHalf(i)) names.push("halfCaption");
    if (isBetween(i)) names.push("between");
    if (!(signs[i] || signs[i - 1] || own[i + 1]?.includes("creditAlone"))) names.push("noCaption");
    see(prose[i] as string[]);
    see(seenFrom(BEFORE, own[i - 1] ?? ["pageStart"]));
    see(seenFrom(BEHIND, own[i + 1] ?? ["pageEnd"]));
    return names;
  });
  return { views, features };
}

/** 一周简讯 above ▲…: a phrase that begins anew. */
function isHeadOfItems(views: readonly BlockView[], i: number): boolean {
  return (
    isPhrase(views[i]) && (i === 0 || endsInStopOrNote((views[i - 1] as BlockView).text)) && !leads(views[i])
  );
}

/** 主要有：, which leads to what is below it. */
function leads(view: BlockView | undefined): boolean {
  return view !== undefined && PAUSES.includes(lastCharacter(view.text));
}

/** ▲ before several whole sentences in a row, none of which says who took a picture: items of news. */
function isListItem(views: readonly BlockView[], forms: readonly (readonly string[])[], i: number): boolean {
  const sign = views[i]?.text.charAt(0) ?? "";
  const isItem = (j: number) =>
    views[j]?.text.charAt(0) === sign &&
    ["captionOpens", "stops"].every((name) => forms[j]?.includes(name)) &&
    !forms[j]?.includes("creditEnds");
  return /^[▲△▼]/.test(sign) && isItem(i) && (isItem(i - 1) || isItem(i + 1));
}

function seenFrom(side: ReadonlyMap<string, string>, names: readonly string[]): string[] {
  const seen: string[] = [];
  for (const name of names) {
    const there = side.get(name);
    if (there !== undefined) seen.push(there);
  }
  return seen;
}

/** Longest name of what stands beside an article, in UTF-16 units. */
const NOTE = 12;

/** Features of a neighbour that say something about a block. */
const SEEN_FROM_BESIDE = [
  "pageStart",
  "pageEnd",
  "stops",
  "signed",
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
  "dash",
  "notice",
  "farBelow",
  "closeBelow",
];
const BEFORE: ReadonlyMap<string, string> = new Map(SEEN_FROM_BESIDE.map((name) => [name, `before:${name}`]));
const BEHIND: ReadonlyMap<string, string> = new Map(SEEN_FROM_BESIDE.map((name) => [name, `behind:${name}`]));

/** Widest headline of one phrase, in ems. */
const PHRASE = 28;
/** Widest headline that stands alone, in ems. */
const WIDEST = { phrases: PHRASE, sentences: 40 } as const;
/** What is seen of blocks in which no sentence ends, and from which none goes on: labels and bylines. */
const ENDS = ["section", "bylineAlone"];
/** Two nats or more for going on in a later block. */
const BOND = /^flows(?:Next)?:(?:[2-9]|10)$/;

/** Widest caption that stands in the middle of a text, in ems, and narrowest piece of a text that breaks off there. */
const BETWEEN = 90;
const BROKEN = 16;

/** Widest piece of a caption without its end, in ems. */
const HALF_CAPTION = 60;

/** A line as headlines are: short, and without a comma. */
function isPhrase(view: BlockView | undefined): boolean {
  return (
    view !== undefined &&
    emWidth(view.text) <= PHRASE &&
    !hasAny(view.text, PAUSES) &&
    !endsInStopOrNote(view.text)
  );
}

/** A phrase without a stop, between whole paragraphs or at the head of the page; where headlines are sentences, also below a label or a byline. */
function standsAlone(
  i: number,
  views: readonly BlockView[],
  ends: readonly boolean[],
  table: LanguageTable,
): boolean {
  const { headlines, headlineCommas } = table;
  const [before, own, behind] = [views[i - 1], views[i], views[i + 1]];
  if (!own || !behind || emWidth(own.text) > WIDEST[headlines]) return false;
  const areSentences = headlines === "sentences";
  if (!headlineCommas && hasAny(own.text, "，,")) return false;
  const last = lastCharacter(own.text);
  const open =
    (areSentences && "？！?!".includes(last)) || (!endsInStopOrNote(own.text) && !PAUSES.includes(last));
  if (!open || !endsSigned(behind.text, table)) return false;
  return !before || endsSigned(before.text, table) || (areSentences && ends[i - 1] === true);
}
