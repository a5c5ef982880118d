import { expect, test } from "@jest/globals";
import { habitFeatures, learnHabits, type Traits } from "../../src/stages/wraps/habits.ts";

const sure = (step: number) =>
  Float64Array.from({ length: 6 }, (_, i) => (i === step ? 0 : Number.NEGATIVE_INFINITY));
const ON = sure(0);
const ENDS = sure(1);
const traits = (end: string): Traits => ({ end, room: "0", opening: "letter", start: "same", indent: "0" });

test("a page whose paragraphs end with 、 and never inside a line end has that for a habit", () => {
  const own = [...Array(20).fill(traits("letter")), ...Array(6).fill(traits("pause"))];
  const logs = [...Array(20).fill(ON), ...Array(6).fill(ENDS)];
  const habits = learnHabits(own, logs);
  expect(habitFeatures(traits("pause"), habits).habitEnd).toBeGreaterThan(1);
  expect(habitFeatures(traits("letter"), habits).habitEnd).toBeLessThan(-1);
  // All lines begin alike: nothing to learn from that.
  expect(habitFeatures(traits("pause"), habits).habitOpening).toBeCloseTo(0, 9);
});

test("few lines say little, and none nothing", () => {
  const few = learnHabits([traits("pause"), traits("letter")], [ENDS, ON]);
  expect(Math.abs(habitFeatures(traits("pause"), few).habitEnd as number)).toBeLessThan(0.5);
  expect(habitFeatures(traits("pause"), learnHabits([], [])).habitEnd).toBe(0);
});
