/**
 * How often whole numbers are counted in each of many groups, a table for each group and the tables one behind the other. What is asked
 * of a few groups at a time then stays in the cache, where one table of all groups, of megabytes on a large page, leaves it at
 * every look.
 */
export interface FlatTables {
  /** 0 where the key was never counted in the group. */
  readonly get: (group: number, key: number) => number;
  /** Adds one. Gives how often it was counted before. */
  readonly count: (group: number, key: number) => number;
}

/** Multiplied with this, keys that lie side by side are spread over all bits: Knuth's multiplicative hashing. */
const SPREAD = 0x9e3779b1;

/** Where groups and keys are this few together, each key has a place of its own in each group. */
const FEW = 16_384;

/**
 * Empty ones.
 *
 * @param most how many keys each group counts at most; keys are 31-bit
 * @param below all keys are below this
 */
export function flatTables(most: ArrayLike<number>, below: number): FlatTables {
  return most.length * below <= FEW ? tablesOfAll(most.length, below) : sparseTables(most);
}

function tablesOfAll(groups: number, keys: number): FlatTables {
  const counts = new Int32Array(groups * keys);
  return {
    get: (group, key) => counts[group * keys + key] as number,
    count: (group, key) => {
      const place = group * keys + key;
      const before = counts[place] as number;
      counts[place] = before + 1;
      return before;
    },
  };
}

/** Open addressing, at most half full. */
function sparseTables(most: ArrayLike<number>): FlatTables {
  const bits = Uint8Array.from(most, (keys) => 32 - Math.clz32(2 * Math.max(2, keys) - 1));
  const starts = new Float64Array(bits.length);
  let size = 0;
  for (let group = 0; group < bits.length; group++) {
    starts[group] = size;
    size += 1 << (bits[group] as number);
  }
  /** By turns each key and one, for 0 is an empty place, and how often it was counted. */
  const places = new Int32Array(2 * size);

  /** Where a key of a group is, or would be. */
  function placeOf(group: number, key: number): number {
    const mask = (1 << (bits[group] as number)) - 1;
    const start = starts[group] as number;
    let at = Math.imul(key, SPREAD) >>> (32 - (bits[group] as number));
    for (;;) {
      const place = 2 * (start + at);
      if (places[place] === key + 1 || places[place] === 0) return place;
      at = (at + 1) & mask;
    }
  }

  return {
    get: (group, key) => places[placeOf(group, key) + 1] as number,
    count: (group, key) => {
      const place = placeOf(group, key);
      const before = places[place + 1] as number;
      places[place] = key + 1;
      places[place + 1] = before + 1;
      return before;
    },
  };
}
