/**
 * Whether a head goes on right behind a tail, or belongs there with text missing between, or not at all: a cross-encoder, which reads both
 * sides of the cut together (Nogueira and Cho, «Passage re-ranking with BERT», 2019). The n-gram model knows what it has seen, and the dual
 * encoder what a text is about; this one has learnt to tell a cut from a gap.
 *
 * Each of the symbols nearest the cut is a vector, and those of a side, one behind the other, are projected to one layer. The layers of both
 * sides are added and bent, and twice more (Bengio et al., «A neural probabilistic language model», 2003): so what a side makes of the sum
 * is worked out once for all its pairs.
 */

import { emptyMemory, type Memory, remembered } from "../page/remembered.ts";
import { type Alphabet, encode, PARAGRAPH } from "./alphabet.ts";
import type { Kernel } from "./kernel/kernel.ts";

/** Symbols of each side of the cut that are read. */
export const READ = 10;
/** Length of the vector of a symbol, and widths of the layers behind; of the last the two first are given out. */
export const SYMBOL_SIZE = 40;
export const HIDDEN = 192;
export const BENT = 48;
export const OUT = 4;

/** What the two outputs tell apart from a head that goes on right there, in nats. */
export interface Reading {
  /** Against a head of the same text further on: text is missing between. */
  readonly whole: number;
  /** Against the head of another cut. */
  readonly own: number;
}

/** A cross-encoder as it is trained and as the file holds it; matrices row by row, a row for each input. */
export interface CrossEncoder<Table extends Int8Array | Float32Array = Int8Array | Float32Array> {
  /** A vector for each symbol, in units of `units.symbols`. */
  readonly symbols: Table;
  /**
   * Projections of the symbols of a side, the nearest to the cut first: `READ * SYMBOL_SIZE` rows of `HIDDEN`. In the file they
   * stand in the order in which the kernel reads them (`inBlocks`).
   */
  readonly tail: Table;
  readonly head: Table;
  readonly units: { readonly symbols: number; readonly tail: number; readonly head: number };
  readonly bias: Float32Array;
  readonly bent: Float32Array;
  readonly bentBias: Float32Array;
  readonly out: Float32Array;
  readonly outBias: Float32Array;
}

/** A cross-encoder in the memory of a kernel, and what each side has made of the sum of late. */
export interface CrossReader extends CrossEncoder<Int8Array> {
  readonly kernel: Kernel;
  readonly tails: Memory<Float32Array>;
  readonly heads: Memory<Float32Array>;
}

export function crossReaderOf(encoder: CrossEncoder<Int8Array>, kernel: Kernel): CrossReader {
  return { ...encoder, kernel, tails: emptyMemory(), heads: emptyMemory() };
}

/** What the end of a text makes of the sum; `HIDDEN` numbers. */
export function sideOfTail(reader: CrossReader, alphabet: Alphabet, text: string): Float32Array {
  const end = text.slice(-SEEN);
  return remembered(reader.tails, end, () => {
    const { symbols } = reader.kernel;
    const count = encode(alphabet, end, symbols, 0, SEEN);
    symbols.subarray(0, count).reverse();
    return project(reader, reader.tail, reader.units.tail, count);
  });
}

/** What the beginning of a text makes of it. */
export function sideOfHead(reader: CrossReader, alphabet: Alphabet, text: string): Float32Array {
  const beginning = text.slice(0, SEEN);
  return remembered(reader.heads, beginning, () => {
    const count = encode(alphabet, beginning, reader.kernel.symbols, 0, READ);
    return project(reader, reader.head, reader.units.head, count);
  });
}

/** What is read of a tail and a head together. */
export function readAcross(reader: CrossReader, tail: Float32Array, head: Float32Array): Reading {
  const { kernel, bias, bent, bentBias, out, outBias } = reader;
  kernel.tailSide.set(tail);
  kernel.headSide.set(head);
  kernel.readAcross(
    bias.byteOffset,
    bent.byteOffset,
    bentBias.byteOffset,
    out.byteOffset,
    outBias.byteOffset,
  );
  return { whole: kernel.outputs[0] as number, own: kernel.outputs[1] as number };
}

/** UTF-16 units that hold the symbols which are read, and white space between them. */
const SEEN = 2 * READ;

function project(
  { kernel, symbols, units }: CrossReader,
  weights: Int8Array,
  unit: number,
  count: number,
): Float32Array {
  kernel.symbols.fill(PARAGRAPH, Math.min(count, READ), READ);
  kernel.project(symbols.byteOffset, weights.byteOffset, units.symbols * unit);
  return kernel.side.slice();
}
