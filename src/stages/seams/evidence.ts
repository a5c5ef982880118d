/** What is seen of a tail and a head that may be one paragraph. How much each piece of it weighs stands in the weights. */
import type { LanguageTable } from "../../language/index.ts";
import { firstCharacter, isHan, PAUSES, STOPS } from "../../language/punctuation.ts";
import { type Row, WIDEST_COLUMN } from "../../layout/measure.ts";
import type { LanguageModel, SeamReading } from "../../model/ngram.ts";
import { clamp } from "../../model/weights.ts";
import type { Across } from "./across.ts";
import type { Akin } from "./akin.ts";
import { type Beginning, beginning } from "./beginning.ts";
import { seeOrder } from "./disorder.ts";
import type { Ending } from "./ending.ts";
import type { TextBlock } from "./ends.ts";
import { AT, emptyRow, named, type SeamFeatures, type SeamRow } from "./features.ts";
import type { IndentReader } from "./indents.ts";
import type { PageRuns, SharedRuns, Topics } from "./page-text.ts";
import { headOf, isDecimalAcross, isLineEnd, type Pair, readingOf } from "./pairs.ts";
import { isDatelineAcross } from "./repeat.ts";
import { type Rivals, seeRivals } from "./rivals.ts";
import type { StopHabit } from "./stops.ts";
import { type PageWords, seeWords } from "./words.ts";

/** What the evidence is seen against: the habits of the page and of its language. */
export interface SeamContext {
  readonly table: LanguageTable;
  readonly model: LanguageModel | null;
  /** Null without a dual encoder. */
  readonly akin: Akin | null;
  /** Null without a cross-encoder. */
  readonly across: Across | null;
  readonly runs: PageRuns;
  /** Null in scripts that do not part words. */
  readonly words: PageWords | null;
  /** Rare runs of characters that two blocks share. */
  readonly shared: SharedRuns;
  /** What the stretches between headings are about. */
  readonly topics: Topics;
  readonly stopHabit: StopHabit;
  /** Null where the page shows no indents. */
  readonly indents: IndentReader | null;
  /** What the language model says of the pairs near each other, in their order. */
  readonly readings: readonly (SeamReading | null)[];
  /** How well heads fit behind the tails near them. */
  readonly rivals: Rivals;
  /** Nats by which the columns of the page stand out of order more often than on most pages. */
  readonly disorder: number;
}

/** What is seen of a pair, by name. */
export function featuresOf(pair: Pair, context: SeamContext): SeamFeatures {
  const row = emptyRow();
  seePair(row, pair, readingOf(pair, context.model), context);
  return named(row);
}

/**
 * Seen anew each time: kept, they would be all that a large page keeps.
 *
 * @param row an empty one
 */
export function seePair(row: SeamRow, pair: Pair, reading: SeamReading | null, context: SeamContext): void {
  const { tail, head, repeat } = pair;
  const own = headOf(pair, context.model);
  const text = repeat > 0 ? head.text.slice(repeat) : own.text;
  seePlace(row, tail, head);
  const habit = row[AT.next] === 1 ? context.stopHabit.next : context.stopHabit.further;
  seeReading(row, tail, reading, habit);
  seeTail(row, tail.ending, habit);
  if (reading && tail.ending.mark !== "stop") {
    if (context.akin) seeAffinity(row, pair, context.akin);
    if (context.across) seeAcross(row, pair, context.across);
  }
  seeBeginning(row, repeat > 0 ? beginning(text, context.table) : own.beginning);
  seeSeam(row, tail, own.closes, text, context);
  if (context.words) seeWords(row, tail.text, text, context.words);
  seeHeadings(row, tail, head);
  seePrint(row, tail, head, context);
  if (reading && row[AT.next] === 1)
    row[AT.stubNext] = stubLength(text) * clamp(FITTING - reading.first, 0, 4);
  if (isDatelineAcross(tail.text, text, context.table)) row[AT.datelineAcross] = 1;
  if (isDecimalAcross(tail.text, text)) {
    row[AT.decimalAcross] = 1;
    row[AT.tailStops] = 0;
  }
  if (tail.ending.isAbbreviated || context.table.abbreviated(tail.text, text)) {
    row[AT.tailHangs] = 1;
    row[AT.tailStops] = 0;
  }
  row[AT.sharedRuns] = Math.log1p(context.shared.between(tail.index, head.index));
  row[AT.topic] = topicFeature(tail, head, context);
  if (repeat === 1) row[AT.repeatOne] = 1;
  else row[AT.repeatEach] = Math.min(6, repeat);
  if (reading) seeRivals(row, pair, reading, context.rivals);
  if (context.disorder !== 0) seeOrder(row, context.disorder);
}

/** Nats, held to the range in which more of them say more. */
function seeReading(row: SeamRow, tail: TextBlock, reading: SeamReading | null, stopHabit: number): void {
  if (!reading || !tail.asTail) return;
  const { link, first, start } = reading;
  const rest = link - first;
  row[AT.firstFits] = clamp(first, 0, 8);
  row[AT.firstFitsNot] = clamp(first, -5, 0);
  row[AT.restFits] = clamp(rest, 0, 10);
  row[AT.restFitsNot] = clamp(rest, -5, 0);
  row[AT.headStarts] = clamp(start, 0, 10);
  row[AT.headStartsNot] = clamp(start, -6, 0);
  row[AT.tailEndsNot] = stopHabit * clamp(-tail.asTail.end, 0, 12);
}

