/**
 * The inner loops of the models, as WebAssembly. V8 compiles it in a fifth of a millisecond, and it runs fast from the first
 * call on; JavaScript would be interpreted for most of a page. A kernel has a memory of its own, with the file of one model
 * in it.
 */
import { KERNEL } from "./bytes.ts";
import { PLACES } from "./places.ts";

/** What `assembly/kernel.ts` exports; costs are in sixteenths of a nat. */
interface Functions {
  readonly readFresh: (orders: number, from: number, count: number) => number;
  readonly readTail: (orders: number, count: number) => number;
  readonly readSeam: (orders: number, count: number) => void;
  readonly encode: (
    near: number,
    pairs: number,
    bias: number,
    dense: number,
    count: number,
    nearest: number,
    nearUnit: number,
    pairUnit: number,
  ) => void;
  readonly multiply: (vectors: number, count: number) => void;
}

export interface Kernel extends Functions {
  /** The bytes of the file, to be written once. */
  readonly file: Uint8Array<ArrayBuffer>;
  readonly levels: Uint32Array;
  readonly states: Int32Array;
  readonly symbols: Uint16Array;
  readonly costs: Int32Array;
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly products: Float64Array;
}

/** Numbers that fit into the place of each kind. */
const ROOM = { levels: 64, states: 16, symbols: 64, costs: 3, vector: 48, products: 256 } as const;
/** Bytes that WebAssembly counts memory in. */
const PAGE = 1 << 16;

/** Node has it everywhere, and no type of it without those of a browser. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: Functions };
};

let compiled: object | undefined;

/** A kernel with room for a file of so many bytes. */
export function makeKernel(bytes: number): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL), (unit) => unit.charCodeAt(0)));
  const memory = new WebAssembly.Memory({ initial: Math.ceil((PLACES.file + bytes) / PAGE) });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  const { buffer } = memory;
  return {
    ...exports,
    file: new Uint8Array(buffer, PLACES.file, bytes),
    levels: new Uint32Array(buffer, PLACES.levels, ROOM.levels),
    states: new Int32Array(buffer, PLACES.states, ROOM.states),
    symbols: new Uint16Array(buffer, PLACES.symbols, ROOM.symbols),
    costs: new Int32Array(buffer, PLACES.costs, ROOM.costs),
    left: new Float32Array(buffer, PLACES.left, ROOM.vector),
    right: new Float32Array(buffer, PLACES.right, ROOM.vector),
    products: new Float64Array(buffer, PLACES.products, ROOM.products),
  };
}

/** A kernel with these bytes for its file. */
export function kernelOf(bytes: Uint8Array): Kernel {
  const kernel = makeKernel(bytes.length);
  kernel.file.set(bytes);
  return kernel;
}
