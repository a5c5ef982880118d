/** Pairs of neighbouring characters, by which texts are compared: what names and matters are written in. */
import { HAN, KINDS, WORDLY } from "./punctuation.ts";

/** The pairs of some texts, numbered, text by text as often as they stand there. */
export interface NumberedPairs {
  /** How many there are that differ. */
  readonly count: number;
  readonly numbers: Uint32Array;
  /** For each text where its numbers begin, and where those of the last end. */
  readonly starts: Uint32Array;
}

/** The pairs of a page as far as they have been numbered. */
interface Register {
  /** Whose they are. */
  readonly page: object;
  places: Int32Array;
  /** What leaves of the bits of a hash those of a place. */
  shift: number;
  /** How many pairs there are that differ. */
  count: number;
  /** Where in `entries` a text begins. */
  readonly known: Map<string, number>;
  /** For each text how many pairs it has, and each of them: its number, and in the last bits the kinds of both of its units. */
  entries: Uint32Array;
  end: number;
}

/** Bits of the kinds in an entry. */
const KIND_BITS = 5;

/**
 * Numbers the pairs of some texts of a page. Stages compare the same texts, one after the other: each is gone through once.
 *
 * @param kind of the units that pairs are made of, as `KINDS` has them
 * @param page whose texts they are: another is begun anew
 */
export function numberPairs(
  texts: readonly string[],
  kind: typeof HAN | typeof WORDLY,
  page: object = {},
): NumberedPairs {
  const own = registerOf(page);
  let most = 0;
  for (const text of texts) most += text.length;
  const numbers = new Uint32Array(most);
  const starts = new Uint32Array(texts.length + 1);
  let end = 0;
  for (let n = 0; n < texts.length; n++) {
    const text = texts[n] as string;
    const from = own.known.get(text) ?? enter(text, own);
    const { entries } = own;
    const to = from + (entries[from] as number);
    for (let at = from + 1; at <= to; at++) {
      const entry = entries[at] as number;
      if ((entry & kind) !== 0) numbers[end++] = entry >>> KIND_BITS;
    }
    starts[n + 1] = end;
  }
  return { count: own.count, numbers, starts };
}

/** Multiplied with this, keys that lie side by side are spread over all bits: Knuth's multiplicative hashing. */
const SPREAD = 0x9e3779b1;
/** Of the places of the first table: enough for the pairs of a usual page, and no more than the nearest cache of a processor holds. */
const BITS = 12;
/** Entries that there is room for at first: those of a usual page. */
const ROOM = 1 << 14;

let register: Register | undefined;

/** One page is repaired after the other. What is as large as usual is used again: the memory of a new one costs as much as a third of the pairs of a page. */
function registerOf(page: object): Register {
  if (register?.page === page) return register;
  const before = register;
  const places = before?.places.length === 2 << BITS ? before.places.fill(0) : new Int32Array(2 << BITS);
  const entries = before?.entries.length === ROOM ? before.entries : new Uint32Array(ROOM);
  register = { page, places, shift: 32 - BITS, count: 0, known: new Map(), entries, end: 0 };
  return register;
}

/**
 * Open addressing, at most three quarters full: a page has a pair for nearly every character, and a `Map` of them is slow and leaves much
 * behind. Written in one loop, for a cold start runs it without having compiled what it would call.
 *
 * @returns where in the entries the text begins
 */
function enter(text: string, own: Register): number {
  const from = own.end;
  if (from + 1 + text.length > own.entries.length) own.entries = longer(own.entries, text.length + 1);
  const { entries } = own;
  let { places, shift, count } = own;
  let end = from + 1;
  let before = 0;
  let kindsBefore = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Nearly all are ideographs, which need no table.
    const isIdeograph = unit >= 0x4e00 && unit <= 0x9fff;
    const kinds = isIdeograph ? HAN | WORDLY : (KINDS[unit] as number) & (HAN | WORDLY);
    const both = kindsBefore & kinds;
    const key = (before << 16) | unit;
    before = unit;
    kindsBefore = kinds;
    if (both === 0) continue;
    let at = (Math.imul(key, SPREAD) >>> shift) << 1;
    while (places[at] !== key && places[at] !== 0) at = (at + 2) & (places.length - 1);
    if (places[at] === 0) {
      places[at] = key;
      places[at + 1] = count++;
    }
    entries[end++] = ((places[at + 1] as number) << KIND_BITS) | both;
    if (8 * count > 3 * places.length) {
      places = twice(places);
      shift--;
    }
  }
  entries[from] = end - from - 1;
  own.known.set(text, from);
  own.places = places;
  own.shift = shift;
  own.count = count;
  own.end = end;
  return from;
}

/** @param more how many that have no room */
function longer(entries: Uint32Array, more: number): Uint32Array {
  const long = new Uint32Array(2 * (entries.length + more));
  long.set(entries);
  return long;
}

/** By turns a key, or 0 for none, and its number, in a table of twice the size: what is looked at together lies together. */
function twice(places: Int32Array): Int32Array {
  const larger = new Int32Array(2 * places.length);
  const shift = Math.clz32(larger.length - 1) + 1;
  for (let i = 0; i < places.length; i += 2) {
    const key = places[i] as number;
    if (key === 0) continue;
    let at = (Math.imul(key, SPREAD) >>> shift) << 1;
    while (larger[at] !== 0) at = (at + 2) & (larger.length - 1);
    larger[at] = key;
    larger[at + 1] = places[i + 1] as number;
  }
  return larger;
}

/** The same pairs, in each text only where it has them first. */
export function eachOnce({ count, numbers, starts }: NumberedPairs): NumberedPairs {
  const once = new Uint32Array(numbers.length);
  const onceStarts = new Uint32Array(starts.length);
  /** The last text that each pair was seen in, from 1 on. */
  const seenIn = new Uint32Array(count);
  let end = 0;
  for (let text = 1; text < starts.length; text++) {
    for (let i = starts[text - 1] as number; i < (starts[text] as number); i++) {
      const pair = numbers[i] as number;
      if (seenIn[pair] === text) continue;
      seenIn[pair] = text;
      once[end++] = pair;
    }
    onceStarts[text] = end;
  }
  return { count, numbers: once, starts: onceStarts };
}
