/** A text that comes in pieces, as a file too large for one string does: what stands between two offsets, and in which line. */

/** A place as editors show it, from 1; a column is a UTF-16 unit. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

export interface Pieces {
  readonly push: (piece: string) => void;
  /** What stands before `end` is forgotten once the next piece comes. */
  readonly slice: (start: number, end: number) => string;
  /** Whether a text stands there; forgets as `slice` does. */
  readonly reads: (expected: string, start: number, end: number) => boolean;
  /** Where a character stands next, in what has been pushed; infinity where it does not. */
  readonly find: (character: string, start: number) => number;
  /** Of an offset that is forgotten: where what is kept begins. */
  readonly placeOf: (offset: number) => FilePlace;
}

export function piecesOfText(): Pieces {
  /** What is kept, and where it begins; line and column from 0. */
  let text = "";
  let start = 0;
  let line = 0;
  let column = 0;
  /** What stands before is asked for no more. */
  let needed = 0;
  return {
    push: (piece) => {
      const passed = needed - start;
      [line, column] = endOf(text.slice(0, passed), line, column);
      text = text.slice(passed) + piece;
      start = needed;
    },
    slice: (from, to) => {
      needed = to;
      return text.slice(from - start, to - start);
    },
    reads: (expected, from, to) => {
      needed = to;
      return expected.length === to - from && text.startsWith(expected, from - start);
    },
    find: (character, from) => {
      const at = text.indexOf(character, from - start);
      return at < 0 ? Number.POSITIVE_INFINITY : at + start;
    },
    placeOf: (offset) => {
      const [own, behind] = endOf(text.slice(0, Math.max(0, offset - start)), line, column);
      return { line: own + 1, column: behind + 1 };
    },
  };
}

/** Where a text ends that begins in a line and column. */
function endOf(text: string, line: number, column: number): [line: number, column: number] {
  const last = text.lastIndexOf("\n");
  if (last < 0) return [line, column + text.length];
  let lines = line + 1;
  for (let at = text.indexOf("\n"); at < last; at = text.indexOf("\n", at + 1)) lines++;
  return [lines, text.length - last - 1];
}

/** From this length on V8 keeps a part of a string as a view of the whole, and the whole with it. */
const VIEW = 13;

/** The same string, that keeps no other alive. */
export function ownCopy(text: string): string {
  return text.length < VIEW ? text : ` ${text}`.slice(1);
}
