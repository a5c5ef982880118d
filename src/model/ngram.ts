/** The language model: what it says of the end of a text, the beginning of another, and of the seam between them. */
import { type Alphabet, encode } from "./alphabet.ts";
import type { Kernel } from "./kernel/kernel.ts";
import { QUANTUM, type Trie } from "./trie.ts";

/** A trie in the memory of a kernel. */
export interface LanguageModel extends Trie {
  readonly kernel: Kernel;
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

export function readTail({ alphabet, levels, kernel }: LanguageModel, text: string): TailReading {
  const count = encodeFirst(alphabet, text.slice(-CONTEXT), kernel, CONTEXT);
  const end = nats(kernel.readTail(levels.length, count));
  return { states: kernel.states.slice(), end };
}

export function readHead(
  { alphabet, frequencies, levels, kernel }: LanguageModel,
  text: string,
): HeadReading {
  const count = encodeFirst(alphabet, text.slice(0, 3 * REACH), kernel, REACH);
  const symbols = kernel.symbols.slice(0, count);
  if (count === 0) return { symbols, bareFirst: 0, bare: 0 };
  const bareFirst = nats(frequencies[symbols[0] as number] as number);
  return { symbols, bareFirst, bare: bareFirst + nats(kernel.readFresh(levels.length, 1, count)) };
}

export function readSeam(
  { levels, kernel }: LanguageModel,
  tail: TailReading,
  head: HeadReading,
): SeamReading {
  const { symbols, bare, bareFirst } = head;
  if (symbols.length === 0) return { link: 0, first: 0, start: 0 };
  const { states, costs } = kernel;
  states.set(tail.states);
  kernel.symbols.set(symbols);
  kernel.readSeam(levels.length, symbols.length);
  const first = nats(costs[0] as number);
  const rest = nats(costs[1] as number);
  const start = nats(costs[2] as number);
  return { link: first + rest - bare, first: first - bareFirst, start: start - bare };
}

/** Symbols of a text that are enough to tell what kind it is. */
const SAMPLE = 24;

/** Mean log-probability of the first characters of a text, in nats; NaN where it has none that the model reads. */
export function perSymbol({ alphabet, levels, kernel }: LanguageModel, text: string): number {
  const count = encodeFirst(alphabet, text.slice(0, 2 * SAMPLE), kernel, SAMPLE);
  return nats(kernel.readFresh(levels.length, 0, count)) / count;
}

/** Lays the first symbols of a text before the kernel. @returns how many there are */
function encodeFirst(alphabet: Alphabet, text: string, { symbols }: Kernel, most: number): number {
  return encode(alphabet, text, symbols.subarray(0, most), 0);
}

/** A cost as a log-probability. */
function nats(cost: number): number {
  return -cost / QUANTUM;
}
