/** Shingles: runs of so many characters, by which texts are found again in texts. */

/** Where a shingle stands: in which text, from which character on. */
export type Place = readonly [text: number, at: number];

/** The shingles that stand once in all texts together, in the order in which they stand. */
export function uniqueShingles(texts: readonly string[], length: number): Map<string, Place> {
  const where = new Map<string, Place | null>();
  texts.forEach((text, n) => {
    const characters = [...text];
    for (let at = 0; at + length <= characters.length; at++) {
      const shingle = characters.slice(at, at + length).join("");
      where.set(shingle, where.has(shingle) ? null : [n, at]);
    }
  });
  for (const [shingle, place] of where) if (place === null) where.delete(shingle);
  return where as Map<string, Place>;
}

/** Share of the values that a longest rising row of them holds; 1 for none. */
export function risingShare(values: readonly number[]): number {
  const ends: number[] = [];
  for (const value of values) {
    const at = ends.findIndex((end) => end >= value);
    ends[at < 0 ? ends.length : at] = value;
  }
  return values.length === 0 ? 1 : ends.length / values.length;
}

/** How often each thing was counted. */
export class Counts<Key> extends Map<Key, number> {
  add(key: Key, by = 1): void {
    this.set(key, (this.get(key) ?? 0) + by);
  }
}
