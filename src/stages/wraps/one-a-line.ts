/** Paragraphs of one line each: where lines that follow each other all end a sentence, none of them was wrapped. */
import { endsSentence, hasMarks, lastCharacter } from "../../language/punctuation.ts";
import type { Row } from "../../layout/measure.ts";

/** Of the lines of wrapped text one in ten ends a sentence; of lines that are paragraphs, nearly all. */
const SHARE = 0.8;
/** Line ends of running text that have to show it: of a page, and of lines between two empty ones, all of which have to. */
const FEWEST = 2;
const FEWEST_IN_STRETCH = 4;
/** Ems from which on white before a line is an indent. */
const INDENT = 1;

/** For each line whether it begins a paragraph by how the lines around it end. */
export function paragraphLines(rows: readonly Row[]): readonly boolean[] {
  const begins = rows.map(() => false);
  if (rows.some(({ line }) => line.print)) return begins;
  const runs = [...stretchesOf(rows)];
  const ends = runs.flatMap((run) => endsIn(run, rows));
  const isPage = isOneALine(ends, FEWEST, SHARE);
  for (const run of runs) {
    if (isPage || isOneALine(endsIn(run, rows), FEWEST_IN_STRETCH, 1)) markBehindEnds(run, rows, begins);
    else for (const indented of indentedRuns(run, rows)) markBehindEnds(indented, rows, begins);
  }
  return begins;
}

/** From a line up to one that is no part of it any more. */
type Range = readonly [from: number, to: number];

function isOneALine(ends: readonly boolean[], fewest: number, share: number): boolean {
  return ends.length >= fewest && ends.filter(Boolean).length >= share * ends.length;
}

/** Lines with no empty line between. */
function* stretchesOf(rows: readonly Row[]): Generator<Range> {
  let from = 0;
  for (let i = 1; i <= rows.length; i++)
    if (i === rows.length || (rows[i] as Row).line.blankBefore > 0) {
      yield [from, i];
      from = i;
    }
}

/**
 * Whether each line of running text with another below it ends a sentence. Headings have no marks and say nothing, and what leads to
 * the next line says nothing either.
 */
function endsIn([from, to]: Range, rows: readonly Row[]): boolean[] {
  return rows
    .slice(from, to - 1)
    .flatMap(({ text }) => (hasMarks(text) && !"：:—".includes(lastCharacter(text)) ? [isWhole(text)] : []));
}

/**
 * Lines below each other with one indent, all of which end a sentence but perhaps the last: a block that is set in has lines that
 * break off.
 */
function* indentedRuns([from, to]: Range, rows: readonly Row[]): Generator<Range> {
  for (let start = from; start < to; ) {
    const { indent } = (rows[start] as Row).line;
    let end = start + 1;
    while (end < to && Math.abs((rows[end] as Row).line.indent - indent) < 0.5) end++;
    if (indent >= INDENT && isOneALine(endsIn([start, end], rows), 1, SHARE)) yield [start, end];
    start = end;
  }
}

function markBehindEnds([from, to]: Range, rows: readonly Row[], begins: boolean[]): void {
  for (let i = from + 1; i < to; i++) begins[i] = isWhole((rows[i - 1] as Row).text);
}

/** The point of an abbreviation may stand at the end of a wrapped line: the Rev.|John Wood. */
const ABBREVIATION = /(?<!\p{L})\p{Lu}\p{L}{0,3}\.$/u;

function isWhole(text: string): boolean {
  return endsSentence(text) && !ABBREVIATION.test(text);
}
