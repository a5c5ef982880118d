/**
 * Decisions as sums of log-odds: one term a piece of evidence, in nats; the sum is a probability. The weights, as
 * `weights/evidence.json` holds them: for each decision the name of each piece of evidence and its nats.
 */
import type { Evidence, Role } from "../page/types.ts";
import type { Chain } from "./chain.ts";
import type { HiddenUnit } from "./hidden-layer.ts";
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
  /** With a model, also what the two sides of a cut say together. */
  readonly seams: WeightSets & { readonly together: readonly HiddenUnit[] };
  /**
   * That a tail goes on in a head with text missing between; and, of a tail and a head that are one paragraph, that some is, and from which
   * probability on it is taken to be.
   */
  readonly gaps: WeightSets & { readonly within: FeatureWeights; readonly likely: number };
  /** The end of a stretch of text belonging to another article. */
  readonly moves: FeatureWeights;
  /** How sure what was decided is: the role of a block, an article that opens, and a block belonging to one. */
  readonly confidence: { readonly model: ConfidenceWeights; readonly plain: ConfidenceWeights };
}

/** Decisions whose evidence weighs otherwise in a language: what its file says of them, in place of `evidence.json`. */
export const OWN_DECISIONS = ["roles", "seams", "gaps", "moves", "confidence"] as const;
export type OwnWeights = {
  readonly [decision in (typeof OWN_DECISIONS)[number]]?: Partial<Weights[decision]>;
};

/** The weights of all languages, with those that a language has of its own in their place. */
export function withOwn(weights: Weights, own: OwnWeights): Weights {
  const pairs = OWN_DECISIONS.map((decision) => [decision, { ...weights[decision], ...own[decision] }]);
  return { ...weights, ...Object.fromEntries(pairs) };
}

/** What turns the evidence for each question into a probability that holds. */
export interface ConfidenceWeights {
  readonly role: FeatureWeights;
  readonly opening: FeatureWeights;
  readonly membership: FeatureWeights;
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

/** The same of what is seen as a row of numbers. */
export function logOddsOfRow(row: Float64Array, weights: Float64Array, from = 0): number {
  let sum = 0;
  for (let at = from; at < row.length; at++) sum += (row[at] as number) * (weights[at] as number);
  return sum;
}

/** Weights at the places that their features have in a row. */
export function weightRow(weights: FeatureWeights, names: readonly string[]): Float64Array {
  let row = weightRows.get(weights);
  if (!row) {
    row = Float64Array.from(names, (name) => weights[name] ?? 0);
    weightRows.set(weights, row);
  }
  return row;
}

const weightRows = new WeakMap<FeatureWeights, Float64Array>();

/** The probability that log-odds stand for, from 0 to 1. */
export function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The same, to three digits after the point: no more is meant by it. */
export function probability(logOdds: number): number {
  return Math.round(1000 * chanceOf(logOdds)) / 1000;
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

/** What the features of some blocks say for each role, summed: block by block, in the order of the roles of the chain. */
export function emissionsOf(blocks: readonly (readonly string[])[], weights: RoleWeights): Float64Array {
  let rows = roleRows.get(weights);
  if (!rows) {
    rows = new Map();
    roleRows.set(weights, rows);
  }
  const size = weights.labels.length;
  const sums = new Float64Array(blocks.length * size);
  let at = 0;
  for (const names of blocks) {
    for (const name of names) {
      const row = rows.get(name) ?? roleRow(name, weights, rows);
      for (let i = 0; i < row.length; i++) sums[at + i] = (sums[at + i] as number) + (row[i] as number);
    }
    at += size;
  }
  return sums;
}

/** Rows of a table as they were first asked for: a cold start needs few of them. */
const roleRows = new WeakMap<RoleWeights, Map<string, Float64Array>>();

function roleRow(
  name: string,
  { labels, features }: RoleWeights,
  rows: Map<string, Float64Array>,
): Float64Array {
  const named = features[name];
  const row = named ? Float64Array.from(labels, (label) => named[label] ?? 0) : NOTHING;
  rows.set(name, row);
  return row;
}

const NOTHING = new Float64Array(0);

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

/**
 * What is seen of one candidate as a list: where names differ from one candidate to the next an object has another form each
 * time, which all that reads it pays for.
 */
export interface Listed {
  readonly names: string[];
  readonly values: number[];
}

export function see({ names, values }: Listed, name: string, value: number | boolean): void {
  names.push(name);
  values.push(typeof value === "number" ? value : value ? 1 : 0);
}

export function asListed(features: Features): Listed {
  return { names: Object.keys(features), values: Object.values(features) };
}

export function asFeatures({ names, values }: Listed): Record<string, number> {
  const features: Record<string, number> = {};
  names.forEach((name, i) => {
    features[name] = values[i] as number;
  });
  return features;
}

/** Adds to what each step weighs what the features of a line end say for it. */
export function addStepWeights(sums: StepWeights, { names, values }: Listed, table: StepTable): void {
  const rows = stepRows.get(table) ?? new Map<string, Float64Array>();
  stepRows.set(table, rows);
  for (let n = 0; n < names.length; n++) {
    const value = values[n] as number;
    if (value === 0) continue;
    const name = names[n] as string;
    const row = rows.get(name) ?? stepRow(name, table, rows);
    for (let i = 0; i < row.length; i++) sums[i] = (sums[i] as number) + value * (row[i] as number);
  }
}

/** Rows of a table in the order of the steps, as they were first asked for. */
const stepRows = new WeakMap<StepTable, Map<string, Float64Array>>();

function stepRow(name: string, table: StepTable, rows: Map<string, Float64Array>): Float64Array {
  const named = table[name];
  const row = named ? Float64Array.from(STEPS, (step) => named[step] ?? 0) : NOTHING;
  rows.set(name, row);
  return row;
}
