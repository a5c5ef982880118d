/** The form of a block by itself: how long it is, what marks it has, which grammars it keeps. */
import {
  endsSigned,
  type FoundCredit,
  findCredit,
  findSignature,
  isBylineAlone,
  isStrip,
  type LanguageTable,
  scanAcross,
  scanByline,
} from "../../language/index.ts";
import {
  classOf,
  emWidth,
  endsInStopOrNote,
  endsSentence,
  firstCharacter,
  isCjk,
  isWider,
  lastCharacter,
  narrowed,
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
/** What is longer, in UTF-16 units, is wider than all of them, and need not be measured. */
const LONGEST = 2 * 90;
/** Widest line that says where an article goes on and nothing else, in ems: （紧接第12版·要闻）. */
const JUMP = 12;
/** Ems of a piece of a word: labels are as short only where they are known ones. */
const SPECK = 2;
/** Widest label in brackets, in ems: 【体育观察】, 【Sports Watch】. */
const LABEL = 11;
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
  const width = text.length > LONGEST ? Number.POSITIVE_INFINITY : emWidth(text);
  const credit = findCredit(text, table);
  const creditAlone = credit !== null && isAlone(credit, text);
  const line = narrowed(text);
  const told = (table.furnitureLine ?? table.furniture).test(line) && !isWider(line, 60);
  const section = table.section.test(text);
  const notice = table.notice.test(text);
  const byline = scanByline(text, table.byline);
  const bylineAlone = isBylineAlone(text, table.byline);
  // Word by word only what is not told as a whole, or might be a byline: its words cost much to compile.
  const strip = (!told || bylineAlone) && table.strip !== null && isStrip(line, table.strip);
  const furniture = told || strip;
  const names = ["bias", LENGTHS.find(([most]) => width <= most)?.[1] ?? "veryLong"];
  const see = (name: string, isSeen: boolean) => {
    if (isSeen) names.push(name);
  };
  const letters = hasLetters(text);
  const cjk = hasCjk(text);
  seeSigns(see, text, table, cjk, byline !== null);
  const signed = endsSigned(text, table);
  see("stops", signed);
  see("pauses", PAUSES.includes(lastCharacter(text)));
  see("printedLines", view.lines.length > 2);
  see("twoLines", view.lines.length === 2);
  see("captionOpens", byline === null && table.caption.test(text));
  see("creditEnds", credit !== null && !creditAlone);
  see("creditAlone", creditAlone);
  see("noCredit", !creditAlone);
  see("pictureAlone", creditAlone && bylineAlone);
  const byNote = signed && credit === null && !endsSentence(text);
  see("signed", byNote || table.closing.test(text) || findSignature(text, table) !== null);
  see("bylineAlone", !creditAlone && bylineAlone);
  see("bylineOpens", !creditAlone && byline !== null);
  const name = table.byline.name.test(text);
  see("nameAlone", name);
  see("noByline", byline === null && !bylineAlone && !name);
  see("furniture", furniture);
  see("strip", strip);
  see("noFurniture", !furniture && letters && (table.spaced || cjk));
  see("notice", notice);
  see("noNotice", !notice);
  see("section", section);
  see("speck", width <= SPECK && cjk && !section);
  see("column", table.column.test(text));
  see("jumps", width <= JUMP && (table.continuedTo.test(text) || table.continuedFrom.test(text)));
  see("continues", width > 30 && table.continuedFrom.test(text));
  // 乡村振兴进行时 is no 时 of «when».
  see("kickerEnd", !section && table.kickerEnd.test(text));
  see("dash", table.subtitle.test(text));
  see("atTop", i < TOP);
  see("noLetters", !cjk && !letters);
  see("noBlankBefore", view.blankBefore === 0);
  see("noBlankBehind", view.blankAfter === 0);
  const graded = spacing === "graded";
  see("farBelow", graded && view.blankBefore === 2);
  see("closeBelow", graded && view.blankBefore === 1);
  see("closeBelowStop", graded && view.blankBefore === 1 && endsInStopOrNote(views[i - 1]?.text ?? ""));
  see("indented", (view.lines[0]?.indent ?? 0) >= 1);
  // Below a headline it may be its deck: （在文艺座谈会上的讲话）.
  see("inParentheses", isInParentheses(text) && endsInStopOrNote(views[i - 1]?.text ?? ""));
  return names;
}

