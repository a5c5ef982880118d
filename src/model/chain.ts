/** Linear-chain decoding: the labels of a sequence that are best together, and how sure each of them is. */

export interface Chain<Label extends string> {
  readonly labels: readonly Label[];
  /** Log-odds for a label at the beginning; 0 unless named. */
  readonly starts: { readonly [label in Label]?: number };
  /** Log-odds for one label behind another; 0 unless named. */
  readonly transitions: { readonly [from in Label]?: { readonly [to in Label]?: number } };
}

/** What each label weighs at each place, in nats; a label that is absent weighs 0. */
export type Emissions<Label extends string> = readonly { readonly [label in Label]?: number }[];

/** The best labels for a sequence, by Viterbi's algorithm. */
export function bestLabels<Label extends string>(chain: Chain<Label>, emissions: Emissions<Label>): Label[] {
  const { size, places, starts, steps, own } = numbersOf(chain, emissions);
  /** What the best way on can make good. */
  const range = greatest(steps) - least(steps);
  const from = new Uint8Array(places * size);
  let before = new Float64Array(size);
  let scores = new Float64Array(size);
  for (let place = 0; place < places; place++) {
    [before, scores] = [scores, before];
    if (place === 0) scores.set(starts);
    else scores.fill(Number.NEGATIVE_INFINITY);
    const enough = greatest(before) - range;
    for (let i = 0; place > 0 && i < size; i++) {
      if ((before[i] as number) < enough) continue;
      for (let to = 0; to < size; to++) {
        const score = (before[i] as number) + (steps[i * size + to] as number);
        if (score <= (scores[to] as number)) continue;
        scores[to] = score;
        from[place * size + to] = i;
      }
    }
    for (let to = 0; to < size; to++)
      scores[to] = (scores[to] as number) + (own[place * size + to] as number);
  }
  let at = scores.indexOf(greatest(scores));
  const path: Label[] = [];
  for (let place = places - 1; place >= 0; place--) {
    path.push(chain.labels[at] as Label);
    at = from[place * size + at] as number;
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
  emissions: Emissions<Label>,
  path: readonly Label[],
): number[] {
  const { size, places, starts, steps, own } = numbersOf(chain, emissions);
  for (const nats of [starts, steps, own])
    for (let i = 0; i < nats.length; i++) nats[i] = Math.exp(nats[i] as number);
  const forward = new Float64Array(places * size);
  for (let place = 0; place < places; place++) {
    const at = place * size;
    if (place === 0) forward.set(starts);
    for (let i = 0; place > 0 && i < size; i++) {
      const share = forward[at - size + i] as number;
      if (share < NEGLIGIBLE) continue;
      for (let to = 0; to < size; to++)
        forward[at + to] = (forward[at + to] as number) + share * (steps[i * size + to] as number);
    }
    for (let to = 0; to < size; to++)
      forward[at + to] = (forward[at + to] as number) * (own[at + to] as number);
    toShares(forward, at, size);
  }
  const sure: number[] = new Array(places);
  let behind = new Float64Array(size).fill(1);
  let ahead = new Float64Array(size);
  for (let place = places - 1; place >= 0; place--) {
    const at = place * size;
    const label = chain.labels.indexOf(path[place] as Label);
    let all = 0;
    for (let i = 0; i < size; i++) all += (forward[at + i] as number) * (behind[i] as number);
    sure[place] = ((forward[at + label] as number) * (behind[label] as number)) / all;
    for (let to = 0; to < size; to++) behind[to] = (behind[to] as number) * (own[at + to] as number);
    toShares(behind, 0, size);
    ahead.fill(0);
    for (let to = 0; to < size; to++) {
      const share = behind[to] as number;
      if (share < NEGLIGIBLE) continue;
      for (let i = 0; i < size; i++)
        ahead[i] = (ahead[i] as number) + share * (steps[i * size + to] as number);
    }
    [behind, ahead] = [ahead, behind];
  }
  return sure;
}

function greatest(numbers: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, numbers[i] as number);
  return most;
}

function least(numbers: Float64Array): number {
  let few = Number.POSITIVE_INFINITY;
  for (let i = 0; i < numbers.length; i++) few = Math.min(few, numbers[i] as number);
  return few;
}

/** How likely a label is at each place, whatever the others are. */
export function sharesOf<Label extends string>(
  chain: Chain<Label>,
  emissions: Emissions<Label>,
  label: Label,
): number[] {
  return certainties(
    chain,
    emissions,
    emissions.map(() => label),
  );
}

/** A share of a label that no certainty shows. */
const NEGLIGIBLE = 1e-8;

/** Makes the sum of some numbers 1: over a long page they would leave the range of numbers. */
function toShares(numbers: Float64Array, at: number, size: number): void {
  let sum = 0;
  for (let i = at; i < at + size; i++) sum += numbers[i] as number;
  for (let i = at; i < at + size; i++) numbers[i] = (numbers[i] as number) / sum;
}

/** A chain and a sequence as flat arrays: a step at from × size + to, what is seen at place × size + label. */
function numbersOf<Label extends string>(
  { labels, starts, transitions }: Chain<Label>,
  emissions: Emissions<Label>,
) {
  const size = labels.length;
  const numbers = {
    size,
    places: emissions.length,
    starts: new Float64Array(size),
    steps: new Float64Array(size * size),
    own: new Float64Array(emissions.length * size),
  };
  labels.forEach((label, i) => {
    numbers.starts[i] = starts[label] ?? 0;
    const steps = transitions[label];
    labels.forEach((to, j) => {
      numbers.steps[i * size + j] = steps?.[to] ?? 0;
    });
    emissions.forEach((emission, place) => {
      numbers.own[place * size + i] = emission[label] ?? 0;
    });
  });
  return numbers;
}
