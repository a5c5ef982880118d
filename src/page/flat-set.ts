/** A set of pairs of numbers, laid out flat: see `flat-map.ts`. */
export interface FlatSet {
  readonly add: (first: number, second: number) => void;
  readonly has: (first: number, second: number) => boolean;
}

/** Multiplied with these, numbers that lie side by side are spread over all bits. */
const [SPREAD, SPREAD_TOO] = [0x9e3779b1, 0x85ebca6b] as const;
/** Members that there is room for at first: those of a usual page. */
const ROOM = 8192;

/**
 * @param most members, for its first size. Of a member the first is a 32-bit integer other than 0, and the second has 16 bits.
 */
export function flatSet(most: number): FlatSet {
  let bits = 33 - Math.clz32(Math.max(8, Math.min(most, ROOM)));
  let firsts = new Int32Array(1 << bits);
  let seconds = new Uint16Array(1 << bits);
  let size = 0;

  /** Where a member is, or would be. */
  function placeOf(first: number, second: number): number {
    let at = (Math.imul(first, SPREAD) ^ Math.imul(second, SPREAD_TOO)) >>> (32 - bits);
    while (firsts[at] !== 0 && (firsts[at] !== first || seconds[at] !== second))
      at = (at + 1) & (firsts.length - 1);
    return at;
  }

  function grow(): void {
    const [oldFirsts, oldSeconds] = [firsts, seconds];
    bits++;
    firsts = new Int32Array(1 << bits);
    seconds = new Uint16Array(1 << bits);
    for (let i = 0; i < oldFirsts.length; i++) {
      if (oldFirsts[i] === 0) continue;
      const at = placeOf(oldFirsts[i] as number, oldSeconds[i] as number);
      firsts[at] = oldFirsts[i] as number;
      seconds[at] = oldSeconds[i] as number;
    }
  }

  return {
    add: (first, second) => {
      const at = placeOf(first, second);
      if (firsts[at] !== 0) return;
      firsts[at] = first;
      seconds[at] = second;
      if (2 * ++size > firsts.length) grow();
    },
    has: (first, second) => firsts[placeOf(first, second)] !== 0,
  };
}
