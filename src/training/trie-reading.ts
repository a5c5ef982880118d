/** Reading a trie symbol by symbol, as it grows: what the kernel does with one that is finished, in so many words. */
import { type Branches, branchOf, firstChild } from "../model/branches.ts";
import { BACKOFF_TOP, type Level, QUANTUM, type Trie } from "../model/trie.ts";

/** The contexts that a text is read in: for each length, the branch that the last symbols are, or -1. */
export type State = Int32Array;

export function freshState(model: Pick<Trie, "levels">): State {
  return new Int32Array(model.levels.length).fill(-1);
}

/**
 * Reads one symbol.
 *
 * @param state the context; becomes the context of the next symbol
 * @returns log-probability of the symbol in its context, in nats
 */
export function read(model: Pick<Trie, "levels">, state: State, symbol: number): number {
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
