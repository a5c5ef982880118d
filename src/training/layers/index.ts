/** Matrices of 32-bit floats in one memory, and what training does with them (`assembly/layers.ts`). */
import { compiled } from "../compile-kernel.ts";

/** A table of floats, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly width: number;
  readonly at: number;
  readonly values: Float32Array;
}

/** Weights that are learnt, with what they would have to change and what Adam keeps of that. */
export interface Learnt extends Matrix {
  readonly slopes: Matrix;
  readonly means: Matrix;
  readonly squares: Matrix;
}

export interface Layers {
  readonly matrix: (rows: number, width: number) => Matrix;
  readonly learnt: (rows: number, width: number, fill: () => number) => Learnt;
  /** `out` += `inputs` × `weights`. */
  readonly forward: (inputs: Matrix, weights: Matrix, out: Matrix) => void;
  /** Adds to the slopes of the weights, and writes those of the inputs where they are asked for. */
  readonly backward: (inputs: Matrix, weights: Learnt, outSlopes: Matrix, slopes?: Matrix) => void;
  /** @param step how many steps were made, this one too */
  readonly descend: (weights: Learnt, rate: number, step: number) => void;
}

interface Functions {
  readonly forward: (
    inputs: number,
    rows: number,
    width: number,
    weights: number,
    outWidth: number,
    out: number,
  ) => void;
  readonly weightSlopes: Functions["forward"];
  readonly inputSlopes: Functions["forward"];
  readonly descend: (
    weights: number,
    slopes: number,
    means: number,
    squares: number,
    count: number,
    rate: number,
  ) => void;
}

declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly instantiate: (bytes: Uint8Array, imports: object) => Promise<{ instance: { exports: Functions } }>;
};

const SOURCE = "src/training/layers/assembly/layers.ts";
const PAGE = 1 << 16;
const OPTIONS = ["--importMemory", "--noExportMemory", "--enable", "simd"];

let code: Promise<Uint8Array> | undefined;

/** @param bytes room for all matrices */
export async function makeLayers(bytes: number): Promise<Layers> {
  code ??= compiled(SOURCE, OPTIONS);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) + 1 });
  const { instance } = await WebAssembly.instantiate(await code, { env: { memory } });
  const kernel = instance.exports;
  // What lies before is the compiler's.
  let free = PAGE;
  const matrix = (rows: number, width: number): Matrix => {
    const at = free;
    free += 4 * Math.ceil((rows * width) / 4) * 4;
    return { rows, width, at, values: new Float32Array(memory.buffer, at, rows * width) };
  };
  const learnt = (rows: number, width: number, fill: () => number): Learnt => {
    const own = matrix(rows, width);
    for (let i = 0; i < own.values.length; i++) own.values[i] = fill();
    return { ...own, slopes: matrix(rows, width), means: matrix(rows, width), squares: matrix(rows, width) };
  };
  return {
    matrix,
    learnt,
    forward: (inputs, weights, out) =>
      kernel.forward(inputs.at, inputs.rows, inputs.width, weights.at, out.width, out.at),
    backward: (inputs, weights, outSlopes, slopes) => {
      const { rows, width } = inputs;
      kernel.weightSlopes(inputs.at, rows, width, outSlopes.at, outSlopes.width, weights.slopes.at);
      if (slopes) kernel.inputSlopes(outSlopes.at, rows, outSlopes.width, weights.at, width, slopes.at);
    },
    descend: ({ at, rows, width, slopes, means, squares }, rate, step) => {
      // Both means begin at zero, and are too small for the first steps.
      const scale = Math.sqrt(1 - 0.999 ** step) / (1 - 0.9 ** step);
      kernel.descend(at, slopes.at, means.at, squares.at, rows * width, rate * scale);
    },
  };
}
