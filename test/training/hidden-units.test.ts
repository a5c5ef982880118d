/** The fit of what a sum of terms cannot say. */
import { expect, test } from "@jest/globals";
import { type HiddenUnit, hiddenLayer, natsTogether } from "../../src/model/hidden-layer.ts";
import { fitHiddenUnits, type Ways } from "../../src/training/hidden-units.ts";
import { randomFrom } from "../../src/training/random.ts";

/** One way each: right where one of two things is seen and wrong where both are, of which no sum of their terms knows. */
const EITHER: readonly Ways[] = [
  [1, 0],
  [0, 1],
  [1, 1],
].map(([a, b]) => [{ known: 0, row: Float32Array.of(a as number, b as number), isRight: a !== b }]);
const learn = (choices: readonly Ways[], rounds: number) =>
  fitHiddenUnits(choices, ["a", "b"], 8, rounds, randomFrom(1));

const natsOf = (units: readonly HiddenUnit[], ...row: number[]) =>
  natsTogether(hiddenLayer(units, ["a", "b"]), Float64Array.from(row));

test("either and not both is learnt", () => {
  const units = learn(EITHER, 3000);
  const nats = (a: number, b: number) => natsOf(units, a, b);
  expect(Math.min(nats(1, 0), nats(0, 1))).toBeGreaterThan(1);
  expect(nats(1, 1)).toBeLessThan(-1);
});

test("what is known already teaches nothing", () => {
  const known = EITHER.map(([way]) => [{ ...(way as Ways[number]), known: way?.isRight ? 30 : -30 }]);
  const units = learn(known, 300);
  for (const [a, b] of [
    [1, 0],
    [1, 1],
  ])
    expect(Math.abs(natsOf(units, a as number, b as number))).toBeLessThan(0.01);
});

test("the same choices and seed give the same units", () => {
  expect(learn(EITHER, 50)).toEqual(learn(EITHER, 50));
});
