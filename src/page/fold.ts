/** Back from a page whose lines were cut and put in order to the places of the input. */
import type { Edit, Folded, Line, Page, Span } from "./types.ts";
import { lineAt } from "./view.ts";

/**
 * The page and its log with the offsets of the input, and the input as its text. Blocks stay in reading order, lines
 * are in the order of the input.
 */
export function foldBack(page: Page, log: readonly Edit[]): { page: Page; log: readonly Edit[] } {
  const { folded, ...own } = page;
  if (!folded) return { page, log };
  const place = (offset: number) => placeOf(offset, own.lines, folded);
  const span = ({ start, end }: Span) => ({ start: place(start), end: place(end) });
  // Where the pieces of a place stand apart in the input, it is where the first stands.
  const spot = ({ start, end }: Span) => {
    const [from, to] = [place(start), place(end)];
    return { start: from, end: to - from === end - start ? to : from };
  };
  return {
    page: {
      ...own,
      text: folded.text,
      span: folded.span,
      lines: own.lines
        .map((line) => ({ ...line, span: span(line.span) }))
        .sort((a, b) => a.span.start - b.span.start),
      blocks: own.blocks.map((block) => ({
        ...block,
        id: place(block.id),
        article: block.article === null ? null : place(block.article),
        pieces: block.pieces.map((piece) => ({ ...piece, ...span(piece) })),
      })),
      changes: own.changes
        .map((change) => ({ ...change, ...span(change) }))
        .sort((a, b) => a.start - b.start),
      warnings: own.warnings.map((warning) => ({ ...warning, span: warning.span && spot(warning.span) })),
    },
    log: log.map((edit) => editAt(edit, place, span)),
  };
}

function placeOf(offset: number, lines: readonly Line[], { starts }: Folded): number {
  const next = lineAt(lines, offset);
  // Behind the last character of a line stands the end of that line.
  const at = offset < (lines[next]?.span.start ?? Number.POSITIVE_INFINITY) ? next - 1 : next;
  const line = lines[Math.max(0, at)] as Line;
  return (starts[Math.max(0, at)] as number) + offset - line.span.start;
}

function editAt(edit: Edit, place: (offset: number) => number, span: (span: Span) => Span): Edit {
  const maybe = (offset: number | null) => (offset === null ? null : place(offset));
  switch (edit.kind) {
    case "replace":
      return { ...edit, span: span(edit.span) };
    case "split":
      return { ...edit, block: place(edit.block), end: place(edit.end), at: place(edit.at) };
    case "join": {
      const was = { ...edit.was, article: maybe(edit.was.article) };
      return { ...edit, tail: place(edit.tail), head: place(edit.head), was };
    }
    case "label":
      return { ...edit, block: place(edit.block) };
    case "assign":
      return { ...edit, block: place(edit.block), was: maybe(edit.was), article: maybe(edit.article) };
  }
}
