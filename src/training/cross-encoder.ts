/** Trains a cross-encoder: gradients by hand, steps by Adam. */
import { SYMBOLS } from "../model/alphabet.ts";
import { BENT, type CrossEncoder, HIDDEN, OUT, READ, SYMBOL_SIZE } from "../model/cross-encoder.ts";
import type { Crossings } from "./crossings.ts";
import { type Layers, type Learnt, type Matrix, makeLayers } from "./layers/index.ts";
import type { Random } from "./random.ts";

/** Width of what is known of a side: the vectors of its symbols, one behind the other. */
const SIDE = READ * SYMBOL_SIZE;

export interface CrossTrainer {
  readonly encoder: CrossEncoder<Float32Array>;
  /** One batch of as many cuts as the trainer was made for. @returns the mean loss of both outputs, in nats; 1.39 is what knowing nothing costs */
  readonly step: (crossings: Crossings, rate: number) => number;
  /** What both outputs say of each head: `OUT` numbers a head, the first for `whole`, the second for `own`. */
  readonly read: (crossings: Crossings) => Float32Array;
}

/** The weights of the layers, by name. */
interface Network {
  readonly symbols: Learnt;
  readonly tail: Learnt;
  readonly head: Learnt;
  readonly bias: Learnt;
  readonly bent: Learnt;
  readonly bentBias: Learnt;
  readonly out: Learnt;
  readonly outBias: Learnt;
}

/** What a batch makes of them, and what that would have to change. */
interface Pass {
  readonly tails: Matrix;
  readonly heads: Matrix;
  readonly tailHidden: Matrix;
  readonly hidden: Matrix;
  readonly bent: Matrix;
  readonly out: Matrix;
}

/** Bytes for all matrices of a batch of 512 cuts. */
const ROOM = 64 << 20;

/** @param count cuts of a batch, a multiple of four */
export async function makeCrossTrainer(count: number, random: Random): Promise<CrossTrainer> {
  const layers = await makeLayers(ROOM);
  const network = makeNetwork(layers, random);
  const pass = makePass(layers, count);
  const slopes = makePass(layers, count);
  let steps = 0;
  const step = (crossings: Crossings, rate: number) => {
    forward(layers, network, pass, crossings);
    const loss = lossOf(pass.out.values, slopes.out.values, count);
    backward(layers, network, pass, slopes, crossings);
    steps++;
    for (const own of Object.values(network) as Learnt[]) layers.descend(own, rate, steps);
    return loss;
  };
  const read = (crossings: Crossings) => {
    forward(layers, network, pass, crossings);
    return pass.out.values;
  };
  const values = Object.fromEntries(
    Object.entries(network).map(([name, own]: [string, Learnt]) => [name, own.values]),
  ) as Record<keyof Network, Float32Array>;
  return { encoder: { ...values, units: { symbols: 1, tail: 1, head: 1 } }, step, read };
}

function makeNetwork({ learnt }: Layers, random: Random): Network {
  // A sum of three is near enough to a bell.
  const spread = (deviation: number) => () =>
    2 * deviation * (random.next() + random.next() + random.next() - 1.5);
  const none = () => 0;
  return {
    symbols: learnt(SYMBOLS, SYMBOL_SIZE, spread(0.3)),
    tail: learnt(SIDE, HIDDEN, spread(1 / Math.sqrt(SIDE))),
    head: learnt(SIDE, HIDDEN, spread(1 / Math.sqrt(SIDE))),
    bias: learnt(1, HIDDEN, none),
    bent: learnt(HIDDEN, BENT, spread(Math.SQRT2 / Math.sqrt(HIDDEN))),
    bentBias: learnt(1, BENT, none),
    out: learnt(BENT, OUT, spread(1 / Math.sqrt(BENT))),
    outBias: learnt(1, OUT, none),
  };
}

function makePass({ matrix }: Layers, count: number): Pass {
  return {
    tails: matrix(count, SIDE),
    heads: matrix(3 * count, SIDE),
    tailHidden: matrix(count, HIDDEN),
    hidden: matrix(3 * count, HIDDEN),
    bent: matrix(3 * count, BENT),
    out: matrix(3 * count, OUT),
  };
}

