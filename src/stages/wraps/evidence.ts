/** What is seen at a line end: the widths of the lines around, how they end and begin, and what the language model reads. */
import { findCredit, type LanguageTable, scanByline, scanOnce, tableOf } from "../../language/index.ts";
import {
  beginsInside,
  CLOSERS,
  classOf,
  closerOf,
  endsSentence,
  firstCharacter,
  hasMarks,
  isWider,
  lastCharacter,
  narrowed,
  OPENERS,
} from "../../language/punctuation.ts";
import { measureRows, type Row } from "../../layout/measure.ts";
import { type LanguageModel, readHead, readSeam, readTail } from "../../model/ngram.ts";
import { asFeatures, clamp, type Features, type Listed, see } from "../../model/weights.ts";
import type { Page } from "../../page/types.ts";
import type { Tools } from "../types.ts";
import { type EndHabit, endHabit, endKind, type Traits, usesIndents, usesStops } from "./habits.ts";
import { type Around, seeRoom, seeSteps, seeUsual, sharesOf, step } from "./widths.ts";

/** Two lines in a row. */
export interface LineEnd {
  readonly tail: Row;
  readonly head: Row;
  /** The head is a credit and nothing else. */
  readonly isCredit: boolean;
  readonly seen: Listed;
  /** The same as an object, put together when it is asked for. */
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
  const lines = linesOf(rows, table);
  const since = unmarkedRun(lines.marks);
  const until = unmarkedRun(lines.marks.toReversed()).reverse();
  const stretches: LineEnd[][] = [];
  for (let i = 1; i < rows.length; i++) {
    const tail = rows[i - 1] as Row;
    const head = rows[i] as Row;
    if (head.line.blankBefore > 0) continue;
    if (i === 1 || tail.line.blankBefore > 0) stretches.push([]);
    const around = { before: rows[i - 2], tail, head, behind: rows[i + 1], next: rows[i + 2] };
    const seen: Listed = { names: [], values: [] };
    see(seen, "bias", 1);
    seeRoom(seen, around);
    seeSteps(seen, around);
    if (isPair(around)) see(seen, "pair", 1);
    seeText(seen, tail.text, head.text, table, habit);
    if (!stops) seeStopless(seen, tail.text);
    seeMarks(seen, i, lines);
    seeUsual(seen, around, share);
    see(seen, UNMARKED_BEFORE[since[i - 1] as number] as string, 1);
    see(seen, UNMARKED_BEHIND[until[i] as number] as string, 1);
    if (model) seeReading(seen, tail.text, head.text, model, stops);
    see(seen, "headCaption", table.caption.test(head.text));
    see(seen, "headNamesPicture", lines.namesPicture(i));
    see(seen, "headDash", table.subtitle.test(head.text));
    see(seen, "tailColumn", table.column.test(tail.text));
    see(seen, "besideFurniture", lines.isFurniture(i - 1) || lines.isFurniture(i));
    see(seen, "headCredit", lines.isCredit(i));
    see(seen, "tailCredit", lines.isCredit(i - 1));
    see(seen, "tailEndsCaption", lines.endsCaption(i - 1));
    see(seen, "headOpens", lines.opensAnew(i));
    see(seen, "headByline", lines.isByline(i));
    see(seen, "headName", lines.isName(i));
    see(seen, "behindOpens", i + 1 < rows.length && lines.opensAnew(i + 1));
    see(seen, "headIndented", head.line.indent >= tail.line.indent + 1);
    see(seen, "headNotIndented", indents && head.line.indent < 1);
    stretches.at(-1)?.push({
      tail,
      head,
      isCredit: lines.isCredit(i),
      seen,
      get features() {
        return asFeatures(seen);
      },
      traits: traitsOf(around),
    });
  }
  return stretches;
}

/** What is asked of lines, and of a line behind the one before, from the line ends on either side. */
interface Lines {
  readonly marks: readonly boolean[];
  readonly inBrackets: readonly boolean[];
  readonly isFurniture: (i: number) => boolean;
  readonly isCredit: (i: number) => boolean;
  readonly endsCaption: (i: number) => boolean;
  readonly namesPicture: (i: number) => boolean;
  readonly opensAnew: (i: number) => boolean;
  readonly isByline: (i: number) => boolean;
  readonly isName: (i: number) => boolean;
}

