/** Reading a page: what a span or a block says once the changes to its characters are made. */
import { beginningOf } from "./snippet.ts";
import type { Block, Change, Origin, Page, Piece, Span } from "./types.ts";

/** The text of a span of the input as it now reads. A change that only half lies in the span counts whole. */
export function spanText(page: Page, span: Span): string {
  let text = "";
  let at = span.start;
  for (let i = firstChangeFrom(page.changes, span.start); i < page.changes.length; i++) {
    const change = page.changes[i] as Change;
    if (change.start >= span.end) break;
    text += page.text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return at < span.end ? text + page.text.slice(at, span.end) : text;
}

/** The text of a block: its pieces with what the seams put between them. */
export function blockText(page: Page, { pieces }: Pick<Block, "pieces">): string {
  let texts = known.get(page.changes);
  if (!texts) {
    texts = new Map();
    known.set(page.changes, texts);
  }
  let text = texts.get(pieces);
  if (text === undefined) {
    text = textOf(page, pieces);
    texts.set(pieces, text);
  }
  return text;
}

/**
 * Stages ask for the texts of the same blocks one after the other. A page has its own list of changes, which is another as soon as
 * a character changes, and a block its own list of pieces, whatever becomes of its role.
 */
const known = new WeakMap<readonly Change[], Map<readonly Piece[], string>>();

function textOf(page: Page, pieces: readonly Piece[]): string {
  let text = "";
  for (const piece of pieces) text += (piece.seam?.glue ?? "") + spanText(page, piece);
  return text;
}

/** Where each UTF-16 unit of a block's text comes from: the offset in the input, or -1 for what no piece holds. */
export function blockOffsets(page: Page, block: Block): number[] {
  // As long as it will be: one that grows is copied again and again.
  const offsets = new Array<number>(blockText(page, block).length);
  let next = 0;
  for (const piece of block.pieces) {
    for (let i = 0; i < (piece.seam?.glue.length ?? 0); i++) offsets[next++] = -1;
    let at = piece.start;
    for (let i = firstChangeFrom(page.changes, piece.start); i < page.changes.length; i++) {
      const change = page.changes[i] as Change;
      if (change.start >= piece.end) break;
      for (; at < change.start; at++) offsets[next++] = at;
      for (let j = 0; j < change.text.length; j++) offsets[next++] = change.start;
      at = change.end;
    }
    for (; at < piece.end; at++) offsets[next++] = at;
  }
  return offsets;
}

function firstChangeFrom(changes: readonly Change[], offset: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as Change).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of some origins that are ranges of a text: of a layout file none. */
export function spansAmong(origins: readonly Origin[]): Span[] {
  return origins.filter((origin) => "start" in origin);
}

/** UTF-16 units of a text that a warning quotes. */
const SHOWN = 12;

/** The beginning of a text, as a warning about the whole of it quotes it. */
export function opening(text: string): string {
  return text.length > SHOWN ? `${beginningOf(text, SHOWN)}…` : text;
}
