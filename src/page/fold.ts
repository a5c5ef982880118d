/** Between the places of a page whose lines were cut and put in order, and the places of the input. */
import type { Choice, Edit, Folded, Line, Page, Quote, Span } from "./types.ts";
import { lineAt } from "./view.ts";

/** A repaired page, how it came to be, and why. */
export interface Repaired {
  readonly page: Page;
  readonly log: readonly Edit[];
  readonly choices: readonly Choice[];
}

/** Where an offset of one text stands in another. */
type Place = (offset: number) => number;

/**
 * The same with the offsets of the input, and the input as the text of the page. Blocks stay in reading order, lines are in
 * the order of the input.
 */
export function foldBack({ page, log, choices }: Repaired): Repaired {
  const { folded, ...own } = page;
  if (!folded) return { page, log, choices };
  const place: Place = (offset) => placeInInput(offset, own.lines, folded);
  const span = spanBy(place);
  // Where the pieces of a place stand apart in the input, it is where the first stands.
  const spot = ({ start, end }: Span) => {
    const [from, to] = [place(start), place(end)];
    return { start: from, end: to - from === end - start ? to : from };
  };
  const quote = (it: Quote): Quote => ({ ...it, ...spot(it) });
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
    log: log.map((edit) => editAt(edit, place)),
    choices: choices.map((choice) => ({
      ...choice,
      tail: choice.tail && quote(choice.tail),
      head: quote(choice.head),
    })),
  };
}

/** A log with the offsets of the input, as it was made on the page as read. */
export function foldForth({ lines, folded }: Page, log: readonly Edit[]): readonly Edit[] {
  if (!folded) return log;
  const known = folded.starts
    .map((start, i) => ({ start, line: lines[i] as Line }))
    .sort((a, b) => a.start - b.start);
  const place: Place = (offset) => {
    const at = known.findLast(({ start }) => start <= offset) ?? known[0];
    return at ? at.line.span.start + offset - at.start : offset;
  };
  return log.map((edit) => editAt(edit, place));
}

function placeInInput(offset: number, lines: readonly Line[], { starts }: Folded): number {
  const next = lineAt(lines, offset);
  // Behind the last character of a line stands the end of that line.
  const at = offset < (lines[next]?.span.start ?? Number.POSITIVE_INFINITY) ? next - 1 : next;
  const line = lines[Math.max(0, at)] as Line;
  return (starts[Math.max(0, at)] as number) + offset - line.span.start;
}

function spanBy(place: Place): (span: Span) => Span {
  return ({ start, end }) => ({ start: place(start), end: place(end) });
}

function editAt(edit: Edit, place: Place): Edit {
  const maybe = (offset: number | null) => (offset === null ? null : place(offset));
  switch (edit.kind) {
    case "replace":
      return { ...edit, span: spanBy(place)(edit.span) };
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
