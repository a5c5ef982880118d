/**
 * The file of a language model: a header of 32-bit numbers (magic, version, highest order, n-grams of each order), the
 * alphabet, then for each order its symbols, costs and, but for the highest, back-off weights, offsets and bases of children; each array
 * padded to a multiple of four bytes; little-endian.
 */
import { BLOCK, type LanguageModel, type Level } from "./ngram.ts";

/** `pgfx` */
const MAGIC = 0x78666770;
const VERSION = 2;
const UNITS = 65536;

/** Views on the bytes of a model file; nothing is copied. @throws RangeError where they are no model file of this version */
export function modelFromBytes(bytes: Uint8Array<ArrayBuffer>): LanguageModel {
  const { buffer } = bytes;
  let at = bytes.byteOffset;
  const take = <T>(
    make: (buffer: ArrayBuffer, offset: number, length: number) => T,
    size: number,
    length: number,
  ): T => {
    if (at + size * length > bytes.byteOffset + bytes.byteLength)
      throw new RangeError("the model file is cut short");
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
  const sizes = words32(order);
  const alphabet = units16(UNITS);
  const levels: Level[] = [];
  for (const [i, size] of sizes.entries()) {
    const last = i === order - 1;
    levels.push({
      symbols: units16(size),
      costs: bytes8(size),
      backoffs: bytes8(last ? 0 : size),
      offsets: units16(last ? 0 : size + 1),
      bases: words32(last ? 0 : blocksOf(size)),
    });
  }
  return { alphabet, levels };
}

/** Blocks that hold the n-grams of an order and the end behind them. */
export function blocksOf(size: number): number {
  return (size >> BLOCK) + 1;
}

/** The bytes of a model, as `modelFromBytes` reads them. */
export function modelToBytes({ alphabet, levels }: LanguageModel): Uint8Array {
  const order = levels.length;
  const header = Uint32Array.from([MAGIC, VERSION, order, ...levels.map((level) => level.symbols.length)]);
  const arrays = levels.flatMap((level, i) =>
    i === order - 1
      ? [level.symbols, level.costs]
      : [level.symbols, level.costs, level.backoffs, level.offsets, level.bases],
  );
  const parts = [header, alphabet, ...arrays].map((array) => {
    const padded = new Uint8Array(Math.ceil(array.byteLength / 4) * 4);
    padded.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    return padded;
  });
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
