/** Linear-chain decoding: the labels of a sequence that are best together, and how sure each of them is. */

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
  const steps = stepsOf(chain);
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

/**
 * How sure each label of a sequence is, by the forward-backward algorithm.
 *
 * @param path a label for each place
 * @returns for each place the probability of its label, whatever the others are
 */
export function certainties<Label extends string>(
  chain: Chain<Label>,
  emissions: readonly { readonly [label in Label]?: number }[],
  path: readonly Label[],
): number[] {
  const size = chain.labels.length;
  const steps = stepsOf(chain).flat().map(Math.exp);
  const odds = emissions.map((emission) => chain.labels.map((label) => Math.exp(emission[label] ?? 0)));
  const forward: Float64Array[] = [];
  odds.forEach((own, place) => {
    const before = forward[place - 1];
    const here = new Float64Array(size);
    for (let to = 0; to < size; to++) {
      let sum = before ? 0 : Math.exp(chain.starts[chain.labels[to] as Label] ?? 0);
      if (before)
        for (let from = 0; from < size; from++)
          sum += (before[from] as number) * (steps[from * size + to] as number);
      here[to] = sum * (own[to] as number);
    }
    forward.push(toShares(here));
  });
  let behind = new Float64Array(size).fill(1);
  const sure: number[] = new Array(path.length);
  for (let place = path.length - 1; place >= 0; place--) {
    const own = odds[place] as number[];
    const here = forward[place] as Float64Array;
    const shares = toShares(here.map((share, i) => share * (behind[i] as number)));
    sure[place] = shares[chain.labels.indexOf(path[place] as Label)] as number;
    const ahead = new Float64Array(size);
    for (let from = 0; from < size; from++)
      for (let to = 0; to < size; to++)
        ahead[from] =
          (ahead[from] as number) +
          (steps[from * size + to] as number) * (own[to] as number) * (behind[to] as number);
    behind = toShares(ahead);
  }
  return sure;
}

/** Numbers in the same proportions whose sum is 1: over a long page they would leave the range of numbers. */
function toShares(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] as number;
  for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] as number) / sum;
  return numbers;
}

function stepsOf<Label extends string>({ labels, transitions }: Chain<Label>): number[][] {
  return labels.map((from) => labels.map((to) => transitions[from]?.[to] ?? 0));
}
