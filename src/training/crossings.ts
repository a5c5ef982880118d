/** Cuts and gaps that the cross-encoder is trained and tried on: what goes on there, and what does not. */
import { PARAGRAPH, SYMBOLS } from "../model/alphabet.ts";
import { READ } from "../model/cross-encoder.ts";
import type { Source } from "./cuts.ts";
import type { Random } from "./random.ts";

/** Cuts of one source and time: symbols of the tails and heads, `READ` a side, the nearest to the cut first. */
export interface Crossings {
  readonly count: number;
  readonly tails: Uint16Array;
  /** Heads that go on there, then those of the same text further on, then those of other cuts: three times as many. */
  readonly heads: Uint16Array;
}

/** Least piece of a paragraph, in symbols, that a cut leaves, and least that is left behind a gap. */
const PIECE = 8;
const REST = 4;
/** Most symbols that are missing. */
const MOST_LOST = 40;
/** Pages hold articles of one time: as many paragraphs in a row as a batch is drawn from. */
const WINDOW = 3000;
/** A block may be short: share of the sides that are cut off somewhere. */
const SHORT = 0.1;
/** Share of the sides that an engine has read badly, and of their symbols that are misread. */
const NOISY = 0.25;
const MISREAD = 0.04;

export function drawCrossings(source: Source, count: number, random: Random): Crossings {
  const start = random.below(Math.max(1, source.length - WINDOW));
  const window = Math.min(WINDOW, source.length - start);
  const tails = new Uint16Array(count * READ);
  const heads = new Uint16Array(3 * count * READ);
  for (let n = 0; n < count; n++) {
    const symbols = drawParagraph(source, start, window, random);
    const at = PIECE + random.below(symbols.length - 2 * PIECE);
    const lost = Math.min(1 + random.below(MOST_LOST), symbols.length - REST - at);
    write(tails, n, symbols.slice(Math.max(0, at - READ), at).reverse(), random);
    write(heads, n, symbols.slice(at, at + READ), random);
    write(heads, count + n, symbols.slice(at + lost, at + lost + READ), random);
    // The next cut of the batch takes this head for another one.
    heads.copyWithin((2 * count + ((n + 1) % count)) * READ, n * READ, (n + 1) * READ);
  }
  return { count, tails, heads };
}

/** Long paragraphs are cut more often: a cut falls on any symbol alike. */
function drawParagraph(source: Source, start: number, window: number, random: Random): Uint16Array {
  for (;;) {
    const symbols = source[start + random.below(window)] as Uint16Array;
    if (random.next() * 200 <= symbols.length) return symbols;
  }
}

function write(into: Uint16Array, n: number, symbols: Uint16Array, random: Random): void {
  const length = random.chance(SHORT) ? 3 + random.below(READ - 3) : READ;
  const noisy = random.chance(NOISY);
  for (let k = 0; k < READ; k++) {
    const own = k < length ? (symbols[k] ?? PARAGRAPH) : PARAGRAPH;
    into[n * READ + k] = noisy && random.chance(MISREAD) ? random.below(SYMBOLS) : own;
  }
}
