/** What the page as a whole says about a seam: runs of characters that stand elsewhere on it. */
import type { Row } from "../../layout/measure.ts";

/** How often runs of two and three characters stand inside the lines of a page. */
export interface PageRuns {
  readonly count: (run: string) => number;
}

export function countRuns(rows: readonly Row[]): PageRuns {
  const counts = new Map<string, number>();
  for (const { text } of rows) {
    for (let i = 0; i + 2 <= text.length; i++) {
      add(counts, text.slice(i, i + 2));
      if (i + 3 <= text.length) add(counts, text.slice(i, i + 3));
    }
  }
  return { count: (run) => counts.get(run) ?? 0 };
}

function add(counts: Map<string, number>, run: string): void {
  counts.set(run, (counts.get(run) ?? 0) + 1);
}

/** How many rare runs two blocks have in common: what they are about. */
export interface SharedRuns {
  readonly between: (a: number, b: number) => number;
}

/** A run is rare when it stands in no more blocks than this: names and matters of one article. */
const RARE = 4;

/** @param texts the blocks, in the order in which they are asked for */
export function shareRuns(texts: readonly string[]): SharedRuns {
  const runs = texts.map(ideographPairs);
  const blocks = new Map<string, number>();
  for (const own of runs) for (const run of own) blocks.set(run, (blocks.get(run) ?? 0) + 1);
  const rare = runs.map((own) => [...own].filter((run) => (blocks.get(run) ?? 0) <= RARE));
  return {
    between: (a, b) => {
      const own = runs[b];
      return own ? (rare[a] ?? []).reduce((sum, run) => sum + (own.has(run) ? 1 : 0), 0) : 0;
    },
  };
}

function ideographPairs(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 1; i < text.length; i++)
    if (isWordUnit(text.charCodeAt(i - 1)) && isWordUnit(text.charCodeAt(i)))
      pairs.add(text.slice(i - 1, i + 1));
  return pairs;
}

/** Han of the basic plane, or katakana: what names and matters are written in. */
function isWordUnit(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x30a1 && unit <= 0x30fc);
}
