/** The reading order that a PAGE file states: groups of references to regions, in groups, each with its index. */
import { number } from "./xml.ts";

export interface StatedOrder {
  /** Whether the element is part of a reading order, and has been taken down. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => boolean;
  readonly close: (name: string) => void;
  /** When a region is read; null where the file does not say. */
  readonly rankOf: (region: string | undefined) => number | null;
}

export function statedOrder(): StatedOrder {
  /** Indices of the groups that are open, outermost first. */
  const path: number[] = [];
  const places = new Map<string, readonly number[]>();
  let ranks: ReadonlyMap<string, number> | null = null;
  return {
    open: (name, { index, regionRef }) => {
      const isGroup = GROUP.test(name);
      if (!isGroup && !name.startsWith("RegionRef")) return false;
      // In a group without an order all have the same place, and the page tells.
      const own = number(index) || 0;
      if (regionRef !== undefined) places.set(regionRef, [...path, own]);
      if (isGroup) path.push(own);
      ranks = null;
      return true;
    },
    close: (name) => {
      if (GROUP.test(name)) path.pop();
    },
    rankOf: (region) => {
      ranks ??= ranked(places);
      return (region === undefined ? undefined : ranks.get(region)) ?? null;
    },
  };
}

const GROUP = /^(?:Uno|O)rderedGroup(?:Indexed)?$/;

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
