/** What is seen at a line end: the widths of the lines around, how they end and begin, and what the language model reads. */
import { type LanguageTable, scanByline, tableOf } from "../../language/index.ts";
import {
  beginsInside,
  CLOSERS,
  closerOf,
  emWidth,
  endsSentence,
  firstCharacter,
  isCjkContext,
  lastCharacter,
  OPENERS,
  PAUSES,
  STOPS,
} from "../../language/punctuation.ts";
import { measureRows, type Row, WIDEST_COLUMN } from "../../layout/measure.ts";
import { type LanguageModel, readHead, readSeam, readTail } from "../../model/ngram.ts";
import { clamp, type Features } from "../../model/weights.ts";
import type { Page } from "../../page/types.ts";
import type { Tools } from "../types.ts";
import { type EndHabit, endHabit, endKind, type Traits, usesIndents, usesStops } from "./habits.ts";

/** Two lines in a row. */
export interface LineEnd {
  readonly tail: Row;
  readonly head: Row;
  readonly features: Features;
  /** What habits are learnt of: see `learnHabits`. */
  readonly traits: Traits;
}

/** The line ends of a page in stretches, which empty lines part; the training looks at the same. */
export function lineEnds(page: Page, { model }: Pick<Tools, "model">): LineEnd[][] {
  if (page.lines.every(({ blankBefore }, i) => i === 0 || blankBefore > 0)) return [];
  const rows = measureRows(page);
  const table = tableOf(page.source.lang);
  const indents = usesIndents(rows);
  const habit = endHabit(rows);
  const share = sharesOf(rows);
  const stops = usesStops(rows);
  const since = unmarkedRun(rows);
  const until = unmarkedRun(rows.toReversed()).reverse();
  const stretches: LineEnd[][] = [];
  for (let i = 1; i < rows.length; i++) {
    const tail = rows[i - 1] as Row;
    const head = rows[i] as Row;
    if (head.line.blankBefore > 0) continue;
    if (i === 1 || tail.line.blankBefore > 0) stretches.push([]);
    const around = { before: rows[i - 2], tail, head, behind: rows[i + 1], next: rows[i + 2] };
    const features: Features = {
      bias: 1,
      ...roomFeatures(around),
      ...stepFeatures(around),
      ...textFeatures(tail.text, head.text, table, habit),
      ...(stops ? {} : stoplessFeatures(tail.text)),
      ...markFeatures(around),
      ...usualFeatures(around, share),
      [`unmarkedBefore:${since[i - 1]}`]: 1,
      [`unmarkedBehind:${until[i]}`]: 1,
      ...modelFeatures(tail.text, head.text, model, stops),
      headOpens: opensAnew(tail.text, head.text, table) ? 1 : 0,
      behindOpens: around.behind && opensAnew(head.text, around.behind.text, table) ? 1 : 0,
      headIndented: head.line.indent >= tail.line.indent + 1 ? 1 : 0,
      headNotIndented: indents && head.line.indent < 1 ? 1 : 0,
    };
    stretches.at(-1)?.push({ tail, head, features, traits: traitsOf(around) });
  }
  return stretches;
}

/** A tail and a head, the line before them and two behind them. */
interface Around {
  readonly before: Row | undefined;
  readonly tail: Row;
  readonly head: Row;
  readonly behind: Row | undefined;
  readonly next: Row | undefined;
}

/** How the tail ends, and how the head begins, as classes of which a page has habits. */
function traitsOf({ tail, head, behind }: Around): Traits {
  const first = firstCharacter(head.text);
  return {
    end: CLOSERS.includes(lastCharacter(tail.text)) ? "closer" : endKind(tail.text),
    room: tail.measure === 0 ? "none" : String(clamp(Math.round(tail.measureBefore - tail.width), 0, 3)),
    opening: OPENERS.includes(first) ? "bracket" : /\p{L}/u.test(first) ? "letter" : "other",
    start: step(head, behind),
    indent: String(clamp(Math.round(head.line.indent), 0, 3)),
  };
}

/**
 * How much room the tail leaves: none where the first character, or word, of the head would not have fitted. Asked of
 * the column as a whole, and of the lines before and behind, for a page may change its measure here.
 */
