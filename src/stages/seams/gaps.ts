/** Places where the page has lost text: a tail goes on in a head, but not there and then. */
import { type Row, WIDEST_COLUMN } from "../../layout/measure.ts";
import { isRare, type LanguageModel } from "../../model/ngram.ts";
import type { FeatureWeights, Weights } from "../../model/weights.ts";
import type { Candidate } from "./judge.ts";
import { isLineEnd, type Pair } from "./pairs.ts";

/** Without a model, the share of what speaks for one paragraph from which on text is taken to be missing inside it; with one, its weights say. */
const LIKELY = 0.33;
/**
 * The same where printed lines meet that are both full. An engine loses lines and pieces of them, so that most of its gaps leave a line
 * short; between full lines it was a misreading that looked like one in 34 of 40 flags on printed pages.
 */
const LIKELY_IN_PRINT = 0.8;
/** Ems by which a full line may miss its column, misread as it may be. */
const MISSED = 1.25;

/** Whether text may be missing between a tail and what follows it: the tail is open, and it is no printed line right above. */
export function mayBeGap({ tail, head }: Pair): boolean {
  return !tail.ending.isClosed && !isLineEnd(tail, head);
}

/** Whether a model has read too little of a character at the cut to say that something is missing there: 罰|鍰. */
export function isUnread({ tail, head }: Pair, model: LanguageModel | null): boolean {
  return model !== null && (isRare(model, tail.ending.last) || isRare(model, head.text));
}

/** Whether what speaks for one paragraph is so much for text missing inside it that the tail and the head may as well belong elsewhere. */
export function mayBeLost({ share, lost }: Candidate, likely: number): boolean {
  return lost > likely * (share + lost);
}

/** From which share on it is. */
export function likelyLost({ gaps }: Weights, set: "model" | "plain"): number {
  return set === "model" ? gaps.likely : LIKELY;
}

/** The pairs that were taken for one paragraph, parted into those that are whole and those with text missing between. */
export function partGaps(
  taken: readonly Candidate[],
  likely: number,
): { whole: Candidate[]; gaps: Candidate[] } {
  const isGap = (it: Candidate) =>
    areFull(it) ? it.lost > LIKELY_IN_PRINT * (it.share + it.lost) : mayBeLost(it, likely);
  return {
    whole: taken.filter((it) => !isGap(it)),
    // What is missing is not known to be repeated.
    gaps: taken.filter(isGap).map((it) => ({ ...it, share: it.lost, lost: it.share, repeat: 0 })),
  };
}

/** Whether the last line of a tail and the first of its head fill their columns. */
function areFull({ tail: { lastRow: last }, head: { firstRow: first } }: Pair): boolean {
  return isFull(last, last.measure) && isFull(first, first.measureAfter);
}

function isFull({ width }: Row, measure: number): boolean {
  return measure > 0 && width <= WIDEST_COLUMN && measure - width <= MISSED;
}

/** What speaks for text missing between a tail and a head: where there is a model, against their going on whole; else against their being apart. */
export function gapWeights({ gaps }: Weights, set: "model" | "plain"): FeatureWeights {
  return set === "model" ? gaps.within : gaps.plain;
}
