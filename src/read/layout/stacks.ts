/** Lines one below the other that the engine took for one block: what moves as a whole when the page is put in order. */
import { isCjk } from "../../language/punctuation.ts";
import { withEnclosed } from "./enclosed.ts";
import type { Strip } from "./gutters.ts";
import { HEADLINE } from "./headline-strips.ts";
import { around, type Box, byBlock, greatest } from "./sheet.ts";
import { typeSize } from "./type-size.ts";

export interface Stack {
  readonly strips: readonly Strip[];
  readonly box: Box;
  /** Size of its type in that of the page's running text. */
  readonly size: number;
}

/** Stacks of a page, in no order. A block that runs over columns, or holds type of several sizes, comes apart. */
export function stackUp(strips: readonly Strip[], rules: readonly Box[], body: number): Stack[] {
  const blocks = byBlock(strips);
  return headlinesTogether(
    [...blocks.values()].flatMap((own) => stacksOf(own, rules, body)),
    rules,
    body,
  );
}

/** How far the lines of a headline stand from each other at most, and how far they reach into each other, in their own size. */
const CLOSE = 0.5;
const INTO = 0.4;
/** Share of the shorter line that the longer one stands over. */
const OVER = 0.8;

/** Lines of one headline that the engine has taken for blocks of their own. */
function headlinesTogether(stacks: readonly Stack[], rules: readonly Box[], body: number): Stack[] {
  const together: Stack[] = [];
  const heads: number[] = [];
  for (const stack of stacks.toSorted((a, b) => a.box[1] - b.box[1])) {
    const isHead = stack.size >= HEADLINE;
    const at = isHead
      ? heads.findLast((i) => isNextLine(stack, together[i] as Stack, rules, body))
      : undefined;
    if (at !== undefined) together[at] = asOne(together[at] as Stack, stack);
    else if (isHead) heads.push(together.push(stack) - 1);
    else together.push(stack);
  }
  return together;
}

function isNextLine(own: Stack, above: Stack, rules: readonly Box[], body: number): boolean {
  const size = Math.min(own.size, above.size) * body;
  const [x, y, width] = own.box;
  const [x0, , width0] = above.box;
  const shared = Math.min(x + width, x0 + width0) - Math.max(x, x0);
  const gap = y - footAbove(above, y);
  return (
    Math.max(own.size, above.size) < SAME_SIZE * Math.min(own.size, above.size) &&
    shared >= OVER * Math.min(width, width0) &&
    gap > -INTO * size &&
    gap < CLOSE * size &&
    !rules.some((rule) => parts(rule, above.box, own.box))
  );
}

/** Where the lines of a stack end that begin above a height: those below may be of a block around another one. */
function footAbove({ strips }: Stack, y: number): number {
  return greatest(
    strips.filter(({ box }) => box[1] <= y),
    ({ box }) => box[1] + box[3],
  );
}

/** Blocks of one headline may lie in each other: its lines are read from the top, and the pieces of a line from the left. */
function asOne(above: Stack, below: Stack): Stack {
  const strips = rowsOf([...above.strips, ...below.strips].sort(fromTop)).flatMap((row) =>
    row.sort((a, b) => a.box[0] - b.box[0]),
  );
  return { strips, box: around([above.box, below.box]), size: above.size };
}

/** Strips from the top in rows: one that begins above the middle of the strip before stands beside it. */
function rowsOf(strips: readonly Strip[]): Strip[][] {
  const rows: Strip[][] = [];
  for (const strip of strips) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && strip.box[1] < last.box[1] + last.box[3] / 2) row.push(strip);
    else rows.push([strip]);
  }
  return rows;
}

