/**
 * Columns that touch, for putting a page in order. Old papers part them by a thin rule and no white, and scans are wavy, so that no
 * straight line runs between two columns; and engines read the rule, or a speck beside it, as letters of a line, or go on into the next
 * column. The blocks of the file tell what is of which column: the edges of lines are pulled in where another block is.
 */
import type { Strip } from "./gutters.ts";
import { centerOf, endOf, HEADING, partition } from "./items.ts";
import { around, type Box, byBlock, firstFrom, greatest, least } from "./sheet.ts";
import type { Stack } from "./stacks.ts";
import { typeSize } from "./type-size.ts";

/** Lines that tell where a block has its edges; and the share of them that may stick out. */
const MANY = 8;
const OUT = 0.1;
/** In ems: blocks touch whose lines are so near to each other, and reach into each other by no more; their lines are pulled in by this. */
const NEAR = 0.5;
const INTO = 1;
const PULLED = 0.6;
/** Share of a line that is left at least. */
const LEFT = 0.25;

/** The stacks of a page, in the boxes by which they are put in order; a line that stands in another column than its block is one of its own. */
export function pulledIn(stacks: readonly Stack[], body: number): Stack[] {
  const strips = stacks.flatMap((stack) => stack.strips);
  const columns = columnsOf(strips);
  const rowOf = rowsAmong(strips);
  return stacks.flatMap((stack) => {
    const lines = stack.strips.map((strip) => {
      const beside = rowOf(strip).filter((other) => other.block !== strip.block);
      const others = typeSize(strip) < HEADING * body ? [...columns.values()].filter(isAround(strip)) : [];
      return { strip, beside: [...beside.map(columnOf), ...others], own: columns.get(strip.block) };
    });
    const [outside, inside] = partition(lines, isOutside);
    return [inside, ...outside.map((line) => [line])]
      .filter(({ length }) => length > 0)
      .map((own) => ({
        ...stack,
        strips: own.map(({ strip }) => strip),
        box: around(own.map((line) => pulled(line, body))),
      }));
  });
}

/** Where a block, or a line, has its edges. */
interface Column {
  readonly block: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line, what of other blocks stands beside it, and the edges of its own block if they are known. */
interface Beside {
  readonly strip: Strip;
  readonly beside: readonly Column[];
  readonly own: Column | undefined;
}

function columnOf({ block, box: [left, top, width, height] }: Strip): Column {
  return { block, left, right: left + width, top, bottom: top + height };
}

/** Where most lines of each block begin and end; of a block of few lines nothing is known. */
function columnsOf(strips: readonly Strip[]): Map<number, Column> {
  const blocks = byBlock(strips);
  return new Map(
    [...blocks].flatMap(([block, own]) => {
      if (own.length < MANY) return [];
      const out = Math.floor(OUT * own.length);
      const left = own.map(({ box }) => box[0]).sort((a, b) => a - b)[out] as number;
      const right = own.map((strip) => endOf(strip, 0)).sort((a, b) => b - a)[out] as number;
      const [top, bottom] = [least(own, ({ box }) => box[1]), greatest(own, (strip) => endOf(strip, 1))];
      return [[block, { block, left, right, top, bottom }] as const];
    }),
  );
}

/** Whether a column of another block begins above a line and ends below it. */
function isAround({ block, box: [, y, , height] }: Strip): (column: Column) => boolean {
  return (column) => column.block !== block && column.top < y && column.bottom > y + height;
}

function isOutside({ strip, beside, own }: Beside): boolean {
  const middle = centerOf(strip, 0);
  return own !== undefined && (middle > own.right || middle < own.left) && beside.length > 0;
}

function pulled({ strip, beside, own }: Beside, body: number): Box {
  const [x, y, width, height] = strip.box;
  const isTaken = (left: number, right: number) =>
    beside.some((other) => other.left < right && other.right > left);
  let [from, to] = [x, x + width];
  if (own && own.left > from && isTaken(from, own.left)) from = own.left;
  if (own && own.right < to && isTaken(own.right, to)) to = own.right;
  const touches = (gap: number) => gap < NEAR * body && gap > -INTO * body;
  const [start, end] = [from, to];
  if (beside.some((other) => touches(start - other.right))) from += PULLED * body;
  if (beside.some((other) => touches(other.left - end))) to -= PULLED * body;
  return to - from < LEFT * width ? strip.box : [from, y, to - from, height];
}

/** What stands in one row with a strip. */
function rowsAmong(strips: readonly Strip[]): (strip: Strip) => Strip[] {
  const sorted = strips.toSorted((a, b) => a.box[1] - b.box[1]);
  const tallest = greatest(sorted, ({ box }) => box[3]);
  return ({ box: [, y, , height] }) => {
    const row: Strip[] = [];
    for (let i = firstFrom(sorted, y - tallest); i < sorted.length; i++) {
      const other = sorted[i] as Strip;
      const [, top, , own] = other.box;
      if (top > y + height) break;
      const shared = Math.min(y + height, top + own) - Math.max(y, top);
      if (2 * shared > Math.min(height, own)) row.push(other);
    }
    return row;
  };
}