function roomFeatures({ before, tail, head, behind }: Around): Features {
  if (tail.width > WIDEST_COLUMN) return { paragraphLine: 1 };
  if (tail.measure === 0) return { noMeasure: 1 };
  const first = widthOfFirst(head.text);
  const room = tail.measure - tail.width - first;
  const roomBefore = tail.measureBefore - tail.width - first;
  const roomAfter = tail.measureAfter - tail.width - first;
  const full = room < 0 && roomBefore < 0 && roomAfter < 0;
  return {
    full: room < 0 ? 1 : 0,
    almostFull: room >= 0 && room < 1 ? 1 : 0,
    shortBy: room >= 1 ? Math.min(12, room) : 0,
    shortBefore: roomBefore >= 1 ? 1 : 0,
    shortByBefore: roomBefore >= 1 ? Math.min(12, roomBefore) : 0,
    shortAfter: roomAfter >= 1 ? 1 : 0,
    shortByAfter: roomAfter >= 1 ? Math.min(12, roomAfter) : 0,
    stopsFull: full && endsSentence(tail.text) ? 1 : 0,
    narrowerThanHead: clamp(head.width - tail.width, 0, 8),
    widerThanHead: clamp(tail.width - head.width, 0, 8),
    likeHead: Math.abs(head.width - tail.width) <= 1 ? 1 : 0,
    likeBefore: before && Math.abs(before.width - tail.width) <= 1 ? 1 : 0,
    headLikeBehind: behind && Math.abs(behind.width - head.width) <= 1 ? 1 : 0,
    headShort: behind ? clamp(behind.width - head.width, 0, 8) : 0,
  };
}

/**
 * How the widths of four lines follow each other, two steps at a time: lines of a paragraph are of one width, but for
 * the last, and for the first, which is an em or two narrower where the reader left its indent out.
 */
function stepFeatures({ before, tail, head, behind, next }: Around): Features {
  const own = step(tail, head);
  return {
    [`step:${own}`]: 1,
    [`steps:${step(before, tail)} ${own}`]: 1,
    [`stepsOn:${own} ${step(head, behind)}`]: 1,
    [`stepsBehind:${step(head, behind)} ${step(behind, next)}`]: 1,
  };
}

/** From one line to the next: `same`, or by how much wider or narrower, in ems. */
function step(from: Row | undefined, to: Row | undefined): string {
  if (!from || !to) return "edge";
  const wider = to.width - from.width;
  const size = Math.abs(wider);
  if (size < 0.75) return "same";
  const sign = wider > 0 ? "+" : "-";
  return sign + (size < 1.5 ? "1" : size < 2.5 ? "2" : size < 4.5 ? "3" : "5");
}

function textFeatures(tail: string, head: string, table: LanguageTable, habit: EndHabit): Features {
  const last = lastCharacter(tail);
  const first = firstCharacter(head);
  const kind = endKind(tail);
  return {
    tailStops: kind === "stop" ? 1 : 0,
    tailPauses: kind === "pause" ? 1 : 0,
    tailLetter: kind === "letter" ? 1 : 0,
    tailOpens: OPENERS.includes(last) ? 1 : 0,
    tailCloses: CLOSERS.includes(last) ? 1 : 0,
    tailHyphen: table.spaced && /\p{L}[-¬\u00ad]$/u.test(tail) ? 1 : 0,
    endsHere: habit[kind],
    headCloses: beginsInside(first) ? 1 : 0,
    headBracket: OPENERS.includes(first) ? 1 : 0,
    headSign: /[^\p{L}\p{N}\p{P}\s]/u.test(first) ? 1 : 0,
    headDigit: /[\p{N}一二三四五六七八九十]/u.test(first) ? 1 : 0,
    tailUnclosed: isUnclosed(tail) ? 1 : 0,
    headLowerCase: table.spaced && /^\p{Ll}/u.test(head) ? 1 : 0,
    headOpensProse: table.opening.test(head) ? 1 : 0,
    capitalsChange: table.spaced && isCapitals(tail) !== isCapitals(head) ? 1 : 0,
  };
}

/** Where a page has no stops, other endings say something else than they do elsewhere. */
function stoplessFeatures(tail: string): Features {
  const kind = endKind(tail);
  return {
    stopless: 1,
    tailPausesStopless: kind === "pause" ? 1 : 0,
    tailLetterStopless: kind === "letter" ? 1 : 0,
  };
}

/** Marks inside the lines around: running text has them, headings hardly ever. */
function markFeatures({ before, tail, head, behind, next }: Around): Features {
  return {
    beforeMarks: before && hasMarks(before.text) ? 1 : 0,
    tailMarks: hasMarks(tail.text) ? 1 : 0,
    headMarks: hasMarks(head.text) ? 1 : 0,
    behindMarks: behind && hasMarks(behind.text) ? 1 : 0,
    nextMarks: next && hasMarks(next.text) ? 1 : 0,
    tailInBrackets: isInBrackets(tail.text) ? 1 : 0,
    headInBrackets: isInBrackets(head.text) ? 1 : 0,
  };
}

