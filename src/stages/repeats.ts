/** A long passage that stands twice on the page is flagged, never deleted: it may be printed so, or read twice. */
import { blockOffsets, blockText } from "../page/text.ts";
import type { Page, Proposal, Warning } from "../page/types.ts";

/** Letters that a passage must have to be flagged. Names of bodies and meetings run to two dozen. */
const LENGTH = 30;

export function repeats(page: Page): Proposal {
  const warnings: Warning[] = [];
  const seen = new Map<string, { readonly text: string; readonly at: number }>();
  for (const block of page.blocks) {
    if (block.role !== "text") continue;
    const text = blockText(page, block);
    const offsets = blockOffsets(page, block);
    for (let i = 0; i + LENGTH <= text.length; i++) {
      const key = text.slice(i, i + LENGTH);
      const first = seen.get(key);
      if (!first) {
        seen.set(key, { text, at: i });
        continue;
      }
      const length = commonLength(first.text, first.at, text, i);
      const [start, end] = [offsets[i] ?? -1, offsets[i + length - 1] ?? -1];
      if (start >= 0 && end >= start)
        warnings.push({
          code: "repeated-text",
          message: `“${text.slice(i, i + 8)}…${text.slice(i + length - 8, i + length)}” stands twice on the page`,
          span: { start, end: end + 1 },
        });
      i += length - 1;
    }
  }
  return { edits: [], warnings };
}

function commonLength(a: string, atA: number, b: string, atB: number): number {
  let length = 0;
  while (atA + length < a.length && atB + length < b.length && a[atA + length] === b[atB + length]) length++;
  return length;
}
