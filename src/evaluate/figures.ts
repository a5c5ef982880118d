/** Figures of a page or a set of pages. Roles, seams and gaps are pooled over the pages, the rest is their mean. */
import { f1 } from "./articles.ts";
import { ROLES } from "./roles.ts";
import type { PageScore } from "./score.ts";
import { SEAM_KINDS } from "./seams.ts";

/** In the order of the table. */
export const MEASURES = [
  "score",
  "seam_r",
  "seam_p",
  "col_r",
  "para_f1",
  "seg_f1",
  "art",
  "f1_50",
  ...ROLES,
  "gap",
  "gap_fp",
  "kept",
  "extra",
] as const;
export type Measure = (typeof MEASURES)[number];

/** What a measure says, in a line. Shares are from 0 to 1; `gap_fp` is a number. */
export const MEANING: Readonly<Record<Measure, string>> = {
  score: "mean of the F1 of seams, para_f1, seg_f1 and the mean of the roles",
  seam_r: "cut places that read as one text",
  seam_p: "joins at known places that are right",
  col_r: "cuts across blocks that read as one text",
  para_f1: "whole paragraphs, right from end to end (F1)",
  seg_f1: "articles, B-cubed F1 over the text",
  art: "articles recovered whole (95 % or more)",
  f1_50: "articles that share half or more of their text with one of gold (F1)",
  title: "headlines (F1)",
  kicker: "kickers (F1)",
  sub: "subtitles (F1)",
  section: "sections (F1)",
  byline: "bylines (F1)",
  caption: "captions (F1)",
  gap: "gaps that are flagged",
  gap_fp: "flags where nothing is missing",
  kept: "letters of the page that the output holds",
  extra: "letters of the output that the page has not",
};

/** Null where gold has nothing to say. */
export type Figures = { readonly [measure in Measure]: number | null } & {
  readonly pages: number;
  readonly failed: number;
};

export function figuresOf(pages: readonly PageScore[]): Figures {
  const sum = (value: (page: PageScore) => number) => pages.reduce((all, page) => all + value(page), 0);
  const meanOf = (value: (page: PageScore) => number | null) => mean(pages.map(value));
  const [cuts, hits] = (["cuts", "hits"] as const).map((side) =>
    sum(({ seams }) => SEAM_KINDS.reduce((all, kind) => all + seams[side][kind], 0)),
  ) as [number, number];
  const columns = sum(({ seams }) => seams.cuts.column);
  const joins = hits + sum(({ seams }) => seams.falseJoins);
  const roles = Object.fromEntries(
    ROLES.map((role) => {
      const [right, gold, own] = [0, 1, 2].map((i) => sum((page) => page.roles[role]?.[i] ?? 0)) as [
        number,
        number,
        number,
      ];
      return [role, gold === 0 ? null : (2 * right) / (gold + own)];
    }),
  ) as Pick<Figures, (typeof ROLES)[number]>;
  const gaps = sum((page) => page.gaps.gaps);
  const [seam_r, seam_p] = cuts === 0 ? [null, null] : [hits / cuts, joins === 0 ? 0 : hits / joins];
  const [para_f1, seg_f1] = [meanOf((page) => page.para_f1), meanOf((page) => page.seg_f1)];
  const seam = seam_r === null || seam_p === null ? null : f1(seam_p, seam_r);
  return {
    pages: pages.length,
    failed: sum(({ failed }) => (failed ? 1 : 0)),
    score: mean([seam, para_f1, seg_f1, mean(Object.values(roles))]),
    seam_r,
    seam_p,
    col_r: columns === 0 ? null : sum(({ seams }) => seams.hits.column) / columns,
    para_f1,
    seg_f1,
    art: meanOf((page) => page.art),
    f1_50: meanOf((page) => page.f1_50),
    ...roles,
    gap: gaps === 0 ? null : sum((page) => page.gaps.hits) / gaps,
    gap_fp: sum((page) => page.gaps.falseFlags),
    kept: meanOf((page) => page.kept),
    extra: meanOf((page) => page.extra),
  };
}

/** Of the values that are there; null for none. */
function mean(values: readonly (number | null)[]): number | null {
  const there = values.filter((value) => value !== null);
  return there.length === 0 ? null : there.reduce((sum, value) => sum + value, 0) / there.length;
}
