/** What the articles of a page are about: how often each has the pairs of Han that stand in a text. */
import { hanPairs } from "../../language/han-pairs.ts";

/** The pairs of all texts of a page, by the article that they stand in. */
export interface Matters {
  /**
   * For each text of the end of an article, how much likelier it is in each of some others than in what comes before it there,
   * in nats.
   *
   * @param article that the texts stand in
   * @param texts in their order
   */
  readonly leanings: (
    article: number,
    others: readonly number[],
    texts: readonly string[],
  ) => readonly Float64Array[];
}

/** Share of a text that is about the matter of its article; the rest is about anything on the page. */
const OWN = 0.5;

/** @param texts of the page, each with its article */
export function mattersOf(texts: readonly { readonly article: number; readonly text: string }[]): Matters {
  const counts = new Map<number, Map<number, number>>();
  const everywhere = new Map<number, number>();
  const sizes = new Map<number, number>();
  let all = 0;
  for (const { article, text } of texts) {
    const own = counts.get(article) ?? new Map<number, number>();
    counts.set(article, own);
    const pairs = hanPairs(text);
    for (const pair of pairs) {
      own.set(pair, (own.get(pair) ?? 0) + 1);
      everywhere.set(pair, (everywhere.get(pair) ?? 0) + 1);
    }
    sizes.set(article, (sizes.get(article) ?? 0) + pairs.length);
    all += pairs.length;
  }
  return {
    leanings: (article, others, stretch) => {
      const home = counts.get(article) ?? new Map<number, number>();
      /** What has been taken out of the article, from its end on. */
      const taken = new Map<number, number>();
      let size = sizes.get(article) ?? 0;
      const leanings: Float64Array[] = [];
      for (const text of [...stretch].reverse()) {
        const pairs = hanPairs(text);
        for (const pair of pairs) taken.set(pair, (taken.get(pair) ?? 0) + 1);
        size -= pairs.length;
        const sums = new Float64Array(others.length);
        for (const pair of pairs) {
          const any = ((1 - OWN) * (everywhere.get(pair) ?? 0)) / all;
          const rest = (home.get(pair) ?? 0) - (taken.get(pair) ?? 0);
          const here = Math.log(any + (rest > 0 ? (OWN * rest) / size : 0));
          others.forEach((other, k) => {
            const there = counts.get(other)?.get(pair) ?? 0;
            sums[k] =
              (sums[k] as number) +
              Math.log(any + (there > 0 ? (OWN * there) / (sizes.get(other) as number) : 0)) -
              here;
          });
        }
        leanings.push(sums);
      }
      return leanings.reverse();
    },
  };
}
