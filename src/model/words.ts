/**
 * Which words a language has: for each language a Bloom filter of its words. It answers for one word at a time, is wrong about one
 * in some hundreds that are none, and no word can be read out of it.
 *
 * The file: a header of 32-bit numbers (magic, version, languages), for each language its tag in four bytes of ASCII, how many bits
 * stand for a word at the most, and how many 32-bit words its filter has; then the filters; little-endian.
 *
 * @see B. Bloom, Space/time trade-offs in hash coding with allowable errors, CACM 13 (1970)
 */
import { joinArrays } from "./bytes.ts";

export interface KnownWords {
  /** Whether a word, or a compound with its hyphens, is one of the language; letters are taken without regard to case. */
  readonly has: (word: string) => boolean;
}

/** Bits of a word in a filter, and the filter. */
export interface WordFilter {
  readonly probes: number;
  readonly bits: Uint32Array;
}

/** `pgfw` */
const MAGIC = 0x77666770;
const VERSION = 1;
/** 32-bit numbers before the first language, and of each. */
const HEAD = 3;
const OF_EACH = 3;

/** The words of each language, by its tag: views on the bytes of a file. @throws RangeError where they are none of this version */
export function wordsFromBytes({ buffer, byteOffset, byteLength }: Uint8Array): Map<string, KnownWords> {
  const numbers = new Uint32Array(buffer, byteOffset, byteLength >> 2);
  const [magic, version, languages = 0] = numbers;
  if (magic !== MAGIC || version !== VERSION)
    throw new RangeError("the file of words is not of a version that this program reads");
  const words = new Map<string, KnownWords>();
  let at = HEAD + OF_EACH * languages;
  for (let i = 0; i < languages; i++) {
    const [tag = 0, probes = 0, length = 0] = numbers.subarray(HEAD + OF_EACH * i);
    if (at + length > numbers.length) throw new RangeError("the file of words is cut short");
    const filter = { probes, bits: numbers.subarray(at, at + length) };
    words.set(tagOf(tag), { has: (word) => isIn(filter, word.toLowerCase()) });
    at += length;
  }
  return words;
}

/** The bytes of the filters of some languages, as `wordsFromBytes` reads them. */
export function wordsToBytes(filters: ReadonlyMap<string, WordFilter>): Uint8Array {
  const header = [...filters].flatMap(([tag, { probes, bits }]) => [numberOf(tag), probes, bits.length]);
  const bits = [...filters.values()].map((filter) => filter.bits);
  return joinArrays([Uint32Array.from([MAGIC, VERSION, filters.size, ...header]), ...bits]);
}

/**
 * A filter of words, in small letters.
 *
 * @param bitsPerWord from which follows how often it takes for a word what is none: one in 120 at ten, one in 800 at fourteen
 */
export function filterOf(words: ReadonlySet<string>, bitsPerWord: number): WordFilter {
  const bits = new Uint32Array(Math.ceil((words.size * bitsPerWord) / 32));
  const probes = Math.max(1, Math.round(bitsPerWord * Math.LN2));
  for (const word of words)
    placesOf(word, probes, bits.length * 32, (place) => {
      bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
      return true;
    });
  return { probes, bits };
}

function isIn({ probes, bits }: WordFilter, word: string): boolean {
  return placesOf(
    word,
    probes,
    bits.length * 32,
    (place) => (((bits[place >>> 5] as number) >>> (place & 31)) & 1) === 1,
  );
}

/** Goes through the places of a word for as long as each is taken; whether all were. */
function placesOf(word: string, probes: number, size: number, take: (place: number) => boolean): boolean {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x5bd1e995);
    second ^= second >>> 15;
  }
  // Without it words that differ in their last letter alone lie close together.
  first = Math.imul(first ^ (first >>> 16), 0x85ebca6b);
  for (let n = 0; n < probes; n++) {
    if (!take(((first ^ (first >>> 13)) >>> 0) % size)) return false;
    first = (first + (second | 1)) | 0;
  }
  return true;
}

function numberOf(tag: string): number {
  let number = 0;
  for (let i = 0; i < 4; i++) number |= (tag.charCodeAt(i) || 0) << (8 * i);
  return number >>> 0;
}

function tagOf(number: number): string {
  return [0, 8, 16, 24]
    .map((shift) => (number >>> shift) & 0xff)
    .filter((code) => code > 0)
    .map((code) => String.fromCharCode(code))
    .join("");
}
