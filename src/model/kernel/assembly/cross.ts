/** The inner loops of the cross-encoder. */
import {
  BENT_LAYER,
  base,
  HEAD_SIDE,
  HIDDEN_LAYER,
  OUTPUTS,
  PAIR_LAYER,
  SIDE,
  SYMBOL,
  TAIL_SIDE,
} from "./workplace";

/** As in `../../cross-encoder.ts`; widths in bytes of 32-bit floats. */
const READ: usize = 10;
const SYMBOL_SIZE: usize = 40;
const HIDDEN_WIDTH: usize = 768;
const BENT_WIDTH: usize = 192;
const OUT_WIDTH: usize = 16;

/** Numbers of a vector and of a row of the projection that are multiplied at a time, and rows of the sum that are worked on at a time. */
const PAIRS: usize = 200;
const BLOCK: usize = 16;

/**
 * What the symbols of a side, the nearest to the cut first, make of the sum, into `SIDE`.
 *
 * @param vectors address of the vectors of all symbols, as bytes
 * @param weights address of the projection, block by block, two rows in turns
 * @param unit what one of the bytes of both together stands for
 */
export function project(vectors: usize, weights: usize, unit: f32): void {
  let at = base + PAIR_LAYER;
  for (let k: usize = 0; k < READ; k++) {
    const vector = vectors + <usize>load<u16>(base + SYMBOL + (k << 1)) * SYMBOL_SIZE;
    for (let i: usize = 0; i < SYMBOL_SIZE; i += 2) {
      store<i16>(at, <i16>load<i8>(vector + i));
      store<i16>(at, <i16>load<i8>(vector + i, 1), 2);
      at += 4;
    }
  }
  const units = f32x4.splat(unit);
  let row = weights;
  for (let j: usize = 0; j < HIDDEN_WIDTH; j += BLOCK << 2) {
    let a = i32x4.splat(0);
    let b = i32x4.splat(0);
    let c = i32x4.splat(0);
    let d = i32x4.splat(0);
    for (let p: usize = 0; p < PAIRS << 2; p += 4) {
      const pair = v128.load32_splat(base + PAIR_LAYER + p);
      const low = v128.load(row);
      const high = v128.load(row, 16);
      a = i32x4.add(a, i32x4.dot_i16x8_s(pair, i16x8.extend_low_i8x16_s(low)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(pair, i16x8.extend_high_i8x16_s(low)));
      c = i32x4.add(c, i32x4.dot_i16x8_s(pair, i16x8.extend_low_i8x16_s(high)));
      d = i32x4.add(d, i32x4.dot_i16x8_s(pair, i16x8.extend_high_i8x16_s(high)));
      row += 32;
    }
    const to = base + SIDE + j;
    v128.store(to, f32x4.mul(units, f32x4.convert_i32x4_s(a)));
    v128.store(to, f32x4.mul(units, f32x4.convert_i32x4_s(b)), 16);
    v128.store(to, f32x4.mul(units, f32x4.convert_i32x4_s(c)), 32);
    v128.store(to, f32x4.mul(units, f32x4.convert_i32x4_s(d)), 48);
  }
}

/** What a tail and a head, whose sides lie there, are together, into `OUTPUTS`; the arguments are addresses of the layers. */
export function readAcross(bias: usize, bent: usize, bentBias: usize, out: usize, outBias: usize): void {
  const none = f32x4.splat(0);
  for (let j: usize = 0; j < HIDDEN_WIDTH; j += 16) {
    const sum = f32x4.add(v128.load(base + TAIL_SIDE + j), v128.load(base + HEAD_SIDE + j));
    v128.store(base + HIDDEN_LAYER + j, f32x4.max(none, f32x4.add(sum, v128.load(bias + j))));
  }
  layer(base + HIDDEN_LAYER, HIDDEN_WIDTH, bent, bentBias, BENT_WIDTH, base + BENT_LAYER);
  for (let j: usize = 0; j < BENT_WIDTH; j += 16)
    v128.store(base + BENT_LAYER + j, f32x4.max(none, v128.load(base + BENT_LAYER + j)));
  layer(base + BENT_LAYER, BENT_WIDTH, out, outBias, OUT_WIDTH, base + OUTPUTS);
}

/** `to` = `bias` + `inputs` × `weights`, sixteen outputs at a time, or four where there are no more; widths in bytes. */
function layer(inputs: usize, width: usize, weights: usize, bias: usize, outWidth: usize, to: usize): void {
  let j: usize = 0;
  for (; j + 64 <= outWidth; j += 64) {
    let a = v128.load(bias + j);
    let b = v128.load(bias + j, 16);
    let c = v128.load(bias + j, 32);
    let d = v128.load(bias + j, 48);
    let row = weights + j;
    for (let k: usize = 0; k < width; k += 4) {
      const input = v128.load32_splat(inputs + k);
      a = f32x4.add(a, f32x4.mul(input, v128.load(row)));
      b = f32x4.add(b, f32x4.mul(input, v128.load(row, 16)));
      c = f32x4.add(c, f32x4.mul(input, v128.load(row, 32)));
      d = f32x4.add(d, f32x4.mul(input, v128.load(row, 48)));
      row += outWidth;
    }
    v128.store(to + j, a);
    v128.store(to + j, b, 16);
    v128.store(to + j, c, 32);
    v128.store(to + j, d, 48);
  }
  for (; j < outWidth; j += 16) {
    let a = v128.load(bias + j);
    for (let k: usize = 0; k < width; k += 4)
      a = f32x4.add(
        a,
        f32x4.mul(v128.load32_splat(inputs + k), v128.load(weights + (k >> 2) * outWidth + j)),
      );
    v128.store(to + j, a);
  }
}
