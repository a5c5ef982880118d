/**
 * Lines that run over several columns, as `pdftotext -layout` writes them and as engines that keep white space do where
 * lines of neighbouring columns stand at one height: each is cut at the gutters, and the columns are read one by one.
 */
import { tableOf } from "../../language/index.ts";
import { narrowed } from "../../language/punctuation.ts";
import { hasModel, loadModel } from "../../model/load.ts";
import type { Line, Page } from "../../page/types.ts";
import { blocksOf } from "../blocks.ts";
import type { Part } from "./alignment.ts";
import { bandsIn, type Row, rowsBelow, stacksOf } from "./bands.ts";
import { cellsOf } from "./cells.ts";
import { withHalves } from "./halves.ts";
import { linesOfCells, linesOfParts } from "./lines.ts";
import { bandsByMeasure } from "./measured.ts";
import { mayBeParted, piecesOf, spanOf } from "./pieces.ts";
import { type Reader, readerOf } from "./reader.ts";
import { stacksBySense, stretchesIn } from "./sense.ts";

/** A stretch of lines that run over columns, as a half-open range, and how they are read. */
interface Band {
  readonly from: number;
  readonly to: number;
  readonly read: readonly Line[];
}

/** The page with its lines in the order they are read; the same page where that is how they stand. */
export function unfold(page: Page): Page {
  const lines = withHalves(page.text, withBands(page), () => readerFor(page));
  return lines === page.lines ? page : readAs(page, lines);
}

/** The lines as they are read, pieces of lines among them; the very same where none runs over columns. */
function withBands(page: Page): readonly Line[] {
  const { lines } = page;
  const bands = bandsOf(page);
  if (bands.length === 0) return lines;
  const read: Line[] = [];
  let done = 0;
  const readOn = (to: number) => {
    lines.slice(done, to).forEach((line, i) => {
      read.push(i === 0 && done > 0 ? { ...line, ...APART } : line);
    });
  };
  for (const band of bands) {
    readOn(band.from);
    for (const line of band.read) read.push(line);
    done = band.to;
  }
  readOn(lines.length);
  return read;
}

const APART = { blankBefore: 1 };

/** Null where there is no model to tell. */
function readerFor({ text, source }: Page): Reader | null {
  const model = loadModel(source.lang);
  return model && readerOf(text, model);
}

/** In the order of the page. */
function bandsOf(page: Page): Band[] {
  const { lines } = page;
  return between(bandsBySize(page), lines.length, (from, to) =>
    between(bandsByWhite(page, from, to), to, (start, end) => bandsBySense(page, start, end), from),
  );
}

/** Bands, and what another look finds between them. */
function between(
  bands: readonly Band[],
  to: number,
  find: (from: number, to: number) => readonly Band[],
  from = 0,
): Band[] {
  const all: Band[] = [];
  let done = from;
  for (const band of bands) {
    all.push(...find(done, band.from), band);
    done = band.to;
  }
  return [...all, ...find(done, to)];
}

/** Stretches of lines that are as wide as several columns of the page. */
function bandsBySize(page: Page): Band[] {
  const { text, lines, source } = page;
  if (!hasModel(source.lang) || !lines.some((line) => mayBeParted(text, line))) return [];
  const read = readerFor(page);
  if (!read) return [];
  const { furniture } = tableOf(source.lang);
  const may = ({ span }: Line) => !furniture.test(narrowed(text.slice(span.start, span.end)));
  return bandsByMeasure(text, lines, read, may).map(({ from, to, stacks }) => ({
    from,
    to,
    read: linesOfParts(stacks, lines.slice(from, to)),
  }));
}

/** White that parts columns by itself; seldom on a page, so that it is looked for first. */
const WIDE_WHITE = /\S(?:[ \t\u00a0]{2,}|\u3000{2,}| [|｜│¦]|[|｜│¦] )\S?/;

/** Stretches whose columns show by white. The running head and the imprint stand above and below columns, and in none. */
function bandsByWhite({ text, lines: all, source }: Page, from: number, to: number): Band[] {
  const lines = all.slice(from, to);
  if (!lines.some(({ span }) => WIDE_WHITE.test(text.slice(span.start, span.end)))) return [];
  const { furniture } = tableOf(source.lang);
  const rows = lines.map((line) => cellsOf(text, line));
  const bands: Band[] = [];
  let start = 0;
  for (let end = 0; end <= lines.length; end++) {
    const span = lines[end]?.span;
    if (span && !furniture.test(narrowed(text.slice(span.start, span.end)))) continue;
    bands.push(...bandsBetween(text, lines, rows, [start, end]));
    start = end + 1;
  }
  return bands.map((band) => ({ ...band, from: from + band.from, to: from + band.to }));
}

function bandsBetween(
  text: string,
  lines: readonly Line[],
  rows: readonly Row[],
  [start, end]: readonly [start: number, end: number],
): Band[] {
  return bandsIn(text, rows.slice(start, end)).map((band): Band => {
    const [from, last] = [start + band.from, start + band.to];
    let gap = last;
    while (gap < end && (lines[gap] as Line).blankBefore === 0) gap++;
    const to = last + rowsBelow(text, rows.slice(last, gap), band.columns);
    return { from, to, read: stacksOf(text, rows.slice(from, to), band.columns).flatMap(linesOfCells) };
  });
}

/** Where white shows none, columns show by what goes on below. */
function bandsBySense(page: Page, start: number, end: number): Band[] {
  const { text, lines, source } = page;
  if (!hasModel(source.lang)) return [];
  return stretchesIn(text, lines.slice(start, end)).flatMap(([from, to]) => {
    const own = lines.slice(start + from, start + to);
    const reader = readerFor(page);
    const rows = own.map((line) => piecesOf(text, line));
    const stacks = reader && stacksBySense(text, rows, reader);
    if (!stacks) return [];
    const parts = stacks.map((stack) =>
      stack.map((pieces): Part => ({ ...spanOf(pieces), indent: 0, isApart: false, isFull: false })),
    );
    return [{ from: start + from, to: start + to, read: linesOfParts(parts, own) }];
  });
}

/** The page with its text in the order of the lines. */
function readAs(page: Page, order: readonly Line[]): Page {
  let text = "";
  const lines = order.map((line): Line => {
    if (text !== "") text += "\n";
    const start = text.length;
    text += page.text.slice(line.span.start, line.span.end);
    return { ...line, span: { start, end: text.length } };
  });
  return {
    ...page,
    text,
    span: { start: 0, end: text.length },
    lines,
    blocks: blocksOf(lines),
    folded: { text: page.text, span: page.span, starts: order.map(({ span }) => span.start) },
  };
}
