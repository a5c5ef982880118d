/** How likely each tail goes on in each head, and the pairing that makes the page as a whole most likely. */
import { bestAssignment } from "../../model/assignment.ts";
import { type FeatureWeights, logOddsOfRow, weightRow } from "../../model/weights.ts";
import type { Evidence } from "../../page/types.ts";
import { disorderOf, ORDER, seeOrder } from "./disorder.ts";
import { type SeamContext, seePair, seePlace } from "./evidence.ts";
import { AT, clear, emptyRow, SEEN } from "./features.ts";
import { isUnread, mayBeGap } from "./gaps.ts";
import { type Pair, readingOf } from "./pairs.ts";

/** A pair and what was decided about it. */
export interface Candidate extends Pair {
  /** Log-odds that they are one paragraph, whole or with text missing between, against the tail having no head at all. */
  readonly sum: number;
  /** Probability that the tail goes on right in this head, among all its heads and none. */
  readonly share: number;
  /** Probability that it goes on in this head, but with text missing between. */
  readonly lost: number;
  /** What people have decided about it, as a term of the sum. */
  readonly verdict?: Evidence;
}

/** What the evidence weighs for a tail going on right in a head, and with text missing between; null where no gaps are sought. */
export interface PairWeights {
  readonly seams: FeatureWeights;
  readonly gaps: FeatureWeights | null;
}

/**
 * Weighs the pairs, and again by the order of the columns that this has shown. Each tail chooses one of its heads, with or without
 * text missing between, or none: the odds of all of them share its probability.
 */
export function judge(
  pairs: readonly Pair[],
  weights: PairWeights,
  context: SeamContext,
): { candidates: Candidate[]; context: SeamContext } {
  const weighed = weighAll(pairs, weights, context);
  const disorder = disorderOf(probabilities(weighed));
  return { candidates: sharesOf(weighed, weights, disorder), context: { ...context, disorder } };
}

/** The same of pairs on a page whose order is known by now. */
export function judgeMore(
  pairs: readonly Pair[],
  weights: PairWeights,
  { disorder, ...context }: SeamContext,
): Candidate[] {
  return sharesOf(weighAll(pairs, weights, { ...context, readings: [], disorder: 0 }), weights, disorder);
}

/** What speaks for each pair, by itself. */
function weighAll(pairs: readonly Pair[], weights: PairWeights, context: SeamContext): Weighed[] {
  const seams = weightRow(weights.seams, SEEN);
  const gaps = weights.gaps && weightRow(weights.gaps, SEEN);
  const row = emptyRow();
  const weighed: Weighed[] = [];
  for (const [n, pair] of pairs.entries()) {
    const { tail, head, repeat } = pair;
    // Pairs that lie further apart come last, and have none.
    const reading = context.readings[n] ?? readingOf(pair, context.model);
    seePair(clear(row), pair, reading, context);
    const isNext = row[AT.next] === 1;
    const share = Math.exp(logOddsOfRow(row, seams));
    // Before a byline or a caption nothing is missing: the text of the tail is over.
    const opensAnew = row[AT.headOpens] === 1;
    const lost = gaps && isNext && !opensAnew && mayBeGap(pair) ? Math.exp(logOddsOfRow(row, gaps)) : 0;
    // What looks as if text were missing is the rare character, and the rest of it speaks for one paragraph.
    const odds = isUnread(pair, context.model) ? { share: share + lost, lost: 0 } : { share, lost };
    weighed.push({ tail, head, repeat, isNext, ...odds, sum: 0 });
  }
  return weighed;
}

/** What speaks for each pair by the order of the page too, and its share among all that its tail may do. */
function sharesOf(weighed: Weighed[], weights: PairWeights, disorder: number): Candidate[] {
  const seams = weightRow(weights.seams, SEEN);
  const gaps = weights.gaps && weightRow(weights.gaps, SEEN);
  const row = emptyRow();
  for (const it of weighed) {
    seePlace(clear(row), it.tail, it.head);
    seeOrder(row, disorder);
    it.share *= Math.exp(logOddsOfRow(row, seams, ORDER));
    if (gaps && it.lost > 0) it.lost *= Math.exp(logOddsOfRow(row, gaps, ORDER));
    it.sum = Math.log(it.share + it.lost);
  }
  const all = totals(weighed);
  for (const it of weighed) {
    const total = all[it.tail.index] as number;
    it.share /= total;
    it.lost /= total;
  }
  return weighed;
}

/** A candidate while its parts are odds against its tail having no head. */
type Weighed = { -readonly [name in keyof Candidate]: Candidate[name] } & { readonly isNext: boolean };

/** Of each tail, by its index, the odds of all that it may do, none included. */
function totals(weighed: readonly Weighed[]): number[] {
  const all: number[] = [];
  for (const { tail, share, lost } of weighed) all[tail.index] = (all[tail.index] ?? 1) + share + lost;
  return all;
}

function probabilities(weighed: readonly Weighed[]): { isNext: boolean; probability: number }[] {
  const all = totals(weighed);
  return weighed.map(({ tail, isNext, share, lost }) => ({
    isNext,
    probability: (share + lost) / (all[tail.index] as number),
  }));
}

/**
 * Log-odds from which on two are joined. Below even odds: that the head is open too, and no other tail wants it, is in no sum of its
 * tail. From there to the odds of three to one there is a warning.
 */
const JOINED = -0.5;
/** And no join is taken that is less likely than this: where many heads would do, it is anyone's guess which it is. */
const LEAST = 0.25;

/** The joins that make the page as a whole most likely: each tail goes on in at most one head. */
export function choose(candidates: readonly Candidate[]): Candidate[] {
  const edges = candidates
    .filter(({ sum, share, lost }) => sum > JOINED && share + lost > LEAST)
    .map((it) => ({ from: it.tail.index, to: it.head.index, weight: it.sum - JOINED, it }));
  return withoutCircles(bestAssignment(edges).map(({ it }) => it));
}

/** A chain of joins that bites its own tail is no reading order: its weakest join is given up. */
function withoutCircles(taken: readonly Candidate[]): Candidate[] {
  const next = new Map(taken.map((it) => [it.tail.index, it]));
  const seen = new Set<Candidate>();
  for (const start of taken) {
    let weakest = start;
    let at: Candidate | undefined = start;
    // A chain that was followed before has its end behind it.
    while (at && !seen.has(at)) {
      seen.add(at);
      if (at.sum < weakest.sum) weakest = at;
      at = next.get(at.head.index);
      if (at === start) next.delete(weakest.tail.index);
    }
  }
  return taken.filter((it) => next.get(it.tail.index) === it);
}
