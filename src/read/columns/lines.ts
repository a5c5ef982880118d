/** Lines in the order they are read, of what stands in columns. */
import type { Line } from "../../page/types.ts";
import { lineAt } from "../../page/view.ts";
import type { Part } from "./alignment.ts";
import type { Cell } from "./cells.ts";

/**
 * The lines of what stands in each column. A column stands apart.
 *
 * @param lines those that the parts are of
 */
export function linesOfParts(stacks: readonly (readonly Part[])[], lines: readonly Line[]): Line[] {
  // Where most lines have white above, it stands between lines and not between paragraphs.
  const isLoose = lines.filter(({ blankBefore }) => blankBefore > 0).length > lines.length / 2;
  return stacks.flatMap((stack) =>
    stack.map(({ start, end, indent, isApart, isFull }, i): Line => {
      const line = lines[lineAt(lines, start)] as Line;
      const isWhole = line.span.start === start && line.span.end === end;
      const blankBefore = i === 0 || isApart ? 1 : isLoose && !isWhole ? 0 : line.blankBefore;
      return isWhole
        ? { ...line, blankBefore }
        : {
            span: { start, end },
            indent,
            blankBefore,
            trailingSpace: false,
            ...(isFull && { fillsColumn: true as const }),
          };
    }),
  );
}

/** The same of the cells of one column. */
export function linesOfCells(stack: readonly Cell[]): Line[] {
  const edge = edgeOf(stack);
  return stack.map(({ start, end, left }, i) => ({
    span: { start, end },
    indent: edge === null ? 0 : Math.max(0, left - edge),
    blankBefore: i === 0 ? 1 : 0,
    trailingSpace: false,
  }));
}

/** Share of the cells that begin at the very edge where the white of a line is exact. */
const AT_EDGE = 0.4;

/** Where the lines of a stack begin; null where the white is too rough to tell indents. */
function edgeOf(stack: readonly Cell[]): number | null {
  const counts = new Map<number, number>();
  for (const { left } of stack) counts.set(left, (counts.get(left) ?? 0) + 1);
  const edges = [...counts].filter(([, count]) => count >= AT_EDGE * stack.length);
  return edges.length === 0 ? null : Math.min(...edges.map(([left]) => left));
}
