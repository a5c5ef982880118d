/** What the page as a whole says about a seam: runs of characters that stand elsewhere on it. */
import { eachOnce, type NumberedPairs, numberPairs } from "../../language/han-pairs.ts";
import { WORDLY } from "../../language/punctuation.ts";
import type { Row } from "../../layout/measure.ts";
import { flatMap } from "../../page/flat-map.ts";
import { flatSet } from "../../page/flat-set.ts";
import type { Page } from "../../page/types.ts";

/** Which runs of two and three Han characters of the basic plane stand inside the lines of a page. */
export interface PageRuns {
  readonly has: (run: string) => boolean;
}

/**
 * Only runs of two or three UTF-16 units are known, and of these only such as may stand across the end of a text: most of a page is
 * never asked about.
 *
 * @param texts of which the runs that are asked about begin with the last unit or the last but one
 */
export function collectRuns(rows: readonly Row[], texts: readonly string[]): PageRuns {
  begins.fill(0);
  for (const text of texts) {
    const last = text.charCodeAt(text.length - 1);
    if (!isHanUnit(last)) continue;
    begins[last] = 1;
    if (text.length > 1) begins[text.charCodeAt(text.length - 2)] = 1;
  }
  const runs = flatSet(ROOM * texts.length);
  for (const { text } of rows)
    for (let i = 0; i + 1 < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (begins[unit] === 0) continue;
      const next = text.charCodeAt(i + 1);
      if (!isHanUnit(next)) continue;
      const pair = pairOf(unit, next);
      runs.add(pair, 0);
      if (i + 2 === text.length) continue;
      const third = text.charCodeAt(i + 2);
      if (isHanUnit(third)) runs.add(pair, third);
    }
  return {
    has: (run) =>
      isHanRun(run) &&
      run.length >= 2 &&
      runs.has(pairOf(run.charCodeAt(0), run.charCodeAt(1)), run.length === 2 ? 0 : run.charCodeAt(2)),
  };
}

/** The units that runs begin with. One place for all pages: it is the largest that a page would need. */
const begins = new Uint8Array(1 << 16);

/** Runs that there is room for at first, for each text. */
const ROOM = 16;

function isHanRun(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHanUnit(text.charCodeAt(i))) return false;
  return true;
}

/** Two UTF-16 units as a 32-bit number. */
function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

/** The pairs of neighbours in some texts of a page, each once in a text. */
export function wordPairs({ lines }: Page, texts: readonly string[]): NumberedPairs {
  return eachOnce(numberPairs(texts, WORDLY, lines));
}

/** How many rare pairs two blocks have in common: what they are about. */
export interface SharedRuns {
  readonly between: (a: number, b: number) => number;
}

/** A pair is rare when it stands in no more blocks than this: names and matters of one article. */
const RARE = 4;

/** @param blocks how many of the texts, the first, are blocks */
export function shareRuns({ count, numbers, starts }: NumberedPairs, blocks: number): SharedRuns {
  const end = starts[blocks] as number;
  const spread = new Uint8Array(count);
  for (let i = 0; i < end; i++) {
    const pair = numbers[i] as number;
    if ((spread[pair] as number) <= RARE) spread[pair] = (spread[pair] as number) + 1;
  }
  /** The blocks that have a rare pair, from 1 on and as many as were met so far; 0 for none. */
  const holders = new Uint32Array(count * RARE);
  const shared = flatMap(16 * blocks, blocks * blocks);
  for (let block = 0; block < blocks; block++)
    for (let i = starts[block] as number; i < (starts[block + 1] as number); i++) {
      const pair = numbers[i] as number;
      const many = spread[pair] as number;
      if (many < 2 || many > RARE) continue;
      let at = pair * RARE;
      for (; holders[at] !== 0; at++) shared.count(((holders[at] as number) - 1) * blocks + block);
      holders[at] = block + 1;
    }
  return { between: (a, b) => shared.get(Math.min(a, b) * blocks + Math.max(a, b)) };
}

/** What sections of the page are about: the blocks between two headings, and those headings. */
export interface Topics {
  /** How much a block shares with a section, its own text left out. */
  readonly shared: (block: number, section: number) => number;
}

/** Where what is known of a pair stands behind its first section. */
const [SECOND, IN_FIRST, IN_SECOND] = [1, 2, 3] as const;
const EVERYWHERE = -1;

/**
 * A pair tells sections apart where no more than two have it.
 *
 * @param sections of each text; one that is no block is a heading, and lends its section its pairs
 * @param blocks how many of the texts, the first, are blocks
 */
export function findTopics(
  { count, numbers, starts }: NumberedPairs,
  sections: readonly number[],
  blocks: number,
): Topics {
  /** For each pair the two sections that have it, from 1 on, and in how many of their texts; or that more sections have it. */
  const met = new Int32Array(4 * count);
  for (let text = 0; text < sections.length; text++) {
    const section = (sections[text] as number) + 1;
    for (let i = starts[text] as number; i < (starts[text + 1] as number); i++) {
      const at = 4 * (numbers[i] as number);
      if (met[at] === 0) met[at] = section;
      if (met[at] === section) met[at + IN_FIRST] = (met[at + IN_FIRST] as number) + 1;
      else if (met[at] !== EVERYWHERE) {
        if (met[at + SECOND] === 0) met[at + SECOND] = section;
        if (met[at + SECOND] === section) met[at + IN_SECOND] = (met[at + IN_SECOND] as number) + 1;
        else met[at] = EVERYWHERE;
      }
    }
  }
  const width = sections.reduce((most, section) => Math.max(most, section), 0) + 1;
  const shared = flatMap(16 * blocks, blocks * width);
  for (let block = 0; block < blocks; block++) {
    const own = (sections[block] as number) + 1;
    for (let i = starts[block] as number; i < (starts[block + 1] as number); i++) {
      const at = 4 * (numbers[i] as number);
      const [first, second] = [met[at] as number, met[at + SECOND] as number];
      if (first === EVERYWHERE) continue;
      if ((met[at + IN_FIRST] as number) > (first === own ? 1 : 0)) shared.count(block * width + first - 1);
      if ((met[at + IN_SECOND] as number) > (second === own ? 1 : 0))
        shared.count(block * width + second - 1);
    }
  }
  return { shared: (block, section) => shared.get(block * width + section) };
}

function isHanUnit(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}
