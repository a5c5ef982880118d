/** How likely each block is to open an article, and where that could as well be decided otherwise. */
import type { Certainties } from "../../model/chain.ts";
import type { ChainRole } from "../../model/weights.ts";
import { opening } from "../../page/text.ts";
import type { Sureness, Warning } from "../../page/types.ts";
import type { BlockView } from "../../page/view.ts";

const OPENING: readonly ChainRole[] = ["title", "section"];
/** As likely as this, or as unlikely, and it is a toss-up. */
const TOSS_UP = [0.4, 0.6] as const;

/**
 * How likely each block is to be a headline or the label of a column.
 *
 * @param shares how likely each role is at each place
 * @param all whether blocks whose role is sure are asked about, too
 */
export function openings(
  shares: Certainties<ChainRole>,
  {
    labels,
    sure,
    all,
  }: { readonly labels: readonly ChainRole[]; readonly sure: readonly number[]; readonly all: boolean },
): number[] {
  if (!all && sure.every((it) => it >= TOSS_UP[1]))
    return labels.map((role) => (OPENING.includes(role) ? 1 : 0));
  return labels.map((_, i) =>
    Math.min(
      1,
      OPENING.reduce((sum, role) => sum + shares(i, role), 0),
    ),
  );
}

/** Headings that may be none of an article of their own, and texts and subheads that may be. */
export function openingWarnings(
  views: readonly BlockView[],
  labels: readonly ChainRole[],
  opens: readonly number[],
): Warning[] {
  return views.flatMap(({ block, text }, i): Warning[] => {
    const share = opens[i] as number;
    if (share < TOSS_UP[0] || share > TOSS_UP[1]) return [];
    const isOpening = OPENING.includes(labels[i] as ChainRole);
    // A line more or less of a headline opens nothing.
    if (isHeading(labels[i - 1]) || isHeading(labels[i + 1])) return [];
    const start = block.pieces[0]?.start ?? block.id;
    return [
      {
        code: "uncertain-article",
        message: `“${opening(text)}” may ${isOpening ? "stand within the article above it" : "open an article of its own"}`,
        span: { start, end: start },
      },
    ];
  });
}

function isHeading(role: ChainRole | undefined): boolean {
  return role !== undefined && OPENING.includes(role);
}

/** How sure the chain is of each block. */
export function surenessOf(
  views: readonly BlockView[],
  labels: readonly ChainRole[],
  sure: readonly number[],
  opens: readonly number[],
): Sureness[] {
  return views.map(({ block }, i) => ({
    block: block.id,
    role: { taken: labels[i] as ChainRole, probability: sure[i] as number },
    opens: opens[i] as number,
  }));
}
