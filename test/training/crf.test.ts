/** The chain of roles as it is trained. */
import { describe, expect, test } from "@jest/globals";
import { type Field, type Sequence, trainField } from "../../src/training/crf.ts";
import { randomFrom } from "../../src/training/random.ts";

const SHAPE = { features: 3, labels: 2, rounds: 20, ridge: 1e-3, dropout: 0 };
const emission = ({ emissions }: Field, feature: number, label: number) =>
  emissions[feature * 2 + label] as number;
const transition = ({ transitions }: Field, from: number, to: number) => transitions[from * 2 + to] as number;

/** Pages of three places whose labels go up and down; feature 0 stands at label 1, feature 1 at label 0, feature 2 anywhere. */
const pages = Array.from({ length: 60 }, (_, i): Sequence => {
  const labels = i % 2 === 0 ? [0, 1, 0] : [1, 0, 1];
  return {
    labels,
    features: labels.map((label, place) => [1 - label, ...((i + place) % 3 === 0 ? [2] : [])]),
  };
});

describe("a field", () => {
  const field = trainField(pages, SHAPE, randomFrom(1));

  test("gives a feature to the label that it stands at, and nothing to one that stands anywhere", () => {
    expect(emission(field, 0, 1)).toBeGreaterThan(emission(field, 0, 0) + 1);
    expect(emission(field, 1, 0)).toBeGreaterThan(emission(field, 1, 1) + 1);
    expect(Math.abs(emission(field, 2, 0) - emission(field, 2, 1))).toBeLessThan(0.5);
  });

  test("learns what stands behind what", () => {
    expect(transition(field, 0, 1)).toBeGreaterThan(transition(field, 0, 0));
    expect(transition(field, 1, 0)).toBeGreaterThan(transition(field, 1, 1));
  });

  test("is the same for the same seed", () => {
    expect(trainField(pages, SHAPE, randomFrom(1))).toEqual(field);
  });
});

test("dropout shares what two features say: neither is left alone with it", () => {
  // Feature 2 says what feature 0 says, on half of the pages.
  const twice = pages.map(({ labels }, i): Sequence => {
    return { labels, features: labels.map((label) => [1 - label, ...(label === 1 && i % 4 < 2 ? [2] : [])]) };
  });
  const lean = (dropout: number) => {
    const field = trainField(twice, { ...SHAPE, dropout }, randomFrom(1));
    return emission(field, 2, 1) / emission(field, 0, 1);
  };
  expect(lean(0.4)).toBeGreaterThan(lean(0));
});

test("pages without places teach nothing", () => {
  const field = trainField([...pages, { features: [], labels: [] }], SHAPE, randomFrom(1));
  expect([...field.emissions].every(Number.isFinite)).toBe(true);
});
