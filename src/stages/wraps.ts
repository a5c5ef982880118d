/**
 * Which line ends are no ends of a paragraph: physical lines, as OCR engines write them, become blocks. Looks only
 * at lines that follow each other without an empty line; what is cut across blocks is for the seams.
 */
import { glueBetween, type LanguageTable, lineEndHyphen, scanByline, tableOf } from "../language/index.ts";
import {
  beginsInside,
  emWidth,
  endsSentence,
  firstCharacter,
  isCjkContext,
  lastCharacter,
  OPENERS,
  PAUSES,
} from "../language/punctuation.ts";
import { measureRows, type Row, WIDEST_COLUMN } from "../layout/measure.ts";
import { type LanguageModel, readHead, readSeam, readTail } from "../model/ngram.ts";
import { clamp, type Features, logOdds, probability, weigh } from "../model/weights.ts";
import type { Edit, Page, Proposal } from "../page/types.ts";
import type { Tools } from "./types.ts";

export function wraps(page: Page, tools: Tools): Proposal {
  const table = tableOf(page.source.lang);
  const weights = tools.model ? tools.weights.wraps.model : tools.weights.wraps.plain;
  const edits: Edit[] = [];
  let start = page.lines[0]?.span.start ?? 0;
  for (const { tail, head, features } of linePairs(page, tools)) {
    const sum = features ? logOdds(features, weights) : 0;
    if (!features || sum <= 0) {
      start = head.line.span.start;
      continue;
    }
    const hyphen = table.spaced ? lineEndHyphen(tail.text, head.text, page.text) : null;
    if (hyphen === "broken") edits.push(...dropHyphen(page, tail));
    edits.push({
      kind: "join",
      tail: start,
      head: head.line.span.start,
      seam: {
        kind: "wrap",
        glue: hyphen && hyphen !== "suspended" ? "" : glueBetween(tail.text, head.text, table.spaced),
        confidence: probability(sum),
      },
      was: { role: "text", article: null },
      reason: "wrap",
      evidence: weigh(features, weights),
    });
  }
  return { edits, warnings: [] };
}

/** Takes the hyphen off a line end; where something invisible stands behind it, the line is left as it is. */
function dropHyphen(page: Page, { line, text }: Row): Edit[] {
  const span = { start: line.span.end - 1, end: line.span.end };
  const was = page.text.slice(span.start, span.end);
  return was === text.slice(-1) ? [{ kind: "replace", span, was, text: "", reason: "hyphen" }] : [];
}

/** Two lines in a row. */
export interface LinePair {
  readonly tail: Row;
  readonly head: Row;
  /** What is seen of them; null where an empty line parts them. */
  readonly features: Features | null;
}

/** Every line of a page with the one before it; the training looks at the same. */
export function linePairs(page: Page, { model }: Pick<Tools, "model">): LinePair[] {
  const rows = measureRows(page);
  const table = tableOf(page.source.lang);
  const indents = usesIndents(rows);
  const habit = endHabit(rows);
  return rows.slice(1).map((head, i) => {
    const tail = rows[i] as Row;
    if (head.line.blankBefore > 0) return { tail, head, features: null };
    const behind = rows[i + 2];
    const features = {
      bias: 1,
      ...roomFeatures(tail, head, rows[i - 1], behind),
      ...textFeatures(tail.text, head.text, table, habit),
      ...modelFeatures(tail.text, head.text, model),
      headOpens: opensAnew(tail.text, head.text, table) ? 1 : 0,
      behindOpens: behind && opensAnew(head.text, behind.text, table) ? 1 : 0,
      headIndented: head.line.indent >= tail.line.indent + 1 ? 1 : 0,
      headNotIndented: indents && head.line.indent < 1 ? 1 : 0,
    };
    return { tail, head, features };
  });
}

/**
 * How much room the tail leaves: none where the first character, or word, of the head would not have fitted. Asked of
 * the column as a whole, and of the lines before and behind, for a page may change its measure here.
 */
function roomFeatures(tail: Row, head: Row, before: Row | undefined, behind: Row | undefined): Features {
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

function textFeatures(tail: string, head: string, table: LanguageTable, habit: EndHabit): Features {
  const last = lastCharacter(tail);
  const first = firstCharacter(head);
  const kind = endKind(tail);
  return {
    tailStops: kind === "stop" ? 1 : 0,
    tailPauses: kind === "pause" ? 1 : 0,
    tailLetter: kind === "letter" ? 1 : 0,
    tailOpens: OPENERS.includes(last) ? 1 : 0,
    tailHyphen: table.spaced && /\p{L}[-¬\u00ad]$/u.test(tail) ? 1 : 0,
    endsHere: habit[kind],
    headCloses: beginsInside(first) ? 1 : 0,
    headLowerCase: table.spaced && /^\p{Ll}/u.test(head) ? 1 : 0,
    headOpensProse: table.opening.test(head) ? 1 : 0,
    capitalsChange: table.spaced && isCapitals(tail) !== isCapitals(head) ? 1 : 0,
  };
}

function modelFeatures(tail: string, head: string, model: LanguageModel | null): Features {
  if (!model) return {};
  const before = readTail(model, tail);
  const { link, start } = readSeam(model, before, readHead(model, head));
  return {
    link: clamp(link, 0, 12),
    linkAgainst: clamp(link, -5, 0),
    headStarts: clamp(start, 0, 10),
    headStartsNot: clamp(start, -6, 0),
    tailEndsNot: clamp(-before.end, 0, 12),
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

type EndKind = "stop" | "pause" | "letter";
type EndHabit = Readonly<Record<EndKind, number>>;

function endKind(text: string): EndKind {
  if (endsSentence(text)) return "stop";
  return PAUSES.includes(lastCharacter(text)) ? "pause" : "letter";
}

/**
 * What paragraphs of this page end with, learnt from the page: for each kind of ending, the log-odds of standing on a
 * line that is well short of its measure, against a full one. Old papers close paragraphs with 、 and even with
 * nothing. One line of each kind is taken as seen beforehand, so that few lines say little.
 */
function endHabit(rows: readonly Row[]): EndHabit {
  const short = { stop: 1, pause: 1, letter: 1 };
  const full = { stop: 1, pause: 1, letter: 1 };
  for (const { text, width, measure } of rows) {
    if (measure === 0 || width > WIDEST_COLUMN) continue;
    const room = measure - width;
    if (room >= 3) short[endKind(text)]++;
    else if (room < 1) full[endKind(text)]++;
  }
  const all = (counts: Record<EndKind, number>) => counts.stop + counts.pause + counts.letter;
  const odds = (kind: EndKind) => Math.log(short[kind] / all(short)) - Math.log(full[kind] / all(full));
  return { stop: odds("stop"), pause: odds("pause"), letter: odds("letter") };
}

/** Whether the page sets its paragraphs off by an indent: some lines do, and most do not. */
function usesIndents(rows: readonly Row[]): boolean {
  const indented = rows.filter((row) => row.line.indent >= 1).length;
  return indented >= 3 && indented >= 0.03 * rows.length && indented <= 0.6 * rows.length;
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return (
    letters.length >= 4 && letters.filter((letter) => /\p{Lu}/u.test(letter)).length >= 0.8 * letters.length
  );
}
