/**
 * The inner loops of the models, in AssemblyScript: TypeScript with the types of WebAssembly. `npm run kernel` compiles it. V8
 * runs it fast from the first call on, where JavaScript is interpreted for as long as a page takes.
 *
 * The memory that the host makes holds the file of a model, and for each thread a workplace, where the host writes arguments and
 * reads results.
 */

import { ALONE, ALONE_CLOSED, base, CLOSED, COSTS, LEVELS, STATE, SYMBOL } from "./workplace";

export { project, readAcross } from "./cross";
export { encode, multiply } from "./encoder";
export { workAt } from "./workplace";

/** Costs are in sixteenths of a nat; back-off weights are stored from +2 nats down. */
const BACKOFF_TOP: i32 = 32;
/** The paragraph sign ¶. */
const PARAGRAPH: i32 = 1;

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

/** What a symbol is behind a context of a length: an n-gram of the next order, or -1. */
function childIn(state: usize, length: i32, symbol: i32): i32 {
  if (length === 0) return symbol;
  const branch = load<i32>(state + ((<usize>length) << 2));
  const level: usize = base + LEVELS + <usize>length * LEVEL;
  return branch < 0 ? -1 : childOf(level - LEVEL, branch, symbolsOf(level), symbol);
}

/** Makes the next longer context of an n-gram. */
function lengthen(state: usize, length: i32, child: i32): void {
  const level: usize = base + LEVELS + <usize>length * LEVEL;
  store<i32>(state + ((<usize>length) << 2), child < 0 ? -1 : branchOf(level, child), 4);
}

/** Reads one symbol after a context, which becomes that of the next. Gives its cost. */
function read(state: usize, orders: i32, symbol: i32): i32 {
  let cost: i32 = 0;
  let found = false;
  for (let length = orders - 1; length >= 0; length--) {
    const level: usize = base + LEVELS + <usize>length * LEVEL;
    const branch = load<i32>(state + ((<usize>length) << 2));
    const child = childIn(state, length, symbol);
    if (bitsOf(level) !== 0) lengthen(state, length, child);
    if (found) continue;
    if (child >= 0) {
      cost += <i32>load<u8>(costsOf(level) + <usize>child);
      found = true;
    } else if (length > 0 && branch >= 0) {
      cost += <i32>load<u8>(backoffsOf(level - LEVEL) + <usize>branch) - BACKOFF_TOP;
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
      const child = childIn(state, length, symbol);
      if (bitsOf(level) !== 0) lengthen(state, length, child);
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

/** Reads symbols with nothing before them. Gives their cost. */
export function readFresh(orders: i32, count: i32): i32 {
  memory.fill(base + STATE, 0xff, CONTEXT);
  return readFrom(base + STATE, orders, 0, count);
}

/** Reads a tail: leaves its two contexts, and gives the cost of a ¶ behind it. No context reaches further back than the orders. */
export function readTail(orders: i32, count: i32): i32 {
  memory.fill(base + STATE, 0xff, CONTEXT);
  const first = max(0, count - orders + 1);
  for (let i = first; i < count; i++) {
    const symbol = <i32>load<u16>(base + SYMBOL + ((<usize>i) << 1));
    for (let length = min(i - first, orders - 2); length >= 0; length--)
      lengthen(base + STATE, length, childIn(base + STATE, length, symbol));
  }
  memory.copy(base + CLOSED, base + STATE, CONTEXT);
  return read(base + CLOSED, orders, PARAGRAPH);
}

/**
 * Reads a head with nothing before it, and with a ¶: leaves what each of its symbols costs. The two differ by one context for
 * each symbol, that which reaches to the ¶.
 */
export function readHead(orders: i32, count: i32): i32 {
  memory.fill(base + STATE, 0xff, CONTEXT);
  let all: i32 = 0;
  let closed = orders > 1 ? branchOf(base + LEVELS, PARAGRAPH) : -1;
  for (let i = 0; i < count; i++) {
    const symbol = <i32>load<u16>(base + SYMBOL + ((<usize>i) << 1));
    const alone = read(base + STATE, orders, symbol);
    store<i32>(base + ALONE + ((<usize>i) << 2), alone);
    let cost = alone;
    if (closed >= 0) {
      const level: usize = base + LEVELS + <usize>(i + 1) * LEVEL;
      const child = childOf(level - LEVEL, closed, symbolsOf(level), symbol);
      cost =
        child >= 0
          ? <i32>load<u8>(costsOf(level) + <usize>child)
          : alone + <i32>load<u8>(backoffsOf(level - LEVEL) + <usize>closed) - BACKOFF_TOP;
      closed = child >= 0 && bitsOf(level) !== 0 ? branchOf(level, child) : -1;
    }
    store<i32>(base + ALONE_CLOSED + ((<usize>i) << 2), cost);
    all += alone;
  }
  return all;
}

/** Reads a head behind both contexts of a tail: leaves the costs of its first symbol and of the rest, and of all behind ¶. */
export function readSeam(orders: i32, count: i32): void {
  store<i32>(base + COSTS, readBehind(base + STATE, orders, base + ALONE, 0, 0, 1));
  store<i32>(base + COSTS, readBehind(base + STATE, orders, base + ALONE, 0, 1, count), 4);
  store<i32>(base + COSTS, readBehind(base + CLOSED, orders, base + ALONE_CLOSED, 1, 0, count), 8);
}
