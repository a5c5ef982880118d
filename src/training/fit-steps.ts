/** Fits the chain over line ends (`model/line-chain.ts`): a conditional random field, by stochastic gradient. */
import { readSteps, STEPS, type Step } from "../model/line-chain.ts";
import type { Features, StepTable } from "../model/weights.ts";
import type { Traits } from "../stages/wraps/habits.ts";
import { type Random, shuffle } from "./random.ts";

/** A line end: what is seen of it, and the steps that the truth allows. Where the kind of a line is not known, several. */
export interface LineEndExample {
  readonly features: Features;
  readonly traits: Traits;
  readonly allowed: ReadonlySet<Step>;
}

/** Adagrad (Duchi, Hazan and Singer, 2011): each weight slows down by what it has moved already. */
const RATE = 0.2;
const ROUNDS = 12;
/** Strength of the penalty on the squared weights, in line ends; keeps what is seldom seen near zero. */
const RIDGE = 20;
const COUNT = STEPS.length;

/** A stretch as numbers: per line end pairs of feature and value, and what is not allowed. */
interface Sequence {
  readonly numbers: readonly Int32Array[];
  readonly values: readonly Float64Array[];
  readonly barred: readonly Float64Array[];
}

export function fitSteps(stretches: readonly (readonly LineEndExample[])[], random: Random): StepTable {
  const numbers = new Map<string, number>();
  for (const { features } of stretches.flat())
    for (const name in features)
      if (features[name] !== 0 && !numbers.has(name)) numbers.set(name, numbers.size);
  const sequences = stretches.map((stretch) => sequenceOf(stretch, numbers));
  const weights = new Float64Array(numbers.size * COUNT);
  const speeds = new Float64Array(weights.length).fill(1e-2);
  const mean = new Float64Array(weights.length);
  const share = RIDGE / stretches.flat().length;
  for (let round = 0; round < ROUNDS; round++) {
    for (const i of shuffle(
      sequences.map((_, i) => i),
      random,
    ))
      learn(sequences[i] as Sequence, weights, speeds, share);
    // The mean over the later rounds is steadier than where the last page has pulled the weights.
    if (round >= ROUNDS / 2)
      for (const [i, weight] of weights.entries()) mean[i] = (mean[i] as number) + weight;
  }
  const counted = ROUNDS - Math.ceil(ROUNDS / 2);
  const table: Record<string, { [step in Step]?: number }> = {};
  for (const [name, number] of numbers) {
    const row = STEPS.map((_, s) => (mean[number * COUNT + s] as number) / counted);
    // What is added to all steps at once changes nothing.
    const common = row.reduce((sum, weight) => sum + weight, 0) / COUNT;
    const own = row.map((weight) => Math.round(100 * (weight - common)) / 100);
    table[name] = Object.fromEntries(
      STEPS.map((step, s) => [step, own[s]]).filter(([, weight]) => weight !== 0),
    );
  }
  return table;
}

function learn(sequence: Sequence, weights: Float64Array, speeds: Float64Array, ridge: number): void {
  const ends = sequence.numbers.map((own, i) => scores(own, sequence.values[i] as Float64Array, weights));
  const free = readSteps(ends);
  const held = readSteps(ends.map((own, i) => own.map((w, s) => w + (sequence.barred[i]?.[s] as number))));
  sequence.numbers.forEach((own, i) => {
    for (let s = 0; s < COUNT; s++) {
      const slope = Math.exp(held[i]?.[s] as number) - Math.exp(free[i]?.[s] as number);
      for (let k = 0; k < own.length; k++) {
        const at = (own[k] as number) * COUNT + s;
        const pull =
          slope * ((sequence.values[i] as Float64Array)[k] as number) - ridge * (weights[at] as number);
        speeds[at] = (speeds[at] as number) + pull * pull;
        weights[at] = (weights[at] as number) + (RATE * pull) / Math.sqrt(speeds[at] as number);
      }
    }
  });
}

function scores(numbers: Int32Array, values: Float64Array, weights: Float64Array): Float64Array {
  const sums = new Float64Array(COUNT);
  for (let k = 0; k < numbers.length; k++)
    for (let s = 0; s < COUNT; s++)
      sums[s] =
        (sums[s] as number) + (values[k] as number) * (weights[(numbers[k] as number) * COUNT + s] as number);
  return sums;
}

function sequenceOf(stretch: readonly LineEndExample[], numbers: ReadonlyMap<string, number>): Sequence {
  const named = stretch.map(({ features }) =>
    Object.keys(features).filter((name) => features[name] !== 0 && numbers.has(name)),
  );
  return {
    numbers: named.map((names) => Int32Array.from(names, (name) => numbers.get(name) as number)),
    values: named.map((names, i) => Float64Array.from(names, (name) => stretch[i]?.features[name] as number)),
    barred: stretch.map(({ allowed }) =>
      Float64Array.from(STEPS, (step) => (allowed.has(step) ? 0 : Number.NEGATIVE_INFINITY)),
    ),
  };
}
