/** The form of a block by itself: how long it is, what marks it has, which grammars it keeps. */
import {
  type FoundCredit,
  findCredit,
  isBylineAlone,
  type LanguageTable,
  scanByline,
} from "../../language/index.ts";
import {
  classOf,
  emWidth,
  endsSentence,
  firstCharacter,
  hasAny,
  isCjk,
  lastCharacter,
  PAUSES,
} from "../../language/punctuation.ts";
import type { BlockView } from "../../page/view.ts";

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
/** Widest line that says where an article goes on and nothing else, in ems: （紧接第12版·要闻）. */
const JUMP = 12;
/** Blocks at the head of a page that may be masthead and date. */
const TOP = 4;

/** Whether empty lines say where articles begin: two there, one elsewhere, as in text that was typed or cleaned before. */
export type Spacing = "graded" | "any";

export function spacingOf([, ...below]: readonly BlockView[]): Spacing {
  const empty = new Set(below.map(({ blankBefore }) => blankBefore));
  return empty.size === 2 && empty.has(1) && empty.has(2) ? "graded" : "any";
}

/** @param i the place of the block among all of the page */
export function formFeatures(
  view: BlockView,
  i: number,
  views: readonly BlockView[],
  table: LanguageTable,
  spacing: Spacing,
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
      noFurniture: !furniture && hasLetters(text) && (table.spaced || hasCjk(text)),
      notice,
      noNotice: !notice,
      section,
      jumps: width <= JUMP && (table.continuedTo.test(text) || table.continuedFrom.test(text)),
      continues: width > 30 && table.continuedFrom.test(text),
      // 乡村振兴进行时 is no 时 of «when».
      kickerEnd: !section && table.kickerEnd.test(text),
      dash: table.subtitle.test(text),
      atTop: i < TOP,
      noLetters: !hasCjk(text) && !hasLetters(text),
      noBlankBefore: view.blankBefore === 0,
      noBlankBehind: view.blankAfter === 0,
      farBelow: spacing === "graded" && view.blankBefore === 2,
      closeBelow: spacing === "graded" && view.blankBefore === 1,
      closeBelowStop:
        spacing === "graded" && view.blankBefore === 1 && endsSentence(views[i - 1]?.text ?? ""),
      indented: (view.lines[0]?.indent ?? 0) >= 1,
    }),
  ];
}

function cjkFeatures(text: string, table: LanguageTable): string[] {
  const first = firstCharacter(text);
  return named({
    asks: "？！?!…".includes(lastCharacter(text)),
    stopInside: hasAny(withoutClose(text), "。；;"),
    commaInside: hasAny(text.slice(0, -1), "，,"),
    listInside: hasAny(text.slice(0, -1), "、"),
    parts: text.includes(" ") && /[\u3400-\u9fff”」』》] +[\u3400-\u9fff“「『《]/.test(text),
    quotes: hasAny(text, "“「『"),
    colon: hasAny(text, "：:"),
    digits: hasAny(text, "0123456789０１２３４５６７８９"),
    headCloses: first !== "" && "，,。、；：！？”’」』）)》〉】]".includes(first),
    opensProse: table.opening.test(text),
    datelineCut: isDatelineCut(text, table),
    bracketed: "[［【〔|｜".includes(first) && /^.{3,10}[\]］】〕|｜]$/.test(text),
    onlyLatin: !hasCjk(text) && /\p{L}/u.test(text),
  });
}

/** Without the stops and closing brackets at its end. */
function withoutClose(text: string): string {
  let end = text.length;
  while (end > 0 && "。；;”」』）)".includes(text[end - 1] as string)) end--;
  return text.slice(0, end);
}

function hasLetters(text: string): boolean {
  return [...text].some((character) => ["letter", "digit"].includes(classOf(character)));
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

function isAlone(credit: FoundCredit, text: string): boolean {
  return credit.at <= 1 && !/[。！？]/.test(text.slice(0, -1));
}

function named(features: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(features).filter((name) => features[name]);
}
