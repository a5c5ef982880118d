/**
 * A back-off n-gram model over the symbols of `alphabet.ts`, as a trie in typed arrays that lie in the file as they lie in
 * memory.
 */
import type { Alphabet } from "./alphabet.ts";
import type { Branches } from "./branches.ts";

/** One order of the trie: n-grams sorted by their symbols; the children of a node lie side by side in the next order. */
export interface Level {
  /** Last symbol of each n-gram. */
  readonly symbols: Uint16Array;
  /** Probability of the last symbol after the others, quantised: see `QUANTUM`. */
  readonly costs: Uint8Array;
  /** Which n-grams have children, and where; null in the highest order. */
  readonly branches: Branches | null;
}

export interface Trie {
  readonly alphabet: Alphabet;
  /** How often each symbol stands, as costs: the lowest order of the trie counts what it stands behind instead. */
  readonly frequencies: Uint8Array;
  /** From order 1 up. In the first, symbols are their own indices. */
  readonly levels: readonly Level[];
}

/** Costs are stored in sixteenths of a nat: 0 to 15.9. */
export const QUANTUM = 16;
/** Back-off weights may exceed 1 after pruning: stored from +2 nats down. */
export const BACKOFF_TOP = 2;