/** For each line how many lines up to it, itself with them, have had no mark inside; six stand for more. */
function unmarkedRun(rows: readonly Row[]): number[] {
  let run = 0;
  return rows.map(({ text }) => {
    run = hasMarks(text) ? 0 : Math.min(6, run + 1);
    return run;
  });
}

/** （毛思誠）: a line that is one bracket from end to end, or set between signs. */
function isInBrackets(text: string): boolean {
  return /^[^\p{L}\p{N}\s].*[^\p{L}\p{N}\s]$/u.test(text) && text.length <= 14;
}

/**
 * How usual the widths of the two lines are on this page: text is set in columns of a few widths, and the lines of
 * headings have any. A line one or two ems under a usual width may be the first of a paragraph, without its indent.
 */
function usualFeatures({ tail, head, behind }: Around, share: (width: number) => number): Features {
  return {
    [`tailUsual:${shareClass(share(tail.width))}`]: 1,
    [`headUsual:${shareClass(share(head.width))}`]: 1,
    headUnderUsual: share(head.width + 1) >= 0.05 && behind && step(head, behind) === "+1" ? 1 : 0,
    [`tailSize:${sizeOf(tail.width)}`]: 1,
    [`headSize:${sizeOf(head.width)}`]: 1,
  };
}

/** Labels have a character or two, and headlines of narrow columns a handful; longer lines are told by their column. */
function sizeOf(width: number): string {
  return width <= 6 ? String(Math.ceil(width)) : "more";
}

function shareClass(share: number): string {
  return share < 0.01 ? "1" : share < 0.03 ? "3" : share < 0.08 ? "8" : share < 0.2 ? "20" : "more";
}

/** Share of the lines of a page that have about a width. */
function sharesOf(rows: readonly Row[]): (width: number) => number {
  const counts = new Map<number, number>();
  for (const { width } of rows) counts.set(Math.round(width), (counts.get(Math.round(width)) ?? 0) + 1);
  return (width) => (counts.get(Math.round(width)) ?? 0) / rows.length;
}

function hasMarks(text: string): boolean {
  for (const character of text) if (STOPS.includes(character) || PAUSES.includes(character)) return true;
  return false;
}

/** Whether a bracket or quote that opens in a line closes only behind it. */
function isUnclosed(text: string): boolean {
  for (let i = text.length - 1; i >= 0; i--) {
    const character = text[i] as string;
    if (CLOSERS.includes(character)) return false;
    if (closerOf(character)) return true;
  }
  return false;
}

function modelFeatures(tail: string, head: string, model: LanguageModel | null, stops: boolean): Features {
  if (!model) return {};
  const before = readTail(model, tail);
  const { link, start } = readSeam(model, before, readHead(model, head));
  return {
    link: clamp(link, 0, 12),
    linkAgainst: clamp(link, -5, 0),
    goesOnRather: clamp(link - Math.max(0, start), -6, 6),
    headStarts: clamp(start, 0, 10),
    headStartsNot: clamp(start, -6, 0),
    [stops ? "tailEndsNot" : "tailEndsNotStopless"]: clamp(-before.end, 0, 12),
  };
}

/** A byline or a caption begins with the head; a dateline that the line end cut (11月|1日电) begins in the tail. */
function opensAnew(tail: string, head: string, table: LanguageTable): boolean {
  if (table.caption.test(head)) return true;
  if (scanByline(head, table.byline) === null) return isDatelineCut(head, table);
  return (scanByline(tail + head, table.byline)?.length ?? 0) <= tail.length;
}

/** （重慶二十日美|聯電）: a dateline in brackets that the line end cut begins here. */
function isDatelineCut(head: string, table: LanguageTable): boolean {
  return !table.spaced && /^[（(【]/.test(head) && scanByline(`${head}电）`, table.byline) !== null;
}

/** Width of what would have had to fit on the line before: a CJK character, or a word and the space before it. */
function widthOfFirst(text: string): number {
  const first = firstCharacter(text);
  if (isCjkContext(first)) return 1;
  const word = /^[^\s\u2e80-\u9fff]+/.exec(text)?.[0] ?? first;
  return 0.5 + emWidth(word);
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return (
    letters.length >= 4 && letters.filter((letter) => /\p{Lu}/u.test(letter)).length >= 0.8 * letters.length
  );
}
