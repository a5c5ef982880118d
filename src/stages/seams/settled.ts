/** What people have decided about seams, as evidence of certainty. */
import { CERTAIN, decisionTerm, type Settled, verdictOn } from "../../page/settled.ts";
import type { Span } from "../../page/types.ts";
import type { TextBlock } from "./ends.ts";
import type { SeamContext } from "./evidence.ts";
import type { Candidate } from "./judge.ts";
import { type Pair, pairOf } from "./pairs.ts";

/** The pairs, and those that were decided on and lie further apart than a tail looks. */
export function withSettledPairs(
  near: readonly Pair[],
  blocks: readonly TextBlock[],
  context: SeamContext,
  settled: Settled,
): readonly Pair[] {
  const known = new Set(near.map(({ tail, head }) => tail.index * blocks.length + head.index));
  const others = blocks.flatMap((tail) =>
    blocks
      .filter((head) => head !== tail && !known.has(tail.index * blocks.length + head.index))
      .filter((head) => (verdictOn(settled, spanOf(tail), spanOf(head)) ?? "apart") !== "apart")
      .map((head) => pairOf(tail, head, context)),
  );
  return [...near, ...others];
}

/** Candidates with the sums that decisions give them; a gap is no join. */
export function withVerdicts(candidates: readonly Candidate[], settled: Settled): Candidate[] {
  const verdicts = candidates.map(({ tail, head }) => verdictOn(settled, spanOf(tail), spanOf(head)));
  const gaps = candidates.filter((_, i) => verdicts[i] === "gap");
  return candidates.map((it, i) => {
    const verdict = verdicts[i] ?? null;
    const besideGap = gaps.some(({ tail, head }) => tail === it.tail || head === it.head);
    const noText = isOtherwise(it.tail, settled) || isOtherwise(it.head, settled);
    if (verdict === null && !besideGap && !noText) return it;
    const joined = verdict === "join";
    return {
      ...it,
      sum: joined ? CERTAIN : -CERTAIN,
      share: joined ? 1 : 0,
      lost: 0,
      verdict: decisionTerm(joined),
    };
  });
}

/**
 * Gaps, and no gaps, where that was decided. Of decisions that contradict each other a join stands before a gap, and the first
 * gap before another; what is left of them is told as unmet.
 */
export function withSettledGaps(
  gaps: readonly Candidate[],
  candidates: readonly Candidate[],
  taken: readonly Candidate[],
  settled: Settled,
): Candidate[] {
  const verdict = ({ tail, head }: Candidate) => verdictOn(settled, spanOf(tail), spanOf(head));
  const tails = new Set(taken.map(({ tail }) => tail.index));
  const heads = new Set(taken.map(({ head }) => head.index));
  const wanted: Candidate[] = [];
  for (const it of candidates) {
    if (verdict(it) !== "gap" || tails.has(it.tail.index) || heads.has(it.head.index)) continue;
    tails.add(it.tail.index);
    heads.add(it.head.index);
    wanted.push(it);
  }
  const others = gaps.filter(
    (it) =>
      verdict(it) === null &&
      !wanted.some(({ tail, head }) => tail.index === it.tail.index || head.index === it.head.index),
  );
  const sure = { sum: CERTAIN, share: 1, lost: 0, repeat: 0, verdict: decisionTerm(true) };
  return [...others, ...wanted.map((it) => ({ ...it, ...sure }))];
}

/** Whether a block was said to be something else than text. */
function isOtherwise({ start }: TextBlock, settled: Settled): boolean {
  return settled.roles.some(({ role, span }) => role !== "text" && span.start <= start && start < span.end);
}

function spanOf({ start, end }: TextBlock): Span {
  return { start, end };
}
