/** A page as the stages look at it: each block with its text, its lines and the empty lines around it. */
import { blockText } from "./text.ts";
import type { Block, Line, Page, Place, Span, Standing } from "./types.ts";

export interface BlockView {
  readonly block: Block;
  readonly text: string;
  /** The physical lines it was read from, in the order of its pieces. */
  readonly lines: readonly Line[];
  /** Empty lines before its first line and after its last. */
  readonly blankBefore: number;
  readonly blankAfter: number;
}

/** Views of all blocks of a page, in reading order. */
export function viewBlocks(page: Page): BlockView[] {
  const { lines } = page;
  return page.blocks.map((block) => {
    const own: Line[] = [];
    for (const piece of block.pieces) {
      for (let i = lineAt(lines, piece.start); i < lines.length; i++) {
        const line = lines[i] as Line;
        if (line.span.start >= piece.end) break;
        own.push(line);
      }
    }
    const last = lineAt(lines, (block.pieces.at(-1)?.end ?? 1) - 1);
    return {
      block,
      text: blockText(page, block),
      lines: own,
      blankBefore: own[0]?.blankBefore ?? 0,
      blankAfter: lines[last + 1]?.blankBefore ?? 1,
    };
  });
}

/** What the block is, for the log. */
export function standingOf({ role, certainty, article }: Block): Standing {
  return certainty === undefined ? { role, article } : { role, certainty, article };
}

/** A piece, and the index of its block. */
export interface PlacedPiece extends Span {
  readonly block: number;
}

/** Finds the piece that begins last at an offset or before it, and the one before that: which of them holds it is for the caller to say. */
export function pieceFinder(blocks: readonly Block[]): (offset: number) => readonly PlacedPiece[] {
  let sorted: PlacedPiece[] | undefined;
  return (offset) => {
    sorted ??= piecesByPlace(blocks);
    const pieces = sorted;
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle] as PlacedPiece).start <= offset) low = middle + 1;
      else high = middle;
    }
    return pieces.slice(Math.max(0, low - 2), low);
  };
}

function piecesByPlace(blocks: readonly Block[]): PlacedPiece[] {
  const pieces: PlacedPiece[] = [];
  for (let block = 0; block < blocks.length; block++)
    for (const { start, end } of (blocks[block] as Block).pieces) pieces.push({ start, end, block });
  return pieces.sort((a, b) => a.start - b.start);
}

/** Index of the line that an offset lies in, or of the next one. */
export function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as Line).span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a line stands in a layout file; undefined in text. */
export function placeOf({ print, place }: Line): Place | undefined {
  return print ?? place;
}
