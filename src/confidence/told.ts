/** What the stages have said, by the places of the page: blocks have been cut and joined since. */
import type { Role, Sureness } from "../page/types.ts";

/** What the stages have said of a block, one that came of it since, or one that it was part of. */
export interface Told {
  /** Null where no stage has said anything. */
  readonly taken: Role | null;
  readonly probability: number;
  readonly opens: number;
  readonly elsewhere: number;
  readonly moved: boolean;
}

/** For any offset of a page the block that the stages saw there. */
export function toldBy(sureness: readonly Sureness[]): (offset: number) => Told {
  const roles = sureness.filter(({ role }) => role).sort((a, b) => a.block - b.block);
  const moves = new Map(sureness.flatMap((it) => (it.elsewhere === undefined ? [] : [[it.block, it]])));
  return (offset) => {
    let [low, high] = [0, roles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((roles[middle] as Sureness).block <= offset) low = middle + 1;
      else high = middle;
    }
    const own = roles[low - 1];
    const move = moves.get(offset);
    return {
      taken: own?.role?.taken ?? null,
      probability: own?.role?.probability ?? 0.5,
      opens: own?.opens ?? 0,
      elsewhere: move?.elsewhere ?? 0,
      moved: move?.moved ?? false,
    };
  };
}
