/** Reading a page: what a span or a block says once the changes to its characters are made. */
import { beginningOf, endingOf } from "./snippet.ts";
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

/** UTF-16 units that are quoted at least; a word of a spaced script is quoted whole, unless it is longer than that many more. */
const QUOTED = 8;
const WORD = 20;
/** Letters that spaces part into words. */
const LETTER = /[\p{L}\p{M}\p{N}'’-]/u;
const CJK = /[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]/;

function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character) && !CJK.test(character);
}

/** How a text begins, to quote it. */
export function quotedStart(text: string): string {
  let end = QUOTED;
  while (end < QUOTED + WORD && isLetter(text[end - 1]) && isLetter(text[end])) end++;
  return beginningOf(text, end).trimEnd();
}

/** How a text ends, to quote it. */
export function quotedEnd(text: string): string {
  let start = Math.max(0, text.length - QUOTED);
  const least = Math.max(0, start - WORD);
  while (start > least && isLetter(text[start - 1]) && isLetter(text[start])) start--;
  return endingOf(text, text.length - start).trimStart();
}

/** A stretch of a text without the pieces of words at its ends. */
export function wholeWords(text: string, from: number, to: number): string {
  let [start, end] = [from, to];
  if (isLetter(text[from - 1])) while (start < to && isLetter(text[start])) start++;
  if (isLetter(text[to])) while (end > start && isLetter(text[end - 1])) end--;
  return text.slice(start, end).trim();
}
