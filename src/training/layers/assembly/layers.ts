/**
 * Layers of a network in training, in AssemblyScript: matrices of 32-bit floats, row by row, at addresses of the memory that the host
 * makes. Rows are worked on four at a time, so that what is read of the weights serves four of them; there are always so many.
 * Widths are multiples of four.
 */

/** `out` += `inputs` × `weights`. */
export function forward(
  inputs: usize,
  rows: i32,
  width: i32,
  weights: usize,
  outWidth: i32,
  out: usize,
): void {
  const inRow = (<usize>width) << 2;
  const outRow = (<usize>outWidth) << 2;
  for (let row: i32 = 0; row < rows; row += 4) {
    const from = inputs + <usize>row * inRow;
    const to = out + <usize>row * outRow;
    for (let k: usize = 0; k < inRow; k += 4) {
      const a = v128.load32_splat(from + k);
      const b = v128.load32_splat(from + inRow + k);
      const c = v128.load32_splat(from + 2 * inRow + k);
      const d = v128.load32_splat(from + 3 * inRow + k);
      const own = weights + (k >> 2) * outRow;
      for (let j: usize = 0; j < outRow; j += 16) {
        const weight = v128.load(own + j);
        add(to + j, f32x4.mul(a, weight));
        add(to + outRow + j, f32x4.mul(b, weight));
        add(to + 2 * outRow + j, f32x4.mul(c, weight));
        add(to + 3 * outRow + j, f32x4.mul(d, weight));
      }
    }
  }
}

/** What the weights would have to change: `slopes` += `inputs`ᵀ × `outSlopes`. */
export function weightSlopes(
  inputs: usize,
  rows: i32,
  width: i32,
  outSlopes: usize,
  outWidth: i32,
  slopes: usize,
): void {
  const inRow = (<usize>width) << 2;
  const outRow = (<usize>outWidth) << 2;
  for (let row: i32 = 0; row < rows; row += 4) {
    const from = inputs + <usize>row * inRow;
    const to = outSlopes + <usize>row * outRow;
    for (let k: usize = 0; k < inRow; k += 4) {
      const a = v128.load32_splat(from + k);
      const b = v128.load32_splat(from + inRow + k);
      const c = v128.load32_splat(from + 2 * inRow + k);
      const d = v128.load32_splat(from + 3 * inRow + k);
      const own = slopes + (k >> 2) * outRow;
      for (let j: usize = 0; j < outRow; j += 16) {
        const first = f32x4.add(f32x4.mul(a, v128.load(to + j)), f32x4.mul(b, v128.load(to + outRow + j)));
        const second = f32x4.add(
          f32x4.mul(c, v128.load(to + 2 * outRow + j)),
          f32x4.mul(d, v128.load(to + 3 * outRow + j)),
        );
        add(own + j, f32x4.add(first, second));
      }
    }
  }
}

/** What the inputs would have to change: `slopes` = `outSlopes` × `weights`ᵀ. */
export function inputSlopes(
  outSlopes: usize,
  rows: i32,
  outWidth: i32,
  weights: usize,
  width: i32,
  slopes: usize,
): void {
  const inRow = (<usize>width) << 2;
  const outRow = (<usize>outWidth) << 2;
  for (let row: i32 = 0; row < rows; row += 4) {
    const from = outSlopes + <usize>row * outRow;
    const to = slopes + <usize>row * inRow;
    for (let k: usize = 0; k < inRow; k += 4) {
      const own = weights + (k >> 2) * outRow;
      let a = f32x4.splat(0);
      let b = f32x4.splat(0);
      let c = f32x4.splat(0);
      let d = f32x4.splat(0);
      for (let j: usize = 0; j < outRow; j += 16) {
        const weight = v128.load(own + j);
        a = f32x4.add(a, f32x4.mul(weight, v128.load(from + j)));
        b = f32x4.add(b, f32x4.mul(weight, v128.load(from + outRow + j)));
        c = f32x4.add(c, f32x4.mul(weight, v128.load(from + 2 * outRow + j)));
        d = f32x4.add(d, f32x4.mul(weight, v128.load(from + 3 * outRow + j)));
      }
      store<f32>(to + k, sum(a));
      store<f32>(to + inRow + k, sum(b));
      store<f32>(to + 2 * inRow + k, sum(c));
      store<f32>(to + 3 * inRow + k, sum(d));
    }
  }
}

/** One step of Adam (Kingma and Ba, 2015); the slopes are zero again behind it. `count` is a multiple of four. */
export function descend(
  weights: usize,
  slopes: usize,
  means: usize,
  squares: usize,
  count: i32,
  rate: f32,
): void {
  const size = (<usize>count) << 2;
  const rates = f32x4.splat(rate);
  const tiny = f32x4.splat(1e-8);
  for (let i: usize = 0; i < size; i += 16) {
    const slope = v128.load(slopes + i);
    const mean = f32x4.add(
      f32x4.mul(f32x4.splat(0.9), v128.load(means + i)),
      f32x4.mul(f32x4.splat(0.1), slope),
    );
    const square = f32x4.add(
      f32x4.mul(f32x4.splat(0.999), v128.load(squares + i)),
      f32x4.mul(f32x4.splat(0.001), f32x4.mul(slope, slope)),
    );
    v128.store(means + i, mean);
    v128.store(squares + i, square);
    const move = f32x4.div(f32x4.mul(rates, mean), f32x4.add(f32x4.sqrt(square), tiny));
    v128.store(weights + i, f32x4.sub(v128.load(weights + i), move));
    v128.store(slopes + i, f32x4.splat(0));
  }
}

function add(to: usize, values: v128): void {
  v128.store(to, f32x4.add(v128.load(to), values));
}

function sum(values: v128): f32 {
  return (
    f32x4.extract_lane(values, 0) +
    f32x4.extract_lane(values, 1) +
    (f32x4.extract_lane(values, 2) + f32x4.extract_lane(values, 3))
  );
}
