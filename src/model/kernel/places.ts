/** Where host and kernel meet, in bytes from the beginning of a workplace on. `assembly/workplace.ts` has the same. */
export const PLACES = {
  /** For each order of a trie, eight 32-bit addresses: symbols, costs, bits, ranks, back-offs, offsets, bases, none. */
  levels: 0,
  /** The two contexts of a tail, eight 32-bit branches each. */
  states: 256,
  /** 16-bit symbols to read. */
  symbols: 320,
  /** 32-bit costs of the symbols of a head, eight without a tail and eight behind a ¶. */
  alone: 448,
  /** Three 32-bit costs of a seam. */
  costs: 512,
  /** The vector that was made, and that is multiplied. */
  left: 1024,
  /** Another vector, to multiply it with. */
  right: 1280,
  /** Products, as 64-bit floats. */
  products: 2048,
  /** What a side makes of the sum, as 32-bit floats; the same of a tail and of a head, to be read together. */
  side: 4096,
  tailSide: 4864,
  headSide: 5632,
  /** What is read of them, as 32-bit floats. */
  outputs: 6400,
} as const;
