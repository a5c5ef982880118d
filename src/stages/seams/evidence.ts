/** What is seen of a tail and a head that may be one paragraph. How much each piece of it weighs stands in the weights. */
import type { LanguageTable } from "../../language/index.ts";
import {
  emWidth,
  endsSentence,
  firstCharacter,
  isHan,
  lastCharacter,
  OPENERS,
  PAUSES,
  STOPS,
} from "../../language/punctuation.ts";
import { type Row, WIDEST_COLUMN } from "../../layout/measure.ts";
import { type LanguageModel, readHead, readSeam, type SeamReading } from "../../model/ngram.ts";
import { clamp, type Features } from "../../model/weights.ts";
import { beginning } from "./beginning.ts";
import type { TextBlock } from "./ends.ts";
import type { PageRuns, SharedRuns, Topics } from "./page-text.ts";
import { isDatelineAcross, repeatLength } from "./repeat.ts";

/** What the evidence is seen against: the habits of the page and of its language. */
export interface SeamContext {
  readonly table: LanguageTable;
  readonly model: LanguageModel | null;
  readonly runs: PageRuns;
  /** Rare runs of characters that two blocks share. */
  readonly shared: SharedRuns;
  /** What the stretches between headings are about. */
  readonly topics: Topics;
  /** Share of the paragraphs that end with a stop, from 0 to 1: how much an open end says on this page. */
  readonly stopHabit: number;
  /** The page sets its paragraphs off by an indent. */
  readonly indents: boolean;
}

/** A tail and a head, and how they look together. */
export interface Pair {
  readonly tail: TextBlock;
  readonly head: TextBlock;
  /** UTF-16 units at the start of the head that repeat the end of the tail. */
  readonly repeat: number;
  /** What the language model says; null without one. */
  readonly reading: SeamReading | null;
  /** Complete once `seeRivals` has been asked. */
  readonly features: Record<string, number>;
}

export function lookAt(tail: TextBlock, head: TextBlock, context: SeamContext): Pair {
  const repeat = repeatLength(tail, head, context.model, context.table);
  const text = head.text.slice(repeat);
  const reading = read(tail, head, repeat, context.model);
  const place = placeFeatures(tail, head, context);
  const features = {
    bias: 1,
    ...modelFeatures(tail, reading, context),
    ...tailFeatures(tail, context),
    ...(repeat > 0 ? beginning(text, context.table) : head.beginning),
    ...pairFeatures(tail, head, text, context),
    ...place,
    stubNext: reading && place.next ? stubLength(text) * clamp(FITTING - reading.first, 0, 4) : 0,
    datelineAcross: isDatelineAcross(tail.text, text, context.table) ? 1 : 0,
    sharedRuns: Math.log1p(context.shared.between(tail.index, head.index)),
    topic: topicFeature(tail, head, context),
    repeatOne: repeat === 1 ? 1 : 0,
    repeatEach: repeat > 1 ? Math.min(6, repeat) : 0,
  };
  return { tail, head, repeat, reading, features };
}

function read(
  tail: TextBlock,
  head: TextBlock,
  repeat: number,
  model: LanguageModel | null,
): SeamReading | null {
  if (!model || !tail.asTail || !head.asHead) return null;
  return readSeam(model, tail.asTail, repeat > 0 ? readHead(model, head.text.slice(repeat)) : head.asHead);
}

