/** What is seen of a tail and a head that may be one paragraph. How much each piece of it weighs stands in the weights. */
import type { LanguageTable } from "../../language/index.ts";
import {
  endsSentence,
  firstCharacter,
  hasAny,
  isHan,
  isWider,
  lastCharacter,
  OPENERS,
  PAUSES,
  STOPS,
} from "../../language/punctuation.ts";
import { type Row, WIDEST_COLUMN } from "../../layout/measure.ts";
import { affinityOf, type DualEncoder } from "../../model/dual-encoder.ts";
import type { LanguageModel, SeamReading } from "../../model/ngram.ts";
import { clamp } from "../../model/weights.ts";
import { beginning } from "./beginning.ts";
import { orderFeatures, type Place } from "./disorder.ts";
import type { TextBlock } from "./ends.ts";
import { type SeamFeatures, UNSEEN } from "./features.ts";
import type { PageRuns, SharedRuns, Topics } from "./page-text.ts";
import { isDecimalAcross, type Pair, readingOf } from "./pairs.ts";
import { isDatelineAcross } from "./repeat.ts";
import { type Rivals, seeRivals } from "./rivals.ts";
import { type PageWords, seeWords } from "./words.ts";

/** What the evidence is seen against: the habits of the page and of its language. */
export interface SeamContext {
  readonly table: LanguageTable;
  readonly model: LanguageModel | null;
  readonly encoder: DualEncoder | null;
  readonly runs: PageRuns;
  /** Null in scripts that do not part words. */
  readonly words: PageWords | null;
  /** Rare runs of characters that two blocks share. */
  readonly shared: SharedRuns;
  /** What the stretches between headings are about. */
  readonly topics: Topics;
  /** Share of the paragraphs that end with a stop, from 0 to 1: how much an open end says on this page. */
  readonly stopHabit: number;
  /** The page sets its paragraphs off by an indent. */
  readonly indents: boolean;
  /** How well heads fit behind the tails near them. */
  readonly rivals: Rivals;
  /** Nats by which the columns of the page stand out of order more often than on most pages. */
  readonly disorder: number;
}

/** Seen anew each time: kept, they would be all that a large page keeps. */
export function featuresOf(pair: Pair, context: SeamContext): SeamFeatures {
  const { tail, head, repeat } = pair;
  const reading = readingOf(pair, context.model);
  const text = head.text.slice(repeat);
  const features = { ...UNSEEN };
  seeReading(features, tail, reading, context);
  seeTail(features, tail, context);
  if (reading && !features.tailStops) seeAffinity(features, tail.text, text, context);
  Object.assign(features, repeat > 0 ? beginning(text, context.table) : head.beginning);
  seeSeam(features, tail, head, text, context);
  if (context.words) seeWords(features, tail.text, text, context.words);
  seePlace(features, tail, head, context);
  if (reading && features.next) features.stubNext = stubLength(text) * clamp(FITTING - reading.first, 0, 4);
  if (isDatelineAcross(tail.text, text, context.table)) features.datelineAcross = 1;
  if (isDecimalAcross(tail.text, text)) {
    features.decimalAcross = 1;
    features.tailStops = 0;
  }
  features.sharedRuns = Math.log1p(context.shared.between(tail.index, head.index));
  features.topic = topicFeature(tail, head, context);
  if (repeat === 1) features.repeatOne = 1;
  else features.repeatEach = Math.min(6, repeat);
  if (reading) seeRivals(features, pair, reading, context.rivals);
  if (context.disorder !== 0) Object.assign(features, orderFeatures(features, context.disorder));
  return features;
}

/** Nats, held to the range in which more of them say more. */
function seeReading(
  features: SeamFeatures,
  tail: TextBlock,
  reading: SeamReading | null,
  { stopHabit }: SeamContext,
): void {
  if (!reading || !tail.asTail) return;
  const { link, first, start } = reading;
  const rest = link - first;
  features.firstFits = clamp(first, 0, 8);
  features.firstFitsNot = clamp(first, -5, 0);
  features.restFits = clamp(rest, 0, 10);
  features.restFitsNot = clamp(rest, -5, 0);
  features.headStarts = clamp(start, 0, 10);
  features.headStartsNot = clamp(start, -6, 0);
  features.tailEndsNot = stopHabit * clamp(-tail.asTail.end, 0, 12);
}

