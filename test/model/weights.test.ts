/** Decisions as sums: what is seen, times what it weighs. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { clamp, logOdds, probability, weigh } from "../../src/model/weights.ts";

const WEIGHTS = { bias: -0.5, tailEndsNot: 0.3, stub: -6, unseen: 3 };

test("the terms of a decision are features times weights, strongest first; what says nothing is left out", () => {
  expect(weigh({ bias: 1, tailEndsNot: 10, stub: 1, pair: 1, unseen: 0 }, WEIGHTS)).toEqual([
    { name: "stub", weight: -6 },
    { name: "tailEndsNot", weight: 3 },
    { name: "bias", weight: -0.5 },
  ]);
});

test("the sum of the terms is the log-odds", () => {
  const features = { bias: 1, tailEndsNot: 10, stub: 1 };
  expect(logOdds(features, WEIGHTS)).toBe(-3.5);
  expect(weigh(features, WEIGHTS).reduce((sum, { weight }) => sum + weight, 0)).toBe(-3.5);
  expect(logOdds({}, WEIGHTS)).toBe(0);
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

test("a feature is held to its range", () => {
  expect([clamp(-7, -5, 0), clamp(-3, -5, 0), clamp(2, -5, 0)]).toEqual([-5, -3, 0]);
});
