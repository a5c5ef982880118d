/**
 * SHA-256 as WebAssembly: the first hash of `node:crypto` costs a cold start, which has one page to hash, some 4 ms, most of them
 * for modules that it needs for other things.
 */
import { SHA256 } from "./bytes.ts";

interface Hasher {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly begin: () => void;
  /** Takes in so many blocks of 64 bytes. */
  readonly compress: (blocks: number) => void;
}

/** Node has it everywhere, and no type of it without those of a browser. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Hasher };
};

/** Where `assembly/sha256.ts` has its state and its blocks, in bytes. */
const STATE = 2016;
const BLOCKS = 2048;
const BLOCK = 64;
/** What memory has room for at a time. */
const PORTION = (1 << 16) - BLOCKS;
/** The length of all that is hashed, in bits, ends the last block. */
const LENGTH = 8;
const HEX = 16;

let hasher: Hasher | undefined;

/** @returns SHA-256 of the bytes, in lower-case hexadecimal digits */
export function sha256(bytes: Uint8Array): string {
  hasher ??= new WebAssembly.Instance(
    new WebAssembly.Module(Uint8Array.from(atob(SHA256), (unit) => unit.charCodeAt(0))),
  ).exports;
  const { memory, begin, compress } = hasher;
  const blocks = new Uint8Array(memory.buffer, BLOCKS);
  const take = (portion: Uint8Array) => {
    blocks.set(portion);
    compress(portion.length / BLOCK);
  };
  begin();
  const whole = bytes.length - (bytes.length % BLOCK);
  for (let at = 0; at < whole; at += PORTION) take(bytes.subarray(at, Math.min(at + PORTION, whole)));
  take(padded(bytes.subarray(whole), bytes.length));
  return Array.from({ length: 8 }, (_, i) =>
    hexadecimal(new DataView(memory.buffer).getUint32(STATE + 4 * i, true)),
  ).join("");
}

/** The last bytes, a bit that is set, zeros, and the length, in one block or two. */
function padded(rest: Uint8Array, length: number): Uint8Array {
  const block = new Uint8Array(rest.length + 1 + LENGTH <= BLOCK ? BLOCK : 2 * BLOCK);
  block.set(rest);
  block[rest.length] = 0x80;
  new DataView(block.buffer).setBigUint64(block.length - LENGTH, BigInt(length) * 8n);
  return block;
}

function hexadecimal(word: number): string {
  return word.toString(HEX).padStart(8, "0");
}
