/** Headings, bylines and captions, by their text. */
import type { Comparison } from "./comparison.ts";
import { canonical, flat, wasRead } from "./forms.ts";
import { HEADINGS } from "./gold.ts";
import { similarity } from "./ratio.ts";
import { asText } from "./units.ts";

export const ROLES = ["title", "kicker", "sub", "section", "byline", "caption"] as const;
export type ScoredRole = (typeof ROLES)[number];

/** Texts that are right, texts of gold, texts of the output. */
export type RoleCounts = readonly [hits: number, gold: number, own: number];

const NAMES: Readonly<Record<(typeof HEADINGS)[number], ScoredRole>> = {
  section: "section",
  kicker: "kicker",
  title: "title",
  subtitle: "sub",
  byline: "byline",
};

/** On noisy pages so much of a text must be right. */
const ALIKE = 0.75;

/** Only the roles that gold knows of this page. */
export function scoreRoles(sides: Comparison): { readonly [role in ScoredRole]?: RoleCounts } {
  const { gold, articles, source, goldUnits, ownUnits, noisy } = sides;
  const lines = noisy ? source.split("\n") : [];
  const seen = (texts: readonly string[]) => texts.filter((text) => !noisy || wasRead(text, lines));
  const scores: { [role in ScoredRole]?: RoleCounts } = {};
  for (const role of HEADINGS) {
    if (!gold.articles.some((article) => role in article)) continue;
    const texts = gold.articles.map((article) => asText(article[role])).filter((text) => text !== "");
    const read = seen(texts);
    // Where gold does not say, and where the engine read nothing, a text of the output is no error.
    const forgiven =
      gold.articles.filter((article) => !(role in article)).length + texts.length - read.length;
    const own = articles.map((article) => asText(article[role])).filter((text) => text !== "");
    scores[NAMES[role]] = count(sides, read, own, forgiven);
  }
  const blocksOnly = goldUnits.some(({ role }) => role === "block" || role === "zone");
  if (!blocksOnly && gold.articles.every((article) => article.kind === "advert" || "captions" in article)) {
    const captions = (units: typeof goldUnits) =>
      units.filter(({ role }) => role === "caption").map(({ text }) => text);
    const texts = captions(goldUnits);
    const read = seen(texts);
    scores.caption = count(sides, read, captions(ownUnits), texts.length - read.length);
  }
  return scores;
}

/** Each text is matched once at most. */
function count(
  { cjk, noisy }: Comparison,
  gold: readonly string[],
  own: readonly string[],
  forgiven: number,
): RoleCounts {
  const form = (text: string) => (cjk ? canonical(canonical(text, true), true) : flat(text, false));
  const same = (a: string, b: string) => a === b || (noisy && similarity(a, b) >= ALIKE);
  const left = own.map(form);
  let hits = 0;
  for (const text of gold.map(form)) {
    const at = left.findIndex((other) => same(text, other));
    if (at < 0) continue;
    left.splice(at, 1);
    hits++;
  }
  return [hits, gold.length, hits + Math.max(0, left.length - forgiven)];
}
