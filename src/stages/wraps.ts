/**
 * Which line ends are no ends of a paragraph: physical lines, as OCR engines write them, become blocks. Looks only
 * at lines that follow each other without an empty line; what is cut across blocks is for the seams.
 */
import { glueBetween, type LanguageTable, lineEndHyphen, scanByline, tableOf } from "../language/index.ts";
import {
  CLOSERS,
  emWidth,
  endsSentence,
  firstCharacter,
  isCjkContext,
  lastCharacter,
  OPENERS,
  PAUSES,
  STOPS,
} from "../language/punctuation.ts";
import { measureRows, type Row, WIDEST_COLUMN } from "../layout/measure.ts";
import { evidenceList, logOdds, probability } from "../model/log-odds.ts";
import { WRAP_WEIGHTS as W } from "../model/weights/wraps.ts";
import type { Edit, Evidence, Page, Proposal } from "../page/types.ts";

export function wraps(page: Page): Proposal {
  const rows = measureRows(page);
  const table = tableOf(page.source.lang);
  const indents = usesIndents(rows);
  const edits: Edit[] = [];
  let start = 0;
  for (let i = 1; i < rows.length; i++) {
    const tail = rows[i - 1] as Row;
    const head = rows[i] as Row;
    const evidence = head.line.blankBefore > 0 ? [] : weigh(tail, head, indents, table);
    const sum = logOdds(evidence);
    if (sum <= 0) {
      start = i;
      continue;
    }
    const hyphen = table.spaced ? lineEndHyphen(tail.text, head.text, page.text) : null;
    if (hyphen === "broken") edits.push(...dropHyphen(page, tail));
    edits.push({
      kind: "join",
      tail: (rows[start] as Row).line.span.start,
      head: head.line.span.start,
      seam: {
        kind: "wrap",
        glue: hyphen && hyphen !== "suspended" ? "" : glueBetween(tail.text, head.text, table.spaced),
        confidence: probability(sum),
      },
      was: { role: "text", article: null },
      reason: "wrap",
      evidence,
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

/** The evidence that a line goes on in the next one. */
function weigh(tail: Row, head: Row, indents: boolean, table: LanguageTable): Evidence[] {
  const last = lastCharacter(tail.text);
  const first = firstCharacter(head.text);
  const room = tail.measure === 0 ? Number.NaN : tail.measure - tail.width - widthOfFirst(head.text);
  const stops = endsSentence(tail.text);
  return evidenceList({
    full: room < 0 && W.full,
    almostFull: room >= 0 && room < 1 && W.almostFull,
    short: room >= 1 && W.short + Math.max(W.shortMost, W.shortEach * (room - 1)),
    noMeasure: tail.measure === 0 && W.noMeasure,
    paragraphLine: tail.width > WIDEST_COLUMN && W.paragraphLine,
    tailStops: stops && W.tailStops,
    tailPauses: PAUSES.includes(last) && W.tailPauses,
    tailOpens: OPENERS.includes(last) && W.tailOpens,
    tailLetter: !stops && !PAUSES.includes(last) && !CLOSERS.includes(last) && W.tailLetter,
    tailHyphen: table.spaced && /\p{L}[-¬\u00ad]$/u.test(tail.text) && W.tailHyphen,
    headCloses: beginsInside(first) && W.headCloses,
    headLowerCase: table.spaced && /^\p{Ll}/u.test(head.text) && W.headLowerCase,
    headOpening: opensAnew(tail.text, head.text, table) && W.headOpening,
    headIndented: head.line.indent >= tail.line.indent + 1 && W.headIndented,
    headNotIndented: indents && head.line.indent < 1 && W.headNotIndented,
    capitalsChange: table.spaced && isCapitals(tail.text) !== isCapitals(head.text) && W.capitalsChange,
  });
}

/** Width of what would have had to fit on the line before: a CJK character, or a word and the space before it. */
function widthOfFirst(text: string): number {
  const first = firstCharacter(text);
  if (isCjkContext(first)) return 1;
  const word = /^[^\s\u2e80-\u9fff]+/.exec(text)?.[0] ?? first;
  return 0.5 + emWidth(word);
}

/** Closing brackets, stops and pauses do not begin a text. */
function beginsInside(first: string): boolean {
  return (
    first !== "" &&
    (CLOSERS.includes(first) || PAUSES.includes(first) || STOPS.includes(first)) &&
    first !== "…"
  );
}

/** A byline or a caption begins with the head; a dateline that the line end cut (11月|1日电) begins in the tail. */
function opensAnew(tail: string, head: string, table: LanguageTable): boolean {
  if (table.caption.test(head)) return true;
  if (scanByline(head, table.byline) === null) return false;
  return (scanByline(tail + head, table.byline)?.length ?? 0) <= tail.length;
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
