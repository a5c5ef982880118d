/** The inner loops of the encoders: whole numbers are summed sixteen at a time, fractions two at a time, as the host would have it. */
import { BENT, base, LEFT, PAIR_SUMS, PRODUCTS, SUMS, SYMBOL } from "./workplace";

/** Length of a vector. */
const SIZE: i32 = 48;
/** Symbols of the alphabet, and vectors that pairs of symbols share. */
const SYMBOLS: i32 = 4096;
const BUCKETS: i32 = 1 << 14;

/** Adds sixteen bytes to as many 16-bit sums, which have room for the bytes of all symbols that are seen. */
function add(sums: usize, row: usize): void {
  const bytes = v128.load(row);
  v128.store(sums, i16x8.add(v128.load(sums), i16x8.extend_low_i8x16_s(bytes)));
  v128.store(sums, i16x8.add(v128.load(sums, 16), i16x8.extend_high_i8x16_s(bytes)), 16);
}

function addRow(sums: usize, row: usize): void {
  add(sums, row);
  add(sums + 32, row + 16);
  add(sums + 64, row + 32);
}

/** Two 16-bit sums as 64-bit floats. */
function pairAt(sums: usize): v128 {
  return f64x2.convert_low_i32x4_s(i32x4.extend_low_i16x8_s(v128.load32_zero(sums)));
}

/** Two 32-bit floats as 64-bit ones, and back. */
function floatsAt(at: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(at));
}

function storeFloats(at: usize, values: v128): void {
  v128.store64_lane(at, f32x4.demote_f64x2_zero(values), 0);
}

/**
 * The vector of symbols, the nearest to the cut first, into `LEFT`.
 *
 * @param near address of the vectors by distance and symbol
 * @param pairs address of those by bucket
 * @param nearest how many symbols are told by their distance
 * @param nearUnit what one of the bytes of `near` stands for
 * @param pairUnit the same of `pairs`
 */
export function encode(
  near: usize,
  pairs: usize,
  bias: usize,
  dense: usize,
  count: i32,
  nearest: i32,
  nearUnit: f64,
  pairUnit: f64,
): void {
  memory.fill(base + SUMS, 0, <usize>SIZE * 2);
  memory.fill(base + PAIR_SUMS, 0, <usize>SIZE * 2);
  let before: i32 = 0;
  for (let k: i32 = 0; k < count; k++) {
    const symbol = <i32>load<u16>(base + SYMBOL + ((<usize>k) << 1));
    if (k < nearest) addRow(base + SUMS, near + <usize>((k * SYMBOLS + symbol) * SIZE));
    if (k > 0)
      addRow(base + PAIR_SUMS, pairs + <usize>(((before * 4093 + symbol * 31) & (BUCKETS - 1)) * SIZE));
    before = symbol;
  }
  const nearUnits = f64x2.splat(nearUnit);
  const pairUnits = f64x2.splat(pairUnit);
  for (let i: usize = 0; i < <usize>SIZE; i += 2) {
    const own = f64x2.mul(nearUnits, pairAt(base + SUMS + (i << 1)));
    const sum = f64x2.add(own, f64x2.mul(pairUnits, pairAt(base + PAIR_SUMS + (i << 1))));
    storeFloats(base + BENT + (i << 2), sum);
    storeFloats(
      base + LEFT + (i << 2),
      f64x2.add(floatsAt(base + BENT + (i << 2)), floatsAt(bias + (i << 2))),
    );
  }
  for (let j: usize = 0; j < <usize>SIZE; j++) {
    const bent = <f64>load<f32>(base + BENT + (j << 2));
    if (bent <= 0) continue;
    const bents = f64x2.splat(bent);
    const row = dense + j * <usize>SIZE * 4;
    for (let at: usize = 0; at < <usize>SIZE * 4; at += 8)
      storeFloats(
        base + LEFT + at,
        f64x2.add(floatsAt(base + LEFT + at), f64x2.mul(bents, floatsAt(row + at))),
      );
  }
}

/** What one component of `LEFT` adds to the product with a vector. */
function part(vector: usize, i: usize): f64 {
  return <f64>load<f32>(base + LEFT + i) * <f64>load<f32>(vector + i);
}

/**
 * The products of `LEFT` and vectors that lie one behind the other. Four at a time: each sum has to wait for its last part, and
 * meanwhile there is time for three others.
 */
export function multiply(vectors: usize, count: i32): void {
  const size: usize = (<usize>SIZE) << 2;
  let n: i32 = 0;
  for (; n + 4 <= count; n += 4) {
    const first = vectors + <usize>n * size;
    let a: f64 = 0;
    let b: f64 = 0;
    let c: f64 = 0;
    let d: f64 = 0;
    for (let i: usize = 0; i < size; i += 4) {
      a += part(first, i);
      b += part(first + size, i);
      c += part(first + 2 * size, i);
      d += part(first + 3 * size, i);
    }
    const products = base + PRODUCTS + ((<usize>n) << 3);
    store<f64>(products, a);
    store<f64>(products, b, 8);
    store<f64>(products, c, 16);
    store<f64>(products, d, 24);
  }
  for (; n < count; n++) {
    let sum: f64 = 0;
    for (let i: usize = 0; i < size; i += 4) sum += part(vectors + <usize>n * size, i);
    store<f64>(base + PRODUCTS + ((<usize>n) << 3), sum);
  }
}
