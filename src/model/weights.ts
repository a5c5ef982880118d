/**
 * Decisions as sums of log-odds: one term a piece of evidence, in nats; the sum is a probability. The weights, as
 * `weights/evidence.json` holds them: for each decision the name of each piece of evidence and its nats.
 */
import type { Evidence, Role } from "../page/types.ts";
import type { Chain } from "./chain.ts";
import { STEPS, type Step, type StepWeights } from "./line-chain.ts";

/** Nats for one unit of each feature. */
export type FeatureWeights = Readonly<Record<string, number>>;

/** Weights where the language has a model, and where it has none. */
export interface WeightSets {
  readonly model: FeatureWeights;
  readonly plain: FeatureWeights;
}

/** Roles that the chain tells apart; kicker, title and subtitle are headings first and told apart by the headings stage. */
export type ChainRole = Exclude<Role, "kicker" | "subtitle">;

/** The chain of roles: what each feature of a block says for each role, and what stands behind what. */
export interface RoleWeights extends Chain<ChainRole> {
  readonly features: Readonly<Record<string, { readonly [role in ChainRole]?: number }>>;
}

/** What stands between two lines: nats for one unit of each feature, for each step. */
export type StepTable = Readonly<Record<string, { readonly [step in Step]?: number }>>;

export interface Weights {
  /** Without a model, what makes lines set like headings the head of an article. */
  readonly roles: {
    readonly model: RoleWeights;
    readonly plain: FeatureWeights;
    /** Plain, where boxes tell. */
    readonly printed: FeatureWeights;
    /** Where boxes tell and the engine has parted headings from text. */
    readonly parted: FeatureWeights;
  };
  readonly wraps: { readonly model: StepTable; readonly plain: StepTable };
  readonly seams: WeightSets;
  readonly gaps: WeightSets;
  /** The end of a stretch of text belonging to another article. */
  readonly moves: FeatureWeights;
}

/** What is seen of one candidate: how much of each feature. Zero says nothing. */
export type Features = Readonly<Record<string, number>>;

/** The log-odds of a decision, in nats: the sum of its terms. */
export function logOdds(features: Features, weights: FeatureWeights): number {
  let sum = 0;
  for (const name in features) {
    const value = features[name] as number;
    if (value !== 0) sum += value * (weights[name] ?? 0);
  }
  return sum;
}

/** The probability that log-odds stand for, from 0 to 1, to three digits after the point: no more is meant by it. */
export function probability(logOdds: number): number {
  return Math.round(1000 / (1 + Math.exp(-logOdds))) / 1000;
}

/** The terms of a decision, strongest first. */
export function weigh(features: Features, weights: FeatureWeights): Evidence[] {
  const list: Evidence[] = [];
  for (const name in features) {
    const weight = (features[name] as number) * (weights[name] ?? 0);
    if (weight !== 0) list.push({ name, weight });
  }
  return list.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** What the features of a block say for each role, summed. */
export function emission<Label extends Role>(
  names: readonly string[],
  table: EmissionTable<Label>,
): { [label in Label]?: number } {
  let flat = flattened.get(table) as FlatTable<Label> | undefined;
  if (!flat) {
    flat = flatten(table);
    flattened.set(table, flat);
  }
  const { labels, rows } = flat;
  const sums = new Float64Array(labels.length);
  for (const name of names) {
    const row = rows.get(name);
    if (!row) continue;
    for (let i = 0; i < row.length; i += 2) {
      const label = row[i] as number;
      sums[label] = (sums[label] as number) + (row[i + 1] as number);
    }
  }
  const named: { [label in Label]?: number } = {};
  labels.forEach((label, i) => {
    named[label] = sums[i] as number;
  });
  return named;
}

interface EmissionTable<Label extends Role> {
  readonly features: Readonly<Record<string, { readonly [label in Label]?: number }>>;
}

/** Rows of numbers by name, each a label and its weight in turns: most features say something of few labels. */
interface FlatTable<Label extends Role> {
  readonly labels: readonly Label[];
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

const flattened = new WeakMap<EmissionTable<Role>, FlatTable<Role>>();

function flatten<Label extends Role>({ features }: EmissionTable<Label>): FlatTable<Label> {
  const entries = Object.entries(features) as [string, { readonly [label in Label]?: number }][];
  const labels = [...new Set(entries.flatMap(([, row]) => Object.keys(row) as Label[]))];
  const rankOf = new Map(labels.map((label, rank) => [label, rank]));
  const rows = entries.map(
    ([name, row]) =>
      [
        name,
        Object.entries<number | undefined>(row).flatMap(([label, nats]) => [
          rankOf.get(label as Label) as number,
          nats ?? 0,
        ]),
      ] as const,
  );
  return { labels, rows: new Map(rows) };
}

/** The terms for one role, strongest first. */
export function explain(
  names: readonly string[],
  role: Role,
  { features }: { readonly features: Readonly<Record<string, { readonly [label in Role]?: number }>> },
): Evidence[] {
  return names
    .map((name) => ({ name, weight: features[name]?.[role] ?? 0 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** A value held to the range in which more of it says more. */
export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** What the features of a line end say for each step, summed. */
export function stepWeights(features: Features, table: StepTable): StepWeights {
  const sums = new Float64Array(STEPS.length);
  for (const name in features) {
    const value = features[name] as number;
    const row = value === 0 ? undefined : table[name];
    for (const step in row)
      sums[STEPS.indexOf(step as Step)] =
        (sums[STEPS.indexOf(step as Step)] as number) + value * (row[step as Step] as number);
  }
  return sums;
}
