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
