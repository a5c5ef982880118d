/** What is seen at a line end: the widths of the lines around, how they end and begin, and what the language model reads. */
import { endsInHyphen, type LanguageTable, tableOf } from "../../language/index.ts";
import { lettersOf } from "../../language/letters.ts";
import {
  beginsInside,
  CLOSERS,
  classOf,
  closerOf,
  firstCharacter,
  isNumberAcross,
  lastCharacter,
  OPENERS,
} from "../../language/punctuation.ts";
import { signedItems } from "../../layout/items.ts";
import { measureRows, type Row, WIDEST_COLUMN } from "../../layout/measure.ts";
import { mayBeSubhead, subheadSeries } from "../../layout/series.ts";
import { isRowBehindRow } from "../../layout/table-rows.ts";
import { type LanguageModel, readHead, readSeam, readTail } from "../../model/ngram.ts";
import { asFeatures, clamp, type Features, type Listed, see } from "../../model/weights.ts";
import type { Page } from "../../page/types.ts";
import type { Tools } from "../types.ts";
import { type EndHabit, endHabit, endKind, type Traits, usesIndents, usesStops } from "./habits.ts";
import { type Lines, linesOf } from "./lines.ts";
import { paragraphLines } from "./one-a-line.ts";
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
  const opensLine = paragraphLines(rows);
  const series = subheadSeries(
    rows.map((_, i) => lineOfSeries(rows, i)),
    table,
  );
  const items = table.spaced ? [] : signedItems(rows.map(({ text }) => text));
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
    see(seen, "tailLabel", isLabel(tail, table));
    see(seen, "besideFurniture", lines.isFurniture(i - 1) || lines.isFurniture(i));
    see(seen, "betweenFurniture", lines.isFurniture(i - 1) && lines.isFurniture(i));
    see(seen, "headCredit", lines.isCredit(i));
    see(seen, "tailCredit", lines.isCredit(i - 1));
    see(seen, "tailEndsCaption", lines.endsCaption(i - 1));
    see(seen, "headOpens", lines.opensAnew(i));
    see(seen, "headByline", lines.isByline(i));
    see(seen, "headName", lines.isName(i));
    see(seen, "behindOpens", i + 1 < rows.length && lines.opensAnew(i + 1));
    see(seen, "besideRow", !table.spaced && isBesideRow(around));
    see(seen, "figuresMeet", !table.spaced && figuresMeet(tail, head));
    see(seen, "headOneALine", opensLine[i] as boolean);
    see(seen, "besideFarewell", lines.isFarewell(i));
    see(seen, "besideNote", lines.isNote(i - 1) || lines.isNote(i));
    see(seen, "besideSubhead", (series[i - 1] || series[i]) ?? false);
    see(seen, "headItem", items[i] ?? false);
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

/** The name of a column on a line of its own, above a headline: framed, or with white above it. */
function isLabel({ text, line }: Row, table: LanguageTable): boolean {
  return !table.spaced && (line.blankBefore > 0 || FRAMED.test(text)) && table.section.test(text);
}

const FRAMED = /^[[［【〔|｜]/;

/** Whether a row of a table ends or begins here. */
function isBesideRow({ before, tail, head, behind }: Around): boolean {
  return (
    isRowBehindRow(tail.text, head.text) ||
    (before !== undefined && isRowBehindRow(before.text, tail.text)) ||
    (behind !== undefined && isRowBehindRow(head.text, behind.text))
  );
}

/** A line as subheads are; of one that fills its column the text goes on below, and it is shown as running text. */
function lineOfSeries(rows: readonly Row[], i: number): string {
  const { text, width, measure } = rows[i] as Row;
  const behind = rows[i + 1];
  const isAlone = behind === undefined || behind.line.blankBefore > 0 || behind.width > WIDEST_COLUMN;
  const isShort = measure >= NARROW && width <= measure - SHORT;
  return mayBeSubhead(text) && !isAlone && !isShort ? `${text}，` : text;
}

/** Ems by which a subhead is shorter than its column at least; in narrower columns all lines are as short. */
const SHORT = 3;
const NARROW = 12;

/** Of its column a line fills so much before a figure is cut. */
const FILLED = 0.75;

/** Whether two figures would become another one, and no full line says that the first was cut. */
function figuresMeet({ text, width, measure }: Row, head: Row): boolean {
  return (
    isNumberAcross(text, head.text) && (width > WIDEST_COLUMN || width < FILLED * measure || measure === 0)
  );
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
  const kind = table.abbreviated(tail, head) ? "letter" : endKind(tail);
  const kindOfFirst = classOf(first);
  see(seen, "tailStops", kind === "stop");
  see(seen, "tailPauses", kind === "pause");
  see(seen, "tailLetter", kind === "letter");
  see(seen, "tailOpens", OPENERS.includes(last));
  see(seen, "tailCloses", CLOSERS.includes(last));
  see(seen, "tailHyphen", table.spaced && endsInHyphen(tail));
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

function isCapitals(text: string): boolean {
  const { letters, capitals } = lettersOf(text);
  return letters >= 4 && capitals >= 0.8 * letters;
}
