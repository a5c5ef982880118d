/** What an evaluation says, as a table for people and as JSON for programs. */
import { type Figures, figuresOf, MEASURES } from "./figures.ts";
import type { PageScore } from "./score.ts";

export interface ScoredPage {
  readonly id: string;
  /** The set it is one of: the folder above its own. */
  readonly set: string;
  readonly score: PageScore;
}

/** A set of pages and its figures; with several sets the last is `ALL` of them. */
export interface ScoredSet {
  readonly name: string;
  readonly figures: Figures;
}

export const ALL = "ALL";

/** In the order in which the sets come. */
export function scoredSets(pages: readonly ScoredPage[]): ScoredSet[] {
  const bySet = new Map<string, PageScore[]>();
  for (const { set, score } of pages) {
    const own = bySet.get(set) ?? [];
    bySet.set(set, own);
    own.push(score);
  }
  const sets = [...bySet].map(([name, scores]) => ({ name, figures: figuresOf(scores) }));
  return sets.length > 1
    ? [...sets, { name: ALL, figures: figuresOf(pages.map(({ score }) => score)) }]
    : sets;
}

/** Pages with their figures, the worst first. */
export function worstFirst(pages: readonly ScoredPage[]): { id: string; set: string; figures: Figures }[] {
  return pages
    .map(({ id, set, score }) => ({ id, set, figures: figuresOf([score]) }))
    .sort((a, b) => b.figures.failed - a.figures.failed || (a.figures.score ?? 1) - (b.figures.score ?? 1));
}

const COLUMNS = ["pages", "failed", ...MEASURES] as const;
/** Names are as wide as the longest, and not narrower than this. */
const NAME = 28;
const CELL = 8;

/** A line a set, percentages with a digit after the point. @param each a line a page too, above its set */
export function toTable(pages: readonly ScoredPage[], each: boolean): string {
  const rows = scoredSets(pages).flatMap(({ name, figures }): [string, Figures][] => [
    ...(each
      ? pages
          .filter(({ set }) => set === name)
          .map(({ id, score }): [string, Figures] => [`  ${id}`, figuresOf([score])])
      : []),
    [name, figures],
  ]);
  const width = Math.max(NAME, ...rows.map(([name]) => name.length));
  const head = "".padEnd(width) + COLUMNS.map((name) => name.padStart(CELL)).join("");
  const lines = rows.map(
    ([name, figures]) =>
      name.padEnd(width) + COLUMNS.map((column) => shown(column, figures).padStart(CELL)).join(""),
  );
  return `${[head, ...lines].join("\n")}\n`;
}

const NUMBERS: readonly string[] = ["pages", "failed", "gap_fp"];

/** As tables show a figure: a percentage, a number, or - where gold has nothing to say. */
export function shown(column: (typeof COLUMNS)[number], figures: Figures): string {
  const value = figures[column];
  if (value === null) return "-";
  return NUMBERS.includes(column) ? String(value) : (100 * value).toFixed(1);
}

/** `sets` by name and `pages`, the worst first; shares from 0 to 1. */
export function toReportJson(pages: readonly ScoredPage[]): string {
  const sets = Object.fromEntries(scoredSets(pages).map(({ name, figures }) => [name, figures]));
  const worst = worstFirst(pages).map(({ id, set, figures }) => ({ id, set, ...figures }));
  return `${JSON.stringify({ sets, pages: worst }, null, 2)}\n`;
}
