/**
 * Tails that go on in no head near by, or in one that is not sure, and heads that none goes on in, or none for sure, look for each other
 * further away: with a model, for it takes one to tell.
 */
import type { TextBlock } from "./ends.ts";
import type { SeamContext } from "./evidence.ts";
import { mayBeLost } from "./gaps.ts";
import { type Candidate, choose, judgeMore, type Weighed } from "./judge.ts";
import type { PairWeights } from "./pair-weights.ts";
import { isSigned, mayGoOn, type Pair, pairOf, reachOf } from "./pairs.ts";

/** Blocks of text ahead and back. */
const AHEAD = 40;
const BACK = 20;

/** Probability from which on a join near by is sure, and nats by which a head further away has to be likelier than one that is not. */
const SURE = 0.7;
const BETTER = 2;

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
  const settled = new Map(
    choose(near)
      .filter((it) => !mayBeLost(it, weights.likely))
      .map((it) => [it.tail.index, it]),
  );
  const pairs = furtherPairs(blocks, [...settled.values()], context);
  const open = pairs.filter(({ tail }) => !settled.has(tail.index));
  // What has a head near by gives it up for a better one alone: all that would do make each less likely.
  const better = judgeMore(
    [],
    pairs.filter(({ tail }) => settled.has(tail.index)),
    weights,
    context,
  ).filter(({ tail, sum }) => sum > (settled.get(tail.index)?.sum ?? 0) + BETTER);
  const further = [...open, ...better];
  if (further.length === 0) return near;
  const tails = new Set(further.map(({ tail }) => tail));
  const again = near.filter(({ tail }) => tails.has(tail));
  return [...near.filter(({ tail }) => !tails.has(tail)), ...judgeMore(again, further, weights, context)];
}

/** @param settled joins near by, one of each tail and of each head */
function furtherPairs(
  blocks: readonly TextBlock[],
  settled: readonly Candidate[],
  context: SeamContext,
): Pair[] {
  const sure = settled.filter(({ share }) => share >= SURE);
  const tails = new Set(sure.map(({ tail }) => tail));
  const heads = new Set(sure.map(({ head }) => head));
  const unsettled = blocks.filter(
    (tail) => !tail.doubtful && !tails.has(tail) && !tail.ending.isClosed && !isSigned(tail, context.table),
  );
  const open = unsettled.length - (settled.length - sure.length);
  if (open > MOST * blocks.length && open > FEW) return [];
  return unsettled.flatMap((tail): Pair[] => {
    const [from, to] = reachOf(tail);
    const before = blocks.slice(Math.max(0, tail.index - BACK), from);
    const behind = blocks.slice(to, tail.index + AHEAD + 1);
    return [...before, ...behind]
      .filter((head) => !head.doubtful && !heads.has(head) && mayGoOn(tail, head, context.table))
      .map((head) => pairOf(tail, head, context));
  });
}
