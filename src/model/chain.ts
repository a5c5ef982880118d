/** Linear-chain decoding: the labels of a sequence that are best together. */

export interface Chain<Label extends string> {
  readonly labels: readonly Label[];
  /** Log-odds for a label at the beginning; 0 unless named. */
  readonly starts: { readonly [label in Label]?: number };
  /** Log-odds for one label behind another; 0 unless named. */
  readonly transitions: { readonly [from in Label]?: { readonly [to in Label]?: number } };
}

/**
 * The best labels for a sequence, by Viterbi's algorithm.
 *
 * @param emissions per place, the weight in nats of each label; a label that is absent weighs 0
 */
export function bestLabels<Label extends string>(
  chain: Chain<Label>,
  emissions: readonly { readonly [label in Label]?: number }[],
): Label[] {
  const { labels } = chain;
  const steps = labels.map((from) => labels.map((to) => chain.transitions[from]?.[to] ?? 0));
  let scores = labels.map((label) => chain.starts[label] ?? 0);
  const back: Uint8Array[] = [];
  emissions.forEach((emission, place) => {
    const from = new Uint8Array(labels.length);
    scores = labels.map((label, to) => {
      const here = emission[label] ?? 0;
      if (place === 0) return (scores[to] as number) + here;
      let best = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < labels.length; i++) {
        const score = (scores[i] as number) + ((steps[i] as number[])[to] as number);
        if (score > best) {
          best = score;
          from[to] = i;
        }
      }
      return best + here;
    });
    back.push(from);
  });
  let at = scores.indexOf(Math.max(...scores));
  const path: Label[] = [];
  for (let place = emissions.length - 1; place >= 0; place--) {
    path.push(labels[at] as Label);
    at = (back[place] as Uint8Array)[at] as number;
  }
  return path.reverse();
}
