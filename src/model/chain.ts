/** Linear-chain decoding: the labels of a sequence that are best together, and how sure each of them is. */

export interface Chain<Label extends string> {
  readonly labels: readonly Label[];
  /** Log-odds for a label at the beginning; 0 unless named. */
  readonly starts: { readonly [label in Label]?: number };
  /** Log-odds for one label behind another; 0 unless named. */
  readonly transitions: { readonly [from in Label]?: { readonly [to in Label]?: number } };
}

/** What each label weighs at each place, in nats: place by place, in the order of the labels of the chain. */
export type Emissions = ArrayLike<number>;

/** The best labels for a sequence, by Viterbi's algorithm. */
export function bestLabels<Label extends string>(chain: Chain<Label>, emissions: Emissions): Label[] {
  const { size, starts, steps } = numbersOf(chain);
  const places = emissions.length / size;
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
      scores[to] = (scores[to] as number) + (emissions[place * size + to] as number);
  }
  let at = scores.indexOf(greatest(scores));
  const path: Label[] = [];
  for (let place = places - 1; place >= 0; place--) {
    path.push(chain.labels[at] as Label);
    at = from[place * size + at] as number;
  }
  return path.reverse();
}

/** The probability of each label at each place, whatever the others are. */
export type Certainties<Label extends string> = (place: number, label: Label) => number;

/** How sure each label of a sequence is, by the forward-backward algorithm. */
export function certainties<Label extends string>(
  chain: Chain<Label>,
  emissions: Emissions,
): Certainties<Label> {
  const { labels } = chain;
  const { size, starts, steps } = oddsOf(chain);
  const places = emissions.length / size;
  const own = new Float64Array(emissions.length);
  for (let i = 0; i < own.length; i++) own[i] = Math.exp(emissions[i] as number);
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
  const sure = new Float64Array(places * size);
  let behind = new Float64Array(size).fill(1);
  let ahead = new Float64Array(size);
  for (let place = places - 1; place >= 0; place--) {
    const at = place * size;
    let all = 0;
    for (let i = 0; i < size; i++) all += (forward[at + i] as number) * (behind[i] as number);
    for (let i = 0; i < size; i++) sure[at + i] = ((forward[at + i] as number) * (behind[i] as number)) / all;
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
  return (place, label) => sure[place * size + labels.indexOf(label)] as number;
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

/** A share of a label that no certainty shows. */
const NEGLIGIBLE = 1e-8;

/** Makes the sum of some numbers 1: over a long page they would leave the range of numbers. */
function toShares(numbers: Float64Array, at: number, size: number): void {
  let sum = 0;
  for (let i = at; i < at + size; i++) sum += numbers[i] as number;
  for (let i = at; i < at + size; i++) numbers[i] = (numbers[i] as number) / sum;
}

/** A chain as flat arrays: a step at from × size + to. */
interface Numbers {
  readonly size: number;
  readonly starts: Float64Array;
  readonly steps: Float64Array;
}

/** They are the same for every page. */
const numbers = new WeakMap<object, Numbers>();
const odds = new WeakMap<object, Numbers>();

/** In nats. */
function numbersOf<Label extends string>(chain: Chain<Label>): Numbers {
  const known = numbers.get(chain);
  if (known) return known;
  const { labels, starts, transitions } = chain;
  const own: Numbers = {
    size: labels.length,
    starts: Float64Array.from(labels, (label) => starts[label] ?? 0),
    steps: Float64Array.from(
      labels.flatMap((label) => labels.map((to): number => transitions[label]?.[to] ?? 0)),
    ),
  };
  numbers.set(chain, own);
  return own;
}

/** As factors. */
function oddsOf<Label extends string>(chain: Chain<Label>): Numbers {
  const known = odds.get(chain);
  if (known) return known;
  const { size, starts, steps } = numbersOf(chain);
  const own: Numbers = { size, starts: starts.map(Math.exp), steps: steps.map(Math.exp) };
  odds.set(chain, own);
  return own;
}
