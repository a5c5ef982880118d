/** What every layout format says of a page, in the same words: lines of words with boxes, rules and pictures. */

import type { Box } from "../../page/types.ts";
import type { FilePlace } from "./pieces.ts";

export type { Box };

export interface Word {
  readonly text: string;
  /** Where it is worked with: `straighten` moves it. */
  readonly box: Box;
  /** Where it stands in the file. */
  readonly place: Box;
  /** How sure the engine was, from 0 to 1; null where it does not say. */
  readonly confidence: number | null;
}

/** Which way lines run: from left to right, or from top to bottom. */
export type Direction = "across" | "down";

/** What formats say of the way that lines run: `ttb` in ALTO, `top-to-bottom` in PAGE. */
export function statedDirection(value: string | undefined): Direction | null {
  if (value === "ttb" || value === "top-to-bottom") return "down";
  return value === "ltr" || value === "left-to-right" ? "across" : null;
}

/** A line as the engine has read it. */
export interface PrintedLine {
  /** Of its element; null where the format has none. */
  readonly id: string | null;
  /** Never empty, from left to right; in vertical text from top to bottom. */
  readonly words: readonly Word[];
  /** What the engine took for one block; lines of one block have the same number. */
  readonly block: number;
  /** Type size as the file states it, in its own unit; null where it does not. */
  readonly fontSize: number | null;
  /** Degrees by which the text is turned, clockwise. */
  readonly rotation: number;
  /** Which way it runs, as the file says; null where it does not. */
  readonly stated: Direction | null;
  /** It runs across the text of its page, as a horizontal headline over vertical text does. */
  readonly aside: boolean;
  /** Ids of the elements that hold it, outermost first. */
  readonly within: readonly string[];
  /** Number of the advertisement that the file says it is part of; null for what is in none. */
  readonly advert: number | null;
}

/** A page before it is known in which order its lines are read. */
export interface Sheet {
  readonly lines: readonly PrintedLine[];
  /** Printed rules and whatever else parts columns and articles. */
  readonly rules: readonly Box[];
  readonly pictures: readonly Box[];
  /** Which block is read when, by its number, where the file states an order. */
  readonly order: ReadonlyMap<number, number>;
  /** Its text runs from top to bottom, and all boxes that are worked with are turned by a quarter. */
  readonly down: boolean;
}

/** A reader gives each page as soon as it is whole, so that no two have to be held; what is wrong with the file it tells at the end. */
export type Reader = (chunks: Iterable<string>, give: (sheet: Sheet) => void) => readonly Flaw[];

/** A place where the file is not what its format asks for. */
export interface Flaw {
  readonly message: string;
  readonly place: FilePlace;
}

/** The smallest box around others; they are never none. */
export function around(boxes: readonly Box[]): Box {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[0] + box[2]);
    bottom = Math.max(bottom, box[1] + box[3]);
  }
  return [left, top, right - left, bottom - top];
}

/** Lines of each block, in the order they have. */
export function byBlock<T extends Pick<PrintedLine, "block">>(lines: readonly T[]): Map<number, T[]> {
  const blocks = new Map<number, T[]>();
  for (const line of lines) {
    const own = blocks.get(line.block);
    if (own) own.push(line);
    else blocks.set(line.block, [line]);
  }
  return blocks;
}

/** The first of some that begins no higher than a place; they are sorted by their tops. */
export function firstFrom(sorted: readonly { readonly box: Box }[], top: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as { readonly box: Box }).box[1] < top) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of any number of values: `Math.min(...)` takes no more than fit on the stack. */
export function least<T>(values: readonly T[], measure: (value: T) => number): number {
  return values.reduce((all, value) => Math.min(all, measure(value)), Number.POSITIVE_INFINITY);
}

export function greatest<T>(values: readonly T[], measure: (value: T) => number): number {
  return -least(values, (value) => -measure(value));
}

export function boxOf({ words }: Pick<PrintedLine, "words">): Box {
  return around(words.map(({ box }) => box));
}

/** Words that show where a line runs; and how much higher than them its box is where some of theirs take in the next line. */
const SEVERAL = 4;
const SWOLLEN = 1.35;

/** The box of a line: as high as most of its words where a few have boxes as high as two lines. */
export function lineBox(line: Pick<PrintedLine, "words">): Box {
  const box = boxOf(line);
  const [x, , width, height] = box;
  if (line.words.length < SEVERAL || width < height) return box;
  const heights = line.words.map(({ box: own }) => own[3]).sort((a, b) => a - b);
  const usual = heights[(heights.length - 1) >> 1] as number;
  if (height <= SWOLLEN * usual) return box;
  const most = line.words.filter(({ box: own }) => own[3] >= usual / 2 && own[3] <= SWOLLEN * usual);
  const [, top, , own] = boxOf({ words: most });
  return own < height ? [x, top, width, own] : box;
}

/** A box of two corners. */
export function corners(left: number, top: number, right: number, bottom: number): Box {
  return [left, top, right - left, bottom - top];
}

/** Ids of what holds an element, and its own behind them; of files that nest without end the outer ones. */
export function inside(outer: readonly string[], id: string | undefined): readonly string[] {
  return id === undefined || outer.length >= DEEPEST ? outer : [...outer, id];
}

const DEEPEST = 32;

/** Whether a box can be worked with: engines write NaN, and boxes of negative size. */
export function isSound([x, y, width, height]: Box): boolean {
  return Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST && isLength(width) && isLength(height);
}

function isLength(value: number): boolean {
  return value >= 0 && value <= FARTHEST;
}

/** No page is so large in any unit; what stands beyond would swallow all distances on it. */
const FARTHEST = 1e7;
