/**
 * Smoothed n-grams as the model that is read: pruned, quantised, written as a back-off trie. Pruning drops an n-gram where the
 * shorter one says nearly the same (Seymore and Rosenfeld's weighted difference, 1996), and always where it stands in one article
 * only, so that no text can be read back out of a model.
 */

import { type Alphabet, PARAGRAPH, SYMBOLS } from "../model/alphabet.ts";
import { makeBranches } from "../model/branches.ts";
import { BACKOFF_TOP, type Level, QUANTUM, type Trie } from "../model/trie.ts";
import type { Smoothed } from "./kneser-ney.ts";
import { forEachContext, prefixIndex, suffixIndex, unpacked } from "./ngrams.ts";
import { freshState, read } from "./trie-reading.ts";

export interface Pruning {
  /** Per order from 2 up: least gain, in nats over the corpus, that keeps an n-gram. */
  readonly gains: readonly number[];
}

/** Prunes and quantises, order by order: the back-off weights of one are made with the lower ones as they will be read. */
export function pack(
  smoothed: readonly Smoothed[],
  alphabet: Alphabet,
  pruning: Pruning,
  report: (line: string) => void,
): Trie {
  const kept = keep(smoothed, pruning);
  const levels: Level[] = [firstLevel(smoothed[0] as Smoothed)];
  for (let n = 2; n <= smoothed.length; n++) {
    addLevel(
      levels,
      smoothed[n - 1] as Smoothed,
      kept[n - 1] as Uint8Array,
      kept[n - 2] as Uint8Array,
      smoothed[n - 2] as Smoothed,
    );
    report(`order ${n}: ${levels[n - 1]?.symbols.length} n-grams kept`);
  }
  return { alphabet, frequencies: frequenciesOf(smoothed[0] as Smoothed), levels };
}

/** Costs of the symbols by how often they stand, whatever stands before them. */
function frequenciesOf({ grams }: Smoothed): Uint8Array {
  const costs = new Uint8Array(SYMBOLS).fill(255);
  const total = grams.counts.reduce((sum, count) => sum + count, 0);
  for (let symbol = 0; symbol < SYMBOLS; symbol++) {
    const at = grams.buckets[symbol] as number;
    if (at < (grams.buckets[symbol + 1] as number))
      costs[symbol] = quantise(-Math.log((grams.counts[at] as number) / total));
  }
  return costs;
}

/** Which n-grams of each order are kept: those that gain, and those that a kept one begins with. */
function keep(smoothed: readonly Smoothed[], { gains }: Pruning): Uint8Array[] {
  const kept = smoothed.map(({ grams }) => new Uint8Array(grams.keys.length));
  kept[0]?.fill(1);
  for (let n = smoothed.length; n >= 2; n--) {
    const { grams, logs, lowerWeights } = smoothed[n - 1] as Smoothed;
    const lower = smoothed[n - 2] as Smoothed;
    const own = kept[n - 1] as Uint8Array;
    const below = kept[n - 2] as Uint8Array;
    const least = gains[n - 2] as number;
    for (let first = 0; first < SYMBOLS; first++)
      for (let i = grams.buckets[first] as number; i < (grams.buckets[first + 1] as number); i++) {
        const symbols = unpacked(n, first, grams.keys[i] as number);
        if (!own[i]) {
          if ((grams.articles[i] as number) < 2) continue;
          const short =
            (lower.logs[suffixIndex(lower.grams, symbols)] as number) + (lowerWeights[i] as number);
          const gain = (grams.counts[i] as number) * ((logs[i] as number) - short);
          // What seldom opens a paragraph is worth knowing as much as what often does.
          if ((first === PARAGRAPH ? Math.abs(gain) : gain) < least) continue;
          own[i] = 1;
        }
        below[prefixIndex(lower.grams, symbols)] = 1;
      }
  }
  return kept;
}

function firstLevel({ grams, logs }: Smoothed): Level {
  const costs = new Uint8Array(SYMBOLS).fill(255);
  for (let symbol = 0; symbol < SYMBOLS; symbol++) {
    const at = grams.buckets[symbol] as number;
    if (at < (grams.buckets[symbol + 1] as number)) costs[symbol] = quantise(-(logs[at] as number));
  }
  return {
    symbols: Uint16Array.from({ length: SYMBOLS }, (_, symbol) => symbol),
    costs,
    branches: null,
  };
}

function addLevel(
  levels: Level[],
  { grams, logs }: Smoothed,
  own: Uint8Array,
  below: Uint8Array,
  lower: Smoothed,
): void {
  const parents = levels.at(-1) as Level;
  const soFar = { levels: [...levels] };
  const size = own.reduce((sum, flag) => sum + flag, 0);
  const level: Level = {
    symbols: new Uint16Array(size),
    costs: new Uint8Array(size),
    branches: null,
  };
  const nodes = nodeNumbers(lower, below, grams.order - 1);
  const counts = new Uint32Array(parents.symbols.length);
  const backoffs = new Uint8Array(parents.symbols.length);
  let size2 = 0;
  forEachContext(grams, (first, from, to) => {
    const symbols = unpacked(grams.order, first, grams.keys[from] as number);
    const parent = nodes(symbols);
    let explicit = 0;
    let implicit = 0;
    for (let i = from; i < to; i++) {
      if (!own[i]) continue;
      const symbol = (grams.keys[i] as number) % SYMBOLS;
      level.symbols[size2] = symbol;
      level.costs[size2] = quantise(-(logs[i] as number));
      size2++;
      counts[parent] = (counts[parent] as number) + 1;
      explicit += Math.exp(logs[i] as number);
      implicit += Math.exp(probe(soFar, symbols, symbol));
    }
    if (explicit > 0) {
      const weight = Math.max(1e-4, 1 - explicit) / Math.max(1e-4, 1 - implicit);
      backoffs[parent] = quantise(BACKOFF_TOP - Math.log(weight));
    }
  });
  levels[levels.length - 1] = { ...parents, branches: makeBranches(counts, backoffs) };
  levels.push(level);
}

/** What the model so far says of `symbol` after the context of an n-gram, its first symbol left out. */
function probe(model: Pick<Trie, "levels">, symbols: readonly number[], symbol: number): number {
  const state = freshState(model);
  for (let i = 1; i < symbols.length - 1; i++) read(model, state, symbols[i] as number);
  return read(model, state, symbol);
}

/** Numbers of the kept n-grams of an order, in their sorted order. */
function nodeNumbers(
  { grams }: Smoothed,
  kept: Uint8Array,
  order: number,
): (symbols: readonly number[]) => number {
  if (order === 1) return (symbols) => symbols[0] as number;
  const numbers = new Uint32Array(kept.length);
  let next = 0;
  for (let i = 0; i < kept.length; i++) {
    numbers[i] = next;
    next += kept[i] as number;
  }
  return (symbols) => numbers[prefixIndex(grams, symbols)] as number;
}

function quantise(cost: number): number {
  return Math.max(0, Math.min(255, Math.round(cost * QUANTUM)));
}
