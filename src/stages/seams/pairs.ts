/** Which tails and heads are looked at together, and what the language model says of the two. */
import { findCredit, isSalute, type LanguageTable } from "../../language/index.ts";
import { endsSentence, hasMarks, isNumberAcross, isWider } from "../../language/punctuation.ts";
import { WIDEST_COLUMN } from "../../layout/measure.ts";
import { endsInFigure } from "../../layout/table-rows.ts";
import { type LanguageModel, readHead, readSeam, type SeamReading } from "../../model/ngram.ts";
import type { TextBlock } from "./ends.ts";
import { isBylineAcross, isDatelineAcross, repeatLength } from "./repeat.ts";
import type { Bare } from "./specks.ts";

/** Blocks of text ahead and back in which a tail looks for its head. A page seldom has more columns than this. */
const AHEAD = 12;
const BACK = 6;

/** What reads them. */
interface Readers {
  readonly model: LanguageModel | null;
  readonly table: LanguageTable;
}

/** A tail and a head, and no more: a page may have eighteen pairs a line. */
export interface Pair {
  readonly tail: TextBlock;
  readonly head: TextBlock;
  /** UTF-16 units at the start of the head that repeat the end of the tail. */
  readonly repeat: number;
}

export function pairOf(tail: TextBlock, head: TextBlock, { model, table }: Readers): Pair {
  const repeat = repeatLength(tail, head, model, table);
  return { tail, head, repeat: isNamedAgain(tail, head, repeat, table) ? 0 : repeat };
}

/** 走进梅河 above 梅河发源于…: a line of words alone, most of which the text takes up, may as well be its heading. */
function isNamedAgain(tail: TextBlock, head: TextBlock, repeat: number, table: LanguageTable): boolean {
  return (
    repeat > 1 &&
    2 * repeat >= tail.text.length &&
    isLabel(tail) &&
    !isDatelineAcross(tail.text, head.text.slice(repeat), table)
  );
}

/** A short line without marks. */
function isLabel({ text, ending, firstRow, lastRow }: TextBlock): boolean {
  return firstRow === lastRow && ending.isBrief && !hasMarks(text);
}

/** The pairs of each tail and the heads in its reach. */
export function nearPairs(blocks: readonly TextBlock[], readers: Readers): Pair[] {
  const pairs: Pair[] = [];
  for (const tail of blocks) {
    if (isSigned(tail, readers.table)) continue;
    const [from, to] = reachOf(tail);
    for (let i = from; i < Math.min(to, blocks.length); i++) {
      const head = blocks[i] as TextBlock;
      if (mayGoOn(tail, head, readers.table)) pairs.push(pairOf(tail, head, readers));
    }
  }
  return pairs;
}

/** Whether a tail may go on in a head at all. */
export function mayGoOn(tail: TextBlock, head: TextBlock, table: LanguageTable): boolean {
  return (
    head !== tail &&
    !head.isItem &&
    !(isSalute(tail.text, table) || isSalute(head.text, table)) &&
    !isSettled(tail, head) &&
    !isFirstWords(tail, head) &&
    !isFigureEnd(tail, head, table) &&
    !isWholeByline(tail, head, table) &&
    !isBeyondStop(tail, head) &&
    isInOneBox(tail, head)
  );
}

/**
 * 渡口添新船 above 渡口添新船，末班推迟: a heading that is the first words of its text. A piece of a text that stands twice at a cut
 * has the rest of its text before it.
 */
function isFirstWords(tail: TextBlock, head: TextBlock): boolean {
  return head.text.startsWith(tail.text);
}

/** A row of a table goes on nowhere; neither does the figure of a short line in another: 新增病例3 above 3例病例均已送医. */
function isFigureEnd({ text, inTable }: TextBlock, head: TextBlock, table: LanguageTable): boolean {
  if (table.spaced) return false;
  return (
    inTable ||
    head.inTable ||
    endsInFigure(text) ||
    (isNumberAcross(text, head.text) && !isWider(text, SHORT) && !isDatelineAcross(text, head.text, table))
  );
}

/** Ems: what is cut at the foot of a column has more text before it, as a rule. */
const SHORT = 8;

/**
 * Whether a text has an end of its own: an agency has signed it (橋上人山人海。新華社), the credit of a picture or a telephone number closes it,
 * or it goes on on another page (下转第3版).
 */
export function isSigned({ text }: TextBlock, table: LanguageTable): boolean {
  return (
    isSignedByAgency(text, table) ||
    table.contact.test(text) ||
    endsInCredit(text, table) ||
    endsInJump(text, table)
  );
}

