/** What the page as a whole says about a seam: runs of characters that stand elsewhere on it. */
import type { Row } from "../../layout/measure.ts";

/** Which runs of two and three Han characters of the basic plane stand inside the lines of a page. */
export interface PageRuns {
  readonly has: (run: string) => boolean;
}

/** Only runs of two or three UTF-16 units are known. */
export function collectRuns(rows: readonly Row[]): PageRuns {
  const runs = new Set<number>();
  for (const { text } of rows) {
    let length = 0;
    for (let i = 0; i < text.length; i++) {
      length = isHanUnit(text.charCodeAt(i)) ? length + 1 : 0;
      if (length >= 2) runs.add(keyOf(text, i - 1, i + 1));
      if (length >= 3) runs.add(keyOf(text, i - 2, i + 1));
    }
  }
  return { has: (run) => isHanRun(run) && runs.has(keyOf(run, 0, run.length)) };
}

function isHanRun(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHanUnit(text.charCodeAt(i))) return false;
  return true;
}

/** A run as one number: numbers are cheaper to keep than pieces of text. */
function keyOf(text: string, from: number, to: number): number {
  let key = 0;
  for (let i = from; i < to; i++) key = key * UNITS + (text.charCodeAt(i) - FIRST_UNIT);
  return key;
}

/** From katakana to the last Han of the basic plane: two of them still make a small integer. */
const FIRST_UNIT = 0x30a0;
const UNITS = 0x7000;

/** How many rare runs two blocks have in common: what they are about. */
export interface SharedRuns {
  readonly between: (a: number, b: number) => number;
}

/** A run is rare when it stands in no more blocks than this: names and matters of one article. */
const RARE = 4;

/** @param runs the pairs of each block, in the order in which they are asked for */
export function shareRuns(runs: readonly ReadonlySet<number>[]): SharedRuns {
  const blocks = new Map<number, number>();
  for (const own of runs) for (const run of own) blocks.set(run, (blocks.get(run) ?? 0) + 1);
  const rare = runs.map((own) => [...own].filter((run) => (blocks.get(run) ?? 0) <= RARE));
  return {
    between: (a, b) => {
      const own = runs[b];
      return own ? (rare[a] ?? []).reduce((sum, run) => sum + (own.has(run) ? 1 : 0), 0) : 0;
    },
  };
}

/** What sections of the page are about: the blocks between two headings, and those headings. */
export interface Topics {
  /** How much a block shares with a section, its own text left out. */
  readonly shared: (block: number, section: number) => number;
}

/**
 * @param blocks the pairs of each block and the section it stands in
 * @param titles the headings of each section
 */
export function findTopics(
  blocks: readonly { readonly pairs: ReadonlySet<number>; readonly section: number }[],
  titles: ReadonlyMap<number, string>,
): Topics {
  /** For each section how many of its blocks, and headings, a run stands in. */
  const sections = new Map<number, Map<number, number>>();
  const add = (section: number, own: ReadonlySet<number>) => {
    const counts = sections.get(section) ?? new Map<number, number>();
    sections.set(section, counts);
    for (const run of own) counts.set(run, (counts.get(run) ?? 0) + 1);
  };
  for (const { section, pairs } of blocks) add(section, pairs);
  for (const [section, text] of titles) add(section, wordPairs(text));
  const spread = new Map<number, number>();
  for (const counts of sections.values())
    for (const run of counts.keys()) spread.set(run, (spread.get(run) ?? 0) + 1);
  return {
    shared: (block, section) => {
      const counts = sections.get(section);
      const own = blocks[block]?.section === section ? 1 : 0;
      let sum = 0;
      blocks[block]?.pairs.forEach((run) => {
        if ((counts?.get(run) ?? 0) > own && (spread.get(run) as number) <= TELLING) sum++;
      });
      return sum;
    },
  };
}

/** A run tells sections apart where no more than so many have it. */
const TELLING = 2;

/** Each pair of neighbours as one number. */
export function wordPairs(text: string): Set<number> {
  const pairs = new Set<number>();
  for (let i = 1; i < text.length; i++)
    if (isWordUnit(text.charCodeAt(i - 1)) && isWordUnit(text.charCodeAt(i)))
      pairs.add(keyOf(text, i - 1, i + 1));
  return pairs;
}

function isHanUnit(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** Han of the basic plane, or katakana: what names and matters are written in. */
function isWordUnit(unit: number): boolean {
  return isHanUnit(unit) || (unit >= 0x30a1 && unit <= 0x30fc);
}
