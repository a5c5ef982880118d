/**
 * The inner loops of the models, in AssemblyScript: TypeScript with the types of WebAssembly. `npm run kernel` compiles it. V8
 * runs it fast from the first call on, where JavaScript is interpreted for as long as a page takes.
 *
 * All addresses are bytes of the memory that the host makes. It holds the file of a model, and for each thread a workplace,
 * where the host writes arguments and reads results, by `PLACES` of `../places.ts`.
 */

/** Costs are in sixteenths of a nat; back-off weights are stored from +2 nats down. */
const BACKOFF_TOP: i32 = 32;
/** The paragraph sign ¶. */
const PARAGRAPH: i32 = 1;
/** Length of a vector of the encoders. */
const SIZE: i32 = 48;
/** Symbols of the alphabet, and vectors that pairs of symbols share. */
const SYMBOLS: i32 = 4096;
const BUCKETS: i32 = 1 << 14;

/** Where the workplace of this instance begins: instances of several threads share one memory. */
let base: usize = 0;

export function workAt(address: usize): void {
  base = address;
}

// What the host writes and reads, from there on.
/** For each order of the trie eight addresses: see `LEVEL`. */
const LEVELS: usize = 0;
/** Two contexts of a tail: right behind it, and behind it and a ¶. For each length the branch that it is, or -1. */
const STATE: usize = 256;
const CLOSED: usize = 288;
const SYMBOL: usize = 320;
/** What each symbol of a head costs behind those before it alone, and behind a ¶ and those: 32-bit costs of `REACH` symbols each. */
const ALONE: usize = 448;
const ALONE_CLOSED: usize = 480;
const COSTS: usize = 512;
/** A vector, another that the host may multiply it with, at 1280, and products. */
const LEFT: usize = 1024;
const PRODUCTS: usize = 2048;

// For this side alone.
const SUMS: usize = 1536;
const PAIR_SUMS: usize = 1792;

/** Bytes of a context, of what is known of a level, and of one address. */
const CONTEXT: usize = 32;
const LEVEL: usize = 32;

function symbolsOf(level: usize): usize {
  return load<u32>(level);
}
function costsOf(level: usize): usize {
  return load<u32>(level, 4);
}
/** 0 in the highest order, which has no branches. */
function bitsOf(level: usize): usize {
  return load<u32>(level, 8);
}
function ranksOf(level: usize): usize {
  return load<u32>(level, 12);
}
function backoffsOf(level: usize): usize {
  return load<u32>(level, 16);
}
function offsetsOf(level: usize): usize {
  return load<u32>(level, 20);
}
function basesOf(level: usize): usize {
  return load<u32>(level, 24);
}

/** The branch that an n-gram is, or -1 where it has no children: see `../../branches.ts`. */
function branchOf(level: usize, ngram: i32): i32 {
  const at: usize = (<usize>(ngram >> 5)) << 2;
  const word = load<u32>(bitsOf(level) + at);
  const bit: u32 = 1 << (ngram & 31);
  if ((word & bit) === 0) return -1;
  return load<i32>(ranksOf(level) + at) + popcnt<i32>(word & (bit - 1));
}

/** Where the children of a branch begin. */
function firstChild(level: usize, branch: i32): i32 {
  return (
    load<i32>(basesOf(level) + ((<usize>(branch >> 4)) << 2)) +
    <i32>load<u16>(offsetsOf(level) + ((<usize>branch) << 1))
  );
}