/** An engine may have read a speck behind it. */
function endsInJump(text: string, { continuedTo }: LanguageTable): boolean {
  return continuedTo.test(text.replace(SPECKS_LAST, ""));
}

const SPECKS_LAST = /(?<![\s“”"'‘’|·])[\s“”"'‘’|·]+$/;

/** 站满了人。赵望 摄, 站满了人（赵望摄）: what ends like one in a sentence is none. */
function endsInCredit(text: string, table: LanguageTable): boolean {
  const credit = findCredit(text, table);
  if (!credit || credit.at === 0) return false;
  return /^[（(]/.test(credit.text) || endsSentence(text.slice(0, credit.at).trimEnd());
}

function isSignedByAgency(text: string, { byline: { newsAgencies } }: LanguageTable): boolean {
  // Most texts are told by their last character.
  const last = text.charCodeAt(text.length - 1);
  const agency = newsAgencies.find(
    (name) => name.charCodeAt(name.length - 1) === last && text.endsWith(name),
  );
  return agency !== undefined && endsSentence(text.slice(0, -agency.length).trimEnd());
}

/** A byline goes on in what ends it, and nothing goes on in a byline. */
function isWholeByline(tail: TextBlock, head: TextBlock, table: LanguageTable): boolean {
  return head.role === "byline" || (tail.role === "byline" && !isBylineAcross(tail.text, head.text, table));
}

/** Nothing goes on over the edge of a box of rules. */
function isInOneBox(tail: TextBlock, head: TextBlock): boolean {
  return tail.lastRow.line.print?.boxed === head.firstRow.line.print?.boxed;
}

const LETTER = /[\p{L}\p{N}]/u;

const POINT_LAST = /^\d[.．]$/;
const DIGIT_FIRST = /^[.．]?\d/;

/** Whether the point that a tail ends with may stand in a number: 3.|3个百分点. */
export function isDecimalAcross(tail: string, head: string): boolean {
  return endsInPoint(tail) && DIGIT_FIRST.test(head);
}

function endsInPoint(text: string): boolean {
  return POINT_LAST.test(text.slice(-2));
}

/** From where to where a tail looks for its head. One that ends a sentence, or says nothing, hardly goes on anywhere but in the next block. */
export function reachOf({ index, text, ending }: TextBlock): [number, number] {
  return (ending.isClosed && !endsInPoint(text)) || !LETTER.test(text)
    ? [index + 1, index + 2]
    : [Math.max(0, index - BACK), index + AHEAD + 1];
}

/** What ends like a number looks further than the next block for the rest of it, and for nothing else. */
function isBeyondStop(tail: TextBlock, head: TextBlock): boolean {
  return head.index !== tail.index + 1 && tail.ending.isClosed && !isDecimalAcross(tail.text, head.text);
}

/** Two printed lines in a row: the wraps have taken the line end for a paragraph end. */
export function isLineEnd(tail: TextBlock, head: TextBlock): boolean {
  return head.nextLine && head.index === tail.index + 1 && tail.lastRow.width <= WIDEST_COLUMN;
}

/**
 * Whether that is the last word. An open end is looked at again, among all heads that it may have, for where lines are short the wraps
 * go by little; not where boxes have told how the lines stand, and not behind 、, which was a stop too.
 */
function isSettled(tail: TextBlock, head: TextBlock): boolean {
  const isOpen = !tail.ending.isClosed && !tail.text.endsWith("、");
  return isLineEnd(tail, head) && (!isOpen || tail.lastRow.line.print !== undefined);
}

/** The head as it goes on from the tail: without a mark before it, where that closes nothing and the text reads better so. */
export function headOf({ tail, head, repeat }: Pair, model: LanguageModel | null): Bare {
  const { bare } = head;
  if (repeat > 0 || !bare || (head.closes !== null && tail.open.includes(head.closes))) return head;
  if (!model || !tail.asTail || !head.asHead || !bare.asHead) return head;
  const link = readSeam(model, tail.asTail, bare.asHead).link;
  return link > readSeam(model, tail.asTail, head.asHead).link ? bare : head;
}

/** What the language model says; null without one. */
export function readingOf(pair: Pair, model: LanguageModel | null): SeamReading | null {
  const { tail, head, repeat } = pair;
  const { asHead } = headOf(pair, model);
  if (!model || !tail.asTail || !asHead) return null;
  return readSeam(model, tail.asTail, repeat > 0 ? readHead(model, head.text.slice(repeat)) : asHead);
}
