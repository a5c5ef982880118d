import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { oddsOfGoingOn, readSteps, STEPS } from "../../src/model/line-chain.ts";

/** From the kind of the line before to the kind of the line behind: text is 0, a heading 1. */
const KINDS = [
  [0, 0],
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 1],
  [1, 0],
] as const;

const end = fc
  .array(fc.integer({ min: -3, max: 3 }), { minLength: STEPS.length, maxLength: STEPS.length })
  .map((weights) => Float64Array.from(weights));

/** All ways to read a stretch, as steps, each with its weight. */
function ways(ends: readonly Float64Array[]): { steps: number[]; weight: number }[] {
  return ends.reduce<{ steps: number[]; weight: number }[]>(
    (before, own) =>
      before.flatMap(({ steps, weight }) =>
        KINDS.flatMap(([from], step) => {
          const last = steps.at(-1);
          if (last !== undefined && KINDS[last]?.[1] !== from) return [];
          return [{ steps: [...steps, step], weight: weight + (own[step] as number) }];
        }),
      ),
    [{ steps: [], weight: 0 }],
  );
}

test("each step has the probability that all ways to read the stretch give it", () => {
  fc.assert(
    fc.property(fc.array(end, { minLength: 1, maxLength: 4 }), (ends) => {
      const all = ways(ends);
      const total = all.reduce((sum, { weight }) => sum + Math.exp(weight), 0);
      readSteps(ends).forEach((logs, i) => {
        STEPS.forEach((_, step) => {
          const those = all.filter(({ steps }) => steps[i] === step);
          const share = those.reduce((sum, { weight }) => sum + Math.exp(weight), 0) / total;
          expect(Math.exp(logs[step] as number)).toBeCloseTo(share, 9);
        });
      });
    }),
  );
});

test("a line end takes its kind from its neighbours", () => {
  const heading = Float64Array.of(-9, -9, -9, 0, 0, -9);
  const [, doubtful] = readSteps([heading, Float64Array.of(1, 0, 0, 0, 1, 0)]);
  // By itself text would go on; behind a heading it cannot.
  expect(oddsOfGoingOn(doubtful as Float64Array).off).toBe("headingAfterHeading");
});
