/**
 * The language model: a back-off n-gram model over the symbols of `alphabet.ts`, kept as a trie in typed arrays that
 * lie in the file as they lie in memory. Nothing is parsed: reading the model is making views on its bytes.
 */
import { type Alphabet, encode, PARAGRAPH } from "./alphabet.ts";
import { type Branches, branchOf, firstChild } from "./branches.ts";

/** One order of the trie: n-grams sorted by their symbols; the children of a node lie side by side in the next order. */
export interface Level {
  /** Last symbol of each n-gram. */
  readonly symbols: Uint16Array;
  /** Probability of the last symbol after the others, quantised: see `QUANTUM`. */
  readonly costs: Uint8Array;
  /** Which n-grams have children, and where; null in the highest order. */
  readonly branches: Branches | null;
}

export interface LanguageModel {
  readonly alphabet: Alphabet;
  /** How often each symbol stands, as costs: the lowest order of the trie counts what it stands behind instead. */
  readonly frequencies: Uint8Array;
  /** From order 1 up. In the first, symbols are their own indices. */
  readonly levels: readonly Level[];
}

type Trie = Pick<LanguageModel, "levels">;

/** Costs are stored in sixteenths of a nat: 0 to 15.9. */
export const QUANTUM = 16;
/** Back-off weights may exceed 1 after pruning: stored from +2 nats down. */
export const BACKOFF_TOP = 2;

/** The contexts that a text is read in: for each length, the branch that the last symbols are, or -1. */
export type State = Int32Array;

export function freshState(model: Trie): State {
  return new Int32Array(model.levels.length).fill(-1);
}

/**
 * Reads one symbol.
 *
 * @param state the context; becomes the context of the next symbol
 * @returns log-probability of the symbol in its context, in nats
 */
export function read(model: Trie, state: State, symbol: number): number {
  const { levels } = model;
  let logProbability = 0;
  let found = false;
  for (let length = levels.length - 1; length >= 0; length--) {
    const level = levels[length] as Level;
    const context = length === 0 ? null : (levels[length - 1] as Level).branches;
    const branch = state[length] as number;
    const child = context ? (branch < 0 ? -1 : childOf(context, branch, level.symbols, symbol)) : symbol;
    if (level.branches) state[length + 1] = child < 0 ? -1 : branchOf(level.branches, child);
    if (found) continue;
    if (child >= 0) {
      logProbability -= (level.costs[child] as number) / QUANTUM;
      found = true;
    } else if (context && branch >= 0) {
      logProbability += BACKOFF_TOP - (context.backoffs[branch] as number) / QUANTUM;
    }
  }
  return logProbability;
}

function childOf(parents: Branches, branch: number, symbols: Uint16Array, symbol: number): number {
  let low = firstChild(parents, branch);
  let high = firstChild(parents, branch + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    const here = symbols[middle] as number;
    if (here === symbol) return middle;
    if (here < symbol) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** Log-probability of the symbols from one index to another after a context, in nats. The state goes along. */
function readAll(model: LanguageModel, state: State, symbols: Uint16Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += read(model, state, symbols[i] as number);
  return sum;
}

/** A text that may go on in another. */
export interface TailReading {
  /** The context right behind it. */
  readonly state: State;
  /** The context behind it and a ¶. */
  readonly closed: State;
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

export function readTail(model: LanguageModel, text: string): TailReading {
  const symbols = new Uint16Array(CONTEXT);
  const state = freshState(model);
  readAll(model, state, symbols, 0, encode(model.alphabet, text.slice(-CONTEXT), symbols, 0));
  const closed = state.slice();
  return { state, end: read(model, closed, PARAGRAPH), closed };
}

export function readHead(model: LanguageModel, text: string): HeadReading {
  const buffer = new Uint16Array(REACH);
  const symbols = buffer.subarray(0, encode(model.alphabet, text.slice(0, 3 * REACH), buffer, 0));
  const state = freshState(model);
  if (symbols.length === 0) return { symbols, bareFirst: 0, bare: 0 };
  read(model, state, symbols[0] as number);
  const bareFirst = -(model.frequencies[symbols[0] as number] as number) / QUANTUM;
  return { symbols, bareFirst, bare: bareFirst + readAll(model, state, symbols, 1, symbols.length) };
}

let scratch: State = new Int32Array(0);

/** A state to write into and forget: a page asks for thousands. */
function scratchOf({ levels }: LanguageModel): State {
  if (scratch.length !== levels.length) scratch = new Int32Array(levels.length);
  return scratch;
}

export function readSeam(model: LanguageModel, tail: TailReading, head: HeadReading): SeamReading {
  const { symbols, bare, bareFirst } = head;
  if (symbols.length === 0) return { link: 0, first: 0, start: 0 };
  const state = scratchOf(model);
  state.set(tail.state);
  const first = readAll(model, state, symbols, 0, 1);
  const rest = readAll(model, state, symbols, 1, symbols.length);
  state.set(tail.closed);
  const start = readAll(model, state, symbols, 0, symbols.length);
  return { link: first + rest - bare, first: first - bareFirst, start: start - bare };
}

/** Symbols of a text that are enough to tell what kind it is. */
const SAMPLE = 24;

/** Mean log-probability of the first characters of a text, in nats; NaN where it has none that the model reads. */
export function perSymbol(model: LanguageModel, text: string): number {
  const symbols = new Uint16Array(SAMPLE);
  const count = encode(model.alphabet, text.slice(0, 2 * SAMPLE), symbols, 0);
  return readAll(model, freshState(model), symbols, 0, count) / count;
}
