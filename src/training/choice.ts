/**
 * The conditional logit (McFadden, 1974): each tail chooses one of its heads, or none. What is true of the tail alone
 * then weighs against «none» and not against the other heads, as it would if every pair were judged by itself.
 */
import type { Features, FeatureWeights } from "../model/weights.ts";
import { solve } from "./logistic.ts";

/** One choice: what is seen of each alternative, and which is right; -1 for none of them. */
export interface Choice {
  readonly alternatives: readonly Features[];
  readonly right: number;
}

/**
 * Fits weights so that an alternative is chosen with probability exp(sum) / (1 + sum of all exp(sums)).
 *
 * @param ridge strength of the penalty on the squared weights, in choices
 * @param start weights to begin with, near those sought: it takes fewer rounds then
 */
export function fitChoice(
  choices: readonly Choice[],
  names: readonly string[],
  ridge: number,
  start: FeatureWeights = {},
): FeatureWeights {
  const size = names.length;
  const rows = choices.map(({ alternatives }) =>
    alternatives.map((features) => Float64Array.from(names, (name) => features[name] ?? 0)),
  );
  let weights: Float64Array = Float64Array.from(names, (name) => start[name] ?? 0);
  let value = objective(choices, rows, weights, ridge);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = Float64Array.from(weights, (weight) => -ridge * weight);
    const hessian = Array.from({ length: size }, (_, i) =>
      Float64Array.from({ length: size }, (_, j) => (i === j ? ridge : 0)),
    );
    for (const [n, { right }] of choices.entries())
      addChoice(rows[n] as Float64Array[], right, weights, gradient, hessian);
    const step = solve(hessian, gradient);
    // Newton's step may leap too far where a choice is all but certain: it is halved until it gains.
    let gained = 0;
    for (let share = 1; share > 1e-3 && gained <= 0; share /= 2) {
      const next = weights.map((weight, i) => weight + share * (step[i] as number));
      const there = objective(choices, rows, next, ridge);
      gained = there - value;
      if (gained > 0) {
        weights = next;
        value = there;
      }
    }
    if (gained < 1e-3) break;
  }
  return Object.fromEntries(names.map((name, i) => [name, Math.round((weights[i] as number) * 1000) / 1000]));
}

const ROUNDS = 40;

/** Log-likelihood of the choices less the penalty. */
function objective(
  choices: readonly Choice[],
  rows: readonly (readonly Float64Array[])[],
  weights: Float64Array,
  ridge: number,
): number {
  let sum = 0;
  for (const weight of weights) sum -= (ridge * weight * weight) / 2;
  for (const [n, { right }] of choices.entries()) {
    const sums = (rows[n] as Float64Array[]).map((row) => dot(row, weights));
    const most = Math.max(0, ...sums);
    const all = sums.reduce((odds, it) => odds + Math.exp(it - most), Math.exp(-most));
    sum += (right < 0 ? 0 : (sums[right] as number)) - most - Math.log(all);
  }
  return sum;
}

function dot(row: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += (row[i] as number) * (weights[i] as number);
  return sum;
}

/** Adds what one choice says: the right alternative less the expected one, and how the alternatives spread. */
function addChoice(
  rows: readonly Float64Array[],
  right: number,
  weights: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array[],
): void {
  const size = weights.length;
  const odds = rows.map((row) => Math.exp(Math.min(40, dot(row, weights))));
  const all = 1 + odds.reduce((sum, odd) => sum + odd, 0);
  const mean = new Float64Array(size);
  rows.forEach((row, a) => {
    const p = (odds[a] as number) / all;
    if (p < 1e-6 && a !== right) return;
    for (let i = 0; i < size; i++) {
      const value = row[i] as number;
      if (value === 0) continue;
      mean[i] = (mean[i] as number) + p * value;
      if (a === right) gradient[i] = (gradient[i] as number) + value;
      const line = hessian[i] as Float64Array;
      for (let j = 0; j <= i; j++) line[j] = (line[j] as number) + p * value * (row[j] as number);
    }
  });
  for (let i = 0; i < size; i++) {
    if (mean[i] === 0) continue;
    gradient[i] = (gradient[i] as number) - (mean[i] as number);
    const line = hessian[i] as Float64Array;
    for (let j = 0; j <= i; j++) line[j] = (line[j] as number) - (mean[i] as number) * (mean[j] as number);
  }
}
