/** Decisions as sums of log-odds: one term a piece of evidence, in nats; the sum is a probability. */
import type { Evidence } from "../page/types.ts";

/** Collects the terms of one decision. Terms of weight 0 say nothing and are left out. */
export function evidenceList(terms: Readonly<Record<string, number | false | undefined>>): Evidence[] {
  const list: Evidence[] = [];
  for (const name of Object.keys(terms)) {
    const weight = terms[name];
    if (weight) list.push({ name, weight });
  }
  return list.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

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
