/** Text in the encodings before Unicode. iconv-lite decodes them; this file finds what it could not decode. */
import iconv from "iconv-lite";
import type { Conversion } from "./decode.ts";
import type { EncodingName } from "./encodings.ts";

export type LegacyName = Exclude<EncodingName, "utf-8" | "utf-16le" | "utf-16be">;

const ICONV_NAME = {
  gb18030: "gb18030",
  big5: "big5hkscs",
  shift_jis: "shiftjis",
  "euc-jp": "eucjp",
  "euc-kr": "cp949",
  "windows-1252": "windows1252",
} as const satisfies Record<LegacyName, string>;

/** Decodes all of the bytes; a sequence that ends too early counts as bad. */
export function convertLegacy(input: Uint8Array, encoding: LegacyName): Conversion {
  const { bytes, genuine } = encoding === "gb18030" ? checkGb18030(input) : { bytes: input, genuine: 0 };
  const text = iconv.decode(bytes, ICONV_NAME[encoding], { stripBOM: false });
  let replacements = 0;
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) replacements++;
  return { text, badBytes: replacements - genuine, firstBad: () => firstBad(input, bytes, encoding) };
}

/** Decodes the head of an input: a sequence that its end cuts in half is left out. */
export function decodeCut(input: Uint8Array, encoding: LegacyName): string {
  const { bytes } = encoding === "gb18030" ? checkGb18030(input) : { bytes: input };
  return iconv.getDecoder(ICONV_NAME[encoding], { stripBOM: false }).write(asBuffer(bytes));
}

/**
 * iconv-lite makes nonsense of the four-byte sequences that GB18030 leaves unassigned. They become undecodable here, by
 * way of FF for their first byte. Counts also the sequences that stand for U+FFFD itself, which no other encoding has.
 */
function checkGb18030(input: Uint8Array): { bytes: Uint8Array; genuine: number } {
  let bytes = input;
  let genuine = 0;
  for (let i = 0; i < input.length; ) {
    const lead = input[i] as number;
    const second = input[i + 1] ?? 0;
    if (lead < 0x81 || lead > 0xfe) i += 1;
    else if (second >= 0x40 && second <= 0xfe && second !== 0x7f) i += 2;
    else {
      const pointer = fourBytePointer(input, i);
      if (pointer === undefined) {
        i += 1;
      } else if (isAssigned(pointer)) {
        if (pointer === REPLACEMENT_POINTER) genuine++;
        i += 4;
      } else {
        // A copy: slice() of a Buffer would be a view, and the caller's bytes would change.
        if (bytes === input) bytes = new Uint8Array(input);
        bytes[i] = 0xff;
        i += 1;
      }
    }
  }
  return { bytes, genuine };
}

/** Pointer as in the WHATWG Encoding Standard, section 10.2.1; the ranges are its index gb18030 ranges. */
function fourBytePointer(bytes: Uint8Array, at: number): number | undefined {
  const [lead, second, third, fourth] = [0, 1, 2, 3].map((i) => bytes[at + i] ?? 0) as [
    number,
    number,
    number,
    number,
  ];
  if (second < 0x30 || second > 0x39 || third < 0x81 || third > 0xfe || fourth < 0x30 || fourth > 0x39)
    return undefined;
  return (lead - 0x81) * 12600 + (second - 0x30) * 1260 + (third - 0x81) * 10 + (fourth - 0x30);
}

/** 84 31 A4 37. */
const REPLACEMENT_POINTER = 39417;

function isAssigned(pointer: number): boolean {
  return pointer <= 39419 || (pointer >= 189000 && pointer <= 1237575);
}

/** Feeds the decoder byte by byte: what it holds back is the sequence it is in. */
function firstBad(
  input: Uint8Array,
  bytes: Uint8Array,
  encoding: LegacyName,
): { offset: number; bytes: Uint8Array } {
  const decoder = iconv.getDecoder(ICONV_NAME[encoding], { stripBOM: false });
  let start = 0;
  for (let i = 0; i < bytes.length; i++) {
    const text = decoder.write(asBuffer(bytes.subarray(i, i + 1)));
    if (text === "") continue;
    const genuine = encoding === "gb18030" && fourBytePointer(bytes, start) === REPLACEMENT_POINTER;
    if (text.startsWith("\uFFFD") && !genuine) return { offset: start, bytes: input.subarray(start, i + 1) };
    start = i + 1;
  }
  return { offset: start, bytes: input.subarray(start) };
}

/** iconv-lite reads bytes alone, but its types ask for the Buffer of Node. */
function asBuffer(bytes: Uint8Array): Buffer {
  return bytes as Buffer;
}
