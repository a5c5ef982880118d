/**
 * Interpolated modified Kneser-Ney smoothing (Chen and Goodman, 1999): the probability of each n-gram that stands in the texts.
 */

import { PARAGRAPH, SYMBOLS } from "../model/alphabet.ts";
import { countGrams, forEachContext, type Grams, indexOf, suffixIndex, unpacked } from "./ngrams.ts";

/** The smoothed n-grams of one order, before pruning. */
export interface Smoothed {
  readonly grams: Grams;
  readonly logs: Float32Array;
  /** Log of the weight that the context of each n-gram gives to the lower order. */
  readonly lowerWeights: Float32Array;
}

/** Counts and smooths the n-grams of every order up to `order`. */
export function smoothAll(
  texts: readonly Uint16Array[],
  order: number,
  report: (line: string) => void,
): Smoothed[] {
  const grams: Grams[] = [];
  for (let n = 1; n <= order; n++) {
    grams.push(countGrams(texts, n));
    report(`order ${n}: ${grams.at(-1)?.keys.length} distinct n-grams`);
  }
  const smoothed: Smoothed[] = [];
  for (let n = 1; n <= order; n++) smoothed.push(smooth(grams[n - 1] as Grams, grams[n], smoothed[n - 2]));
  return smoothed;
}

/** Counts for smoothing: occurrences in the highest order, distinct symbols before the n-gram in the lower ones. */
function smoothingCounts(grams: Grams, higher: Grams | undefined): Uint32Array {
  if (!higher) return grams.counts;
  const counts = new Uint32Array(grams.keys.length);
  const span = SYMBOLS ** (grams.order - 1);
  for (const key of higher.keys) {
    const first = Math.floor(key / span);
    const at = indexOf(grams, first, key - first * span);
    counts[at] = (counts[at] as number) + 1;
  }
  // What stands only at the beginning of articles has nothing before it.
  for (let i = 0; i < counts.length; i++) if (counts[i] === 0) counts[i] = grams.counts[i] as number;
  // Before ¶ there is hardly anything but a stop: how many symbols stand before it says nothing of what opens a paragraph.
  if (grams.order > 1)
    for (let i = grams.buckets[PARAGRAPH] as number; i < (grams.buckets[PARAGRAPH + 1] as number); i++)
      counts[i] = grams.counts[i] as number;
  return counts;
}

/** Discounts for n-grams that stand once, twice, and three times or more. */
function discounts(counts: Uint32Array): [number, number, number] {
  const n = [0, 0, 0, 0, 0];
  for (const count of counts) if (count <= 4) n[count] = (n[count] as number) + 1;
  const [, n1 = 0, n2 = 0, n3 = 0, n4 = 0] = n;
  if (n1 === 0 || n2 === 0 || n3 === 0) return [0.5, 0.75, 0.9];
  const y = n1 / (n1 + 2 * n2);
  return [1 - (2 * y * n2) / n1, 2 - (3 * y * n3) / n2, 3 - (4 * y * n4) / n3];
}

function smooth(grams: Grams, higher: Grams | undefined, lower: Smoothed | undefined): Smoothed {
  const counts = smoothingCounts(grams, higher);
  const [d1, d2, d3] = discounts(counts);
  const discount = (count: number) => (count === 1 ? d1 : count === 2 ? d2 : d3);
  const logs = new Float32Array(grams.keys.length);
  const lowerWeights = new Float32Array(grams.keys.length);
  forEachContext(grams, (first, from, to) => {
    let total = 0;
    let held = 0;
    for (let i = from; i < to; i++) {
      total += counts[i] as number;
      held += discount(counts[i] as number);
    }
    const lowerWeight = held / total;
    for (let i = from; i < to; i++) {
      const symbols = unpacked(grams.order, first < 0 ? i : first, grams.keys[i] as number);
      const below = lower ? Math.exp(lower.logs[suffixIndex(lower.grams, symbols)] as number) : 1 / SYMBOLS;
      const count = counts[i] as number;
      logs[i] = Math.log((count - discount(count)) / total + lowerWeight * below);
      lowerWeights[i] = Math.log(lowerWeight);
    }
  });
  return { grams, logs, lowerWeights };
}
