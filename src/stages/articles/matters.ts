/** What the articles of a page are about: how often each has the pairs of Han that stand in a text. */
import { hanPairs } from "../../language/han-pairs.ts";

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

/** A pair: the article that has it first, how often, and how often all have it; others that have it lie elsewhere. */
interface Holder {
  readonly first: number;
  own: number;
  all: number;
  others: Map<number, number> | null;
}

/** @param texts of the page, each with its article */
export function mattersOf(texts: readonly { readonly article: number; readonly text: string }[]): Matters {
  const holders = new Map<number, Holder>();
  const sizes = new Map<number, number>();
  let all = 0;
  const pairsOf = texts.map(({ article, text }) => {
    const pairs = hanPairs(text).map((pair) => {
      const holder = holders.get(pair) ?? { first: article, own: 0, all: 0, others: null };
      if (holder.all === 0) holders.set(pair, holder);
      addTo(holder, article);
      return holder;
    });
    sizes.set(article, (sizes.get(article) ?? 0) + pairs.length);
    all += pairs.length;
    return pairs;
  });
  return { leanings };

  function leanings(article: number, others: readonly number[], places: readonly number[]): Float64Array[] {
    /** What has been taken out of the article, from its end on. */
    const taken = new Map<Holder, number>();
    let size = sizes.get(article) ?? 0;
    const found: Float64Array[] = [];
    for (let n = places.length - 1; n >= 0; n--) {
      const pairs = pairsOf[places[n] as number] as Holder[];
      for (const pair of pairs) taken.set(pair, (taken.get(pair) ?? 0) + 1);
      size -= pairs.length;
      const sums = new Float64Array(others.length);
      for (const pair of pairs) {
        const rest = countIn(pair, article) - (taken.get(pair) as number);
        // Nobody else has it: it is as likely anywhere.
        if (rest === 0 && pair.others === null) continue;
        const any = ((1 - OWN) * pair.all) / all;
        const here = rest > 0 ? Math.log(1 + (OWN * rest) / size / any) : 0;
        for (let k = 0; k < others.length; k++) {
          const other = others[k] as number;
          const there = countIn(pair, other);
          const gain = there > 0 ? Math.log(1 + (OWN * there) / (sizes.get(other) as number) / any) : 0;
          sums[k] = (sums[k] as number) + gain - here;
        }
      }
      found.push(sums);
    }
    return found.reverse();
  }
}

function addTo(holder: Holder, article: number): void {
  holder.all++;
  if (holder.first === article) holder.own++;
  else {
    holder.others ??= new Map();
    holder.others.set(article, (holder.others.get(article) ?? 0) + 1);
  }
}

function countIn({ first, own, others }: Holder, article: number): number {
  return first === article ? own : (others?.get(article) ?? 0);
}