/** Nats. Where a sentence has ended, what goes with it in matter may as well be the next paragraph. */
function seeAffinity(row: SeamRow, pair: Pair, akin: Akin): void {
  const nats = akin.nats(pair);
  row[AT.akin] = clamp(nats, 0, 10);
  row[AT.akinNot] = clamp(nats, -10, 0);
}

/** Nats: whether the head goes on here, and not further on in the same text, and not in another. */
function seeAcross(row: SeamRow, pair: Pair, across: Across): void {
  const { whole, own } = across.read(pair);
  row[AT.readsWhole] = clamp(whole, 0, 8);
  row[AT.readsTorn] = clamp(whole, -8, 0);
  row[AT.readsOn] = clamp(own, 0, 8);
  row[AT.readsOff] = clamp(own, -8, 0);
}

/** Nats for its first symbol from which on the end of a word is at home behind a tail. */
const FITTING = 2;

/**
 * 势，有效… behind …把做: one character before the first mark is the end of a word, and where the tail has not its
 * beginning, something is missing. 1 for one character, less for two, 0 for more.
 */
function stubLength(head: string): number {
  const [first = "", second = "", third = ""] = head;
  if (!isHan(first)) return 0;
  if ((PAUSES + STOPS).includes(second)) return 1;
  return isHan(second) && (PAUSES + STOPS).includes(third) ? 0.5 : 0;
}

function seeTail(row: SeamRow, { mark, isBrief, isMinute }: Ending, stopHabit: number): void {
  if (mark === "stop") row[AT.tailStops] = 1;
  else if (mark === "opener") row[AT.tailOpens] = 1;
  else if (mark === "pause") row[AT.tailPauses] = stopHabit;
  else row[AT.tailLetter] = stopHabit;
  if (isBrief) row[AT.tailBrief] = 1;
  if (isMinute) row[AT.tailMinute] = 1;
}

/** What stands right before the seam and right behind it. */
function seeSeam(
  row: SeamRow,
  tail: TextBlock,
  closes: string | null,
  text: string,
  { runs }: SeamContext,
): void {
  const { last } = tail.ending;
  const first = firstCharacter(text);
  const han = isHan(last) && isHan(first);
  const open = tail.open.at(-1);
  const pair = han && runs.has(last + first);
  const triple = pair && (runs.has(tail.text.slice(-2) + first) || runs.has(last + text.slice(0, 2)));
  if (closes !== null) row[closes === open ? AT.bracketsFit : AT.bracketsMisfit] = 1;
  if (pair) row[AT.pairOnPage] = 1;
  if (triple) row[AT.tripleOnPage] = 1;
  if (han && !pair) row[AT.pairNowhere] = 1;
}

/** Where headings lie between: whether the head is about what the section of the tail is about, or its own. */
function topicFeature(tail: TextBlock, head: TextBlock, { topics }: SeamContext): number {
  if (tail.headings === head.headings) return 0;
  const there = topics.shared(head.index, tail.headings);
  const here = topics.shared(head.index, head.headings);
  return Math.log1p(there) - Math.log1p(here);
}

function seeBeginning(row: SeamRow, { headCloses, headOpens, headOpensProse }: Beginning): void {
  row[AT.headCloses] = headCloses;
  row[AT.headOpens] = headOpens;
  row[AT.headOpensProse] = headOpensProse;
}

/** What lies between the two, and where their columns begin and end. */
export function seePlace(row: SeamRow, tail: TextBlock, head: TextBlock): void {
  const forwards = head.index > tail.index;
  const texts = forwards
    ? head.texts - tail.texts - (tail.doubtful ? 0 : 1)
    : tail.texts - head.texts + (head.doubtful ? 0 : 1) - 1;
  const headings = forwards
    ? head.headings - tail.headings - (tail.doubtful ? 1 : 0)
    : tail.headings - head.headings - (head.doubtful ? 1 : 0);
  if (forwards && texts === 0 && headings === 0) row[AT.next] = 1;
  if (forwards && texts === 1) row[AT.oneBetween] = 1;
  row[AT.textBetween] = Math.min(5, texts);
  row[AT.headingBetween] = Math.min(2, headings);
  if (!forwards) row[AT.backwards] = 1;
  if (head.preceded === "open" && texts > 0) row[AT.headAfterOpen] = 1;
  if (tail.followed === "heading") row[AT.tailBeforeHeading] = 1;
}

/** Whether the two are text at all. */
function seeHeadings(row: SeamRow, tail: TextBlock, head: TextBlock): void {
  if (tail.doubtful) row[AT.tailDoubtful] = 1;
  row[AT.tailHeading] = tail.certainty;
  if (head.doubtful) row[AT.headDoubtful] = 1;
  row[AT.headHeading] = head.certainty;
  if (head.preceded === "heading") row[AT.headAfterHeading] = 1;
  if (head.preceded === "edge") row[AT.headAfterEdge] = 1;
}

/** How their lines are set. */
function seePrint(row: SeamRow, tail: TextBlock, head: TextBlock, { indents }: SeamContext): void {
  const room = roomIn(tail.lastRow);
  if (room > 2) row[AT.lastLineShort] = 1;
  if (room < 1) row[AT.lastLineFull] = 1;
  if (isLineEnd(tail, head)) row[AT.lineEnds] = 1;
  const isIndented = indents?.(head) ?? null;
  if (isIndented !== null) row[isIndented ? AT.headIndented : AT.headNotIndented] = 1;
}

/** Ems left in a printed line; NaN where the page shows no measure, which no comparison holds for. */
function roomIn({ measure, width }: Row): number {
  return measure > 0 && width <= WIDEST_COLUMN ? measure - width : Number.NaN;
}
