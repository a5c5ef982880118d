/** Trains a dual encoder: of all heads of a batch, each tail picks its own. Gradients by hand, steps by Adagrad. */
import { SYMBOLS } from "../model/alphabet.ts";
import { BUCKETS, type Encoder, type Encoders, HEAD, pairShare, SIZE, TAIL } from "../model/dual-encoder.ts";
import { bucketOf, rowOf, sumOf } from "./encoder-vectors.ts";
import type { Random } from "./random.ts";

/** A text cut in two: symbols of both sides, the nearest first. */
export interface Cut {
  readonly tail: Uint16Array;
  readonly head: Uint16Array;
}

/** An encoder in training: its tables, and for each number the sum of its squared gradients. */
interface Learner extends Encoder<Float32Array> {
  readonly nearest: number;
  readonly speeds: ReadonlyMap<Float32Array, Float32Array>;
}

/** Adagrad (Duchi, Hazan and Singer, 2011). Of .035, .05 and .12, after half a million cuts, in this order. */
const RATE = 0.035;
/** Half the width of the numbers that the tables begin with. */
const NOISE = 0.2;

export interface Trainer {
  readonly encoders: Pick<Encoders, "tail" | "head">;
  /** One batch. @returns the mean loss in nats; the logarithm of the number of cuts is what knowing nothing costs. */
  readonly step: (cuts: readonly Cut[], rate: number) => number;
}

export function makeTrainer(random: Random): Trainer {
  const tail = makeLearner(TAIL.near, random);
  const head = makeLearner(HEAD.near, random);
  const step = (cuts: readonly Cut[], rate: number) => {
    const tails = forward(
      tail,
      cuts.map((cut) => cut.tail),
    );
    const heads = forward(
      head,
      cuts.map((cut) => cut.head),
    );
    const { loss, tailSlopes, headSlopes } = contrast(tails.vectors, heads.vectors, cuts.length);
    backward(tail, tails, tailSlopes, rate * RATE);
    backward(head, heads, headSlopes, rate * RATE);
    return loss;
  };
  return { encoders: { tail, head }, step };
}

function makeLearner(nearest: number, random: Random): Learner {
  const noise = (length: number) => {
    const numbers = new Float32Array(length);
    for (let i = 0; i < length; i++)
      numbers[i] = NOISE * (random.next() + random.next() + random.next() - 1.5);
    return numbers;
  };
  const near = noise(nearest * SYMBOLS * SIZE);
  const pairs = noise(BUCKETS * SIZE);
  const bias = new Float32Array(SIZE);
  const dense = noise(SIZE * SIZE);
  const speeds = new Map(
    [near, pairs, bias, dense].map((table) => [table, new Float32Array(table.length).fill(1e-4)]),
  );
  return { near, pairs, bias, dense, nearest, speeds, units: { near: 1, pairs: 1 } };
}

interface Pass {
  readonly symbols: readonly Uint16Array[];
  readonly sums: Float32Array;
  readonly vectors: Float32Array;
}

function forward(learner: Learner, symbols: readonly Uint16Array[]): Pass {
  const sums = new Float32Array(symbols.length * SIZE);
  const vectors = new Float32Array(symbols.length * SIZE);
  const { bias, dense, nearest } = learner;
  symbols.forEach((own, n) => {
    const at = n * SIZE;
    sums.set(sumOf(learner, own, nearest), at);
    for (let i = 0; i < SIZE; i++) vectors[at + i] = (sums[at + i] as number) + (bias[i] as number);
    for (let j = 0; j < SIZE; j++) {
      const bent = sums[at + j] as number;
      if (bent > 0)
        for (let i = 0; i < SIZE; i++)
          vectors[at + i] = (vectors[at + i] as number) + bent * (dense[j * SIZE + i] as number);
    }
  });
  return { symbols, sums, vectors };
}

/** The softmax of all products, and what the vectors would have to change. */
function contrast(tails: Float32Array, heads: Float32Array, count: number) {
  const tailSlopes = new Float32Array(tails.length);
  const headSlopes = new Float32Array(heads.length);
  const row = new Float32Array(count);
  let loss = 0;
  for (let n = 0; n < count; n++) {
    const at = n * SIZE;
    let most = Number.NEGATIVE_INFINITY;
    for (let m = 0; m < count; m++) {
      let sum = 0;
      for (let i = 0; i < SIZE; i++) sum += (tails[at + i] as number) * (heads[m * SIZE + i] as number);
      row[m] = sum;
      if (sum > most) most = sum;
    }
    const right = row[n] as number;
    let all = 0;
    for (let m = 0; m < count; m++) {
      row[m] = Math.exp((row[m] as number) - most);
      all += row[m] as number;
    }
    loss += Math.log(all) + most - right;
    for (let m = 0; m < count; m++) {
      const slope = (row[m] as number) / all - (m === n ? 1 : 0);
      if (slope < 1e-5 && slope > -1e-5) continue;
      for (let i = 0; i < SIZE; i++) {
        tailSlopes[at + i] = (tailSlopes[at + i] as number) + slope * (heads[m * SIZE + i] as number);
        headSlopes[m * SIZE + i] = (headSlopes[m * SIZE + i] as number) + slope * (tails[at + i] as number);
      }
    }
  }
  return { loss: loss / count, tailSlopes, headSlopes };
}

function backward(learner: Learner, { symbols, sums }: Pass, slopes: Float32Array, rate: number): void {
  const { near, pairs, bias, dense, nearest } = learner;
  const denseSlopes = new Float32Array(dense.length);
  const biasSlopes = new Float32Array(SIZE);
  const own = new Float32Array(SIZE);
  symbols.forEach((text, n) => {
    const at = n * SIZE;
    for (let i = 0; i < SIZE; i++) {
      own[i] = slopes[at + i] as number;
      biasSlopes[i] = (biasSlopes[i] as number) + (own[i] as number);
    }
    for (let j = 0; j < SIZE; j++) {
      const bent = sums[at + j] as number;
      if (bent <= 0) continue;
      let sum = 0;
      for (let i = 0; i < SIZE; i++) {
        const slope = slopes[at + i] as number;
        sum += slope * (dense[j * SIZE + i] as number);
        denseSlopes[j * SIZE + i] = (denseSlopes[j * SIZE + i] as number) + slope * bent;
      }
      own[j] = (own[j] as number) + sum;
    }
    for (let k = 0; k < nearest && k < text.length; k++)
      descend(learner, near, rowOf(k, text[k] as number), own, 1, rate);
    const share = pairShare(text.length);
    for (let k = 1; k < text.length; k++)
      descend(learner, pairs, bucketOf(text[k - 1] as number, text[k] as number), own, share, rate);
  });
  descend(learner, bias, 0, biasSlopes, 1, rate);
  for (let j = 0; j < SIZE; j++)
    descend(learner, dense, j * SIZE, denseSlopes.subarray(j * SIZE, (j + 1) * SIZE), 1, rate);
}

function descend(
  { speeds }: Learner,
  table: Float32Array,
  at: number,
  slopes: Float32Array,
  share: number,
  rate: number,
): void {
  const speed = speeds.get(table) as Float32Array;
  for (let i = 0; i < SIZE; i++) {
    const slope = share * (slopes[i] as number);
    const square = (speed[at + i] as number) + slope * slope;
    speed[at + i] = square;
    table[at + i] = (table[at + i] as number) - (rate * slope) / Math.sqrt(square);
  }
}
