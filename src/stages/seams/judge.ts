/** How likely each tail goes on in each head, and the pairing that makes the page as a whole most likely. */
import { isWider } from "../../language/punctuation.ts";
import { bestAssignment } from "../../model/assignment.ts";
import { hiddenLayer, natsTogether } from "../../model/hidden-layer.ts";
import { chanceOf, logOddsOfRow, weightRow } from "../../model/weights.ts";
import type { Evidence } from "../../page/types.ts";
import { disorderOf, ORDER, seeOrder } from "./disorder.ts";
import { type SeamContext, seePair, seePlace } from "./evidence.ts";
import { AT, clear, emptyRow, SEEN } from "./features.ts";
import { isUnread, mayBeGap } from "./gaps.ts";
import type { PairWeights } from "./pair-weights.ts";
import { type Pair, readingOf } from "./pairs.ts";

/** A pair and what was decided about it. */
export interface Candidate extends Pair {
  /** Log-odds that they are one paragraph, whole or with text missing between, against the tail having no head at all. */
  readonly sum: number;
  /** Probability that the tail goes on right in this head, among all its heads and none. */
  readonly share: number;
  /** Probability that it goes on in this head, but with text missing between. */
  readonly lost: number;
  /** Nats of the sum that its evidence says together, beyond its terms. */
  readonly together: number;
  /** What people have decided about it, as a term of the sum. */
  readonly verdict?: Evidence;
}

/** A candidate with its odds, of which its probability is a share once all heads of its tail are known. */
export interface Weighed extends Candidate {
  readonly isNext: boolean;
  /** Against its tail having no head: right in this head, and with text missing between. */
  readonly shareOdds: number;
  readonly lostOdds: number;
  /** Probability that text is missing between them, if they are one paragraph; null where that is what the odds say. */
  readonly missing: number | null;
}

/** The same while it is put together. */
type Weighing = { -readonly [name in keyof Weighed]: Weighed[name] };

/**
 * Weighs the pairs, and again by the order of the columns that this has shown. Each tail chooses one of its heads, with or without
 * text missing between, or none: the odds of all of them share its probability.
 */
export function judge(
  pairs: readonly Pair[],
  weights: PairWeights,
  context: SeamContext,
): { candidates: Weighed[]; context: SeamContext } {
  const weighed = weighAll(pairs, weights, context);
  const disorder = disorderOf(probabilities(weighed));
  return { candidates: shared(byOrder(weighed, weights, disorder)), context: { ...context, disorder } };
}

/**
 * The same of more pairs on a page whose order is known by now.
 *
 * @param known candidates of the same tails
 */
export function judgeMore(
  known: readonly Weighed[],
  pairs: readonly Pair[],
  weights: PairWeights,
  context: SeamContext,
): Weighed[] {
  const weighed = weighAll(pairs, weights, { ...context, readings: [], disorder: 0 });
  return shared([...known.map((it) => ({ ...it })), ...byOrder(weighed, weights, context.disorder)]);
}

/** Whether paragraphs of a page end with stops, most of them: elsewhere nothing was learnt of what the evidence says together. */
export function stopsTell({ stopHabit }: Pick<SeamContext, "stopHabit">): boolean {
  return stopHabit.texts === 1;
}

/** Ems of a tail and of a head that are enough to be read together: more than a heading has, and what the cross-encoder reads. */
const [TAIL, HEAD] = [16, 10] as const;

/** Whether both sides are running text, and long enough: of headings, verse and lists composed pages teach too little. */
function mayBeReadTogether({ tail, head }: Pair): boolean {
  return !tail.doubtful && isWider(tail.text, TAIL) && isWider(head.text, HEAD);
}

/** What speaks for each pair, by itself. */
function weighAll(pairs: readonly Pair[], weights: PairWeights, context: SeamContext): Weighing[] {
  const seams = weightRow(weights.seams, SEEN);
  const gaps = weights.gaps && weightRow(weights.gaps, SEEN);
  const within = weights.within && weightRow(weights.within, SEEN);
  const layer = stopsTell(context) ? hiddenLayer(weights.together, SEEN) : null;
  const row = emptyRow();
  const weighed: Weighing[] = [];
  for (const [n, pair] of pairs.entries()) {
    const { tail, head, repeat } = pair;
    // Pairs that lie further apart come last, and have none.
    const reading = context.readings[n] ?? readingOf(pair, context.model);
    seePair(clear(row), pair, reading, context);
    const isNext = row[AT.next] === 1;
    const share = Math.exp(logOddsOfRow(row, seams));
    // Before a byline or a caption nothing is missing: the text of the tail is over.
    const mayLack = row[AT.headOpens] !== 1 && mayBeGap(pair);
    const lost = gaps && isNext && mayLack ? Math.exp(logOddsOfRow(row, gaps)) : 0;
    // What looks as if text were missing is the rare character, and the rest of it speaks for one paragraph.
    const unread = isUnread(pair, context.model);
    weighed.push({
      tail,
      head,
      repeat,
      isNext,
      shareOdds: unread ? share + lost : share,
      lostOdds: unread ? 0 : lost,
      together: layer && mayBeReadTogether(pair) ? natsTogether(layer, row) : 0,
      missing: within && (mayLack && !unread ? chanceOf(logOddsOfRow(row, within)) : 0),
      share: Number.NaN,
      lost: Number.NaN,
      sum: Number.NaN,
    });
  }
  return weighed;
}

/** With what speaks for each pair by the order of the page too, which its terms alone have shown, and with what they say together. */
function byOrder(weighed: Weighing[], weights: PairWeights, disorder: number): Weighing[] {
  const seams = weightRow(weights.seams, SEEN);
  const gaps = weights.gaps && weightRow(weights.gaps, SEEN);
  const row = emptyRow();
  for (const it of weighed) {
    seePlace(clear(row), it.tail, it.head);
    seeOrder(row, disorder);
    it.shareOdds *= Math.exp(logOddsOfRow(row, seams, ORDER) + it.together);
    if (gaps && it.lostOdds > 0) it.lostOdds *= Math.exp(logOddsOfRow(row, gaps, ORDER) + it.together);
    it.sum = Math.log(it.shareOdds + it.lostOdds);
  }
  return weighed;
}

/** Each with its share among all that its tail may do. */
function shared(weighed: Weighing[]): Weighed[] {
  const all = totals(weighed);
  for (const it of weighed) {
    const total = all[it.tail.index] as number;
    const both = it.shareOdds + it.lostOdds;
    const lost = it.missing === null ? it.lostOdds : both * it.missing;
    it.share = (both - lost) / total;
    it.lost = lost / total;
  }
  return weighed;
}

/** Of each tail, by its index, the odds of all that it may do, none included. */
function totals(weighed: readonly Weighed[]): number[] {
  const all: number[] = [];
  for (const { tail, shareOdds, lostOdds } of weighed)
    all[tail.index] = (all[tail.index] ?? 1) + shareOdds + lostOdds;
  return all;
}

function probabilities(weighed: readonly Weighed[]): { isNext: boolean; probability: number }[] {
  const all = totals(weighed);
  return weighed.map(({ tail, isNext, shareOdds, lostOdds }) => ({
    isNext,
    probability: (shareOdds + lostOdds) / (all[tail.index] as number),
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
