/**
 * What pieces of evidence say together and not each by itself: a layer of rectified linear units between what is seen and the sum. A sum of
 * terms cannot say that a head which begins like a paragraph means something else behind a tail that cannot end.
 */
import type { FeatureWeights } from "./weights.ts";

/** A unit says nothing until what it sees exceeds its threshold, and then so many nats for each unit of it. */
export interface HiddenUnit {
  readonly bias: number;
  /** Of what is seen. */
  readonly weights: FeatureWeights;
  /** Nats. */
  readonly out: number;
}

/** The same units as rows of numbers. */
export interface HiddenLayer {
  /** The places in a row of what the units see. */
  readonly inputs: Int32Array;
  /** For each input what it weighs in each unit. */
  readonly weights: readonly Float64Array[];
  readonly biases: Float64Array;
  readonly outs: Float64Array;
  /** Room for their sums. */
  readonly sums: Float64Array;
}

/** Units at work on rows whose places have these names. */
export function hiddenLayer(units: readonly HiddenUnit[], names: readonly string[]): HiddenLayer {
  let layer = layers.get(units);
  if (!layer) {
    const seen = names
      .map((_, at) => at)
      .filter((at) => units.some(({ weights }) => weights[names[at] as string]));
    layer = {
      inputs: Int32Array.from(seen),
      weights: seen.map((at) => Float64Array.from(units, ({ weights }) => weights[names[at] as string] ?? 0)),
      biases: Float64Array.from(units, ({ bias }) => bias),
      outs: Float64Array.from(units, ({ out }) => out),
      sums: new Float64Array(units.length),
    };
    layers.set(units, layer);
  }
  return layer;
}

const layers = new WeakMap<readonly HiddenUnit[], HiddenLayer>();

/** The nats that the units add up to; most of a row is zero, and costs nothing. */
export function natsTogether(
  { inputs, weights, biases, outs, sums }: HiddenLayer,
  row: Float64Array,
): number {
  sums.set(biases);
  for (let i = 0; i < inputs.length; i++) {
    const value = row[inputs[i] as number] as number;
    if (value === 0) continue;
    const own = weights[i] as Float64Array;
    for (let unit = 0; unit < sums.length; unit++)
      sums[unit] = (sums[unit] as number) + value * (own[unit] as number);
  }
  let nats = 0;
  for (let unit = 0; unit < sums.length; unit++) {
    const sum = sums[unit] as number;
    if (sum > 0) nats += sum * (outs[unit] as number);
  }
  return nats;
}
