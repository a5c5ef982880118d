/** The evidence that one block of text goes on in another. */
import { scanByline, wordAcross } from "../../language/index.ts";
import {
  CLOSERS,
  endsSentence,
  firstCharacter,
  isHan,
  isLetter,
  lastCharacter,
  OPENERS,
  PAUSES,
  STOPS,
} from "../../language/punctuation.ts";
import type { LanguageTable } from "../../language/types.ts";
import { type Row, WIDEST_COLUMN } from "../../layout/measure.ts";
import { evidenceList, logOdds } from "../../model/log-odds.ts";
import { SEAM_WEIGHTS as W } from "../../model/weights/seams.ts";
import type { Evidence, Language } from "../../page/types.ts";
import type { TextBlock } from "./ends.ts";
import type { PageRuns } from "./page-text.ts";

/** What the evidence is weighed against: the habits of the page and of its language. */
export interface SeamContext {
  readonly lang: Language;
  readonly table: LanguageTable;
  readonly runs: PageRuns;
  /** Share of the paragraphs that end with a stop, from 0 to 1: how much an open end says on this page. */
  readonly stopHabit: number;
  /** The page sets its paragraphs off by an indent. */
  readonly indents: boolean;
}

/** A tail and a head that may be one paragraph. */
export interface Candidate {
  readonly tail: TextBlock;
  readonly head: TextBlock;
  /** UTF-16 units at the start of the head that repeat the end of the tail. */
  readonly repeat: number;
  readonly evidence: readonly Evidence[];
  readonly sum: number;
}

export function weighSeam(tail: TextBlock, head: TextBlock, context: SeamContext): Candidate {
  const repeat = repeatLength(tail.text, head.text, context);
  const evidence = evidenceList({
    bias: W.bias,
    ...tailTerms(tail, context),
    ...headTerms(head, repeat, context),
    ...pairTerms(tail, head, repeat, context),
    ...placeTerms(tail, head, context),
  });
  return { tail, head, repeat, evidence, sum: logOdds(evidence) };
}

function tailTerms({ text }: TextBlock, { stopHabit }: SeamContext) {
  const last = lastCharacter(text);
  const opens = OPENERS.includes(last);
  const pauses = PAUSES.includes(last);
  const stops = endsSentence(text);
  return {
    tailStops: stops && W.tailStops,
    tailOpens: opens && W.tailOpens,
    tailPauses: pauses && W.tailPauses * stopHabit,
    tailLetter: !stops && !opens && !pauses && W.tailLetter * stopHabit,
  };
}

function headTerms(head: TextBlock, repeat: number, { table }: SeamContext) {
  const text = head.text.slice(repeat);
  return {
    headCloses: beginsInside(firstCharacter(text)) && W.headCloses,
    headOpens:
      (scanByline(text, table.byline) !== null || table.caption.test(text) || table.opening.test(text)) &&
      W.headOpens,
  };
}

function pairTerms(tail: TextBlock, head: TextBlock, repeat: number, context: SeamContext) {
  const rest = head.text.slice(repeat);
  const last = lastCharacter(tail.text);
  const first = firstCharacter(rest);
  const han = isHan(last) && isHan(first);
  const across = han && wordAcross(tail.text, rest, context.lang);
  const open = tail.open.at(-1);
  return {
    wordAcross: across && W.wordAcross,
    orphan: han && !across && context.runs.count(last + first) === 0 && isOrphan(tail.text, rest) && W.orphan,
    bracketsFit: open !== undefined && head.closes === open && W.bracketsFit,
    bracketsMisfit: head.closes !== null && head.closes !== open && W.bracketsMisfit,
    pairOnPage: han && context.runs.count(last + first) > 0 && W.pairOnPage,
    tripleOnPage:
      han &&
      (context.runs.count(tail.text.slice(-2) + first) > 0 ||
        context.runs.count(last + rest.slice(0, 2)) > 0) &&
      W.tripleOnPage,
    repeatOne: repeat === 1 && W.repeatOne,
    repeatEach: repeat > 1 && Math.min(W.repeatMost, W.repeatEach * repeat),
  };
}

function placeTerms(tail: TextBlock, head: TextBlock, { indents }: SeamContext) {
  const forwards = head.index > tail.index;
  const between = forwards ? head.index - tail.index - 1 : tail.index - head.index;
  const room = roomIn(tail.lastRow);
  return {
    textBetween: between * W.textBetween,
    headingBetween: Math.min(2, Math.abs(head.headings - tail.headings)) * W.headingBetween,
    backwards: !forwards && W.backwards,
    lineEnded:
      head.nextLine && forwards && between === 0 && tail.lastRow.width <= WIDEST_COLUMN && W.lineEnded,
    lastLineShort: room > 2 && W.lastLineShort,
    lastLineFull: room < 1 && W.lastLineFull,
    headIndented: indents && head.firstRow.line.indent >= 1 && W.headIndented,
    headNotIndented: indents && head.firstRow.line.indent < 1 && W.headNotIndented,
  };
}

/** Ems left in a printed line; NaN where the page shows no measure, which no comparison holds for. */
function roomIn({ measure, width }: Row): number {
  return measure > 0 && width <= WIDEST_COLUMN ? measure - width : Number.NaN;
}

function beginsInside(first: string): boolean {
  return first !== "" && first !== "…" && (CLOSERS + PAUSES + STOPS).includes(first);
}

/** 势，有效… behind …把做: the one character before the first mark must be the end of a word, and the tail has not its beginning. */
function isOrphan(tail: string, head: string): boolean {
  const [first, second] = head;
  return (
    first !== undefined &&
    second !== undefined &&
    !isLetter(second) &&
    !/[、：（“「《]/.test(second) &&
    isHan(first) &&
    tail !== ""
  );
}

/** The longest run that ends the tail and begins the head again, up to MOST_REPEATED units; 0 for none. */
function repeatLength(tail: string, head: string, { runs, lang }: SeamContext): number {
  for (let length = Math.min(MOST_REPEATED, tail.length, head.length - 1); length >= 1; length--) {
    if (!tail.endsWith(head.slice(0, length)) || isLowSurrogate(head, length)) continue;
    if (length > 1) return length;
    return isNaturalDouble(tail, head, runs, lang) ? 0 : 1;
  }
  return 0;
}

/** 人|人, 天|天, …|…: a character that the language doubles, or that this page does. */
function isNaturalDouble(tail: string, head: string, runs: PageRuns, lang: Language): boolean {
  const first = firstCharacter(head);
  if (runs.count(first + first) > 0 || "…—".includes(first)) return true;
  return isHan(first) && wordAcross(lastCharacter(tail), first, lang);
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

const MOST_REPEATED = 20;
