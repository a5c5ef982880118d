/** Between the places of a page whose lines were cut and put in order, and the places of the input. */
import type { Choice, Edit, Line, Page, Quote, Span } from "./types.ts";
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
  if (!page.folded) return { page, log, choices };
  const { folded, ...own } = page;
  const place = placeBy(own.lines, folded.starts);
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
        .map((line, i) => movedTo(line, folded.starts[i] as number))
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
  const inInput = lines
    .map((line, i) => ({ line: movedTo(line, folded.starts[i] as number), start: line.span.start }))
    .sort((a, b) => a.line.span.start - b.line.span.start);
  const place = placeBy(
    inInput.map(({ line }) => line),
    inInput.map(({ start }) => start),
  );
  return log.map((edit) => editAt(edit, place));
}

function movedTo(line: Line, start: number): Line {
  return { ...line, span: { start, end: start + line.span.end - line.span.start } };
}

/** From places in lines, which stand in order, to where those lines begin in another text. */
function placeBy(lines: readonly Line[], starts: readonly number[]): Place {
  return (offset) => {
    const next = lineAt(lines, offset);
    // Behind the last character of a line stands the end of that line.
    const at = Math.max(0, offset < (lines[next]?.span.start ?? Number.POSITIVE_INFINITY) ? next - 1 : next);
    return (starts[at] as number) + offset - (lines[at] as Line).span.start;
  };
}

function spanBy(place: Place): (span: Span) => Span {
  return ({ start, end }) => ({ start: place(start), end: endBy(place)(end) });
}

/** Right behind a line another may begin, which may stand elsewhere in the other text. */
function endBy(place: Place): Place {
  return (end) => place(end - 1) + 1;
}

function editAt(edit: Edit, place: Place): Edit {
  const maybe = (offset: number | null) => (offset === null ? null : place(offset));
  switch (edit.kind) {
    case "replace":
      return { ...edit, span: spanBy(place)(edit.span) };
    case "split":
      return { ...edit, block: place(edit.block), end: endBy(place)(edit.end), at: place(edit.at) };
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
