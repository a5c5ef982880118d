/** What the page as a whole says about a seam: runs of characters that stand elsewhere on it. */
import type { Row } from "../../layout/measure.ts";

/** Which runs of two and three Han characters of the basic plane stand inside the lines of a page. */
export interface PageRuns {
  readonly has: (run: string) => boolean;
}

/** Only runs of two or three UTF-16 units are known. */
export function collectRuns(rows: readonly Row[]): PageRuns {
  const pairs = new Map<number, number>();
  const triples = new Set<number>();
  for (const { text } of rows) {
    let length = 0;
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      length = isHanUnit(text.charCodeAt(i)) ? length + 1 : 0;
      if (length >= 3) triples.add(tripleOf(before, text.charCodeAt(i)));
      if (length >= 2) before = numberOf(pairs, pairAt(text, i));
    }
  }
  return {
    has: (run) => {
      const number = isHanRun(run) ? pairs.get(pairAt(run, 1)) : undefined;
      if (number === undefined) return false;
      return run.length === 2 || triples.has(tripleOf(number, run.charCodeAt(2)));
    },
  };
}

function isHanRun(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHanUnit(text.charCodeAt(i))) return false;
  return true;
}

/** The number of a key, in the order in which they are first asked for. */
function numberOf(numbers: Map<number, number>, key: number): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** From katakana to the last Han of the basic plane: two of them still make a small integer, which maps keep cheaply. */
const FIRST_UNIT = 0x30a0;
const UNITS = 0x7000;

/** A unit and the one before it, as one number. */
function pairAt(text: string, i: number): number {
  return (text.charCodeAt(i - 1) - FIRST_UNIT) * UNITS + text.charCodeAt(i) - FIRST_UNIT;
}

function tripleOf(pair: number, unit: number): number {
  return pair * UNITS + unit - FIRST_UNIT;
}

/** The pairs of neighbours in some texts, numbered. */
export interface NumberedPairs {
  readonly count: number;
  /** For each text the numbers of its pairs, each once. */
  readonly of: readonly (readonly number[])[];
}

export function numberPairs(texts: readonly string[]): NumberedPairs {
  const numbers = new Map<number, number>();
  /** The last text that each pair was seen in. */
  const seenIn: number[] = [];
  const of = texts.map((text, own) => {
    const pairs: number[] = [];
    for (let i = 1; i < text.length; i++) {
      if (!isWordUnit(text.charCodeAt(i - 1)) || !isWordUnit(text.charCodeAt(i))) continue;
      const number = numberOf(numbers, pairAt(text, i));
      if (seenIn[number] === own) continue;
      seenIn[number] = own;
      pairs.push(number);
    }
    return pairs;
  });
  return { count: numbers.size, of };
}

/** How many rare pairs two blocks have in common: what they are about. */
export interface SharedRuns {
  readonly between: (a: number, b: number) => number;
}

/** A pair is rare when it stands in no more blocks than this: names and matters of one article. */
const RARE = 4;

/** @param blocks how many of the texts, the first, are blocks */
export function shareRuns({ count, of }: NumberedPairs, blocks: number): SharedRuns {
  const spread = new Uint32Array(count);
  for (let block = 0; block < blocks; block++)
    for (const pair of of[block] as readonly number[]) spread[pair] = (spread[pair] as number) + 1;
  const holders = new Map<number, number[]>();
  const shared = new Map<number, number>();
  for (let block = 0; block < blocks; block++)
    for (const pair of of[block] as readonly number[]) {
      const many = spread[pair] as number;
      if (many < 2 || many > RARE) continue;
      const others = holders.get(pair);
      if (!others) holders.set(pair, [block]);
      else {
        for (const other of others) increase(shared, other * blocks + block);
        others.push(block);
      }
    }
  return { between: (a, b) => shared.get(Math.min(a, b) * blocks + Math.max(a, b)) ?? 0 };
}

function increase(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What sections of the page are about: the blocks between two headings, and those headings. */
export interface Topics {
  /** How much a block shares with a section, its own text left out. */
  readonly shared: (block: number, section: number) => number;
}

const NOWHERE = -1;

/**
 * A pair tells sections apart where no more than two have it.
 *
 * @param sections of each text; one that is no block is a heading, and lends its section its pairs
 * @param blocks how many of the texts, the first, are blocks
 */
export function findTopics(
  { count, of }: NumberedPairs,
  sections: readonly number[],
  blocks: number,
): Topics {
  /** The two sections that have a pair, and in how many of their texts; or more sections than that. */
  const one = new Int32Array(count).fill(NOWHERE);
  const two = new Int32Array(count).fill(NOWHERE);
  const inOne = new Uint32Array(count);
  const inTwo = new Uint32Array(count);
  const everywhere = new Uint8Array(count);
  of.forEach((pairs, text) => {
    const section = sections[text] as number;
    for (const pair of pairs) {
      if (one[pair] === NOWHERE) one[pair] = section;
      else if (one[pair] !== section && two[pair] === NOWHERE) two[pair] = section;
      if (one[pair] === section) inOne[pair] = (inOne[pair] as number) + 1;
      else if (two[pair] === section) inTwo[pair] = (inTwo[pair] as number) + 1;
      else everywhere[pair] = 1;
    }
  });
  const width = sections.reduce((most, section) => Math.max(most, section), 0) + 1;
  const shared = new Map<number, number>();
  for (let block = 0; block < blocks; block++) {
    const own = sections[block] as number;
    for (const pair of of[block] as readonly number[]) {
      if (everywhere[pair] === 1) continue;
      const [first, second] = [one[pair] as number, two[pair] as number];
      if ((inOne[pair] as number) > (first === own ? 1 : 0)) increase(shared, block * width + first);
      if ((inTwo[pair] as number) > (second === own ? 1 : 0)) increase(shared, block * width + second);
    }
  }
  return { shared: (block, section) => shared.get(block * width + section) ?? 0 };
}

function isHanUnit(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** Han of the basic plane, or katakana: what names and matters are written in. */
function isWordUnit(unit: number): boolean {
  return isHanUnit(unit) || (unit >= 0x30a1 && unit <= 0x30fc);
}