/** The child of a branch by its symbol, or -1; `parents` is the level below the one that `symbols` are of. */
function childOf(parents: usize, branch: i32, symbols: usize, symbol: i32): i32 {
  let low = firstChild(parents, branch);
  let high = firstChild(parents, branch + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    const here = <i32>load<u16>(symbols + ((<usize>middle) << 1));
    if (here === symbol) return middle;
    if (here < symbol) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** Reads one symbol after a context, which becomes that of the next. Gives its cost. */
function read(state: usize, orders: i32, symbol: i32): i32 {
  let cost: i32 = 0;
  let found = false;
  for (let length = orders - 1; length >= 0; length--) {
    const level: usize = base + LEVELS + <usize>length * LEVEL;
    const parents: usize = level - LEVEL;
    const branch = load<i32>(state + ((<usize>length) << 2));
    const child =
      length === 0 ? symbol : branch < 0 ? -1 : childOf(parents, branch, symbolsOf(level), symbol);
    if (bitsOf(level) !== 0)
      store<i32>(state + ((<usize>length) << 2), child < 0 ? -1 : branchOf(level, child), 4);
    if (found) continue;
    if (child >= 0) {
      cost += <i32>load<u8>(costsOf(level) + <usize>child);
      found = true;
    } else if (length > 0 && branch >= 0) {
      cost += <i32>load<u8>(backoffsOf(parents) + <usize>branch) - BACKOFF_TOP;
    }
  }
  return cost;
}

/**
 * Reads symbols of a head behind a tail. Contexts that lie inside the head are the same behind any tail: only those that
 * reach into the tail are looked up, and where none of them knows the symbol it costs what it does without the tail.
 *
 * @param alone what each symbol costs without it
 * @param inside symbols of a context of the first one that are none of the tail
 */
function readBehind(state: usize, orders: i32, alone: usize, inside: i32, from: i32, to: i32): i32 {
  let cost: i32 = 0;
  for (let i = from; i < to; i++) {
    const symbol = <i32>load<u16>(base + SYMBOL + ((<usize>i) << 1));
    let found = false;
    for (let length = orders - 1; length > i + inside; length--) {
      const branch = load<i32>(state + ((<usize>length) << 2));
      const level: usize = base + LEVELS + <usize>length * LEVEL;
      const child = branch < 0 ? -1 : childOf(level - LEVEL, branch, symbolsOf(level), symbol);
      if (bitsOf(level) !== 0)
        store<i32>(state + ((<usize>length) << 2), child < 0 ? -1 : branchOf(level, child), 4);
      if (found || branch < 0) continue;
      if (child >= 0) {
        cost += <i32>load<u8>(costsOf(level) + <usize>child);
        found = true;
      } else cost += <i32>load<u8>(backoffsOf(level - LEVEL) + <usize>branch) - BACKOFF_TOP;
    }
    if (!found) cost += load<i32>(alone + ((<usize>i) << 2));
  }
  return cost;
}

function readFrom(state: usize, orders: i32, from: i32, to: i32): i32 {
  let cost: i32 = 0;
  for (let i = from; i < to; i++)
    cost += read(state, orders, <i32>load<u16>(base + SYMBOL + ((<usize>i) << 1)));
  return cost;
}

/** Reads symbols with nothing before them. Gives the cost of those from one index on. */
export function readFresh(orders: i32, from: i32, count: i32): i32 {
  memory.fill(base + STATE, 0xff, CONTEXT);
  readFrom(base + STATE, orders, 0, from);
  return readFrom(base + STATE, orders, from, count);
}

/** Reads a tail: leaves its two contexts, and gives the cost of a ¶ behind it. */
export function readTail(orders: i32, count: i32): i32 {
  readFresh(orders, count, count);
  memory.copy(base + CLOSED, base + STATE, CONTEXT);
  return read(base + CLOSED, orders, PARAGRAPH);
}

/** Leaves what each symbol of a head costs behind `state`. */
function readAlone(state: usize, orders: i32, count: i32, costs: usize): void {
  for (let i = 0; i < count; i++) store<i32>(costs + ((<usize>i) << 2), readFrom(state, orders, i, i + 1));
}

/** Reads a head with nothing before it, and with a ¶: leaves what each of its symbols costs. */
export function readHead(orders: i32, count: i32): void {
  memory.fill(base + STATE, 0xff, CONTEXT);
  readAlone(base + STATE, orders, count, base + ALONE);
  memory.fill(base + CLOSED, 0xff, CONTEXT);
  read(base + CLOSED, orders, PARAGRAPH);
  readAlone(base + CLOSED, orders, count, base + ALONE_CLOSED);
}

/** Reads a head behind both contexts of a tail: leaves the costs of its first symbol and of the rest, and of all behind ¶. */
export function readSeam(orders: i32, count: i32): void {
  store<i32>(base + COSTS, readBehind(base + STATE, orders, base + ALONE, 0, 0, 1));
  store<i32>(base + COSTS, readBehind(base + STATE, orders, base + ALONE, 0, 1, count), 4);
  store<i32>(base + COSTS, readBehind(base + CLOSED, orders, base + ALONE_CLOSED, 1, 0, count), 8);
}

function add(sums: usize, row: usize): void {
  for (let i: usize = 0; i < <usize>SIZE; i++) {
    const at = sums + (i << 2);
    store<i32>(at, load<i32>(at) + <i32>load<i8>(row + i));
  }
}

/**
 * The vector of symbols, the nearest to the cut first, into `LEFT`.
 *
 * @param near address of the vectors by distance and symbol
 * @param pairs address of those by bucket
 * @param nearest how many symbols are told by their distance
 * @param nearUnit what one of the bytes of `near` stands for
 * @param pairUnit the same of `pairs`
 */
export function encode(
  near: usize,
  pairs: usize,
  bias: usize,
  dense: usize,
  count: i32,
  nearest: i32,
  nearUnit: f64,
  pairUnit: f64,
): void {
  memory.fill(base + SUMS, 0, <usize>SIZE * 4);
  memory.fill(base + PAIR_SUMS, 0, <usize>SIZE * 4);
  let before: i32 = 0;
  for (let k: i32 = 0; k < count; k++) {
    const symbol = <i32>load<u16>(base + SYMBOL + ((<usize>k) << 1));
    if (k < nearest) add(base + SUMS, near + <usize>((k * SYMBOLS + symbol) * SIZE));
    if (k > 0) add(base + PAIR_SUMS, pairs + <usize>(((before * 4093 + symbol * 31) & (BUCKETS - 1)) * SIZE));
    before = symbol;
  }
  for (let i: usize = 0; i < <usize>SIZE; i++) {
    const at = i << 2;
    const sum = <f32>(
      (nearUnit * <f64>load<i32>(base + SUMS + at) + pairUnit * <f64>load<i32>(base + PAIR_SUMS + at))
    );
    store<f32>(base + SUMS + at, sum);
    store<f32>(base + LEFT + at, <f32>(<f64>sum + <f64>load<f32>(bias + at)));
  }
  for (let j: usize = 0; j < <usize>SIZE; j++) {
    const bent = <f64>load<f32>(base + SUMS + (j << 2));
    if (bent <= 0) continue;
    const row = dense + j * <usize>SIZE * 4;
    for (let i: usize = 0; i < <usize>SIZE; i++) {
      const at = i << 2;
      store<f32>(base + LEFT + at, <f32>(<f64>load<f32>(base + LEFT + at) + bent * <f64>load<f32>(row + at)));
    }
  }
}

/** The products of `LEFT` and vectors that lie one behind the other. */
export function multiply(vectors: usize, count: i32): void {
  for (let n: usize = 0; n < <usize>count; n++) {
    const vector = vectors + n * <usize>SIZE * 4;
    let sum: f64 = 0;
    for (let i: usize = 0; i < <usize>SIZE; i++)
      sum += <f64>load<f32>(base + LEFT + (i << 2)) * <f64>load<f32>(vector + (i << 2));
    store<f64>(base + PRODUCTS + (n << 3), sum);
  }
}
