import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { bestLabels, type Chain, certainties } from "../../src/model/chain.ts";

type Label = "title" | "text" | "caption";
const LABELS: readonly Label[] = ["title", "text", "caption"];
type Weights = { readonly [label in Label]?: number };
const flat = (places: readonly Weights[]) =>
  places.flatMap((weights) => LABELS.map((label) => weights[label] ?? 0));

test("a label that is second best alone wins where its neighbours ask for it", () => {
  const chain: Chain<Label> = {
    labels: LABELS,
    starts: { title: 1 },
    transitions: { title: { text: 2, title: -2 } },
  };
  expect(bestLabels(chain, flat([{}, { title: 1 }]))).toEqual(["title", "text"]);
  expect(bestLabels({ ...chain, transitions: {} }, flat([{}, { title: 1 }]))).toEqual(["title", "title"]);
});

test("nothing has no labels", () => {
  expect(bestLabels({ labels: LABELS, starts: {}, transitions: {} }, [])).toEqual([]);
});

const weight = fc.integer({ min: -4, max: 4 });
const weights = fc.record({ title: weight, text: weight, caption: weight }, { requiredKeys: [] });
const anyChain = fc.record({
  labels: fc.constant(LABELS),
  starts: weights,
  transitions: fc.record({ title: weights, text: weights, caption: weights }, { requiredKeys: [] }),
}) as fc.Arbitrary<Chain<Label>>;

test("as good as the best of all sequences", () => {
  fc.assert(
    fc.property(anyChain, fc.array(weights, { minLength: 1, maxLength: 5 }), (chain, emissions) => {
      const score = (labels: readonly Label[]) =>
        labels.reduce(
          (sum, label, i) =>
            sum +
            ((emissions[i] as Partial<Record<Label, number>>)[label] ?? 0) +
            ((i === 0 ? chain.starts[label] : chain.transitions[labels[i - 1] as Label]?.[label]) ?? 0),
          0,
        );
      const best = Math.max(...sequences(emissions.length).map(score));
      expect(score(bestLabels(chain, flat(emissions as Weights[])))).toBe(best);
    }),
    { numRuns: 200 },
  );
});

test("a label is as sure as the share of all sequences that have it", () => {
  fc.assert(
    fc.property(anyChain, fc.array(weights, { minLength: 1, maxLength: 4 }), (chain, given) => {
      const emissions = given as Weights[];
      const path = bestLabels(chain, flat(emissions));
      const all = sequences(path.length).map((labels) => ({
        labels,
        odds: Math.exp(
          labels.reduce(
            (sum, label, i) =>
              sum +
              (emissions[i]?.[label] ?? 0) +
              ((i === 0 ? chain.starts[label] : chain.transitions[labels[i - 1] as Label]?.[label]) ?? 0),
            0,
          ),
        ),
      }));
      const total = all.reduce((sum, { odds }) => sum + odds, 0);
      const sure = certainties(chain, flat(emissions));
      path.forEach((label, place) => {
        const own = all.filter(({ labels }) => labels[place] === label);
        expect(sure(place, label)).toBeCloseTo(own.reduce((sum, { odds }) => sum + odds, 0) / total, 9);
      });
    }),
    { numRuns: 100 },
  );
});

function sequences(length: number): Label[][] {
  return length === 0
    ? [[]]
    : sequences(length - 1).flatMap((before) => LABELS.map((label) => [...before, label]));
}
