/** Pairs of neighbouring characters, by which texts are compared: what names and matters are written in. */
import { type HAN, KINDS, type WORDLY } from "./punctuation.ts";

/** The pairs of some texts, numbered, text by text as often as they stand there. */
export interface NumberedPairs {
  /** How many there are that differ. */
  readonly count: number;
  readonly numbers: Uint32Array;
  /** For each text where its numbers begin, and where those of the last end. */
  readonly starts: Uint32Array;
}

/**
 * Open addressing, at most three quarters full: a page has a pair for nearly every character, and a `Map` of them is slow and leaves much
 * behind. Written in one loop, for a cold start runs it without having compiled what it would call.
 *
 * @param kind of the units that pairs are made of, as `KINDS` has them
 */
export function numberPairs(texts: readonly string[], kind: typeof HAN | typeof WORDLY): NumberedPairs {
  let most = 0;
  for (const text of texts) most += text.length;
  let { places, shift } = usualTable();
  const numbers = new Uint32Array(most);
  const starts = new Uint32Array(texts.length + 1);
  let count = 0;
  let end = 0;
  for (let n = 0; n < texts.length; n++) {
    const text = texts[n] as string;
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      // Nearly all are ideographs, which need no table.
      if ((unit < 0x4e00 || unit > 0x9fff) && ((KINDS[unit] as number) & kind) === 0) {
        before = 0;
        continue;
      }
      const key = (before << 16) | unit;
      if (before !== 0) {
        let at = (Math.imul(key, SPREAD) >>> shift) << 1;
        while (places[at] !== key && places[at] !== 0) at = (at + 2) & (places.length - 1);
        if (places[at] === 0) {
          places[at] = key;
          places[at + 1] = count++;
        }
        numbers[end++] = places[at + 1] as number;
        if (8 * count > 3 * places.length) ({ places, shift } = twice(places));
      }
      before = unit;
    }
    starts[n + 1] = end;
  }
  return { count, numbers, starts };
}

interface Table {
  /** By turns a key, or 0 for none, and its number: what is looked at together lies together. */
  readonly places: Int32Array;
  /** What leaves of the bits of a hash those of a place. */
  readonly shift: number;
}

/** Multiplied with this, keys that lie side by side are spread over all bits: Knuth's multiplicative hashing. */
const SPREAD = 0x9e3779b1;
/** Of the places of the first table: enough for the pairs of a usual page, and no more than the nearest cache of a processor holds. */
const BITS = 12;

/** @param bits of the number of keys that it has places for */
function tableOf(bits: number): Table {
  return { places: new Int32Array(2 << bits), shift: 32 - bits };
}

/** The first of each call: made once, for the memory of a new one costs as much as a third of the pairs of a page. */
let usual: Table | undefined;

function usualTable(): Table {
  if (usual) usual.places.fill(0);
  usual ??= tableOf(BITS);
  return usual;
}

function twice(places: Int32Array): Table {
  const larger = tableOf(32 - Math.clz32(places.length - 1));
  for (let i = 0; i < places.length; i += 2) {
    const key = places[i] as number;
    if (key === 0) continue;
    let at = (Math.imul(key, SPREAD) >>> larger.shift) << 1;
    while (larger.places[at] !== 0) at = (at + 2) & (larger.places.length - 1);
    larger.places[at] = key;
    larger.places[at + 1] = places[i + 1] as number;
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
