/**
 * Files that are too large to be held: layout files, which are read in pieces, a page at a time. They are gone through twice, since
 * only the end of a file tells its hash, and whether all of it is UTF-8.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { encodingNamed } from "../read/encodings.ts";
import { formatOf, type InputFormat } from "../read/formats.ts";
import { codeOf } from "./problems.ts";
import type { Reading } from "./vocabulary.ts";

export interface LargeFile {
  readonly format: InputFormat;
  /** Its text, as often as it is asked for. */
  readonly pieces: Iterable<string>;
  readonly sha256: string;
  /** Its first bytes. */
  readonly head: Uint8Array;
}

/** Formats whose readers need no more than a piece at a time. */
const IN_PIECES: readonly InputFormat[] = ["alto", "page", "hocr", "bbox", "tsv"];

/** In bytes. */
const PIECE = 1 << 18;

/** Null where the file has to be read as a whole: for what it is, or for its encoding. */
export function openLarge(path: string, { formatIn, encoding }: Reading): LargeFile | null {
  if (encoding !== undefined && encodingNamed(encoding) !== "utf-8") return null;
  const hash = createHash("sha256");
  const head = firstOf(bytesOf(path));
  const format = formatIn ?? formatOf(new TextDecoder().decode(head));
  if (!IN_PIECES.includes(format)) return null;
  try {
    const strict = new TextDecoder("utf-8", { fatal: true });
    for (const bytes of bytesOf(path)) {
      hash.update(bytes);
      strict.decode(bytes, { stream: true });
    }
    strict.decode();
  } catch (error) {
    if (codeOf(error) === "ERR_ENCODING_INVALID_ENCODED_DATA") return null;
    throw error;
  }
  return { format, pieces: { [Symbol.iterator]: () => piecesOf(path) }, sha256: hash.digest("hex"), head };
}

function* piecesOf(path: string): Generator<string> {
  const decoder = new TextDecoder();
  for (const bytes of bytesOf(path)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** Each time the same memory with the next bytes in it. */
function* bytesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    const memory = new Uint8Array(PIECE);
    for (let count = readSync(file, memory); count > 0; count = readSync(file, memory))
      yield memory.subarray(0, count);
  } finally {
    closeSync(file);
  }
}

function firstOf(pieces: Iterable<Uint8Array>): Uint8Array {
  for (const bytes of pieces) return bytes.slice(0, HEAD);
  return new Uint8Array();
}

const HEAD = 1 << 14;
