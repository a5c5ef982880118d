/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001), trained by stochastic gradient.
 *
 * Composed pages are not printed ones: what tells roles apart on them may be absent or spoiled on others. So at each step some features
 * are left out of the whole page (dropout): the weight of a feature is shared with those that say the same, and no role hangs on one alone.
 */
import { type Random, shuffle } from "./random.ts";

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
  /** Share of the features that a step leaves out. */
  readonly dropout: number;
}

export function trainField(sequences: readonly Sequence[], shape: FieldShape, random: Random): Field {
  const pages = sequences.filter(({ labels }) => labels.length > 0).map(flat);
  const field = emptyField(shape);
  const speeds = parts(emptyField(shape)).map((weights) => weights.fill(1e-6));
  const sums = parts(emptyField(shape));
  const gradient = emptyField(shape);
  const lattice = latticeFor(Math.max(0, ...pages.map(({ labels }) => labels.length)), shape.labels);
  const order = [...pages.keys()];
  for (let round = 0; round < shape.rounds; round++) {
    for (const i of shuffle(order, random)) {
      const page = thinned(pages[i] as FlatPage, shape, random);
      gradientOf(field, page, lattice, gradient);
      parts(field).forEach((weights, k) => {
        step(weights, parts(gradient)[k] as Float64Array, speeds[k] as Float64Array, shape.ridge);
      });
      if (2 * round >= shape.rounds) addTo(sums, parts(field));
    }
  }
  const count = pages.length * Math.floor(shape.rounds / 2);
  const [emissions, transitions, starts] = sums.map((own) => own.map((sum) => sum / count)) as Parts;
  // With all features there each counts for less than with some of them.
  return { emissions: emissions.map((weight) => weight * (1 - shape.dropout)), transitions, starts };
}

type Parts = [Float64Array, Float64Array, Float64Array];

function parts({ emissions, transitions, starts }: Field): Parts {
  return [emissions, transitions, starts];
}

function emptyField({ features, labels }: Pick<FieldShape, "features" | "labels">): Field {
  return {
    emissions: new Float64Array(features * labels),
    transitions: new Float64Array(labels * labels),
    starts: new Float64Array(labels),
  };
}

/** The mean of the second half of the steps moves less than the last of them (Polyak and Juditsky, 1992). */
function addTo(sums: Parts, weights: Parts): void {
  sums.forEach((sum, k) => {
    const own = weights[k] as Float64Array;
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (own[at] as number);
  });
}

/** Adagrad (Duchi, Hazan and Singer, 2011): each weight slows down by what it has moved already. */
const RATE = 0.3;

/** Only the weights that the page touches move. */
function step(weights: Float64Array, slopes: Float64Array, speeds: Float64Array, ridge: number): void {
  for (let at = 0; at < weights.length; at++) {
    const slope = slopes[at] as number;
    if (slope === 0) continue;
    const own = slope - ridge * (weights[at] as number);
    speeds[at] = (speeds[at] as number) + own * own;
    weights[at] = (weights[at] as number) + (RATE * own) / Math.sqrt(speeds[at] as number);
  }
}

/** The features of all places one behind the other. */
interface FlatPage {
  readonly features: Int32Array;
  /** Where those of each place begin, and where the last end. */
  readonly starts: Int32Array;
  readonly labels: readonly number[];
}

function flat({ features, labels }: Sequence): FlatPage {
  const starts = new Int32Array(features.length + 1);
  features.forEach((own, place) => {
    starts[place + 1] = (starts[place] as number) + own.length;
  });
  return { features: Int32Array.from(features.flat()), starts, labels };
}

/** The page without some features. */
function thinned(page: FlatPage, { features, dropout }: FieldShape, random: Random): FlatPage {
  if (dropout === 0) return page;
  const isLeft = Uint8Array.from({ length: features }, () => (random.next() < dropout ? 0 : 1));
  const kept: number[] = [];
  const starts = new Int32Array(page.starts.length);
  for (let place = 0; place < page.labels.length; place++) {
    for (let k = page.starts[place] as number; k < (page.starts[place + 1] as number); k++)
      if (isLeft[page.features[k] as number]) kept.push(page.features[k] as number);
    starts[place + 1] = kept.length;
  }
  return { features: Int32Array.from(kept), starts, labels: page.labels };
}

