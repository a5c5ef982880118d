/**
 * Whether a model file is the one that was made: `weights/checksums.json` says how long each is, what a sample of it sums to,
 * and its SHA-256. A cold start looks at length and sample, for a sum over all words costs it a tenth; a batch looks at all.
 */
import { InputError } from "../page/errors.ts";

export interface Checksum {
  readonly bytes: number;
  /** What `sampleOf` makes of it. */
  readonly sample: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

export type Checksums = Readonly<Record<string, Checksum>>;

/** Words from one that is looked at to the next: each block of a disk, 4 kB, has one. */
const STEP = 1024;

/** A sum over one word in so many, which hangs on their order: blocks that were lost, emptied or put elsewhere show. */
export function sampleOf({ buffer, byteOffset, byteLength }: Uint8Array): number {
  const words = new DataView(buffer, byteOffset, byteLength);
  let sum = 0;
  for (let at = 0; at + 4 <= byteLength; at += 4 * STEP)
    sum = (Math.imul(sum, 31) + words.getUint32(at, true)) | 0;
  return sum >>> 0;
}

/** @throws InputError where the bytes are not those that were made */
export function checkSample(file: string, bytes: Uint8Array, sums: Checksums): void {
  const made = sums[file];
  if (!made) throw damaged(file, "checksums.json does not name it");
  if (bytes.length !== made.bytes) throw damaged(file, `it has ${bytes.length} bytes of ${made.bytes}`);
  if (sampleOf(bytes) !== made.sample) throw damaged(file, "its bytes are others than were made");
}

/** @param why what was found, in a few words */
export function damaged(file: string, why: string): InputError {
  return new InputError(`the model file ${file} is damaged: ${why}`, "install pagefix again");
}
