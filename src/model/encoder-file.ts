/**
 * The file of a dual encoder and of a cross-encoder: a header of 32-bit numbers (magic, version, vectors that stand for any head, 1 where
 * there is a cross-encoder), then for the tail and for the head the units of the two tables, bias and dense rows as 32-bit floats and the
 * tables as signed bytes, and the vectors of usual heads; then the units of the three tables of the cross-encoder and its layers as 32-bit
 * floats, and its tables as signed bytes; little-endian.
 */
import { SYMBOLS } from "./alphabet.ts";
import { joinArrays } from "./bytes.ts";
import { BENT, type CrossEncoder, HIDDEN, OUT, READ, SYMBOL_SIZE } from "./cross-encoder.ts";
import {
  BUCKETS,
  type DualEncoder,
  type Encoder,
  type Encoders,
  encoderOf,
  HEAD,
  SIZE,
  TAIL,
} from "./dual-encoder.ts";
import { type Kernel, kernelOf, MOST_PRODUCTS } from "./kernel/kernel.ts";

/** `pgfe` */
const MAGIC = 0x65666770;
const VERSION = 2;

/** The encoder that the bytes of a file are. @throws RangeError where they are none of this version */
export function encoderFromBytes(bytes: Uint8Array): DualEncoder {
  return encoderIn(kernelOf(bytes));
}

/** The encoder whose file a kernel holds: views on its bytes; nothing is copied. */
export function encoderIn(kernel: Kernel): DualEncoder {
  const { buffer, byteOffset, byteLength } = kernel.file;
  let at = byteOffset;
  const move = (bytes: number) => {
    const from = at;
    at += bytes;
    if (at > byteOffset + byteLength) throw new RangeError("the encoder file is cut short");
    return from;
  };
  const floats = (length: number) => new Float32Array(buffer, move(4 * length), length);
  const table = (length: number) => new Int8Array(buffer, move(length), length);
  const [magic, version, usual = 0, crossed = 0] = new Uint32Array(buffer, move(16), 4);
  if (magic !== MAGIC || version !== VERSION || usual > MOST_PRODUCTS)
    throw new RangeError("the encoder file is not of a version that this program reads");
  const encoder = (near: number): Encoder<Int8Array> => {
    const [nearUnit = 0, pairsUnit = 0] = floats(2);
    return {
      units: { near: nearUnit, pairs: pairsUnit },
      bias: floats(SIZE),
      dense: floats(SIZE * SIZE),
      near: table(near * SYMBOLS * SIZE),
      pairs: table(BUCKETS * SIZE),
    };
  };
  const both = { tail: encoder(TAIL.near), head: encoder(HEAD.near), usual: floats(usual * SIZE) };
  return encoderOf({ ...both, cross: crossed === 1 ? crossFrom(floats, table) : null }, kernel);
}

/** The cross-encoder that comes next. */
function crossFrom(
  floats: (length: number) => Float32Array,
  table: (length: number) => Int8Array,
): CrossEncoder<Int8Array> {
  const [symbols = 0, tail = 0, head = 0] = floats(3);
  return {
    units: { symbols, tail, head },
    bias: floats(HIDDEN),
    bent: floats(HIDDEN * BENT),
    bentBias: floats(BENT),
    out: floats(BENT * OUT),
    outBias: floats(OUT),
    symbols: table(SYMBOLS * SYMBOL_SIZE),
    tail: table(SIDE * HIDDEN),
    head: table(SIDE * HIDDEN),
  };
}

/** Rows of a projection. */
const SIDE = READ * SYMBOL_SIZE;

/** The bytes of an encoder, as `encoderFromBytes` reads them; its tables are rounded to bytes. */
export function encoderToBytes({ tail, head, usual, cross }: Encoders): Uint8Array {
  const header = Uint32Array.from([MAGIC, VERSION, usual.length / SIZE, cross ? 1 : 0]);
  const parts = [tail, head].flatMap(({ near, pairs, bias, dense, units }) => {
    const [ownNear, ownPairs] = [rounded(near, units.near), rounded(pairs, units.pairs)];
    return [Float32Array.from([ownNear.unit, ownPairs.unit]), bias, dense, ownNear.table, ownPairs.table];
  });
  return joinArrays([header, ...parts, usual, ...(cross ? crossParts(cross) : [])]);
}

function crossParts({ symbols, tail, head, units, bias, bent, bentBias, out, outBias }: CrossEncoder) {
  const [ownSymbols, ownTail, ownHead] = [
    rounded(symbols, units.symbols),
    rounded(inBlocks(tail), units.tail),
    rounded(inBlocks(head), units.head),
  ];
  return [
    Float32Array.from([ownSymbols.unit, ownTail.unit, ownHead.unit]),
    ...[bias, bent, bentBias, out, outBias],
    ...[ownSymbols.table, ownTail.table, ownHead.table],
  ];
}

/** Outputs of a projection whose weights stand together. */
const BLOCK = 16;

/** A projection as the kernel reads it: for sixteen outputs after the other all rows, the numbers of two rows in turns. Bytes are so already. */
function inBlocks(rows: Int8Array | Float32Array): Int8Array | Float32Array {
  if (rows instanceof Int8Array) return rows;
  const ordered = new Float32Array(rows.length);
  for (let n = 0; n < rows.length; n++) {
    const inBlock = n % (SIDE * BLOCK);
    const row = 2 * Math.floor(inBlock / (2 * BLOCK)) + (n % 2);
    const column = BLOCK * Math.floor(n / (SIDE * BLOCK)) + (Math.floor(inBlock / 2) % BLOCK);
    ordered[n] = rows[row * HIDDEN + column] as number;
  }
  return ordered;
}

/** Deviations from zero, in standard deviations, beyond which a number is held: a few outliers would coarsen all others. */
const WIDEST = 6;

/** Fractions as bytes, and what one of them stands for. What is bytes already stays as it is. */
function rounded(numbers: Int8Array | Float32Array, own: number): { table: Int8Array; unit: number } {
  if (numbers instanceof Int8Array) return { table: numbers, unit: own };
  let squares = 0;
  for (let i = 0; i < numbers.length; i++) squares += (numbers[i] as number) ** 2;
  const unit = (WIDEST * Math.sqrt(squares / numbers.length)) / 127;
  const table = new Int8Array(numbers.length);
  // By hand: there are millions.
  for (let i = 0; i < numbers.length; i++)
    table[i] = Math.max(-127, Math.min(127, Math.round((numbers[i] as number) / unit)));
  return { table, unit };
}