/** Room for the sums of the longest page, place × label. */
interface Lattice {
  readonly labels: number;
  /** What is seen of each label, as odds. */
  readonly seen: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** By what the forward sums of each place were divided. */
  readonly scales: Float64Array;
}

function latticeFor(places: number, labels: number): Lattice {
  const room = () => new Float64Array(places * labels);
  return { labels, seen: room(), forward: room(), backward: room(), scales: new Float64Array(places) };
}

/** Puts into `gradient` what was seen less what the field expects. */
function gradientOf(field: Field, page: FlatPage, lattice: Lattice, gradient: Field): void {
  for (const part of parts(gradient)) part.fill(0);
  const { labels: size, seen, forward, backward, scales } = lattice;
  const steps = field.transitions.map(Math.exp);
  sumBothWays(field, steps, page, lattice);
  const { emissions, transitions, starts } = gradient;
  page.labels.forEach((label, place) => {
    const at = place * size;
    for (let to = 0; to < size; to++) {
      const p = (forward[at + to] as number) * (backward[at + to] as number);
      const slope = (label === to ? 1 : 0) - p;
      for (let k = page.starts[place] as number; k < (page.starts[place + 1] as number); k++) {
        const own = (page.features[k] as number) * size + to;
        emissions[own] = (emissions[own] as number) + slope;
      }
      if (place === 0) starts[to] = slope;
      else {
        const ahead = ((seen[at + to] as number) * (backward[at + to] as number)) / (scales[place] as number);
        for (let from = 0; from < size; from++) {
          const own = from * size + to;
          const pair = (forward[at - size + from] as number) * (steps[own] as number) * ahead;
          transitions[own] = (transitions[own] as number) - pair;
        }
      }
    }
    if (place > 0) {
      const own = (page.labels[place - 1] as number) * size + label;
      transitions[own] = (transitions[own] as number) + 1;
    }
  });
}

/** The forward and backward sums, scaled at each place so that their products are probabilities (Rabiner, 1989). */
function sumBothWays(field: Field, steps: Float64Array, page: FlatPage, lattice: Lattice): void {
  const { labels: size, seen, forward, backward, scales } = lattice;
  const last = page.labels.length - 1;
  for (let place = 0; place <= last; place++) {
    const at = place * size;
    const sums = new Float64Array(size);
    for (let k = page.starts[place] as number; k < (page.starts[place + 1] as number); k++)
      for (let to = 0; to < size; to++)
        sums[to] =
          (sums[to] as number) + (field.emissions[(page.features[k] as number) * size + to] as number);
    const most = Math.max(...sums);
    let scale = 0;
    for (let to = 0; to < size; to++) {
      seen[at + to] = Math.exp((sums[to] as number) - most);
      let sum = place === 0 ? Math.exp(field.starts[to] as number) : 0;
      for (let from = 0; place > 0 && from < size; from++)
        sum += (forward[at - size + from] as number) * (steps[from * size + to] as number);
      forward[at + to] = sum * (seen[at + to] as number);
      scale += forward[at + to] as number;
    }
    for (let to = 0; to < size; to++) forward[at + to] = (forward[at + to] as number) / scale;
    scales[place] = scale;
  }
  backward.fill(1, last * size, (last + 1) * size);
  for (let place = last - 1; place >= 0; place--) {
    const next = (place + 1) * size;
    for (let from = 0; from < size; from++) {
      let sum = 0;
      for (let to = 0; to < size; to++)
        sum +=
          (steps[from * size + to] as number) * (seen[next + to] as number) * (backward[next + to] as number);
      backward[place * size + from] = sum / (scales[place + 1] as number);
    }
  }
}
