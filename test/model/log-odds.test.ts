import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { evidenceList, logOdds, probability } from "../../src/model/log-odds.ts";

test("terms that say nothing are left out; the strongest comes first, for or against", () => {
  expect(
    evidenceList({ bias: -0.5, tailPauses: 4, tailStops: false, wordAcross: undefined, orphan: -6, pair: 0 }),
  ).toEqual([
    { name: "orphan", weight: -6 },
    { name: "tailPauses", weight: 4 },
    { name: "bias", weight: -0.5 },
  ]);
});

test("the sum of the terms is what was decided", () => {
  expect(logOdds(evidenceList({ bias: -0.5, tailPauses: 4, orphan: -6 }))).toBe(-2.5);
  expect(logOdds([])).toBe(0);
});

test.each([
  [0, 0.5],
  [1, 0.731],
  [-1, 0.269],
  [1.0986, 0.75],
  [40, 1],
  [-40, 0],
  [Number.POSITIVE_INFINITY, 1],
  [Number.NEGATIVE_INFINITY, 0],
])("%d nats are a probability of %d", (nats, expected) => {
  expect(probability(nats)).toBe(expected);
});

test("for and against are mirror images", () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (nats) => {
      expect(probability(nats) + probability(-nats)).toBeCloseTo(1, 2);
    }),
  );
});
