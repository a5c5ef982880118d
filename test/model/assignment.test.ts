import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { bestAssignment, type Edge } from "../../src/model/assignment.ts";

const edges = (...list: [from: number, to: number, weight: number][]): Edge[] =>
  list.map(([from, to, weight]) => ({ from, to, weight }));
const total = (list: readonly Edge[]) => list.reduce((sum, { weight }) => sum + weight, 0);

test("the better head goes to the tail that loses more without it", () => {
  // Tail 0 would take head 0 first; tail 1 has nothing else.
  const [a, b, c] = edges([0, 0, 5], [0, 1, 4], [1, 0, 3]);
  expect(bestAssignment([a, b, c] as Edge[])).toEqual([b, c]);
});

test("a tail may end up with nobody", () => {
  expect(bestAssignment(edges([0, 0, 2], [1, 0, 5]))).toEqual(edges([1, 0, 5]));
});

test("nothing is taken that weighs nothing or less", () => {
  expect(bestAssignment(edges([0, 0, 0], [1, 1, -1]))).toEqual([]);
  expect(bestAssignment([])).toEqual([]);
});

test("edges keep what they carry", () => {
  const edge = { from: 0, to: 0, weight: 1, name: "江|楠" };
  expect(bestAssignment([edge])[0]).toBe(edge);
});

const anyEdges = fc.uniqueArray(
  fc.record({ from: fc.nat(4), to: fc.nat(4), weight: fc.integer({ min: -3, max: 9 }) }),
  { maxLength: 9, selector: ({ from, to }) => `${from}-${to}` },
);

test("as good as the best of all pairings", () => {
  fc.assert(
    fc.property(anyEdges, (all) => {
      const taken = bestAssignment(all);
      expect(isPairing(taken)).toBe(true);
      expect(taken.every((edge) => all.includes(edge))).toBe(true);
      expect(total(taken)).toBe(Math.max(...subsets(all).filter(isPairing).map(total)));
    }),
    { numRuns: 300 },
  );
});

function isPairing(list: readonly Edge[]): boolean {
  const sides = list.flatMap(({ from, to }) => [`t${from}`, `h${to}`]);
  return new Set(sides).size === sides.length;
}

function subsets<T>([first, ...rest]: readonly T[]): T[][] {
  if (first === undefined) return [[]];
  const without = subsets(rest);
  return [...without, ...without.map((some) => [first, ...some])];
}
