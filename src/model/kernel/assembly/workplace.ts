/** Where host and instance meet: all addresses are bytes of the memory that the host makes, by `PLACES` of `../places.ts`. */

/** Where the workplace of this instance begins: instances of several threads share one memory. */
export let base: usize = 0;

export function workAt(address: usize): void {
  base = address;
}

// What the host writes and reads, from there on.
/** For each order of the trie eight addresses: see `LEVEL`. */
export const LEVELS: usize = 0;
/** Two contexts of a tail: right behind it, and behind it and a ¶. For each length the branch that it is, or -1. */
export const STATE: usize = 256;
export const CLOSED: usize = 288;
export const SYMBOL: usize = 320;
/** What each symbol of a head costs behind those before it alone, and behind a ¶ and those: eight 32-bit costs each. */
export const ALONE: usize = 448;
export const ALONE_CLOSED: usize = 480;
export const COSTS: usize = 512;
/** A vector, another that the host may multiply it with, at 1280, and products. */
export const LEFT: usize = 1024;
export const PRODUCTS: usize = 2048;
/** What a side makes of the sum, those of a tail and a head, and what is read of them. */
export const SIDE: usize = 4096;
export const TAIL_SIDE: usize = 4864;
export const HEAD_SIDE: usize = 5632;
export const OUTPUTS: usize = 6400;

// For this side alone.
export const SUMS: usize = 1536;
export const PAIR_SUMS: usize = 1632;
export const BENT: usize = 1792;
export const HIDDEN_LAYER: usize = 6656;
export const BENT_LAYER: usize = 7424;
export const PAIR_LAYER: usize = 7680;
