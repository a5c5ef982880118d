/**
 * The file of a dual encoder: a header of 32-bit numbers (magic, version, vectors that stand for any head), then for the tail
 * and for the head the units of the two tables, bias and dense rows as 32-bit floats and the tables as signed bytes, and
 * last the vectors of usual heads; little-endian.
 */
import { SYMBOLS } from "./alphabet.ts";
import { joinArrays } from "./bytes.ts";
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
const VERSION = 1;

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
  const [magic, version, usual = 0] = new Uint32Array(buffer, move(12), 3);
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
  return encoderOf(
    { tail: encoder(TAIL.near), head: encoder(HEAD.near), usual: floats(usual * SIZE) },
    kernel,
  );
}

/** The bytes of an encoder, as `encoderFromBytes` reads them; its tables are rounded to bytes. */
export function encoderToBytes({ tail, head, usual }: Encoders): Uint8Array {
  const header = Uint32Array.from([MAGIC, VERSION, usual.length / SIZE]);
  const parts = [tail, head].flatMap(({ near, pairs, bias, dense }) => {
    const [ownNear, ownPairs] = [quantise(near), quantise(pairs)];
    return [Float32Array.from([ownNear.unit, ownPairs.unit]), bias, dense, ownNear.table, ownPairs.table];
  });
  return joinArrays([header, ...parts, usual]);
}

/** Deviations from zero, in standard deviations, beyond which a number is held: a few outliers would coarsen all others. */
const WIDEST = 6;

function quantise(numbers: Int8Array | Float32Array): { table: Int8Array; unit: number } {
  let squares = 0;
  for (const number of numbers) squares += number * number;
  const unit = (WIDEST * Math.sqrt(squares / numbers.length)) / 127;
  return {
    table: Int8Array.from(numbers, (number) => Math.max(-127, Math.min(127, Math.round(number / unit)))),
    unit,
  };
}
