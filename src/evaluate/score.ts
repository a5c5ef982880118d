/** A page against its gold: counts, from which figures of one page or of many are made. */
import { type ArticleScores, scoreArticles } from "./articles.ts";
import { compare } from "./comparison.ts";
import { type GapScores, scoreGaps } from "./gaps.ts";
import type { Gold } from "./gold.ts";
import { type LetterScores, scoreLetters } from "./letters.ts";
import { scoreParagraphs } from "./paragraphs.ts";
import { type RoleCounts, type ScoredRole, scoreRoles } from "./roles.ts";
import { type SeamScores, scoreSeams } from "./seams.ts";
import type { AnyDocument } from "./units.ts";

export interface PageScore extends ArticleScores, LetterScores {
  /** There is no document to score: the page counts as empty. */
  readonly failed: boolean;
  readonly para_f1: number | null;
  readonly seams: SeamScores;
  readonly gaps: GapScores;
  readonly roles: { readonly [role in ScoredRole]?: RoleCounts };
}

/**
 * Scores a page.
 *
 * @param document what pagefix made of it; several, where the file has several pages, count as one; null where there is none
 * @param source the text of the page as it came
 */
export function scorePage(
  gold: Gold,
  document: AnyDocument | readonly AnyDocument[] | null,
  source: string,
): PageScore {
  const sides = compare(gold, asOne(document), source);
  return {
    failed: document === null,
    ...scoreArticles(sides),
    ...scoreLetters(sides),
    para_f1: scoreParagraphs(sides),
    seams: scoreSeams(sides),
    gaps: scoreGaps(sides),
    roles: scoreRoles(sides),
  };
}

function asOne(document: AnyDocument | readonly AnyDocument[] | null): AnyDocument {
  if (document === null) return {};
  const all = (Array.isArray(document) ? document : [document]) as readonly AnyDocument[];
  return {
    articles: all.flatMap(({ articles }) => articles ?? []),
    furniture: all.flatMap(({ furniture }) => furniture ?? []),
    warnings: all.flatMap(({ warnings }) => warnings ?? []),
  };
}