function linesOf(rows: readonly Row[], table: LanguageTable): Lines {
  const textAt = (i: number) => (rows[i] as Row).text;
  return {
    marks: rows.map(({ text }) => hasMarks(text)),
    inBrackets: rows.map(({ text }) => isInBrackets(text)),
    isFurniture: asked((i) => table.furniture.test(narrowed(textAt(i)))),
    isCredit: asked((i) => isCredit(textAt(i), table)),
    endsCaption: asked((i) => endsCaption(textAt(i), table)),
    namesPicture: asked((i) => namesPicture(textAt(i), table)),
    opensAnew: asked((i) => opensAnew(textAt(i - 1), textAt(i), table)),
    isByline: asked((i) => isByline(textAt(i), rows[i + 1], table)),
    isName: asked((i) => isName(textAt(i), rows[i - 1], rows[i + 1], table)),
  };
}

/** The same answers, each found out once. */
function asked(answer: (i: number) => boolean): (i: number) => boolean {
  const answers: boolean[] = [];
  return (i) => {
    answers[i] ??= answer(i);
    return answers[i] as boolean;
  };
}

const UNMARKED_BEFORE = [0, 1, 2, 3, 4, 5, 6].map((lines) => `unmarkedBefore:${lines}`);
const UNMARKED_BEHIND = [0, 1, 2, 3, 4, 5, 6].map((lines) => `unmarkedBehind:${lines}`);

/** Two lines with empty lines around them: a headline in two lines, as a rule. */
function isPair({ tail, head, behind }: Around): boolean {
  return tail.line.blankBefore > 0 && head.line.blankBefore === 0 && (!behind || behind.line.blankBefore > 0);
}

/** How the tail ends, and how the head begins, as classes of which a page has habits. */
function traitsOf({ tail, head, behind }: Around): Traits {
  const first = firstCharacter(head.text);
  return {
    end: CLOSERS.includes(lastCharacter(tail.text)) ? "closer" : endKind(tail.text),
    room: tail.measure === 0 ? "none" : String(clamp(Math.round(tail.measureBefore - tail.width), 0, 3)),
    opening: OPENERS.includes(first) ? "bracket" : classOf(first) === "letter" ? "letter" : "other",
    start: step(head, behind),
    indent: String(clamp(Math.round(head.line.indent), 0, 3)),
  };
}

function seeText(seen: Listed, tail: string, head: string, table: LanguageTable, habit: EndHabit): void {
  const last = lastCharacter(tail);
  const first = firstCharacter(head);
  const kind = endKind(tail);
  const kindOfFirst = classOf(first);
  see(seen, "tailStops", kind === "stop");
  see(seen, "tailPauses", kind === "pause");
  see(seen, "tailLetter", kind === "letter");
  see(seen, "tailOpens", OPENERS.includes(last));
  see(seen, "tailCloses", CLOSERS.includes(last));
  see(seen, "tailHyphen", table.spaced && /\p{L}[-¬\u00ad]$/u.test(tail));
  see(seen, "endsHere", habit[kind]);
  see(seen, "headCloses", beginsInside(first));
  see(seen, "headBracket", OPENERS.includes(first));
  see(seen, "headSign", kindOfFirst === "sign");
  see(seen, "headDigit", kindOfFirst === "digit" || "一二三四五六七八九十".includes(first));
  see(seen, "tailUnclosed", isUnclosed(tail));
  see(seen, "headLowerCase", table.spaced && /^\p{Ll}/u.test(head));
  see(seen, "headOpensProse", table.opening.test(head));
  see(seen, "capitalsChange", table.spaced && isCapitals(tail) !== isCapitals(head));
}

/** Where a page has no stops, other endings say something else than they do elsewhere. */
function seeStopless(seen: Listed, tail: string): void {
  const kind = endKind(tail);
  see(seen, "stopless", 1);
  see(seen, "tailPausesStopless", kind === "pause");
  see(seen, "tailLetterStopless", kind === "letter");
}

/** Marks inside the lines around the head, which is line `i`: running text has them, headings hardly ever. */
function seeMarks(seen: Listed, i: number, { marks, inBrackets }: Lines): void {
  see(seen, "beforeMarks", marks[i - 2] ?? false);
  see(seen, "tailMarks", marks[i - 1] as boolean);
  see(seen, "headMarks", marks[i] as boolean);
  see(seen, "behindMarks", marks[i + 1] ?? false);
  see(seen, "nextMarks", marks[i + 2] ?? false);
  see(seen, "tailInBrackets", inBrackets[i - 1] as boolean);
  see(seen, "headInBrackets", inBrackets[i] as boolean);
}

