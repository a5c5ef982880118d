/** The blocks of a page as it is read: a line each. */
import type { Block, Line } from "../page/types.ts";

export function blocksOf(lines: readonly Line[]): Block[] {
  return lines.map(({ span: { start, end } }) => ({
    id: start,
    pieces: [{ start, end }],
    role: "text",
    article: null,
  }));
}
