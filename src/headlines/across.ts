/** What the texts above and below a headline have in common: an article goes on below a subhead, and ends at a headline. */
import type { LineFacts } from "./line-facts.ts";

/** Lines that are read on either side of a headline. */
const REACH = 30;
/** Lines of a stretch of the page; a word is the rarer, the fewer stretches it stands in. */
const STRETCH = 12;
/** Times of a word on one side that count: a third says no more. */
const TIMES = 2;
/** A fifth of all that the two texts say is as much as two texts have in common. */
const SHARED = 5;
/** Information of a word, in nats, that is worth hearing again. */
const TELLING = 0.5;
/** Rare words on both sides that count. */
const RARE = 3;

export interface InCommon {
  /** How much of what the texts above and below say is said in words of both, up to one. */
  readonly wordsAcross: number;
  /** Words that stand in both, and hardly anywhere else on the page. */
  readonly rareAcross: number;
  /** Whether a word of the headline stands in the text above. */
  readonly heardAbove: 0 | 1;
}

/** What is seen of the lines from `first` to `last`, whose headline has the stems `own`; pages with boxes never ask. */
export type Across = (first: number, last: number, own: readonly string[]) => InCommon;

export function acrossHeadlines(facts: readonly LineFacts[]): Across {
  const lines = facts.map((line) => (line.size === null ? stems([line]) : []));
  const stretches = stretchesOf(lines);
  const all = Math.max(2, lines.length / STRETCH);
  const information = (stem: string) => Math.max(0, Math.log(all / (stretches.get(stem) ?? all)));
  return (first, last, own) => {
    const above = counts(lines.slice(Math.max(0, first - REACH), first).flat());
    const below = counts(lines.slice(last + 1, last + 1 + REACH).flat());
    let shared = 0;
    let rare = 0;
    for (const [stem, times] of above) {
      const there = below.get(stem);
      if (there === undefined) continue;
      shared += information(stem) ** 2 * times * there;
      rare += rarity(stretches.get(stem));
    }
    const said = Math.sqrt(weight(above, information) * weight(below, information));
    return {
      wordsAcross: said > 0 ? Math.min(1, (SHARED * shared) / said) : 0,
      rareAcross: Math.min(RARE, rare),
      heardAbove: own.some((stem) => above.has(stem) && information(stem) > TELLING) ? 1 : 0,
    };
  };
}

/** Words of five letters or more, without their endings. */
export function stems(lines: readonly LineFacts[]): string[] {
  return lines.flatMap(({ text }) =>
    (text.match(/\p{L}{5,}/gu) ?? []).map((word) =>
      word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").slice(0, 5),
    ),
  );
}

/** A word that stands in these two texts and in no other, or in one more. */
function rarity(stretches: number | undefined): number {
  return stretches === 2 ? 1 : stretches === 3 ? 0.5 : 0;
}

function stretchesOf(lines: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i < lines.length; i += STRETCH)
    for (const stem of new Set(lines.slice(i, i + STRETCH).flat()))
      found.set(stem, (found.get(stem) ?? 0) + 1);
  return found;
}

function counts(words: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const word of words) found.set(word, Math.min(TIMES, (found.get(word) ?? 0) + 1));
  return found;
}

function weight(words: ReadonlyMap<string, number>, information: (stem: string) => number): number {
  let sum = 0;
  for (const [stem, times] of words) sum += (information(stem) * times) ** 2;
  return sum;
}