/** Nats, held to the range in which more of them say more. */
function modelFeatures(tail: TextBlock, reading: SeamReading | null, { stopHabit }: SeamContext): Features {
  if (!reading || !tail.asTail) return {};
  const { link, first, start } = reading;
  const rest = link - first;
  return {
    firstFits: clamp(first, 0, 8),
    firstFitsNot: clamp(first, -5, 0),
    restFits: clamp(rest, 0, 10),
    restFitsNot: clamp(rest, -5, 0),
    headStarts: clamp(start, 0, 10),
    headStartsNot: clamp(start, -6, 0),
    tailEndsNot: stopHabit * clamp(-tail.asTail.end, 0, 12),
  };
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

function tailFeatures({ text }: TextBlock, { stopHabit }: SeamContext): Features {
  const last = lastCharacter(text);
  const opens = OPENERS.includes(last);
  const pauses = PAUSES.includes(last);
  const stops = endsSentence(text);
  return {
    tailStops: stops ? 1 : 0,
    tailOpens: opens ? 1 : 0,
    tailPauses: pauses ? stopHabit : 0,
    tailLetter: !stops && !opens && !pauses ? stopHabit : 0,
  };
}

function pairFeatures(tail: TextBlock, head: TextBlock, text: string, { runs }: SeamContext): Features {
  const last = lastCharacter(tail.text);
  const first = firstCharacter(text);
  const han = isHan(last) && isHan(first);
  const open = tail.open.at(-1);
  const pair = han && runs.has(last + first);
  const triple = pair && (runs.has(tail.text.slice(-2) + first) || runs.has(last + text.slice(0, 2)));
  return {
    bracketsFit: open !== undefined && head.closes === open ? 1 : 0,
    bracketsMisfit: head.closes !== null && head.closes !== open ? 1 : 0,
    pairOnPage: pair ? 1 : 0,
    tripleOnPage: triple ? 1 : 0,
    pairNowhere: han && !pair ? 1 : 0,
  };
}

/** Where headings lie between: whether the head is about what the section of the tail is about, or its own. */
function topicFeature(tail: TextBlock, head: TextBlock, { topics }: SeamContext): number {
  if (tail.headings === head.headings) return 0;
  const there = topics.shared(head.index, tail.headings);
  const here = topics.shared(head.index, head.headings);
  return Math.log1p(there) - Math.log1p(here);
}

function placeFeatures(tail: TextBlock, head: TextBlock, { indents }: SeamContext): Features {
  const forwards = head.index > tail.index;
  const between = forwards
    ? head.texts - tail.texts - (tail.doubtful ? 0 : 1)
    : tail.texts - head.texts + (head.doubtful ? 0 : 1) - 1;
  const headings = forwards
    ? head.headings - tail.headings - (tail.doubtful ? 1 : 0)
    : tail.headings - head.headings - (head.doubtful ? 1 : 0);
  const room = roomIn(tail.lastRow);
  return {
    next: forwards && between === 0 && headings === 0 ? 1 : 0,
    tailBrief: emWidth(tail.text) <= BRIEF ? 1 : 0,
    tailDoubtful: tail.doubtful ? 1 : 0,
    tailHeading: tail.certainty,
    headDoubtful: head.doubtful ? 1 : 0,
    headHeading: head.certainty,
    headAfterHeading: head.preceded === "heading" ? 1 : 0,
    headAfterOpen: head.preceded === "open" && between > 0 ? 1 : 0,
    headAfterEdge: head.preceded === "edge" ? 1 : 0,
    tailBeforeHeading: tail.followed === "heading" ? 1 : 0,
    oneBetween: forwards && between === 1 ? 1 : 0,
    textBetween: Math.min(5, between),
    headingBetween: Math.min(2, headings),
    backwards: forwards ? 0 : 1,
    lastLineShort: room > 2 ? 1 : 0,
    lastLineFull: room < 1 ? 1 : 0,
    headIndented: indents && head.firstRow.line.indent >= 1 ? 1 : 0,
    headNotIndented: indents && head.firstRow.line.indent < 1 ? 1 : 0,
  };
}

/**
 * Adds to each pair how it stands among the other tails that want its head: by how many nats the best of them fits it better, or
 * less well. (That the tail has other heads to choose from is in the choice itself.)
 */
export function seeRivals(pairs: readonly Pair[]): void {
  const best = new Map<number, [number, number]>();
  for (const pair of pairs) {
    const own = claim(pair);
    const [first, second] = best.get(pair.head.index) ?? [LEAST, LEAST];
    if (own > first) best.set(pair.head.index, [own, first]);
    else if (own > second) best.set(pair.head.index, [first, own]);
  }
  for (const pair of pairs) {
    if (!pair.reading) continue;
    const own = claim(pair);
    const [first, second] = best.get(pair.head.index) ?? [LEAST, LEAST];
    const lead = own - (own === first ? second : first);
    pair.features.betterTail = clamp(-lead, 0, 8);
    pair.features.bestTail = clamp(lead, 0, 8);
  }
}

/** How well the two fit, by the model alone, as against a paragraph's end between them. */
function claim({ reading, tail }: Pair): number {
  return reading && tail.asTail ? reading.link - reading.start - tail.asTail.end : 0;
}

/** A claim that nothing makes: there is no rival. */
const LEAST = -20;

/** Widest line, in ems, that may be a short headline rather than the beginning of a paragraph. */
const BRIEF = 16;

/** Ems left in a printed line; NaN where the page shows no measure, which no comparison holds for. */
function roomIn({ measure, width }: Row): number {
  return measure > 0 && width <= WIDEST_COLUMN ? measure - width : Number.NaN;
}
