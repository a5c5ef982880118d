import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { flatMap } from "../../src/page/flat-map.ts";
import { flatTables } from "../../src/page/flat-tables.ts";

const GROUPS = 3;
const counted = fc.array(fc.tuple(fc.nat(GROUPS - 1), fc.oneof(fc.nat(9), fc.nat(0x7ffffffe))));

test("tables count in each group what maps would count", () => {
  fc.assert(
    fc.property(counted, fc.boolean(), (all, few) => {
      const [keys, below] = few ? [all.filter(([, key]) => key < 10), 10] : [all, 0x80000000];
      const most = Array.from({ length: GROUPS }, (_, group) => keys.filter(([own]) => own === group).length);
      const tables = flatTables(most, below);
      const maps = most.map(() => new Map<number, number>());
      for (const [group, key] of keys) {
        const before = maps[group]?.get(key) ?? 0;
        expect(tables.count(group, key)).toBe(before);
        maps[group]?.set(key, before + 1);
      }
      for (const [, key] of keys)
        maps.forEach((map, group) => {
          expect(tables.get(group, key)).toBe(map.get(key) ?? 0);
        });
    }),
  );
});

test("a group that counts nothing has nothing", () => {
  expect(flatTables([0, 2], 8).get(0, 7)).toBe(0);
});

test("a map counts what a map would count", () => {
  fc.assert(
    fc.property(counted, fc.boolean(), (all, few) => {
      const [keys, below] = few ? [all.filter(([, key]) => key < 10), 10] : [all, 0x80000000];
      const map = new Map<number, number>();
      const flat = flatMap(2, below);
      for (const [, key] of keys) {
        flat.count(key);
        map.set(key, (map.get(key) ?? 0) + 1);
      }
      for (const [, key] of keys) expect(flat.get(key)).toBe(map.get(key));
    }),
  );
});
