/** How likely it is that each block is what it was taken for, and that it stands in the right article. */
import { type ConfidenceWeights, logOdds, probability } from "../model/weights.ts";
import type { Block, Confidence, Page, Sureness } from "../page/types.ts";
import type { Tools } from "../stages/types.ts";
import { type BlockEvidence, blockEvidence } from "./evidence.ts";

/**
 * The page with a confidence on every block.
 *
 * @param page when all stages have run
 * @param sureness what the stages have said of its blocks as they were then
 */
export function withConfidence(page: Page, sureness: readonly Sureness[], tools: Tools): Page {
  const weights = tools.weights.confidence[tools.model ? "model" : "plain"];
  const evidence = blockEvidence(page, sureness, tools);
  return {
    ...page,
    blocks: page.blocks.map((block) => {
      const own = evidence.get(block);
      return own ? { ...block, confidence: confidenceIn(block, own, weights) } : block;
    }),
  };
}

function confidenceIn(
  { article }: Block,
  { role, opening, membership }: BlockEvidence,
  weights: ConfidenceWeights,
): Confidence {
  const belongs = opening ? logOdds(opening, weights.opening) : logOdds(membership, weights.membership);
  return {
    role: probability(logOdds(role, weights.role)),
    membership: article === null ? null : probability(belongs),
  };
}
