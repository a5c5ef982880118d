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
 * Open addressing, at most half full: a page has a pair for nearly every character, and a `Map` of them is slow and leaves much
 * behind. Written in one loop, for a cold start runs it without having compiled what it would call.
 *
 * @param kind of the units that pairs are made of, as `KINDS` has them
 */
export function numberPairs(texts: readonly string[], kind: typeof HAN | typeof WORDLY): NumberedPairs {
  let most = 0;
  for (const text of texts) most += text.length;
  let { keys, values, shift } = usualTable();
  const numbers = new Uint32Array(most);
  const starts = new Uint32Array(texts.length + 1);
  let count = 0;
  let end = 0;
  for (let n = 0; n < texts.length; n++) {
    const text = texts[n] as string;
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (((KINDS[unit] as number) & kind) === 0) {
        before = 0;
        continue;
      }
      const key = (before << 16) | unit;
      if (before !== 0) {
        let at = Math.imul(key, SPREAD) >>> shift;
        while (keys[at] !== key && keys[at] !== 0) at = (at + 1) & (keys.length - 1);
        if (keys[at] === 0) {
          keys[at] = key;
          values[at] = count++;
        }
        numbers[end++] = values[at] as number;
        if (2 * count > keys.length) ({ keys, values, shift } = twice(keys, values));
      }
      before = unit;
    }
    starts[n + 1] = end;
  }
  return { count, numbers, starts };
}

/** Keys that are none are 0. */
interface Table {
  readonly keys: Int32Array;
  readonly values: Uint32Array;
  /** What leaves of the bits of a hash those of a place. */
  readonly shift: number;
}

/** Multiplied with this, keys that lie side by side are spread over all bits: Knuth's multiplicative hashing. */
const SPREAD = 0x9e3779b1;
/** Pairs that there is room for at first: those of a usual page. One of megabytes has far fewer than it has characters. */
const ROOM = 4095;

function tableFor(most: number): Table {
  const bits = 33 - Math.clz32(most);
  return { keys: new Int32Array(1 << bits), values: new Uint32Array(1 << bits), shift: 32 - bits };
}

/** The first of each call: made once, for the memory of a new one costs as much as a third of the pairs of a page. */
let usual: Table | undefined;

function usualTable(): Table {
  if (usual) usual.keys.fill(0);
  usual ??= tableFor(ROOM);
  return usual;
}

function twice(keys: Int32Array, values: Uint32Array): Table {
  const larger = tableFor(keys.length - 1);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    if (key === 0) continue;
    let at = Math.imul(key, SPREAD) >>> larger.shift;
    while (larger.keys[at] !== 0) at = (at + 1) & (larger.keys.length - 1);
    larger.keys[at] = key;
    larger.values[at] = values[i] as number;
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
