/**
 * Fits a layer of hidden units to what a sum of terms leaves over: the conditional logit of `choice.ts`, with nats that are known already
 * and units that add to them. By AdamW (Loshchilov and Hutter, 2019), batch by batch, the rate along a half cosine.
 */
import type { HiddenUnit } from "../model/hidden-layer.ts";
import { type Random, shuffle } from "./random.ts";

/** Something that one may do. */
export interface Way {
  /** Nats that are known to speak for it, against doing nothing. */
  readonly known: number;
  /** What is seen of it, in the order of the names. */
  readonly row: Float32Array;
  readonly isRight: boolean;
}

/** All that one may do; where none is right, nothing is. */
export type Ways = readonly Way[];

const BATCH = 512;
const RATE = 2e-3;
/** Share of each weight that is lost for each unit of the rate. */
const DECAY = 0.03;
const [MEAN, SQUARE, LEAST] = [0.9, 0.999, 1e-8] as const;

/** @param rounds through all choices */
export function fitHiddenUnits(
  choices: readonly Ways[],
  names: readonly string[],
  units: number,
  rounds: number,
  random: Random,
): HiddenUnit[] {
  const size = names.length;
  const scales = spreads(choices, size);
  const net = emptyNet(units, size, random);
  const slopes = new Float64Array(net.length);
  const sums = new Float64Array(units);
  const adam = new Adam(net.length);
  const batches = Math.ceil(choices.length / BATCH);
  const order = choices.map((_, i) => i);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (let batch = 0; batch < batches; batch++) {
      const own = order.slice(batch * BATCH, (batch + 1) * BATCH);
      slopes.fill(0);
      for (const i of own) learn(choices[i] as Ways);
      const done = (round * batches + batch) / (rounds * batches);
      adam.step(net, slopes, own.length, (RATE * (1 + Math.cos(Math.PI * done))) / 2);
    }
  }
  return Array.from({ length: units }, (_, unit) => unitOf(unit)).filter(({ out }) => out !== 0);

  /** Adds the slopes of the log-likelihood of a choice. */
  function learn(ways: Ways): void {
    const nats = ways.map((way) => way.known + forward(way.row));
    const most = Math.max(0, ...nats);
    const all = nats.reduce((odds, it) => odds + Math.exp(it - most), Math.exp(-most));
    const right = ways.some(({ isRight }) => isRight);
    const inRight = ways.reduce(
      (odds, { isRight }, w) => odds + (isRight ? Math.exp((nats[w] as number) - most) : 0),
      0,
    );
    ways.forEach((way, w) => {
      const odds = Math.exp((nats[w] as number) - most);
      backward(way.row, (right && way.isRight ? odds / inRight : 0) - odds / all);
    });
  }

  /** Leaves what each unit sees in `sums`. */
  function forward(row: Float32Array): number {
    let nats = 0;
    for (let unit = 0; unit < units; unit++) {
      const from = unit * (size + 2);
      let sum = net[from + size] as number;
      for (let i = 0; i < size; i++) {
        const value = row[i] as number;
        if (value !== 0) sum += ((net[from + i] as number) * value) / (scales[i] as number);
      }
      sums[unit] = sum;
      if (sum > 0) nats += sum * (net[from + size + 1] as number);
    }
    return nats;
  }

  function backward(row: Float32Array, slope: number): void {
    if (Math.abs(slope) < 1e-7) return;
    forward(row);
    for (let unit = 0; unit < units; unit++) {
      const sum = sums[unit] as number;
      if (sum <= 0) continue;
      const from = unit * (size + 2);
      add(from + size + 1, slope * sum);
      const through = slope * (net[from + size + 1] as number);
      add(from + size, through);
      for (let i = 0; i < size; i++) {
        const value = row[i] as number;
        if (value !== 0) add(from + i, (through * value) / (scales[i] as number));
      }
    }
  }

  function add(at: number, slope: number): void {
    slopes[at] = (slopes[at] as number) + slope;
  }

  function unitOf(unit: number): HiddenUnit {
    const from = unit * (size + 2);
    const weights = names.map(
      (name, i) => [name, rounded((net[from + i] as number) / (scales[i] as number))] as const,
    );
    return {
      bias: rounded(net[from + size] as number),
      out: rounded(net[from + size + 1] as number),
      weights: Object.fromEntries(weights.filter(([, weight]) => weight !== 0)),
    };
  }
}

function rounded(weight: number): number {
  return Math.round(1000 * weight) / 1000;
}

/** What each input spreads over: all of them are learnt at one rate. */
function spreads(choices: readonly Ways[], size: number): Float64Array {
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  let count = 0;
  for (const ways of choices)
    for (const { row } of ways) {
      count++;
      for (let i = 0; i < size; i++) {
        sums[i] = (sums[i] as number) + (row[i] as number);
        squares[i] = (squares[i] as number) + (row[i] as number) ** 2;
      }
    }
  return squares.map((square, i) => {
    const spread = Math.sqrt(Math.max(0, square / count - ((sums[i] as number) / count) ** 2));
    return spread < 1e-3 ? 1 : spread;
  });
}

/** For each unit what it weighs of each input, its bias and what it adds, which is nothing at first. */
function emptyNet(units: number, size: number, random: Random): Float64Array {
  const net = new Float64Array(units * (size + 2));
  const reach = 1 / Math.sqrt(size);
  for (let at = 0; at < net.length; at++)
    if (at % (size + 2) !== size + 1) net[at] = reach * (2 * random.next() - 1);
  return net;
}

class Adam {
  private readonly means: Float64Array;
  private readonly squares: Float64Array;
  private steps = 0;

  constructor(size: number) {
    this.means = new Float64Array(size);
    this.squares = new Float64Array(size);
  }

  /** Moves the weights uphill. */
  step(weights: Float64Array, slopes: Float64Array, count: number, rate: number): void {
    this.steps++;
    const [mean, square] = [1 - MEAN ** this.steps, 1 - SQUARE ** this.steps];
    for (let at = 0; at < weights.length; at++) {
      const slope = (slopes[at] as number) / count;
      this.means[at] = MEAN * (this.means[at] as number) + (1 - MEAN) * slope;
      this.squares[at] = SQUARE * (this.squares[at] as number) + (1 - SQUARE) * slope * slope;
      const move =
        (this.means[at] as number) / mean / (Math.sqrt((this.squares[at] as number) / square) + LEAST);
      weights[at] = (weights[at] as number) * (1 - rate * DECAY) + rate * move;
    }
  }
}
