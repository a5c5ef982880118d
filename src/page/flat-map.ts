/**
 * How often whole numbers are counted, laid out flat. A `Map` takes several times as long and keeps an entry for each, which a page
 * feels that counts every pair of its characters.
 */
export interface FlatMap {
  /** 0 where the key was never counted. */
  readonly get: (key: number) => number;
  /** Adds one. */
  readonly count: (key: number) => void;
}

/** Multiplied with this, keys that lie side by side are spread over all bits: Knuth's multiplicative hashing. */
const SPREAD = 0x9e3779b1;

/** Keys that a new map has room for at most: those of a usual page. One of megabytes has far fewer than it has characters. */
const ROOM = 4096;

/** Where all keys are below this, each has a place of its own. */
const FEW = 8192;

/**
 * An empty one.
 *
 * @param expected keys, for its first size; keys are safe integers from 0 on, and values 32-bit
 * @param below all keys are below this
 */
export function flatMap(expected: number, below: number): FlatMap {
  return below <= FEW ? mapOfAll(below) : sparseMap(expected);
}

function mapOfAll(keys: number): FlatMap {
  const values = new Int32Array(keys);
  return {
    get: (key) => values[key] as number,
    count: (key) => {
      values[key] = (values[key] as number) + 1;
    },
  };
}

/** Open addressing, at most half full. */
function sparseMap(expected: number): FlatMap {
  let bits = 32 - Math.clz32(2 * Math.max(8, Math.min(expected, ROOM)) - 1);
  /** Each key and one, for 0 is an empty place. */
  let keys = new Float64Array(1 << bits);
  let values = new Int32Array(1 << bits);
  let size = 0;

  /** Where a key is, or would be. */
  function placeOf(key: number): number {
    const mask = keys.length - 1;
    let at = Math.imul((key | 0) ^ Math.floor(key / 0x100000000), SPREAD) >>> (32 - bits);
    while (keys[at] !== key + 1 && keys[at] !== 0) at = (at + 1) & mask;
    return at;
  }

  /** The same, once the key is there. */
  function placed(key: number): number {
    const at = placeOf(key);
    if (keys[at] !== 0) return at;
    keys[at] = key + 1;
    size++;
    if (2 * size <= keys.length) return at;
    grow();
    return placeOf(key);
  }

  function grow(): void {
    const [oldKeys, oldValues] = [keys, values];
    bits++;
    keys = new Float64Array(1 << bits);
    values = new Int32Array(1 << bits);
    for (let i = 0; i < oldKeys.length; i++) {
      const key = oldKeys[i] as number;
      if (key === 0) continue;
      const at = placeOf(key - 1);
      keys[at] = key;
      values[at] = oldValues[i] as number;
    }
  }

  return {
    get: (key) => values[placeOf(key)] as number,
    count: (key) => {
      const at = placed(key);
      values[at] = (values[at] as number) + 1;
    },
  };
}
