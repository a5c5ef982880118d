/**
 * The file of a language model: a header of 32-bit numbers (magic, version, highest order, n-grams of each order, branches
 * of each but the highest), the alphabet, the frequencies of its symbols, then for each order its symbols, costs and, but for
 * the highest, the arrays of its branches; each array padded to a multiple of four bytes; little-endian.
 */
import { sizesOf } from "./branches.ts";
import { joinArrays } from "./bytes.ts";
import { type Kernel, kernelOf } from "./kernel/kernel.ts";
import { type LanguageModel, modelOf } from "./ngram.ts";
import type { Level, Trie } from "./trie.ts";

/** `pgfx` */
const MAGIC = 0x78666770;
const VERSION = 4;
const UNITS = 65536;

/** The model that the bytes of a file are. @throws RangeError where they are no model file of this version */
export function modelFromBytes(bytes: Uint8Array): LanguageModel {
  return modelIn(kernelOf(bytes));
}

/** The model whose file a kernel holds: views on its bytes, and their addresses for the kernel; nothing is copied. */
export function modelIn(kernel: Kernel): LanguageModel {
  const { buffer, byteOffset, byteLength } = kernel.file;
  let at = byteOffset;
  const take = <T>(
    make: (buffer: SharedArrayBuffer, offset: number, length: number) => T,
    size: number,
    length: number,
  ): T => {
    if (at + size * length > byteOffset + byteLength) throw new RangeError("the model file is cut short");
    const array = make(buffer, at, length);
    at += Math.ceil((size * length) / 4) * 4;
    return array;
  };
  const bytes8 = (length: number) => take((...args) => new Uint8Array(...args), 1, length);
  const units16 = (length: number) => take((...args) => new Uint16Array(...args), 2, length);
  const words32 = (length: number) => take((...args) => new Uint32Array(...args), 4, length);
  const [magic, version, order = 0] = words32(3);
  if (magic !== MAGIC || version !== VERSION || order < 1 || order > 8)
    throw new RangeError("the model file is not of a version that this program reads");
  const ngrams = words32(order);
  const branches = words32(order - 1);
  const alphabet = units16(UNITS);
  const frequencies = bytes8(ngrams[0] ?? 0);
  const levels: Level[] = [];
  for (const [i, size] of ngrams.entries()) {
    const symbols = units16(size);
    const costs = bytes8(size);
    const own = branches[i];
    if (own === undefined) levels.push({ symbols, costs, branches: null });
    else {
      const { words, ends, blocks } = sizesOf(size, own);
      const bits = words32(words);
      const ranks = words32(words);
      const backoffs = bytes8(own);
      levels.push({
        symbols,
        costs,
        branches: { bits, ranks, backoffs, offsets: units16(ends), bases: words32(blocks) },
      });
    }
  }
  placeLevels(levels, kernel);
  return modelOf({ alphabet, frequencies, levels }, kernel);
}

/** Words that the kernel has for the addresses of a level. */
const LEVEL = 8;

function placeLevels(levels: readonly Level[], kernel: Kernel): void {
  levels.forEach(({ symbols, costs, branches: own }, i) => {
    const arrays = [
      symbols,
      costs,
      ...(own ? [own.bits, own.ranks, own.backoffs, own.offsets, own.bases] : []),
    ];
    kernel.levels.set(
      arrays.map(({ byteOffset }) => byteOffset),
      i * LEVEL,
    );
  });
}

/** The bytes of a model, as `modelFromBytes` reads them. */
export function modelToBytes({ alphabet, frequencies, levels }: Trie): Uint8Array {
  const branches = levels.flatMap((level) => level.branches ?? []);
  const header = Uint32Array.from([
    MAGIC,
    VERSION,
    levels.length,
    ...levels.map(({ symbols }) => symbols.length),
    ...branches.map(({ backoffs }) => backoffs.length),
  ]);
  const arrays = levels.flatMap(({ symbols, costs, branches: own }) => [
    symbols,
    costs,
    ...(own ? [own.bits, own.ranks, own.backoffs, own.offsets, own.bases] : []),
  ]);
  return joinArrays([header, alphabet, frequencies, ...arrays]);
}
