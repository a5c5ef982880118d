/** What the evidence for a pair weighs, and what it comes to in terms that can be shown. */
import type { HiddenUnit } from "../../model/hidden-layer.ts";
import { type Features, type FeatureWeights, type Weights, weigh } from "../../model/weights.ts";
import type { Evidence } from "../../page/types.ts";
import { likelyLost } from "./gaps.ts";

/** What the evidence weighs for a tail going on right in a head, and with text missing between; null where no gaps are sought. */
export interface PairWeights {
  readonly seams: FeatureWeights;
  readonly gaps: FeatureWeights | null;
  /** What the evidence says together for one paragraph, whole or not; none where there is no model. */
  readonly together: readonly HiddenUnit[];
  /** What tells the one from the other, where tail and head are one paragraph; null where only their odds do. */
  readonly within: FeatureWeights | null;
  /** Share of what speaks for one paragraph from which on text is taken to be missing inside it. */
  readonly likely: number;
}

/** With a language model or without. */
export type WeightSet = "model" | "plain";

export function pairWeights(weights: Weights, set: WeightSet, gapless: boolean): PairWeights {
  const { seams, gaps } = weights;
  return {
    seams: seams[set],
    gaps: gapless ? null : gaps[set],
    together: set === "model" ? seams.together : NONE,
    within: gapless || set === "plain" ? null : gaps.within,
    likely: likelyLost(weights, set),
  };
}

/** One list for all pages: what is made of units is kept for the list they stand in. */
const NONE: readonly HiddenUnit[] = [];

/**
 * The terms of a tail and a head being one paragraph, strongest first: what each piece of evidence says, and what they say together.
 *
 * @param together nats
 */
export function joinTerms(features: Features, weights: FeatureWeights, together: number): Evidence[] {
  const terms = weigh(features, weights);
  if (together === 0) return terms;
  terms.push({ name: "together", weight: together });
  return terms.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
