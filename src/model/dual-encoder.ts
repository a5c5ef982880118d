/**
 * What a cut text is about, and whether a piece goes on there: two encoders, one for the end of a text and one for the
 * beginning of another, whose vectors are close where the one goes on in the other. The n-gram model knows words; this knows
 * kinds of words, and the matter of an article.
 *
 * Each encoder sums a vector for each of the symbols nearest the cut, by their distance from it, and one for each pair of
 * neighbours in a longer stretch, and bends the sum once. Trained to pick the right head among those of other cuts, by the
 * softmax of the products: then a product says by how much likelier the head is behind this tail than behind any (van den
 * Oord, Li and Vinyals, «Representation learning with contrastive predictive coding», 2018).
 */

import { emptyMemory, type Memory, remembered } from "../page/remembered.ts";
import { type Alphabet, encode } from "./alphabet.ts";
import { type CrossEncoder, type CrossReader, crossReaderOf } from "./cross-encoder.ts";
import type { Kernel } from "./kernel/kernel.ts";

/** Length of a vector. */
export const SIZE = 48;
/** Pairs of neighbours share so many vectors, by a hash. */
export const BUCKETS = 1 << 14;

/** The end of a text, or the beginning: symbols that are told by their place, and symbols that are seen at all. */
export const TAIL = { near: 8, seen: 64 } as const;
export const HEAD = { near: 6, seen: 48 } as const;

/** Tables of bytes, or of fractions while they are trained. */
export interface Encoder<Table extends Int8Array | Float32Array = Int8Array | Float32Array> {
  /** Vectors by distance and symbol, then by bucket; in units of `unit`. */
  readonly near: Table;
  readonly pairs: Table;
  readonly units: { readonly near: number; readonly pairs: number };
  readonly bias: Float32Array;
  /** Row by row: what each component of the bent sum adds to each component of the vector. */
  readonly dense: Float32Array;
}

/** The two encoders, as they are trained and as the file holds them. */
export interface Encoders<Table extends Int8Array | Float32Array = Int8Array | Float32Array> {
  readonly tail: Encoder<Table>;
  readonly head: Encoder<Table>;
  /** Vectors of some heads, one behind the other: what a tail makes of any head. */
  readonly usual: Float32Array;
  /** What reads both sides together; it stands in the same file. Null where none was trained. */
  readonly cross: CrossEncoder<Table> | null;
}

/** Encoders in the memory of a kernel, and what they have read of late. */
export interface DualEncoder extends Encoders<Int8Array> {
  readonly cross: CrossReader | null;
  readonly kernel: Kernel;
  readonly tails: Memory<TailVector>;
  readonly heads: Memory<Float32Array>;
}

export function encoderOf({ cross, ...both }: Encoders<Int8Array>, kernel: Kernel): DualEncoder {
  return {
    ...both,
    cross: cross && crossReaderOf(cross, kernel),
    kernel,
    tails: emptyMemory(),
    heads: emptyMemory(),
  };
}

export interface TailVector {
  readonly vector: Float32Array;
  /** Logarithm of what the tail makes of any head. */
  readonly usual: number;
}

export function encodeTail(encoder: DualEncoder, alphabet: Alphabet, text: string): TailVector {
  return remembered(encoder.tails, text, () => {
    const end = text.slice(-TAIL.seen);
    const { usual, kernel } = encoder;
    const { symbols } = kernel;
    const count = encode(alphabet, end, symbols, 0, TAIL.seen);
    symbols.subarray(0, count).reverse();
    const vector = vectorOf(encoder.tail, TAIL.near, count, kernel);
    const heads = usual.length / SIZE;
    kernel.multiply(usual.byteOffset, heads);
    let sum = 0;
    for (let n = 0; n < heads; n++) sum += Math.exp(kernel.products[n] as number);
    return { vector, usual: Math.log(sum / heads) };
  });
}

export function encodeHead(encoder: DualEncoder, alphabet: Alphabet, text: string): Float32Array {
  return remembered(encoder.heads, text, () => {
    const beginning = text.slice(0, 2 * HEAD.seen);
    const { kernel } = encoder;
    const count = encode(alphabet, beginning, kernel.symbols, 0, HEAD.seen);
    return vectorOf(encoder.head, HEAD.near, count, kernel);
  });
}

/** The vector of the symbols that lie before the kernel, the nearest to the cut first. */
function vectorOf(
  { near, pairs, bias, dense, units }: Encoder,
  nearest: number,
  count: number,
  kernel: Kernel,
): Float32Array {
  kernel.encode(
    near.byteOffset,
    pairs.byteOffset,
    bias.byteOffset,
    dense.byteOffset,
    count,
    nearest,
    units.near,
    units.pairs * pairShare(count),
  );
  return kernel.left.slice();
}

/** By how many nats one text is likelier behind another than behind any; both are read in the symbols of `alphabet`. */
export function affinityOf(encoder: DualEncoder, alphabet: Alphabet, tail: string, head: string): number {
  return affinityOfVectors(encoder, encodeTail(encoder, alphabet, tail), encodeHead(encoder, alphabet, head));
}

/** The same of what the encoder has made of them. */
export function affinityOfVectors(
  { kernel }: DualEncoder,
  { vector, usual }: TailVector,
  head: Float32Array,
): number {
  kernel.left.set(vector);
  kernel.right.set(head);
  kernel.multiply(kernel.right.byteOffset, 1);
  return (kernel.products[0] as number) - usual;
}

/** Long stretches have more pairs: the sum of many goes with the root of their number. */
export function pairShare(symbols: number): number {
  return symbols > 1 ? 1 / Math.sqrt(symbols - 1) : 0;
}
