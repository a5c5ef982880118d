/** Decisions as sums: what is seen, times what it weighs. */
import { expect, test } from "@jest/globals";
import { logOdds, probability } from "../../src/model/log-odds.ts";
import { clamp, weigh } from "../../src/model/weights.ts";

const WEIGHTS = { bias: -0.5, tailEndsNot: 0.3, stub: -6, unseen: 3 };

test("the terms of a decision are features times weights, strongest first; what says nothing is left out", () => {
  expect(weigh({ bias: 1, tailEndsNot: 10, stub: 1, pair: 1, unseen: 0 }, WEIGHTS)).toEqual([
    { name: "stub", weight: -6 },
    { name: "tailEndsNot", weight: 3 },
    { name: "bias", weight: -0.5 },
  ]);
});

test("the sum of the terms is the log-odds", () => {
  expect(logOdds(weigh({ bias: 1, tailEndsNot: 10, stub: 1 }, WEIGHTS))).toBe(-3.5);
  expect(logOdds([])).toBe(0);
});

test("log-odds are a probability: 0 is even, 1.1 is 3 to 1", () => {
  expect(probability(0)).toBe(0.5);
  expect(probability(Math.log(3))).toBe(0.75);
  expect(probability(-40)).toBe(0);
});

test("a feature is held to its range", () => {
  expect([clamp(-7, -5, 0), clamp(-3, -5, 0), clamp(2, -5, 0)]).toEqual([-5, -3, 0]);
});
