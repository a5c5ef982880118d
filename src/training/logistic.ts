/** Logistic regression with a ridge, by Newton's method: few features, many examples. */
import type { Features, FeatureWeights } from "../model/weights.ts";

export interface Example {
  readonly features: Features;
  readonly positive: boolean;
}

/**
 * Fits weights so that their sum is the log-odds of the positive class.
 *
 * @param ridge strength of the penalty on the squared weights, in examples; keeps what is seldom seen near zero
 */
export function fitLogistic(
  examples: readonly Example[],
  names: readonly string[],
  ridge: number,
): FeatureWeights {
  const size = names.length;
  const rows = examples.map(({ features }) => Float64Array.from(names, (name) => features[name] ?? 0));
  const weights = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = Float64Array.from(weights, (weight) => -ridge * weight);
    const hessian = Array.from({ length: size }, (_, i) => {
      const row = new Float64Array(size);
      row[i] = ridge;
      return row;
    });
    examples.forEach(({ positive }, n) => {
      const row = rows[n] as Float64Array;
      let sum = 0;
      for (let i = 0; i < size; i++) sum += (row[i] as number) * (weights[i] as number);
      const p = 1 / (1 + Math.exp(-sum));
      const error = (positive ? 1 : 0) - p;
      const spread = Math.max(1e-6, p * (1 - p));
      for (let i = 0; i < size; i++) {
        const value = row[i] as number;
        if (value === 0) continue;
        gradient[i] = (gradient[i] as number) + error * value;
        const line = hessian[i] as Float64Array;
        for (let j = 0; j <= i; j++) line[j] = (line[j] as number) + spread * value * (row[j] as number);
      }
    });
    const step = solve(hessian, gradient);
    let largest = 0;
    for (let i = 0; i < size; i++) {
      const move = Math.max(-2, Math.min(2, step[i] as number));
      weights[i] = (weights[i] as number) + move;
      largest = Math.max(largest, Math.abs(move));
    }
    if (largest < 1e-4) break;
  }
  return Object.fromEntries(names.map((name, i) => [name, Math.round((weights[i] as number) * 1000) / 1000]));
}

const ROUNDS = 30;

/** Solves a symmetric positive system, of which the lower triangle is given, by Cholesky's decomposition. */
export function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const at = (i: number, j: number) => (matrix[i] as Float64Array)[j] as number;
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      (matrix[i] as Float64Array)[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  const x = right.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - at(i, k) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] = (x[i] as number) - at(k, i) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  return x;
}

/** How far stated probabilities are from what happened: the expected calibration error, and the table behind it. */
export function reliability(
  probabilities: readonly number[],
  truths: readonly boolean[],
): { error: number; table: string[] } {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, stated: 0, true: 0 }));
  probabilities.forEach((p, i) => {
    const bin = bins[Math.min(9, Math.floor(p * 10))] as (typeof bins)[number];
    bin.count++;
    bin.stated += p;
    bin.true += truths[i] ? 1 : 0;
  });
  const error =
    bins.reduce((all, bin) => all + Math.abs(bin.stated - bin.true), 0) / Math.max(1, probabilities.length);
  const table = bins
    .filter((bin) => bin.count > 0)
    .map(
      (bin) =>
        `${(bin.stated / bin.count).toFixed(3)} stated, ${(bin.true / bin.count).toFixed(3)} true, ${bin.count} seams`,
    );
  return { error, table };
}
