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
import { type Alphabet, encode, SYMBOLS } from "./alphabet.ts";

/** Length of a vector. */
export const SIZE = 48;
/** Pairs of neighbours share so many vectors, by a hash. */
export const BUCKETS = 1 << 14;

/** The end of a text, or the beginning: symbols that are told by their place, and symbols that are seen at all. */
export const TAIL = { near: 8, seen: 64 } as const;
export const HEAD = { near: 6, seen: 48 } as const;

export interface Encoder {
  /** Vectors by distance and symbol, then by bucket; in units of `unit`. */
  readonly near: Int8Array | Float32Array;
  readonly pairs: Int8Array | Float32Array;
  readonly units: { readonly near: number; readonly pairs: number };
  readonly bias: Float32Array;
  /** Row by row: what each component of the bent sum adds to each component of the vector. */
  readonly dense: Float32Array;
}

export interface DualEncoder {
  readonly tail: Encoder;
  readonly head: Encoder;
  /** Vectors of some heads, one behind the other: what a tail makes of any head. */
  readonly usual: Float32Array;
}

export interface TailVector {
  readonly vector: Float32Array;
  /** Logarithm of what the tail makes of any head. */
  readonly usual: number;
}

export function encodeTail(encoder: DualEncoder, alphabet: Alphabet, text: string): TailVector {
  return remembered(memoryOf(encoder).tails, text.slice(-TAIL.seen), (end) => {
    const vector = vectorOf(encoder.tail, symbolsBefore(alphabet, end), TAIL.near);
    const { usual } = encoder;
    let sum = 0;
    for (let at = 0; at < usual.length; at += SIZE) sum += Math.exp(product(vector, usual, at));
    return { vector, usual: Math.log((sum * SIZE) / usual.length) };
  });
}

export function encodeHead(encoder: DualEncoder, alphabet: Alphabet, text: string): Float32Array {
  return remembered(memoryOf(encoder).heads, text.slice(0, 2 * HEAD.seen), (beginning) =>
    vectorOf(encoder.head, symbolsBehind(alphabet, beginning), HEAD.near),
  );
}

/** What an encoder has read of late: several stages ask for the same pieces. */
interface Memory {
  readonly tails: Map<string, TailVector>;
  readonly heads: Map<string, Float32Array>;
}

const memories = new WeakMap<DualEncoder, Memory>();
/** Pieces of one kind that are kept: those of a large page. */
const KEPT = 2000;

function memoryOf(encoder: DualEncoder): Memory {
  const memory = memories.get(encoder) ?? { tails: new Map(), heads: new Map() };
  memories.set(encoder, memory);
  return memory;
}

function remembered<Vector>(
  memory: Map<string, Vector>,
  text: string,
  encode: (text: string) => Vector,
): Vector {
  const known = memory.get(text);
  if (known) return known;
  if (memory.size >= KEPT) memory.clear();
  const vector = encode(text);
  memory.set(text, vector);
  return vector;
}

/** By how many nats one text is likelier behind another than behind any; both are read in the symbols of `alphabet`. */
export function affinityOf(encoder: DualEncoder, alphabet: Alphabet, tail: string, head: string): number {
  return affinity(encodeTail(encoder, alphabet, tail), encodeHead(encoder, alphabet, head));
}

/** By how many nats the head is likelier behind this tail than behind any. */
export function affinity(tail: TailVector, head: Float32Array): number {
  return product(tail.vector, head, 0) - tail.usual;
}

/** The symbols before a cut, the nearest first. */
export function symbolsBefore(alphabet: Alphabet, text: string): Uint16Array {
  return symbolsBehind(alphabet, text.slice(-TAIL.seen), TAIL.seen).reverse();
}

/** The symbols behind a cut, the nearest first. */
export function symbolsBehind(alphabet: Alphabet, text: string, most: number = HEAD.seen): Uint16Array {
  const symbols = new Uint16Array(most);
  return symbols.subarray(0, encode(alphabet, text.slice(0, 2 * most), symbols, 0));
}

/** @param symbols the nearest first
 * @param near how many of them are told by their distance */
export function vectorOf(encoder: Encoder, symbols: Uint16Array, near: number): Float32Array {
  const { bias, dense } = encoder;
  const sum = sumOf(encoder, symbols, near);
  const vector = new Float32Array(SIZE);
  for (let i = 0; i < SIZE; i++) vector[i] = (sum[i] as number) + (bias[i] as number);
  for (let j = 0; j < SIZE; j++) {
    const bent = sum[j] as number;
    if (bent <= 0) continue;
    for (let i = 0; i < SIZE; i++) vector[i] = (vector[i] as number) + bent * (dense[j * SIZE + i] as number);
  }
  return vector;
}

/** The sum of the vectors that the symbols ask for; the nearest first. */
export function sumOf({ near, pairs, units }: Encoder, symbols: Uint16Array, nearest: number): Float32Array {
  const nearSum = zeros(near);
  for (let k = 0; k < nearest && k < symbols.length; k++) add(nearSum, near, rowOf(k, symbols[k] as number));
  const pairSum = zeros(pairs);
  for (let k = 1; k < symbols.length; k++)
    add(pairSum, pairs, bucketOf(symbols[k - 1] as number, symbols[k] as number));
  const share = units.pairs * pairShare(symbols.length);
  const sum = new Float32Array(SIZE);
  for (let i = 0; i < SIZE; i++)
    sum[i] = units.near * (nearSum[i] as number) + share * (pairSum[i] as number);
  return sum;
}

/** Bytes are summed as whole numbers: before it is compiled, code that adds fractions makes an object of each. */
function zeros(table: Int8Array | Float32Array): Int32Array | Float32Array {
  return table instanceof Int8Array ? new Int32Array(SIZE) : new Float32Array(SIZE);
}

/** Where the vector of a symbol so far from the cut begins. */
export function rowOf(distance: number, symbol: number): number {
  return (distance * SYMBOLS + symbol) * SIZE;
}

/** Where the vector of a pair of neighbours begins. */
export function bucketOf(nearer: number, further: number): number {
  return ((Math.imul(nearer, 4093) + Math.imul(further, 31)) & (BUCKETS - 1)) * SIZE;
}

/** Long stretches have more pairs: the sum of many goes with the root of their number. */
export function pairShare(symbols: number): number {
  return symbols > 1 ? 1 / Math.sqrt(symbols - 1) : 0;
}

function add(sum: Int32Array | Float32Array, table: Int8Array | Float32Array, at: number): void {
  for (let i = 0; i < SIZE; i++) sum[i] = (sum[i] as number) + (table[at + i] as number);
}

export function product(a: Float32Array, b: Float32Array, at: number): number {
  let sum = 0;
  for (let i = 0; i < SIZE; i++) sum += (a[i] as number) * (b[at + i] as number);
  return sum;
}
