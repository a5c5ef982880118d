/** A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001), trained by stochastic gradient. */
import type { Random } from "./random.ts";

/** A page: for each place the numbers of its features and its label. */
export interface Sequence {
  readonly features: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

export interface Field {
  /** Feature × label. */
  readonly emissions: Float64Array;
  /** Label × label. */
  readonly transitions: Float64Array;
  readonly starts: Float64Array;
}

export interface FieldShape {
  readonly features: number;
  readonly labels: number;
  readonly rounds: number;
  /** Ridge on the weights, per sequence. */
  readonly ridge: number;
}

export function trainField(sequences: readonly Sequence[], shape: FieldShape, random: Random): Field {
  const { labels } = shape;
  const field: Field = {
    emissions: new Float64Array(shape.features * labels),
    transitions: new Float64Array(labels * labels),
    starts: new Float64Array(labels),
  };
  const speeds = parts(field).map((weights) => new Float64Array(weights.length).fill(1e-6));
  const order = sequences.map((_, i) => i);
  const sums = parts(field).map((weights) => new Float64Array(weights.length));
  for (let round = 0; round < shape.rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const i of order) {
      step(field, speeds, sequences[i] as Sequence, shape);
      if (2 * round >= shape.rounds) addTo(sums, parts(field));
    }
  }
  const count = sequences.length * Math.floor(shape.rounds / 2);
  const [emissions, transitions, starts] = sums.map((own) => own.map((sum) => sum / count)) as Parts;
  return { emissions, transitions, starts };
}

type Parts = [Float64Array, Float64Array, Float64Array];

function parts({ emissions, transitions, starts }: Field): Parts {
  return [emissions, transitions, starts];
}

/** The mean of the second half of the steps moves less than the last of them (Polyak and Juditsky, 1992). */
function addTo(sums: readonly Float64Array[], weights: Parts): void {
  sums.forEach((sum, k) => {
    const own = weights[k] as Float64Array;
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (own[at] as number);
  });
}

/** Adagrad (Duchi, Hazan and Singer, 2011): each weight slows down by what it has moved already. */
const RATE = 0.3;

function step(
  field: Field,
  speeds: readonly Float64Array[],
  sequence: Sequence,
  { labels, ridge }: FieldShape,
): void {
  const gradient = gradientOf(field, sequence, labels);
  parts(field).forEach((weights, k) => {
    const speed = speeds[k] as Float64Array;
    for (const [at, slope] of gradient[k] as Map<number, number>) {
      const own = slope - ridge * (weights[at] as number);
      speed[at] = (speed[at] as number) + own * own;
      weights[at] = (weights[at] as number) + (RATE * own) / Math.sqrt(speed[at] as number);
    }
  });
}

/** What was seen less what the field expects, for the weights that the sequence touches. */
function gradientOf(
  field: Field,
  { features, labels }: Sequence,
  count: number,
): [Map<number, number>, Map<number, number>, Map<number, number>] {
  const places = features.map((own) => {
    const scores = new Float64Array(count);
    for (const feature of own)
      for (let label = 0; label < count; label++)
        scores[label] = (scores[label] as number) + (field.emissions[feature * count + label] as number);
    return scores;
  });
  const forward: Float64Array[] = [];
  const backward: Float64Array[] = new Array(places.length);
  places.forEach((scores, i) => {
    const before = forward[i - 1];
    forward.push(
      Float64Array.from(scores, (score, to) =>
        before
          ? score + logSum(before, (value, from) => value + (field.transitions[from * count + to] as number))
          : score + (field.starts[to] as number),
      ),
    );
  });
  for (let i = places.length - 1; i >= 0; i--) {
    const behind = backward[i + 1];
    const next = places[i + 1];
    backward[i] = Float64Array.from({ length: count }, (_, from) =>
      behind && next
        ? logSum(
            behind,
            (value, to) => value + (next[to] as number) + (field.transitions[from * count + to] as number),
          )
        : 0,
    );
  }
  const total = logSum(forward.at(-1) as Float64Array, (value) => value);
  const emissions = new Map<number, number>();
  const transitions = new Map<number, number>();
  const starts = new Map<number, number>();
  const add = (map: Map<number, number>, at: number, value: number) =>
    map.set(at, (map.get(at) ?? 0) + value);
  features.forEach((own, i) => {
    for (let label = 0; label < count; label++) {
      const p = Math.exp((forward[i]?.[label] as number) + (backward[i]?.[label] as number) - total);
      const slope = (labels[i] === label ? 1 : 0) - p;
      for (const feature of own) add(emissions, feature * count + label, slope);
      if (i === 0) add(starts, label, slope);
      else
        for (let from = 0; from < count; from++) {
          const pair =
            (forward[i - 1]?.[from] as number) +
            (field.transitions[from * count + label] as number) +
            (places[i]?.[label] as number) +
            (backward[i]?.[label] as number) -
            total;
          const seen = labels[i - 1] === from && labels[i] === label ? 1 : 0;
          add(transitions, from * count + label, seen - Math.exp(pair));
        }
    }
  });
  return [emissions, transitions, starts];
}

function logSum(values: Float64Array, score: (value: number, index: number) => number): number {
  const scores = values.map(score);
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return most + Math.log(scores.reduce((sum, value) => sum + Math.exp(value - most), 0));
}
