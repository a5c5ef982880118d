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
  lastCharacter,
  OPENERS,
} from "../../language/punctuation.ts";
import { measureRows, type Row } from "../../layout/measure.ts";
import { type LanguageModel, readHead, readSeam, readTail } from "../../model/ngram.ts";
import { clamp, type Features } from "../../model/weights.ts";
import type { Page } from "../../page/types.ts";
import type { Tools } from "../types.ts";
import { type EndHabit, endHabit, endKind, type Traits, usesIndents, usesStops } from "./habits.ts";
import { type Around, roomFeatures, sharesOf, step, stepFeatures, usualFeatures } from "./widths.ts";

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
  const credits = rows.map(({ text }) => isCredit(text, table));
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
      ...(isPair(around) ? { pair: 1 } : {}),
      ...textFeatures(tail.text, head.text, table, habit),
      ...(stops ? {} : stoplessFeatures(tail.text)),
      ...markFeatures(around),
      ...usualFeatures(around, share),
      [`unmarkedBefore:${since[i - 1]}`]: 1,
      [`unmarkedBehind:${until[i]}`]: 1,
      ...modelFeatures(tail.text, head.text, model, stops),
      headCaption: table.caption.test(head.text) ? 1 : 0,
      besideFurniture: table.furniture.test(tail.text) || table.furniture.test(head.text) ? 1 : 0,
      headCredit: credits[i] ? 1 : 0,
      tailCredit: credits[i - 1] ? 1 : 0,
      headOpens: opensAnew(tail.text, head.text, table) ? 1 : 0,
      behindOpens: around.behind && opensAnew(head.text, around.behind.text, table) ? 1 : 0,
      headIndented: head.line.indent >= tail.line.indent + 1 ? 1 : 0,
      headNotIndented: indents && head.line.indent < 1 ? 1 : 0,
    };
    stretches.at(-1)?.push({ tail, head, features, traits: traitsOf(around) });
  }
  return stretches;
}

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

function textFeatures(tail: string, head: string, table: LanguageTable, habit: EndHabit): Features {
  const last = lastCharacter(tail);
  const first = firstCharacter(head);
  const kind = endKind(tail);
  const kindOfFirst = classOf(first);
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
    headSign: kindOfFirst === "sign" ? 1 : 0,
    headDigit: kindOfFirst === "digit" || "一二三四五六七八九十".includes(first) ? 1 : 0,
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

/** 记者 何小川 摄: a line that is a credit and nothing else. */
function isCredit(text: string, table: LanguageTable): boolean {
  return text.length <= 24 && !endsSentence(text) && (findCredit(text, table)?.at ?? 9) <= 1;
}

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
