/** The vectors of an encoder that is still being trained: what the kernel does with tables of bytes, in so many words. */
import { SYMBOLS } from "../model/alphabet.ts";
import { BUCKETS, type Encoder, pairShare, SIZE } from "../model/dual-encoder.ts";

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

function add(sum: Int32Array | Float32Array, table: Int8Array | Float32Array, at: number): void {
  for (let i = 0; i < SIZE; i++) sum[i] = (sum[i] as number) + (table[at + i] as number);
}

export function product(a: Float32Array, b: Float32Array, at: number): number {
  let sum = 0;
  for (let i = 0; i < SIZE; i++) sum += (a[i] as number) * (b[at + i] as number);
  return sum;
}
