/** A line that runs over several columns: the pieces that wide white or a rule parts, and where each stands. */
import { emWidth } from "../../language/punctuation.ts";
import type { Line, Span } from "../../page/types.ts";

/** A stretch of a line; `left` and `right` in ems from the left edge of the page. */
export interface Cell extends Span {
  readonly left: number;
  readonly right: number;
  readonly letters: number;
}

const RULES = "|｜│¦";
/** What parts columns: a rule with white beside it, or two spaces and more. */
const GUTTER = new RegExp(
  `(?:(?<![ \\t\\u00a0\\u3000])[ \\t\\u00a0\\u3000]+)?[${RULES}][ \\t\\u00a0\\u3000]*|[ \\t\\u00a0]{2,}|\\u3000{2,}`,
  "g",
);
const RULE = new RegExp(`[${RULES}]`);
const ONE_SPACE = /[ \u00a0\u3000]/;
/** Fewer letters are a misread rule or speck, and stay with the cell before. */
const SPECK = 2;

/** The cells of a line as its gutters part them; rules stay at the end of the cell before. */
export function cellsOf(text: string, { span, indent }: Line): Cell[] {
  const own = text.slice(span.start, span.end);
  const cuts: number[] = [];
  for (const { 0: gutter, index } of own.matchAll(GUTTER))
    if (!RULE.test(gutter) || gutter.length > 1) cuts.push(index + gutter.length);
  const cells: Cell[] = [];
  let from = 0;
  let left = indent;
  for (const to of [...cuts, own.length]) {
    const piece = own.slice(from, to);
    const before = cells.at(-1);
    const cell = cellOf(piece, span.start + from, left);
    if (cell && before && cell.letters < SPECK)
      cells[cells.length - 1] = { ...before, end: cell.end, letters: before.letters + cell.letters };
    else if (cell) cells.push(cell);
    left += emWidth(piece);
    from = to;
  }
  return cells;
}

/** Whether a rule parts a cell from the one behind it. */
export function endsWithRule(text: string, { end }: Span): boolean {
  return RULES.includes(text[end - 1] as string);
}

/** Without the white at its ends; null where nothing else is in it. */
function cellOf(piece: string, at: number, left: number): Cell | null {
  const start = piece.length - piece.trimStart().length;
  const end = piece.trimEnd().length;
  if (start >= end) return null;
  const indent = left + emWidth(piece.slice(0, start));
  const text = piece.slice(start, end);
  const words = text.replace(RULES_AT_END, "");
  return {
    start: at + start,
    end: at + end,
    left: indent,
    right: indent + emWidth(words),
    letters: text.match(/[\p{L}\p{N}]/gu)?.length ?? 0,
  };
}
/** Each run is begun once, for long ones may end in something else. */
const RULES_AT_END = new RegExp(`(?:(?<!\\s)\\s+|(?<![\\s${RULES}]))[${RULES}]+$`);

/** Cuts a cell at the space that is nearest to a place, in ems; null where none is within reach of it. */
export function cutNear(
  text: string,
  cell: Cell,
  place: number,
  reach: number,
): readonly [Cell, Cell] | null {
  let best: number | null = null;
  let least = reach;
  let x = cell.left;
  for (let at = cell.start; at < cell.end; at++) {
    const character = text[at] as string;
    x += emWidth(character);
    if (at > cell.start && ONE_SPACE.test(character) && Math.abs(x - place) <= least) {
      least = Math.abs(x - place);
      best = at;
    }
  }
  if (best === null) return null;
  const before = cellOf(text.slice(cell.start, best), cell.start, cell.left);
  const left = cell.left + emWidth(text.slice(cell.start, best));
  const behind = cellOf(text.slice(best, cell.end), best, left);
  return before && behind ? [before, behind] : null;
}
