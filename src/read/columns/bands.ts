/** Stretches of lines that run over the same columns, and what stands in each column. */
import { endsSentence } from "../../language/punctuation.ts";
import { type Cell, cutNear } from "./cells.ts";

/** The cells of a line. */
export type Row = readonly Cell[];

/** Letters that a column of running text has in a line. */
const LEAST = 4;
/** Lines that have to agree. */
const ROWS = 3;
/**
 * Ems by which places in a line are off, for engines guess the width of white space beside CJK letters, and the share of the
 * rows in which a column has to begin.
 */
const CJK = { slack: 3, share: 0.25 } as const;
const OTHER = { slack: 1, share: 0.6 } as const;
/** Narrowest column, in ems. */
const NARROWEST = 6;
/** Share of the rows that may run over a gutter: headings do. */
const CROSSING = 0.3;
/** Share of its column that a piece of running text fills, as a rule. The entries of tables and lists fill less. */
const FILLED = 0.55;

/** Where the columns of a band begin, and by how much places are off; in ems. */
export interface Columns {
  readonly lefts: readonly number[];
  readonly slack: number;
}

/** Whether two columns of text or more stand in a row. */
function isWide(row: Row): boolean {
  return row.filter(({ letters }) => letters >= LEAST).length >= 2;
}

/** Rows that share their columns, as a half-open range. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly columns: Columns;
}

/**
 * The bands of a page: wide rows, with at most one other between two of them. Where such rows do not agree, those above a
 * heading that has its row to itself may, and those below.
 */
export function bandsIn(text: string, rows: readonly Row[]): Band[] {
  const bandOf = ([from, to]: Range): Band[] => {
    const own = rows.slice(from, to);
    const columns = own.filter(isWide).length < ROWS ? null : columnsOf(text, own);
    return columns ? [{ from, to, columns }] : [];
  };
  return wideRanges(rows, 0, rows.length, 1).flatMap((range) => {
    const whole = bandOf(range);
    return whole.length > 0 ? whole : wideRanges(rows, ...range, 0).flatMap(bandOf);
  });
}

type Range = [from: number, to: number];

/** Stretches of wide rows between two rows, with at most so many others in a row among them. */
function wideRanges(rows: readonly Row[], from: number, to: number, others: number): Range[] {
  const ranges: Range[] = [];
  for (let i = from; i < to; i++) {
    if (!isWide(rows[i] as Row)) continue;
    const last = ranges.at(-1);
    if (last && i - last[1] <= others) last[1] = i + 1;
    else ranges.push([i, i + 1]);
  }
  return ranges;
}

/** How many of the rows behind a band are in one of its columns, which is longer than the others. */
export function rowsBelow(text: string, rows: readonly Row[], columns: Columns): number {
  const end = rows.findIndex((row) => row.length !== 1 || !isProse(text, row[0] as Cell, columns));
  return end < 0 ? rows.length : end;
}

/** The columns of rows; null where they do not agree on columns of running text. */
function columnsOf(text: string, rows: readonly Row[]): Columns | null {
  const cells = rows.flat().filter(({ letters }) => letters >= LEAST);
  const { slack, share } = isCjk(text, cells) ? CJK : OTHER;
  const need = Math.max(2, share * rows.length);
  const lefts = clusters(
    cells.map(({ left }) => left),
    slack,
  )
    .filter((own) => own.length >= need)
    .map((own) => own[own.length >> 1] as number)
    .filter((left, i) => i === 0 || !isCrossed(text, rows, left, slack))
    .filter((left, i, all) => i === 0 || left - (all[i - 1] as number) >= NARROWEST);
  return lefts.length >= 2 && isFilled(rows, lefts) ? { lefts, slack } : null;
}

function isCjk(text: string, cells: readonly Cell[]): boolean {
  const own = cells.filter(({ start, end }) => /[\u3040-\u9fff]/.test(text.slice(start, end)));
  return own.length > cells.length / 2;
}

/** Numbers in order, those together that are near to the mean of theirs. */
function clusters(numbers: readonly number[], slack: number): number[][] {
  const groups: number[][] = [];
  let sum = 0;
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && number - sum / group.length <= slack) {
      group.push(number);
      sum += number;
    } else {
      groups.push([number]);
      sum = number;
    }
  }
  return groups;
}

function isCrossed(text: string, rows: readonly Row[], place: number, slack: number): boolean {
  const crossing = rows.filter((row) =>
    row.some((cell) => runsOver(cell, place, slack) && !cutNear(text, cell, place, slack)),
  );
  return crossing.length > CROSSING * rows.length;
}

function runsOver({ left, right }: Cell, place: number, slack: number): boolean {
  return left < place - slack && right > place + slack / 2;
}

function isFilled(rows: readonly Row[], lefts: readonly number[]): boolean {
  const shares = rows
    .flat()
    .filter(({ letters }) => letters >= 1)
    .flatMap((cell) => {
      const at = columnOf(cell, lefts);
      const next = lefts[at + 1];
      return next === undefined ? [] : [(cell.right - cell.left) / (next - (lefts[at] as number))];
    })
    .sort((a, b) => a - b);
  return (shares[shares.length >> 1] ?? 0) >= FILLED;
}

/** The column that a cell begins in. */
function columnOf({ left }: Cell, lefts: readonly number[]): number {
  let nearest = 0;
  lefts.forEach((own, i) => {
    if (Math.abs(own - left) < Math.abs((lefts[nearest] as number) - left)) nearest = i;
  });
  return nearest;
}

/** Whether a cell that has its row to itself is text of a column: it ends a sentence there, or fills the column. */
function isProse(text: string, cell: Cell, { lefts, slack }: Columns): boolean {
  const at = columnOf(cell, lefts);
  const left = lefts[at] as number;
  const widths = lefts.slice(1).map((next, i) => next - (lefts[i] as number));
  const width = widths[at] ?? Math.min(...widths);
  if (Math.abs(cell.left - left) > slack || cell.right > left + width) return false;
  return endsSentence(text.slice(cell.start, cell.end)) || cell.right >= left + FULL * width;
}

/** Share of its column, with the gutter, that a full line fills. */
const FULL = 0.8;

/**
 * The cells of a band in the order they are read: down a column, then down the next; a heading that has its row to itself
 * parts what is above it from what is below.
 */
export function stacksOf(text: string, rows: readonly Row[], columns: Columns): Cell[][] {
  const stacks: Cell[][] = [];
  let open: Cell[][] = columns.lefts.map(() => []);
  const close = () => {
    stacks.push(...open.filter((stack) => stack.length > 0));
    open = columns.lefts.map(() => []);
  };
  for (const row of rows) {
    const cells = row.flatMap((cell) => cutAtColumns(text, cell, columns));
    const [only] = cells;
    if (cells.length === 1 && only && !isProse(text, only, columns)) {
      close();
      stacks.push([only]);
    } else for (const cell of cells) open[columnOf(cell, columns.lefts)]?.push(cell);
  }
  close();
  return stacks;
}

function cutAtColumns(text: string, cell: Cell, columns: Columns): Cell[] {
  for (const place of columns.lefts) {
    const halves = runsOver(cell, place, columns.slack) ? cutNear(text, cell, place, columns.slack) : null;
    if (halves) return [halves[0], ...cutAtColumns(text, halves[1], columns)];
  }
  return [cell];
}
