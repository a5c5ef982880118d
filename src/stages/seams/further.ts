/** Tails that go on in no head near by, and heads that none goes on in, look for each other further away: with a model, for it takes one to tell. */
import type { TextBlock } from "./ends.ts";
import type { SeamContext } from "./evidence.ts";
import { partGaps } from "./gaps.ts";
import { type Candidate, choose, judgeMore, type PairWeights, type Weighed } from "./judge.ts";
import { isSigned, mayGoOn, type Pair, pairOf, reachOf } from "./pairs.ts";

/** Blocks of text ahead and back. */
const AHEAD = 40;
const BACK = 20;

/** Of the blocks of a long page, tails that may be left over: lists look as if all of their lines were cut. */
const MOST = 0.5;
const FEW = 50;

/**
 * The candidates, those of tails that are left over judged again, among all heads that are left over. Whether text is missing there
 * is seen anew.
 */
export function withFurther(
  near: readonly Weighed[],
  blocks: readonly TextBlock[],
  weights: PairWeights,
  context: SeamContext,
): readonly Candidate[] {
  if (!context.model) return near;
  const further = furtherPairs(blocks, partGaps(choose(near)).whole, context);
  if (further.length === 0) return near;
  const tails = new Set(further.map(({ tail }) => tail));
  const again = near.filter(({ tail }) => tails.has(tail));
  return [...near.filter(({ tail }) => !tails.has(tail)), ...judgeMore(again, further, weights, context)];
}

function furtherPairs(
  blocks: readonly TextBlock[],
  taken: readonly Candidate[],
  context: SeamContext,
): Pair[] {
  const tails = new Set(taken.map(({ tail }) => tail));
  const heads = new Set(taken.map(({ head }) => head));
  const open = blocks.filter(
    (tail) => !tail.doubtful && !tails.has(tail) && !tail.ending.isClosed && !isSigned(tail, context.table),
  );
  if (open.length > MOST * blocks.length && open.length > FEW) return [];
  return open.flatMap((tail): Pair[] => {
    const [from, to] = reachOf(tail);
    const before = blocks.slice(Math.max(0, tail.index - BACK), from);
    const behind = blocks.slice(to, tail.index + AHEAD + 1);
    return [...before, ...behind]
      .filter((head) => !head.doubtful && !heads.has(head) && mayGoOn(tail, head, context.table))
      .map((head) => pairOf(tail, head, context));
  });
}