/** Nats. Where a sentence has ended, what goes with it in matter may as well be the next paragraph. */
function seeAffinity(
  features: SeamFeatures,
  tail: string,
  head: string,
  { model, encoder }: SeamContext,
): void {
  if (!model || !encoder) return;
  const nats = affinityOf(encoder, model.alphabet, tail, head);
  features.akin = clamp(nats, 0, 10);
  features.akinNot = clamp(nats, -10, 0);
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

function seeTail(features: SeamFeatures, { text }: TextBlock, { stopHabit }: SeamContext): void {
  const last = lastCharacter(text);
  if (endsSentence(text)) features.tailStops = 1;
  else if (OPENERS.includes(last)) features.tailOpens = 1;
  else if (PAUSES.includes(last)) features.tailPauses = stopHabit;
  else features.tailLetter = stopHabit;
}

/** What stands right before the seam and right behind it. */
function seeSeam(
  features: SeamFeatures,
  tail: TextBlock,
  head: TextBlock,
  text: string,
  { runs }: SeamContext,
): void {
  const last = lastCharacter(tail.text);
  const first = firstCharacter(text);
  const han = isHan(last) && isHan(first);
  const open = tail.open.at(-1);
  const pair = han && runs.has(last + first);
  const triple = pair && (runs.has(tail.text.slice(-2) + first) || runs.has(last + text.slice(0, 2)));
  if (head.closes !== null) features[head.closes === open ? "bracketsFit" : "bracketsMisfit"] = 1;
  if (pair) features.pairOnPage = 1;
  if (triple) features.tripleOnPage = 1;
  if (han && !pair) features.pairNowhere = 1;
}

/** Where headings lie between: whether the head is about what the section of the tail is about, or its own. */
function topicFeature(tail: TextBlock, head: TextBlock, { topics }: SeamContext): number {
  if (tail.headings === head.headings) return 0;
  const there = topics.shared(head.index, tail.headings);
  const here = topics.shared(head.index, head.headings);
  return Math.log1p(there) - Math.log1p(here);
}

/** What lies between the two, and where their columns begin and end. */
export function placeOf({ tail, head }: Pick<Pair, "tail" | "head">): Place {
  const forwards = head.index > tail.index;
  const texts = forwards
    ? head.texts - tail.texts - (tail.doubtful ? 0 : 1)
    : tail.texts - head.texts + (head.doubtful ? 0 : 1) - 1;
  const headings = forwards
    ? head.headings - tail.headings - (tail.doubtful ? 1 : 0)
    : tail.headings - head.headings - (head.doubtful ? 1 : 0);
  return {
    next: forwards && texts === 0 && headings === 0 ? 1 : 0,
    oneBetween: forwards && texts === 1 ? 1 : 0,
    textBetween: Math.min(5, texts),
    headingBetween: Math.min(2, headings),
    backwards: forwards ? 0 : 1,
    headAfterOpen: head.preceded === "open" && texts > 0 ? 1 : 0,
    tailBeforeHeading: tail.followed === "heading" ? 1 : 0,
  };
}

function seePlace(features: SeamFeatures, tail: TextBlock, head: TextBlock, { indents }: SeamContext): void {
  const room = roomIn(tail.lastRow);
  Object.assign(features, placeOf({ tail, head }));
  // Headings, specks and signatures seldom have a comma; pieces of sentences often have.
  if (!isWider(tail.text, BRIEF) && !hasAny(tail.text, PAUSES)) features.tailBrief = 1;
  if (!isWider(tail.text, MINUTE)) features.tailMinute = 1;
  if (tail.doubtful) features.tailDoubtful = 1;
  features.tailHeading = tail.certainty;
  if (head.doubtful) features.headDoubtful = 1;
  features.headHeading = head.certainty;
  if (head.preceded === "heading") features.headAfterHeading = 1;
  if (head.preceded === "edge") features.headAfterEdge = 1;
  if (room > 2) features.lastLineShort = 1;
  if (room < 1) features.lastLineFull = 1;
  if (indents) features[head.firstRow.line.indent >= 1 ? "headIndented" : "headNotIndented"] = 1;
}

/** Widest line, in ems, that may be a short headline rather than the beginning of a paragraph. */
const BRIEF = 16;
/** Widest speck or signature, in ems: hardly a column ends that soon after a paragraph began. */
const MINUTE = 6;

/** Ems left in a printed line; NaN where the page shows no measure, which no comparison holds for. */
function roomIn({ measure, width }: Row): number {
  return measure > 0 && width <= WIDEST_COLUMN ? measure - width : Number.NaN;
}
