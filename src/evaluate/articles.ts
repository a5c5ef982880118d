/** How well the page is parted into articles: B-cubed over shingles (Bagga and Baldwin 1998), and articles found. */
import type { Comparison } from "./comparison.ts";
import { Counts } from "./shingles.ts";
import type { Unit } from "./units.ts";

export interface ArticleScores {
  readonly seg_f1: number;
  readonly art: number;
  readonly f1_50: number;
}

export function scoreArticles({ gold, goldUnits, ownUnits, common, reach }: Comparison): ArticleScores {
  /** Shingles of each pair of articles: gold's index × this, and the output's. */
  const side = ownUnits.length + 1;
  const [both, inGold, inOwn] = [new Counts<number>(), new Counts<number>(), new Counts<number>()];
  for (const place of common) {
    const i = (goldUnits[place.gold[0]] as Unit).article;
    const j = (ownUnits[place.own[0]] as Unit).article;
    both.add(i * side + j);
    inGold.add(i);
    inOwn.add(j);
  }
  let [precision, recall, found] = [0, 0, 0];
  const whole = new Set<number>();
  for (const [pair, n] of both) {
    const [i, j] = [Math.floor(pair / side), pair % side];
    const [all, own] = [inGold.get(i) as number, inOwn.get(j) as number];
    precision += (n * n) / own;
    recall += (n * n) / all;
    if (n >= 0.95 * all && n >= 0.95 * own) whole.add(i);
    if (n / (all + own - n) >= 0.5) found++;
  }
  const scored = gold.articles.filter((_, i) => inGold.has(i)).length;
  const total = common.length;
  return {
    seg_f1: total === 0 ? 0 : f1(precision / total, recall / total) * Math.min(1, reach),
    art: scored === 0 ? 0 : whole.size / scored,
    f1_50: scored + inOwn.size === 0 ? 0 : (2 * found) / (scored + inOwn.size),
  };
}

/** The harmonic mean. */
export function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