function isInParentheses(text: string): boolean {
  return text !== "" && "（(".includes(text.charAt(0)) && "）)".includes(lastCharacter(text));
}

type See = (name: string, isSeen: boolean) => void;

/**
 * Signs inside the text and at its ends.
 *
 * @param byline whether it opens with one
 */
function seeSigns(see: See, text: string, table: LanguageTable, cjk: boolean, byline: boolean): void {
  const first = firstCharacter(text);
  const open = Math.min(lengthWithoutClose(text), text.length - 1);
  const signs = signsIn(text, 0, open);
  const inside = signs | signsIn(text, open, text.length - 1);
  const all = inside | signsIn(text, text.length - 1, text.length);
  see("asks", "？！?!…".includes(lastCharacter(text)));
  see("fullStop", "。．".includes(lastCharacter(text)));
  see("stopInside", (signs & STOP) !== 0);
  see("commaInside", (inside & COMMA) !== 0);
  see("listInside", table.headlines === "phrases" && (inside & LIST) !== 0);
  see("parts", text.includes(" ") && /[\u3400-\u9fff”」』》] +[\u3400-\u9fff“「『《]/.test(text));
  see("quotes", (all & QUOTE) !== 0);
  see("colon", (all & COLON) !== 0);
  see("digits", (all & DIGIT) !== 0);
  see("headCloses", first !== "" && "，,。、；：！？”’」』）)》〉】]".includes(first));
  see("opensProse", table.opening.test(text));
  see("datelineCut", !byline && isDatelineCut(text, table));
  const isLabel = text.length > 3 && !isWider(text, LABEL) && /[\]］】〕|｜]$/.test(text);
  see("bracketed", isLabel && "[［【〔|｜".includes(first));
  see("onlyLatin", !cjk && /\p{L}/u.test(text));
}

const [STOP, COMMA, LIST, QUOTE, COLON, DIGIT] = [1, 2, 4, 8, 16, 32] as const;
/** By UTF-16 unit. */
const SIGNS = new Uint8Array(1 << 16);
for (const [marks, sign] of [
  ["。；;", STOP],
  ["，,", COMMA],
  ["、", LIST],
  ["“「『", QUOTE],
  ["：:", COLON],
  ["0123456789０１２３４５６７８９", DIGIT],
] as const)
  for (const mark of marks) SIGNS[mark.charCodeAt(0)] = sign;

/** The signs that stand in a stretch of a text, as the sum of their numbers. */
function signsIn(text: string, from: number, to: number): number {
  let signs = 0;
  for (let i = from; i < to; i++) signs |= SIGNS[text.charCodeAt(i)] as number;
  return signs;
}

/** Up to the stops and closing brackets at its end. */
function lengthWithoutClose(text: string): number {
  let end = text.length;
  while (end > 0 && "。；;”」』）)".includes(text[end - 1] as string)) end--;
  return end;
}

function hasLetters(text: string): boolean {
  for (const character of text) {
    const kind = classOf(character);
    if (kind === "letter" || kind === "digit") return true;
  }
  return false;
}

function hasCjk(text: string): boolean {
  for (const character of text) if (isCjk(character)) return true;
  return false;
}

/** 据新华社北京11月1日: no dateline, but with 电 behind it, it would be one and nothing else. */
function isDatelineCut(text: string, table: LanguageTable): boolean {
  if (!text.includes("日")) return false;
  const byline = scanAcross(text, "电", table.byline);
  return byline?.date != null && byline.length === text.length + 1;
}

function isAlone(credit: FoundCredit, text: string): boolean {
  return credit.at <= 1 && !/[。！？]/.test(text.slice(0, -1));
}