function stacksOf(strips: readonly Strip[], rules: readonly Box[], body: number): Stack[] {
  const stacks: [Strip, ...Strip[]][] = [];
  for (const strip of strips.toSorted(fromTop)) {
    const below = stacks.find(
      (stack) =>
        goesBelow(strip, stack.at(-1) as Strip, rules, body) || goesBelowShort(strip, stack, rules, body),
    );
    if (below) below.push(strip);
    else stacks.push([strip]);
  }
  return withEnclosed(stacks).map((own) => ({
    strips: own,
    box: around(own.map(({ box }) => box)),
    size: median(own.map(typeSize)) / body,
  }));
}

function fromTop(a: Strip, b: Strip): number {
  return a.box[1] + a.box[3] / 2 - (b.box[1] + b.box[3] / 2) || a.box[0] - b.box[0];
}

/** What a paragraph ends with if it is no wider than this, in ems, tells neither the size of its type nor where its column is. */
const SHORT = 2.5;
/** A line stands in the row below another if it is as far below it as this, in its height, and at most as that. */
const ROW = 0.6;
const NEXT = 1.9;
/** Farther to the right than this, in ems, no first line of a paragraph begins. */
const INDENT = 2.7;

/** Whether a line begins right below the end of a short one, and is of one column with the line above that. */
function goesBelowShort(strip: Strip, stack: readonly Strip[], rules: readonly Box[], body: number): boolean {
  const [before, last] = stack.slice(-2);
  if (!before || !last || !isShort(last, body) || !isOfEms(before)) return false;
  const [x, , width, height] = strip.box;
  const [left, , w] = before.box;
  return (
    isInNextRow(strip, last) &&
    x >= last.box[0] + last.box[2] - body / 2 &&
    x < left + INDENT * body &&
    Math.abs(last.box[0] - left) < body &&
    x + width < left + w + 2 * body &&
    Math.abs(height - before.box[3]) < 0.3 * height &&
    isOneSize(strip, before, body) &&
    !rules.some((rule) => parts(rule, last.box, strip.box))
  );
}

function isInNextRow({ box: [, y, , height] }: Strip, { box: [, above, , h] }: Strip): boolean {
  const step = y + height / 2 - above - h / 2;
  const low = Math.min(height, h);
  return step > ROW * low && step < NEXT * low;
}

/**
 * Lines of spaced scripts end in words, by which their type can be told. Lines that run from top to bottom stand in one grid all over a page,
 * so that nothing tells what is short from what is of another block.
 */
function isOfEms({ words }: Strip): boolean {
  const [, , width, height] = around(words.map(({ place }) => place));
  return width > height && words.some(({ text }) => [...text].some(isCjk));
}

function isShort({ box: [, , width] }: Strip, body: number): boolean {
  return width < SHORT * body;
}

/** Sizes of lines of one text differ by what cannot be measured; a headline is larger by half, as a rule. */
const SAME_SIZE = 1.25;

function goesBelow(strip: Strip, last: Strip, rules: readonly Box[], body: number): boolean {
  const [x, y, width, height] = strip.box;
  const [x0, y0, width0, height0] = last.box;
  const shared = Math.min(x + width, x0 + width0) - Math.max(x, x0);
  return (
    shared > 0.3 * Math.min(width, width0) &&
    y - (y0 + height0) < 1.5 * Math.min(height, height0) &&
    isOneSize(strip, last, body) &&
    !rules.some((rule) => parts(rule, last.box, strip.box))
  );
}

function isOneSize(one: Strip, other: Strip, body: number): boolean {
  const [small, large] = [typeSize(one), typeSize(other)].sort((a, b) => a - b) as [number, number];
  return large < SAME_SIZE * small || (small > 0.6 * body && large < 1.2 * body);
}

/** Whether a rule runs between a box and one below it. */
function parts([left, top, w, h]: Box, [x, y, width, height]: Box, [, below, , depth]: Box): boolean {
  const middle = top + h / 2;
  return (
    w > 3 * h &&
    y + height / 2 < middle &&
    middle < below + depth / 2 &&
    left < x + width / 2 &&
    x + width / 2 < left + w
  );
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