/** For each line how many lines up to it, itself with them, have had no mark inside; six stand for more. */
function unmarkedRun(marks: readonly boolean[]): number[] {
  let run = 0;
  return marks.map((marked) => {
    run = marked ? 0 : Math.min(6, run + 1);
    return run;
  });
}

/** （毛思誠）: a line that is one bracket from end to end, or set between signs. */
function isInBrackets(text: string): boolean {
  return (
    text.length >= 2 && text.length <= 14 && isBracket(firstCharacter(text)) && isBracket(lastCharacter(text))
  );
}

function isBracket(character: string): boolean {
  const kind = classOf(character);
  return kind === "mark" || kind === "sign";
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

function seeReading(seen: Listed, tail: string, head: string, model: LanguageModel, stops: boolean): void {
  const before = readTail(model, tail);
  const { link, start } = readSeam(model, before, readHead(model, head));
  see(seen, "link", clamp(link, 0, 12));
  see(seen, "linkAgainst", clamp(link, -5, 0));
  see(seen, "goesOnRather", clamp(link - Math.max(0, start), -6, 6));
  see(seen, "headStarts", clamp(start, 0, 10));
  see(seen, "headStartsNot", clamp(start, -6, 0));
  see(seen, stops ? "tailEndsNot" : "tailEndsNotStopless", clamp(-before.end, 0, 12));
}

/** 记者 何小川 摄: a line that is a credit and nothing else. */
function isCredit(text: string, table: LanguageTable): boolean {
  return text.length <= 24 && !endsSentence(text) && (findCredit(text, table)?.at ?? 9) <= 1;
}

/** 图为渡船靠岸: begins like a caption by its words; signs stand before items of news too. */
function namesPicture(text: string, table: LanguageTable): boolean {
  return classOf(firstCharacter(text)) === "letter" && table.caption.test(text);
}

/** 参观成果展。记者邹伟锋 摄: the last line of a caption, and its credit behind a stop. */
function endsCaption(text: string, table: LanguageTable): boolean {
  return (findCredit(text, table)?.at ?? 0) > 1;
}

/** 本报记者 何芸 通讯员 张望, 新华社: a line that is a byline and nothing else, or that goes on in the next as one; and no name alone. */
function isByline(text: string, next: Row | undefined, table: LanguageTable): boolean {
  if (table.byline.newsAgencies.includes(text.trimEnd()) || isSignature(text, table)) return true;
  const byline = scanByline(text, table.byline);
  if (byline !== null) return byline.length >= text.length;
  if (table.spaced || !next || next.line.blankBefore > 0 || isWider(text, BYLINE)) return false;
  const both = scanOnce(text + next.text, table.byline);
  return both !== null && both.people.length > 0 && both.length > text.length;
}

/** 何江楠: a name that the lines end with below a wider one; columns of two or three characters are full of such lines. */
function isName(text: string, before: Row | undefined, next: Row | undefined, table: LanguageTable): boolean {
  if (!table.byline.name.test(text) || (next && next.line.blankBefore === 0)) return false;
  return before !== undefined && isWider(before.text, NAME);
}

/** Widest name, in ems, with its space. */
const NAME = 5;
/** 【佐藤次郎】 */
function isSignature(text: string, table: LanguageTable): boolean {
  return text.startsWith("【") && table.byline.line.test(text);
}

/** Widest first line of a byline in two, in ems. */
const BYLINE = 30;

/** A byline or a caption begins with the head; a dateline that the line end cut (11月|1日电) begins in the tail. */
function opensAnew(tail: string, head: string, table: LanguageTable): boolean {
  if (table.caption.test(head)) return true;
  if (scanByline(head, table.byline) === null) return isDatelineCut(head, table);
  return (scanOnce(tail + head, table.byline)?.length ?? 0) <= tail.length;
}

/** （重慶二十日美|聯電）: a dateline in brackets that the line end cut begins here. */
function isDatelineCut(head: string, table: LanguageTable): boolean {
  return !table.spaced && /^[（(【]/.test(head) && scanOnce(`${head}电）`, table.byline) !== null;
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return (
    letters.length >= 4 && letters.filter((letter) => /\p{Lu}/u.test(letter)).length >= 0.8 * letters.length
  );
}
