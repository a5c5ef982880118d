/**
 * The n-grams of one order that have children in the next. Most have none: they are told by a bit, and only those that
 * have some (branches, numbered in the order of their n-grams) carry a back-off weight and the place of their children.
 */
export interface Branches {
  /** One bit an n-gram, from the lowest of each word up. */
  readonly bits: Uint32Array;
  /** Branches before the first n-gram of each word. */
  readonly ranks: Uint32Array;
  /** Back-off weight of each branch as a context, quantised; without children it would be 1. */
  readonly backoffs: Uint8Array;
  /** Where the children of each branch begin, from the base of its block on; one more entry than branches. */
  readonly offsets: Uint16Array;
  /** Where the children of each block of branches begin. */
  readonly bases: Uint32Array;
}

/** N-grams to a word of bits, as a power of two. */
const WORD = 5;

/**
 * Branches to a block, as a power of two. The children of sixteen n-grams are at most 16 × 4,096, which sixteen bits
 * can still count from the base on.
 */
const BLOCK = 4;

/** The lengths of the arrays for so many n-grams with so many branches. */
export function sizesOf(ngrams: number, branches: number): { words: number; ends: number; blocks: number } {
  return {
    words: Math.ceil(ngrams / (1 << WORD)),
    ends: branches + 1,
    blocks: (branches >> BLOCK) + 1,
  };
}

/** The branch that an n-gram is, or -1 where it has no children. */
export function branchOf({ bits, ranks }: Branches, ngram: number): number {
  const word = bits[ngram >> WORD] as number;
  const bit = 1 << (ngram & ((1 << WORD) - 1));
  return word & bit ? (ranks[ngram >> WORD] as number) + ones(word & (bit - 1)) : -1;
}

/** Where the children of a branch begin; those of the one before end there. */
export function firstChild({ bases, offsets }: Branches, branch: number): number {
  return (bases[branch >> BLOCK] as number) + (offsets[branch] as number);
}

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * @param children how many each n-gram has
 * @param backoffs of each n-gram, quantised
 */
export function makeBranches(children: ArrayLike<number>, backoffs: Uint8Array): Branches {
  const own = backoffs.filter((_, ngram) => children[ngram] !== 0);
  const { words, ends, blocks } = sizesOf(children.length, own.length);
  const bits = new Uint32Array(words);
  const ranks = new Uint32Array(words);
  const offsets = new Uint16Array(ends);
  const bases = new Uint32Array(blocks);
  let branch = 0;
  let at = 0;
  const place = () => {
    if (branch % (1 << BLOCK) === 0) bases[branch >> BLOCK] = at;
    offsets[branch] = at - (bases[branch >> BLOCK] as number);
  };
  for (let ngram = 0; ngram < children.length; ngram++) {
    if (ngram % (1 << WORD) === 0) ranks[ngram >> WORD] = branch;
    if (children[ngram] === 0) continue;
    bits[ngram >> WORD] = (bits[ngram >> WORD] as number) | (1 << (ngram & ((1 << WORD) - 1)));
    place();
    branch++;
    at += children[ngram] as number;
  }
  place();
  return { bits, ranks, backoffs: own, offsets, bases };
}
