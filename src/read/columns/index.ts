/**
 * Lines that run over several columns, as `pdftotext -layout` writes them and as engines that keep white space do where
 * lines of neighbouring columns stand at one height: each is cut at the gutters, and the columns are read one by one.
 */
import type { Line, Page, Span } from "../../page/types.ts";
import { blocksOf } from "../blocks.ts";
import { bandsIn, rowsBelow, stacksOf } from "./bands.ts";
import { type Cell, cellsOf } from "./cells.ts";

/** A line of a page, or a piece of one. */
interface Placed extends Span {
  readonly indent: number;
  readonly blankBefore: number;
  readonly trailingSpace: boolean;
}

/** What may part columns; seldom on a page, so that it is looked for first. */
const GUTTERS = /\S(?:[ \t\u00a0]{2,}|\u3000{2,}| [|｜│¦]|[|｜│¦] )\S?/;

/** The page with its lines in the order they are read; the same page where none runs over columns. */
export function unfold(page: Page): Page {
  const { text, lines, span } = page;
  if (!GUTTERS.test(text)) return page;
  const rows = lines.map((line) => cellsOf(text, line));
  const placed: Placed[] = [];
  let done = 0;
  for (const { from, to: last, columns } of bandsIn(text, rows)) {
    const gap = lines.findIndex(({ blankBefore }, i) => i >= last && blankBefore > 0);
    const below = rows.slice(last, gap < 0 ? undefined : gap);
    const to = last + rowsBelow(text, below, columns);
    for (const line of lines.slice(done, from)) placed.push(asPlaced(line));
    for (const line of stacksOf(text, rows.slice(from, to), columns).flatMap(asLines)) placed.push(line);
    done = to;
  }
  if (done === 0) return page;
  lines.slice(done).forEach((line, i) => {
    placed.push({ ...asPlaced(line), ...(i === 0 && APART) });
  });
  return {
    ...page,
    ...asPage(text, placed),
    folded: { text, span, starts: placed.map(({ start }) => start) },
  };
}

const APART = { blankBefore: 1 };

function asPlaced({ span, ...line }: Line): Placed {
  return { ...span, ...line };
}

/** A stack of cells stands apart. */
function asLines(stack: readonly Cell[]): Placed[] {
  const edge = edgeOf(stack);
  return stack.map(({ start, end, left }, i) => ({
    start,
    end,
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

function asPage(text: string, placed: readonly Placed[]): Pick<Page, "text" | "span" | "lines" | "blocks"> {
  let own = "";
  const lines = placed.map(({ start, end, ...line }): Line => {
    if (own !== "") own += "\n";
    const at = own.length;
    own += text.slice(start, end);
    return { ...line, span: { start: at, end: own.length } };
  });
  return {
    text: own,
    span: { start: 0, end: own.length },
    lines,
    blocks: blocksOf(lines),
  };
}