function forward(layers: Layers, network: Network, pass: Pass, { tails, heads }: Crossings): void {
  const { symbols, tail, head, bias, bent, bentBias, out, outBias } = network;
  gather(symbols.values, tails, pass.tails.values);
  gather(symbols.values, heads, pass.heads.values);
  fillRows(pass.tailHidden, bias.values);
  layers.forward(pass.tails, tail, pass.tailHidden);
  // Each tail meets three heads.
  for (let third = 0; third < 3; third++)
    pass.hidden.values.set(pass.tailHidden.values, third * pass.tailHidden.values.length);
  layers.forward(pass.heads, head, pass.hidden);
  bend(pass.hidden.values);
  fillRows(pass.bent, bentBias.values);
  layers.forward(pass.hidden, bent, pass.bent);
  bend(pass.bent.values);
  fillRows(pass.out, outBias.values);
  layers.forward(pass.bent, out, pass.out);
}

function backward(layers: Layers, network: Network, pass: Pass, slopes: Pass, crossings: Crossings): void {
  const { symbols, tail, head, bias, bent, bentBias, out, outBias } = network;
  addRows(slopes.out, outBias.slopes.values);
  layers.backward(pass.bent, out, slopes.out, slopes.bent);
  unbend(pass.bent.values, slopes.bent.values);
  addRows(slopes.bent, bentBias.slopes.values);
  layers.backward(pass.hidden, bent, slopes.bent, slopes.hidden);
  unbend(pass.hidden.values, slopes.hidden.values);
  addRows(slopes.hidden, bias.slopes.values);
  layers.backward(pass.heads, head, slopes.hidden, slopes.heads);
  const length = slopes.tailHidden.values.length;
  for (let i = 0; i < length; i++)
    slopes.tailHidden.values[i] =
      (slopes.hidden.values[i] as number) +
      (slopes.hidden.values[length + i] as number) +
      (slopes.hidden.values[2 * length + i] as number);
  layers.backward(pass.tails, tail, slopes.tailHidden, slopes.tails);
  scatter(symbols.slopes.values, crossings.tails, slopes.tails.values);
  scatter(symbols.slopes.values, crossings.heads, slopes.heads.values);
}

/**
 * Two questions, each of twice as many heads: is it this one or one further on, and is it this one or another's? Their mean losses, and
 * what the outputs would have to change.
 */
function lossOf(out: Float32Array, slopes: Float32Array, count: number): number {
  slopes.fill(0);
  let loss = 0;
  const ask = (row: number, output: number, isRight: boolean) => {
    const at = row * OUT + output;
    const nats = out[at] as number;
    const probability = 1 / (1 + Math.exp(-nats));
    loss -= Math.log(Math.max(1e-9, isRight ? probability : 1 - probability));
    slopes[at] = (probability - (isRight ? 1 : 0)) / (2 * count);
  };
  for (let n = 0; n < count; n++) {
    ask(n, 0, true);
    ask(count + n, 0, false);
    ask(n, 1, true);
    ask(2 * count + n, 1, false);
  }
  return loss / (2 * count);
}

function gather(table: Float32Array, symbols: Uint16Array, into: Float32Array): void {
  for (let n = 0; n < symbols.length; n++) {
    const from = (symbols[n] as number) * SYMBOL_SIZE;
    for (let i = 0; i < SYMBOL_SIZE; i++) into[n * SYMBOL_SIZE + i] = table[from + i] as number;
  }
}

function scatter(slopes: Float32Array, symbols: Uint16Array, from: Float32Array): void {
  for (let n = 0; n < symbols.length; n++) {
    const at = (symbols[n] as number) * SYMBOL_SIZE;
    for (let i = 0; i < SYMBOL_SIZE; i++)
      slopes[at + i] = (slopes[at + i] as number) + (from[n * SYMBOL_SIZE + i] as number);
  }
}

function fillRows({ rows, width, values }: Matrix, row: Float32Array): void {
  for (let n = 0; n < rows; n++) values.set(row, n * width);
}

function addRows({ rows, width, values }: Matrix, into: Float32Array): void {
  for (let n = 0; n < rows; n++)
    for (let i = 0; i < width; i++) into[i] = (into[i] as number) + (values[n * width + i] as number);
}

function bend(values: Float32Array): void {
  for (let i = 0; i < values.length; i++) if ((values[i] as number) < 0) values[i] = 0;
}

function unbend(values: Float32Array, slopes: Float32Array): void {
  for (let i = 0; i < values.length; i++) if (values[i] === 0) slopes[i] = 0;
}
