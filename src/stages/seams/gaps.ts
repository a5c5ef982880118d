/** Places where the page has lost text: a tail that cannot end, a head that cannot begin, and no partner for either. */
import { endsSentence } from "../../language/punctuation.ts";
import { type FeatureWeights, logOdds, probability } from "../../model/weights.ts";
import { featuresOf, type SeamContext } from "./evidence.ts";
import type { Candidate } from "./index.ts";
import type { Pair } from "./pairs.ts";

/**
 * Odds of one to three: neither side has a partner, so something is amiss there anyhow, and a gap that is passed over in silence
 * is the worse error.
 */
const LIKELY = -Math.log(3);

/** The pairs that may be gaps once the joins are decided: neither tail nor head has a partner. */
export function gapPairs(pairs: readonly Pair[], taken: readonly Pair[]): Pair[] {
  const tails = new Set(taken.map((it) => it.tail.index));
  const heads = new Set(taken.map((it) => it.head.index));
  return pairs.filter((pair) => mayBeGap(pair) && !tails.has(pair.tail.index) && !heads.has(pair.head.index));
}

/** Whether a pair may be the two sides of a gap: neighbours with nothing but transparent blocks between, the tail open. */
function mayBeGap({ tail, head }: Pair): boolean {
  const neighbours = head.texts === tail.texts + 1 && head.headings === tail.headings;
  return neighbours && !tail.doubtful && !head.doubtful && !endsSentence(tail.text);
}

/**
 * The gaps of a page.
 *
 * @param taken the joins that were decided; their tails and heads have partners
 */
export function findGaps(
  pairs: readonly Pair[],
  taken: readonly Candidate[],
  weights: FeatureWeights,
  context: SeamContext,
): Candidate[] {
  return gapPairs(pairs, taken)
    .map((pair) => {
      const sum = logOdds(featuresOf(pair, context), weights);
      return { ...pair, repeat: 0, sum, share: probability(sum) };
    })
    .filter(({ sum }) => sum > LIKELY);
}
