/** The language model: what it says of the end of a text, the beginning of another, and of the seam between them. */

import { emptyMemory, type Memory, remembered } from "../page/remembered.ts";
import { encode, NOTHING, UNKNOWN } from "./alphabet.ts";
import type { Kernel } from "./kernel/kernel.ts";
import { QUANTUM, type Trie } from "./trie.ts";

/** A trie in the memory of a kernel, and what it has read of late. */
export interface LanguageModel extends Trie {
  readonly kernel: Kernel;
  readonly tails: Memory<TailReading>;
  readonly heads: Memory<HeadReading>;
}

export function modelOf({ alphabet, frequencies, levels }: Trie, kernel: Kernel): LanguageModel {
  return { alphabet, frequencies, levels, kernel, tails: emptyMemory(), heads: emptyMemory() };
}

/** A text that may go on in another. */
export interface TailReading {
  /** The contexts right behind it, and behind it and a ¶: for each length of context, the branch that it is, or -1. */
  readonly states: Int32Array;
  /** Log-probability of ¶ behind it, in nats. */
  readonly end: number;
}

/** A text that may go on from another. */
export interface HeadReading {
  readonly symbols: Uint16Array;
  /** What each of them costs behind those before it alone, and from the ninth number on behind a ¶ and those. */
  readonly alone: Int32Array;
  /** Log-probability of its first symbol, and of its first few, whatever stands before them, in nats. */
  readonly bareFirst: number;
  readonly bare: number;
}

/** The two stories about a tail and a head, in nats: how much likelier the head is in each than with nothing before it. */
export interface SeamReading {
  /** One paragraph: the head right behind the tail. */
  readonly link: number;
  /** The part of it that is the first symbol's: a word that stands across. */
  readonly first: number;
  /** Two paragraphs: the head behind a ¶. */
  readonly start: number;
}

/** Symbols of the tail that bear on what follows; more than the order of the model, for white space is none. */
const CONTEXT = 12;
/** Symbols of the head that the tail still bears on. */
const REACH = 5;

export function readTail(model: LanguageModel, text: string): TailReading {
  return remembered(model.tails, text.slice(-CONTEXT), (end) => {
    const { alphabet, levels, kernel } = model;
    const count = encode(alphabet, end, kernel.symbols, 0, CONTEXT);
    return { end: nats(kernel.readTail(levels.length, count)), states: copyOf(kernel.states) };
  });
}

export function readHead(model: LanguageModel, text: string): HeadReading {
  // By the whole text: it is the same string each time, and its beginning would be another.
  return remembered(model.heads, text, () => {
    const { alphabet, frequencies, levels, kernel } = model;
    const count = encode(alphabet, text.slice(0, 3 * REACH), kernel.symbols, 0, REACH);
    const symbols = kernel.symbols.slice(0, count);
    const all = kernel.readHead(levels.length, count);
    const alone = copyOf(kernel.alone);
    if (count === 0) return { symbols, alone, bareFirst: 0, bare: 0 };
    const bareFirst = nats(frequencies[symbols[0] as number] as number);
    return { symbols, alone, bareFirst, bare: bareFirst + nats(all - (alone[0] as number)) };
  });
}

export function readSeam(
  { levels, kernel }: LanguageModel,
  tail: TailReading,
  head: HeadReading,
): SeamReading {
  const { symbols, alone, bare, bareFirst } = head;
  if (symbols.length === 0) return { link: 0, first: 0, start: 0 };
  const { costs } = kernel;
  copy(tail.states, kernel.states);
  copy(alone, kernel.alone);
  copy(symbols, kernel.symbols);
  kernel.readSeam(levels.length, symbols.length);
  const first = nats(costs[0] as number);
  const rest = nats(costs[1] as number);
  const start = nats(costs[2] as number);
  return { link: first + rest - bare, first: first - bareFirst, start: start - bare };
}

/** Nats: of a character that is rarer a model has read too little to say what goes before it and behind it. */
const RARE = -11.5;

/** Whether the model knows no more of the first character of a text than that it is one. */
export function isRare({ alphabet, frequencies }: LanguageModel, text: string): boolean {
  const symbol = alphabet[text.charCodeAt(0)] as number;
  return symbol === UNKNOWN || (symbol !== NOTHING && nats(frequencies[symbol] as number) < RARE);
}

/** Symbols of a text that are enough to tell what kind it is. */
const SAMPLE = 24;

/** Mean log-probability of the first characters of a text, in nats; NaN where it has none that the model reads. */
export function perSymbol({ alphabet, levels, kernel }: LanguageModel, text: string): number {
  const count = encode(alphabet, text.slice(0, 2 * SAMPLE), kernel.symbols, 0, SAMPLE);
  return nats(kernel.readFresh(levels.length, count)) / count;
}

/** By hand: most are shorter than what it takes to have the engine do it. */
function copy<Numbers extends Int32Array | Uint16Array>(from: Numbers, to: Numbers): void {
  for (let i = 0; i < from.length; i++) to[i] = from[i] as number;
}

function copyOf(numbers: Int32Array): Int32Array {
  const own = new Int32Array(numbers.length);
  copy(numbers, own);
  return own;
}

/** A cost as a log-probability. */
function nats(cost: number): number {
  return -cost / QUANTUM;
}
