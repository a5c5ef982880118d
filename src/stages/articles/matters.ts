/** What the articles of a page are about: how often each has the pairs of Han that stand in a text. */
import { numberPairs } from "../../language/han-pairs.ts";
import { HAN } from "../../language/punctuation.ts";
import { flatTables } from "../../page/flat-tables.ts";

/** The pairs of all texts of a page, by the article that they stand in. */
export interface Matters {
  /**
   * For each text of the end of an article, how much likelier it is in each of some others than in what comes before it there,
   * in nats.
   *
   * @param article that the texts stand in
   * @param texts their places among the texts of the page, in order
   */
  readonly leanings: (
    article: number,
    others: readonly number[],
    texts: readonly number[],
  ) => readonly Float64Array[];
}

/** Share of a text that is about the matter of its article; the rest is about anything on the page. */
const OWN = 0.5;

/** No article has a pair; from `SEVERAL` down more than one has it, and it has a number among those that are shared. */
const [NOBODY, SEVERAL] = [-1, -2] as const;

/**
 * @param texts of the page, each with its article
 * @param page by which their pairs are known
 */
export function mattersOf(
  texts: readonly { readonly article: number; readonly text: string }[],
  page?: object,
): Matters {
  const { count, numbers, starts } = numberPairs(
    texts.map(({ text }) => text),
    HAN,
    page,
  );
  const all = numbersIn(0, texts.length);
  const rankOf = new Map<number, number>();
  for (const { article } of texts) if (!rankOf.has(article)) rankOf.set(article, rankOf.size);
  const sizes = new Float64Array(rankOf.size);
  texts.forEach(({ article }, n) => {
    const rank = rankOf.get(article) as number;
    sizes[rank] = (sizes[rank] as number) + numbersIn(n, n + 1);
  });
  /** How often each pair stands on the page, and the rank of the one article that has it. */
  const everywhere = new Uint32Array(count);
  const holder = new Int32Array(count).fill(NOBODY);
  let shared = 0;
  texts.forEach(({ article }, n) => {
    const rank = rankOf.get(article) as number;
    for (let i = starts[n] as number; i < (starts[n + 1] as number); i++) {
      const pair = numbers[i] as number;
      everywhere[pair] = (everywhere[pair] as number) + 1;
      if (holder[pair] === NOBODY) holder[pair] = rank;
      else if (holder[pair] !== rank && !isShared(pair)) holder[pair] = SEVERAL - shared++;
    }
  });
  /** How often the others, which are few, stand in each article that has them. */
  const inArticle = flatTables(sizes, shared);
  texts.forEach(({ article }, n) => {
    const rank = rankOf.get(article) as number;
    for (let i = starts[n] as number; i < (starts[n + 1] as number); i++) {
      const pair = numbers[i] as number;
      if (isShared(pair)) inArticle.count(rank, numberOf(pair));
    }
  });
  /** What has been taken out of an article, from its end on. */
  const taken = new Uint32Array(count);
  return { leanings };

  function isShared(pair: number): boolean {
    return (holder[pair] as number) <= SEVERAL;
  }

  /** Among the pairs that are shared. */
  function numberOf(pair: number): number {
    return SEVERAL - (holder[pair] as number);
  }

  function leanings(article: number, others: readonly number[], places: readonly number[]): Float64Array[] {
    const own = rankOf.get(article);
    if (own === undefined) return [];
    const ranks = others.map((other) => rankOf.get(other) as number);
    let size = sizes[own] ?? 0;
    const found: Float64Array[] = [];
    for (let n = places.length - 1; n >= 0; n--) {
      const place = places[n] as number;
      const [from, to] = [starts[place] as number, starts[place + 1] as number];
      for (let i = from; i < to; i++)
        taken[numbers[i] as number] = (taken[numbers[i] as number] as number) + 1;
      size -= to - from;
      const sums = new Float64Array(others.length);
      for (let i = from; i < to; i++) {
        const pair = numbers[i] as number;
        const number = isShared(pair) ? numberOf(pair) : -1;
        const there = number >= 0 ? inArticle.get(own, number) : (everywhere[pair] as number);
        const rest = there - (taken[pair] as number);
        // Nobody else has it: it is as likely anywhere.
        if (rest === 0 && number < 0) continue;
        const any = ((1 - OWN) * (everywhere[pair] as number)) / all;
        const here = rest > 0 ? Math.log(1 + (OWN * rest) / size / any) : 0;
        for (let k = 0; k < ranks.length; k++) {
          const other = number >= 0 ? inArticle.get(ranks[k] as number, number) : 0;
          const gain =
            other > 0 ? Math.log(1 + (OWN * other) / (sizes[ranks[k] as number] as number) / any) : 0;
          sums[k] = (sums[k] as number) + gain - here;
        }
      }
      found.push(sums);
    }
    for (const place of places)
      for (let i = starts[place] as number; i < (starts[place + 1] as number); i++)
        taken[numbers[i] as number] = 0;
    return found.reverse();
  }

  function numbersIn(from: number, to: number): number {
    return (starts[to] as number) - (starts[from] as number);
  }
}
