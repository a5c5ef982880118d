/** In which manner a page sets its headings. */
import type { HeadingGroup } from "./heading-groups.ts";
import { type HeadingKind, headingKind } from "./heading-lines.ts";
import type { LineFacts } from "./line-facts.ts";

export interface HeadingHabits {
  /** Share of the headings of the page that are set as a line is. */
  readonly share: (own: LineFacts) => number;
  /** Headings in capitals, with full lines below, and their share of all such headings. */
  readonly capitals: { readonly count: number; readonly share: number };
}

/**
 * How usual each manner of setting headings is on this page, as a share. Counted are lines that are clearly short, with
 * prose behind them; capitals count twice, for short lines of text are seldom set in them.
 */
export function headingHabits(
  facts: readonly LineFacts[],
  groups: readonly (HeadingGroup | null)[],
): HeadingHabits {
  const counts = new Map<HeadingKind, number>();
  let all = 0;
  groups.forEach((group, i) => {
    const own = facts[i] as LineFacts;
    const kind = headingKind(own);
    if (!group || !kind || own.fill > 7 || group.prose < 2) return;
    const weight = kind.startsWith("capitals") ? 2 : kind.endsWith("stop") ? 0.5 : 1;
    all += weight;
    counts.set(kind, (counts.get(kind) ?? 0) + weight);
  });
  return {
    share: (own) => (counts.get(headingKind(own) ?? "sentence,stop") ?? 0) / Math.max(3, all),
    capitals: capitalsAmong(facts, groups),
  };
}

function capitalsAmong(
  facts: readonly LineFacts[],
  groups: readonly (HeadingGroup | null)[],
): HeadingHabits["capitals"] {
  const heads = [...new Set(groups)].filter((group) => group !== null && fullBelow(facts, group.last) > MOST);
  const firsts = heads.map((group) => facts[(group as HeadingGroup).first] as LineFacts);
  const count = firsts.filter(({ setting }) => setting === "capitals").length;
  const small = firsts.filter(({ setting, fill }) => setting !== "capitals" && fill < 7).length;
  return { count, share: count / Math.max(3, count + small) };
}

/** Lines below a heading that show whether text begins there, and the share of them that is full where it does. */
const BELOW = 8;
const MOST = 0.6;

/** Share of the lines below that fill their column: text does, lists and adverts do not. */
function fullBelow(facts: readonly LineFacts[], last: number): number {
  const below = facts.slice(last + 1, last + 1 + BELOW);
  return below.filter(({ fill }) => fill >= 9).length / Math.max(1, below.length);
}
