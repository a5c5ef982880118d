/** Decisions as sums of log-odds: one term a piece of evidence, in nats; the sum is a probability. */
import type { Evidence } from "../page/types.ts";

/** The sum of the terms, in nats. */
export function logOdds(evidence: readonly Evidence[]): number {
  let sum = 0;
  for (const term of evidence) sum += term.weight;
  return sum;
}

/** The probability that log-odds stand for, from 0 to 1, to three digits after the point: no more is meant by it. */
export function probability(logOdds: number): number {
  return Math.round(1000 / (1 + Math.exp(-logOdds))) / 1000;
}
