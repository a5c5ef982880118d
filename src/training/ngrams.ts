/**
 * Counting n-grams of up to five symbols of twelve bits over tens of millions of symbols: sorted arrays, no maps. An
 * n-gram is its first symbol, which chooses the bucket, and the others packed into one double, which sort within it.
 */
import { SYMBOLS } from "../model/alphabet.ts";

/** The distinct n-grams of one order, sorted. */
export interface Grams {
  readonly order: number;
  /** Where the n-grams of each first symbol begin; SYMBOLS + 1 entries. */
  readonly buckets: Uint32Array;
  /** All symbols but the first, packed. */
  readonly keys: Float64Array;
  /** How often each stands in the texts. */
  readonly counts: Uint32Array;
  /** In how many articles each stands. */
  readonly articles: Uint32Array;
}

/** Counts the n-grams of one order; none crosses from one article into another. */
export function countGrams(texts: readonly Uint16Array[], order: number): Grams {
  const starts = new Uint32Array(SYMBOLS + 1);
  for (const text of texts)
    for (let i = 0; i + order <= text.length; i++) (starts[(text[i] as number) + 1] as number)++;
  for (let i = 0; i < SYMBOLS; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const all = new Float64Array(starts[SYMBOLS] as number);
  const fill = starts.slice();
  for (const text of texts)
    for (let i = 0; i + order <= text.length; i++) {
      const first = text[i] as number;
      all[fill[first] as number] = packed(text, i + 1, i + order);
      fill[first] = (fill[first] as number) + 1;
    }
  const grams = distinct(all, starts, order);
  countArticles(texts, grams);
  return grams;
}

/** Symbols `from` to `to` as one number. */
function packed(symbols: ArrayLike<number>, from: number, to: number): number {
  let key = 0;
  for (let i = from; i < to; i++) key = key * SYMBOLS + (symbols[i] as number);
  return key;
}

function distinct(all: Float64Array, starts: Uint32Array, order: number): Grams {
  const buckets = new Uint32Array(SYMBOLS + 1);
  const counts = new Uint32Array(all.length);
  let size = 0;
  for (let first = 0; first < SYMBOLS; first++) {
    buckets[first] = size;
    const bucket = all.subarray(starts[first], starts[first + 1]).sort();
    for (let i = 0; i < bucket.length; i++) {
      if (i === 0 || bucket[i] !== bucket[i - 1]) {
        all[size] = bucket[i] as number;
        size++;
      }
      counts[size - 1] = (counts[size - 1] as number) + 1;
    }
  }
  buckets[SYMBOLS] = size;
  return {
    order,
    buckets,
    keys: all.slice(0, size),
    counts: counts.slice(0, size),
    articles: new Uint32Array(size),
  };
}

function countArticles(texts: readonly Uint16Array[], grams: Grams): void {
  const last = new Int32Array(grams.keys.length).fill(-1);
  texts.forEach((text, article) => {
    for (let i = 0; i + grams.order <= text.length; i++) {
      const at = indexOf(grams, text[i] as number, packed(text, i + 1, i + grams.order));
      if (last[at] === article) continue;
      last[at] = article;
      grams.articles[at] = (grams.articles[at] as number) + 1;
    }
  });
}

/** Index of an n-gram among those of its order, or -1. */
export function indexOf(grams: Grams, first: number, key: number): number {
  let low = grams.buckets[first] as number;
  let high = (grams.buckets[first + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = grams.keys[middle] as number;
    if (here === key) return middle;
    if (here < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The symbols of an n-gram, the first of them given. */
export function unpacked(order: number, first: number, key: number): number[] {
  const symbols = new Array<number>(order);
  symbols[0] = first;
  let rest = key;
  for (let i = order - 1; i > 0; i--) {
    symbols[i] = rest % SYMBOLS;
    rest = Math.floor(rest / SYMBOLS);
  }
  return symbols;
}

/** Number of the n-gram of the next lower order that is all symbols but the first. */
export function suffixIndex(lower: Grams, symbols: readonly number[]): number {
  let key = 0;
  for (let i = 2; i < symbols.length; i++) key = key * SYMBOLS + (symbols[i] as number);
  return indexOf(lower, symbols[1] as number, key);
}

/** Number of the one that is all symbols but the last. */
export function prefixIndex(lower: Grams, symbols: readonly number[]): number {
  let key = 0;
  for (let i = 1; i < symbols.length - 1; i++) key = key * SYMBOLS + (symbols[i] as number);
  return indexOf(lower, symbols[0] as number, key);
}

/** Runs of n-grams that share all symbols but the last. In order 1 all share the empty context, and `first` is -1. */
export function forEachContext(grams: Grams, visit: (first: number, from: number, to: number) => void): void {
  if (grams.order === 1) {
    visit(-1, 0, grams.keys.length);
    return;
  }
  for (let first = 0; first < SYMBOLS; first++) {
    const end = grams.buckets[first + 1] as number;
    let from = grams.buckets[first] as number;
    while (from < end) {
      const context = Math.floor((grams.keys[from] as number) / SYMBOLS);
      let to = from + 1;
      while (to < end && Math.floor((grams.keys[to] as number) / SYMBOLS) === context) to++;
      visit(first, from, to);
      from = to;
    }
  }
}
