/**
 * The inner loops of the models, as WebAssembly. V8 compiles it in a fifth of a millisecond, and it runs fast from the first
 * call on; JavaScript would be interpreted for most of a page. A kernel has a memory with the file of one model in it, and a
 * workplace there. The memory is one that threads can share; also, V8 does not count such a one towards what makes it collect
 * garbage, which costs a cold start 5 ms.
 */
import { KERNEL } from "./bytes.ts";
import { PLACES } from "./places.ts";

/** What `assembly/kernel.ts` exports; costs are in sixteenths of a nat. */
interface Functions {
  readonly workAt: (address: number) => void;
  readonly readFresh: (orders: number, count: number) => number;
  readonly readTail: (orders: number, count: number) => number;
  readonly readHead: (orders: number, count: number) => number;
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
  readonly project: (vectors: number, weights: number, unit: number) => void;
  readonly readAcross: (bias: number, bent: number, bentBias: number, out: number, outBias: number) => void;
}

export interface Kernel extends Omit<Functions, "workAt"> {
  readonly memory: Memory;
  /** The bytes of the file, to be written once. */
  readonly file: Uint8Array<SharedArrayBuffer>;
  readonly levels: Uint32Array;
  readonly states: Int32Array;
  readonly symbols: Uint16Array;
  readonly alone: Int32Array;
  readonly costs: Int32Array;
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly products: Float64Array;
  readonly side: Float32Array;
  readonly tailSide: Float32Array;
  readonly headSide: Float32Array;
  readonly outputs: Float32Array;
}

/** Vectors that can be multiplied at a time. */
export const MOST_PRODUCTS = 256;
/** Numbers that fit into the place of each kind. */
const ROOM = {
  levels: 64,
  states: 16,
  symbols: 64,
  alone: 16,
  costs: 3,
  vector: 48,
  products: MOST_PRODUCTS,
  side: 192,
  outputs: 4,
} as const;
/** Bytes that WebAssembly counts memory in; one such page is a workplace. */
const PAGE = 1 << 16;
/** Threads that may share a memory, one after another too: a worker that dies leaves its workplace behind. */
const THREADS = 8192;

/** Node has it everywhere, and no type of it without those of a browser. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number; maximum: number; shared: true }) => Memory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Functions };
};

/** `WebAssembly.Memory` of the shared kind. */
export interface Memory {
  readonly buffer: SharedArrayBuffer;
  /** @returns the size before, in pages; of several threads each gets another */
  readonly grow: (pages: number) => number;
}

let compiled: object | undefined;

/** A kernel with room for a file of so many bytes. */
export function makeKernel(bytes: number): Kernel {
  const initial = Math.ceil(bytes / PAGE);
  return kernelIn(new WebAssembly.Memory({ initial, maximum: initial + THREADS, shared: true }), bytes);
}

/** A kernel for this thread in a memory that begins with a file of so many bytes. */
export function kernelIn(memory: Memory, bytes: number): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL), (unit) => unit.charCodeAt(0)));
  const { workAt, ...functions } = new WebAssembly.Instance(compiled, { env: { memory } }).exports;
  const at = memory.grow(1) * PAGE;
  workAt(at);
  const { buffer } = memory;
  return {
    ...functions,
    memory,
    file: new Uint8Array(buffer, 0, bytes),
    levels: new Uint32Array(buffer, at + PLACES.levels, ROOM.levels),
    states: new Int32Array(buffer, at + PLACES.states, ROOM.states),
    symbols: new Uint16Array(buffer, at + PLACES.symbols, ROOM.symbols),
    alone: new Int32Array(buffer, at + PLACES.alone, ROOM.alone),
    costs: new Int32Array(buffer, at + PLACES.costs, ROOM.costs),
    left: new Float32Array(buffer, at + PLACES.left, ROOM.vector),
    right: new Float32Array(buffer, at + PLACES.right, ROOM.vector),
    products: new Float64Array(buffer, at + PLACES.products, ROOM.products),
    side: new Float32Array(buffer, at + PLACES.side, ROOM.side),
    tailSide: new Float32Array(buffer, at + PLACES.tailSide, ROOM.side),
    headSide: new Float32Array(buffer, at + PLACES.headSide, ROOM.side),
    outputs: new Float32Array(buffer, at + PLACES.outputs, ROOM.outputs),
  };
}

/** A kernel with these bytes for its file. */
export function kernelOf(bytes: Uint8Array): Kernel {
  const kernel = makeKernel(bytes.length);
  kernel.file.set(bytes);
  return kernel;
}
