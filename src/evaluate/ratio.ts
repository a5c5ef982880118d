/** How much of two texts is the same: the ratio of Ratcliff and Obershelp, as Python's difflib gives it. */

/** Twice the letters that match, in order, by all letters of both; 1 for two empty texts. */
export function similarity(first: string, second: string): number {
  const [a, b] = [[...first], [...second]];
  return a.length + b.length === 0 ? 1 : (2 * matches(a, b)) / (a.length + b.length);
}

/** The longest run that both have, and what matches on either side of it. */
function matches(a: readonly string[], b: readonly string[]): number {
  let best = { length: 0, inA: 0, inB: 0 };
  let before = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const runs = new Uint32Array(b.length + 1);
    for (let j = 0; j < b.length; j++) {
      if (a[i] !== b[j]) continue;
      const length = (before[j] as number) + 1;
      runs[j + 1] = length;
      // Of runs of one length the first in a, and there the first in b.
      if (length > best.length) best = { length, inA: i + 1 - length, inB: j + 1 - length };
    }
    before = runs;
  }
  const { length, inA, inB } = best;
  if (length === 0) return 0;
  return (
    length + matches(a.slice(0, inA), b.slice(0, inB)) + matches(a.slice(inA + length), b.slice(inB + length))
  );
}
