/** Seams for those who ask why: each with its terms, and what came second. */
import { type Weights, weigh } from "../../model/weights.ts";
import { beginningOf, endingOf } from "../../page/snippet.ts";
import type { Alternative, Choice, Evidence, Quote } from "../../page/types.ts";
import type { TextBlock } from "./ends.ts";
import { featuresOf, type SeamContext } from "./evidence.ts";
import { gapWeights } from "./gaps.ts";
import type { Candidate } from "./judge.ts";
import { joinTerms, type WeightSet } from "./pair-weights.ts";

/** A head that likely, beside a tail that was left open, is worth showing. */
const WORTH = 0.05;
/** UTF-16 units of a tail or a head that are shown. */
const SHOWN = 24;

/** What was decided at each seam, and where a tail was left open that might have gone on. */
export function seamChoices(
  candidates: readonly Candidate[],
  taken: readonly Candidate[],
  gaps: readonly Candidate[],
  weights: Weights,
  set: WeightSet,
  context: SeamContext,
): Choice[] {
  const joining = (it: Candidate) => joinTerms(featuresOf(it, context), weights.seams[set], it.together);
  const lacking = (it: Candidate) => weigh(featuresOf(it, context), gapWeights(weights, set));
  const byTail = groupByTail(candidates);
  const settled = new Set([...taken, ...gaps].flatMap((it) => [it.tail.index, -1 - it.head.index]));
  const choices = taken.map((it) => choice(it, "joined", it.share, joining(it), second(it, "gap", byTail)));
  for (const it of gaps) choices.push(choice(it, "gap", it.share, lacking(it), second(it, "joined", byTail)));
  for (const [tail, own] of byTail) {
    const best = own.reduce((a, b) => (b.share > a.share ? b : a));
    if (settled.has(tail) || settled.has(-1 - best.head.index) || best.share < WORTH) continue;
    const joined: Alternative = { decided: "joined", probability: best.share, head: null };
    choices.push(choice(best, "apart", 1 - best.share, joining(best), joined));
  }
  return choices.sort((a, b) => (a.tail?.end ?? 0) - (b.tail?.end ?? 0));
}

/**
 * The likeliest of the other heads of a tail, the same head taken the other way, and none at all.
 *
 * @param otherwise what the same head is then: with text missing between, or with none
 */
function second(
  taken: Candidate,
  otherwise: "joined" | "gap",
  byTail: ReadonlyMap<number, readonly Candidate[]>,
): Alternative {
  const own = byTail.get(taken.tail.index) ?? [];
  const none = Math.max(0, 1 - own.reduce((sum, { share, lost }) => sum + share + lost, 0));
  const others = own
    .filter(({ head }) => head !== taken.head)
    .map(
      ({ head, share }): Alternative => ({
        decided: "joined",
        probability: share,
        head: headOf(head),
      }),
    );
  const alternatives: Alternative[] = [
    ...others,
    { decided: otherwise, probability: taken.lost, head: null },
    { decided: "apart", probability: none, head: null },
  ];
  return alternatives.reduce((a, b) => (b.probability > a.probability ? b : a));
}

function choice(
  { tail, head, verdict }: Candidate,
  decided: "joined" | "apart" | "gap",
  probability: number,
  terms: readonly Evidence[],
  second: Alternative,
): Choice {
  return {
    about: "seam",
    decided,
    probability: rounded(probability),
    tail: tailOf(tail),
    head: headOf(head),
    evidence: verdict ? [verdict, ...terms] : terms,
    second: { ...second, probability: rounded(second.probability) },
  };
}

function groupByTail(candidates: readonly Candidate[]): Map<number, Candidate[]> {
  const groups = new Map<number, Candidate[]>();
  for (const it of candidates) {
    const own = groups.get(it.tail.index) ?? [];
    groups.set(it.tail.index, own);
    own.push(it);
  }
  return groups;
}

function tailOf({ text, end, start }: TextBlock): Quote {
  const shown = endingOf(text, SHOWN);
  return { start: Math.max(start, end - SHOWN + leftOut(text, shown)), end, text: shown };
}

function headOf({ text, start, end }: TextBlock): Quote {
  const shown = beginningOf(text, SHOWN);
  return { start, end: Math.min(end, start + SHOWN - leftOut(text, shown)), text: shown };
}

/** Units of those that may be shown which are part of a character that goes on. */
function leftOut(text: string, shown: string): number {
  return Math.min(text.length, SHOWN) - shown.length;
}

function rounded(probability: number): number {
  return Math.round(1000 * probability) / 1000;
}
