/**
 * The reading order that a file states: references to regions, in groups, in groups. PAGE gives each its index; in ALTO, from 4.3 on,
 * they stand in their order, and groups beside the first one are other orders of the same page.
 */
import { number } from "./numbers.ts";

export interface StatedOrder {
  /** Whether the element is part of a reading order, and has been taken down. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => boolean;
  readonly close: (name: string) => void;
  /**
   * When a region is read; null where the file does not say.
   *
   * @param ids of the regions it is in and of its own: what is not named is read with what it is in
   */
  readonly rankOf: (ids: readonly string[]) => number | null;
}

interface Group {
  /** Among those beside it. */
  readonly index: number;
  readonly isOrdered: boolean;
  /** How many stand in it so far. */
  count: number;
}

export function statedOrder(): StatedOrder {
  /** Groups that are open, outermost first. */
  const open: Group[] = [];
  const places = new Map<string, readonly number[]>();
  let ranks: ReadonlyMap<string, number> | null = null;
  return {
    open: (name, { index, regionRef, REF }) => {
      const isGroup = GROUP.test(name);
      if (!isGroup && !REFERENCE.test(name)) return false;
      const outer = open.at(-1);
      // In a group without an order all have the same place, and the page tells.
      const own = index === undefined ? (outer?.isOrdered ? outer.count : 0) : number(index) || 0;
      if (outer) outer.count++;
      const refs = (regionRef ?? REF ?? "").split(" ").filter((ref) => ref !== "" && !places.has(ref));
      if (refs.length > 0) {
        const place = [...open.map((group) => group.index), own];
        for (const ref of refs) places.set(ref, place);
      }
      if (isGroup) open.push({ index: own, isOrdered: name.startsWith("Ordered"), count: 0 });
      ranks = null;
      return true;
    },
    close: (name) => {
      if (open.length > 0 && GROUP.test(name)) open.pop();
    },
    rankOf: (ids) => {
      ranks ??= ranked(places);
      const named = ids.findLast((id) => ranks?.has(id));
      return named === undefined ? null : (ranks.get(named) as number);
    },
  };
}

const GROUP = /^(?:Uno|O)rderedGroup(?:Indexed)?$/;
const REFERENCE = /^(?:RegionRef(?:Indexed)?|ElementRef)$/;

function ranked(places: ReadonlyMap<string, readonly number[]>): Map<string, number> {
  const sorted = [...places].sort(([, a], [, b]) => compare(a, b));
  const ranks = new Map<string, number>();
  sorted.forEach(([region, place], i) => {
    const before = sorted[i - 1];
    const same = before && compare(before[1], place) === 0;
    ranks.set(region, same ? (ranks.get(before[0]) as number) : i);
  });
  return ranks;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((index, i) => index !== b[i]);
  return at < 0 ? a.length - b.length : (a[at] as number) - (b[at] ?? Number.NEGATIVE_INFINITY);
}
