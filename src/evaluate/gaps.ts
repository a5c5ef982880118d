/** Places where the page has lost text, and the warnings that say so. */
import type { Comparison } from "./comparison.ts";
import { escaped, SPACE } from "./forms.ts";
import type { AnyWarning } from "./units.ts";

export interface GapScores {
  readonly gaps: number;
  readonly hits: number;
  /** Warnings where nothing is missing. */
  readonly falseFlags: number;
}

/** UTF-16 units that a warning may span, and by how many it may miss the place. */
const LONGEST = 60;
const NEAR = 3;

export function scoreGaps({ gold, document, articles, source }: Comparison): GapScores {
  const warnings = [
    ...(document.warnings ?? []),
    ...articles.flatMap((article) => (article.warnings ?? []) as readonly AnyWarning[]),
  ].filter(({ code }) => code === "missing-text");
  const left = [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()].map(ends);
  let hits = 0;
  for (const place of placesOf(gold.gaps ?? [], source)) {
    const at = left.findIndex((span) => touches(span, place));
    if (at < 0) continue;
    left.splice(at, 1);
    hits++;
  }
  return { gaps: gold.gaps?.length ?? 0, hits, falseFlags: left.length };
}

/** The end of each tail and the beginning of its head: other columns, or a caption, may lie between. */
function placesOf(
  gaps: readonly { readonly tail: string; readonly head: string }[],
  source: string,
): number[][] {
  return gaps.flatMap(({ tail, head }) => {
    const end = find(tail, source, 0)?.end;
    if (end === undefined) return [];
    const start = (find(head, source, end) ?? find(head, source, 0))?.start;
    return start === undefined ? [] : [[end, start]];
  });
}

function find(text: string, source: string, from: number): { start: number; end: number } | null {
  // Spaces of the text are not told apart from those between its letters: one behind the other they match in endless ways.
  const words = text.trim().split(SPACES);
  const pattern = new RegExp(
    words.map((word) => [...word].map(escaped).join(`${SPACE}*`)).join(`${SPACE}+`),
    "g",
  );
  pattern.lastIndex = from;
  const found = pattern.exec(source);
  return found && { start: found.index, end: found.index + found[0].length };
}

const SPACES = new RegExp(`${SPACE}+`);

type Ends = readonly [start: unknown, end: unknown];

function ends(warning: AnyWarning): Ends {
  const span = warning.span ?? warning.source ?? {};
  if (Array.isArray(span)) return [span[0], span[1]];
  const { start, end } = span as { readonly start?: unknown; readonly end?: unknown };
  return [start, end];
}

function touches([start, end]: Ends, place: readonly number[]): boolean {
  if (typeof start !== "number" || typeof end !== "number" || end - start > LONGEST) return false;
  return place.some((at) => start - NEAR <= at && at <= end + NEAR);
}
