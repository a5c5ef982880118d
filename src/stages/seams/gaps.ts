/** Places where the page has lost text: a tail goes on in a head, but not there and then. */
import { isRare, type LanguageModel } from "../../model/ngram.ts";
import type { Candidate } from "./judge.ts";
import { isLineEnd, type Pair } from "./pairs.ts";

/**
 * From this share of what speaks for one paragraph on, text is taken to be missing inside it: a gap that is passed over in silence is
 * the worse error. Swept on held-out composed pages (`src/model/weights/MODEL.md`).
 */
const LIKELY = 0.33;

/** Whether text may be missing between a tail and what follows it: the tail is open, and it is no printed line right above. */
export function mayBeGap({ tail, head }: Pair): boolean {
  return !tail.ending.isClosed && !isLineEnd(tail, head);
}

/** Whether a model has read too little of a character at the cut to say that something is missing there: 罰|鍰. */
export function isUnread({ tail, head }: Pair, model: LanguageModel | null): boolean {
  return model !== null && (isRare(model, tail.ending.last) || isRare(model, head.text));
}

/** The pairs that were taken for one paragraph, parted into those that are whole and those with text missing between. */
export function partGaps(taken: readonly Candidate[]): { whole: Candidate[]; gaps: Candidate[] } {
  const isGap = ({ share, lost }: Candidate) => lost > LIKELY * (share + lost);
  return {
    whole: taken.filter((it) => !isGap(it)),
    // What is missing is not known to be repeated.
    gaps: taken.filter(isGap).map((it) => ({ ...it, share: it.lost, lost: it.share, repeat: 0 })),
  };
}
