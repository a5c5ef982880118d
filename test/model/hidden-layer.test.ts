/** What pieces of evidence say together. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type HiddenUnit, hiddenLayer, natsTogether } from "../../src/model/hidden-layer.ts";

const NAMES = ["open", "stub", "new"];
/** Speaks up where a tail is open and the head is no stub; and against it from two stubs on. */
const UNITS: readonly HiddenUnit[] = [
  { bias: -1, weights: { open: 2, stub: -4 }, out: 1.5 },
  { bias: -2, weights: { stub: 2 }, out: -1 },
];
const together = (...row: number[]) => natsTogether(hiddenLayer(UNITS, NAMES), Float64Array.from(row));

test.each([
  ["nothing of nothing", [0, 0, 0], 0],
  ["what one piece says", [1, 0, 0], 1.5],
  ["nothing where another takes it back", [1, 1, 0], 0],
  ["what the other unit says", [0, 2, 0], -2],
  ["nothing of what no unit sees", [0, 0, 9], 0],
])("the units say %s", (_, row, nats) => {
  expect(together(...row)).toBe(nats);
});

test("no units say nothing", () => {
  expect(natsTogether(hiddenLayer([], NAMES), Float64Array.of(1, 1, 1))).toBe(0);
});

describe("the same", () => {
  const number = fc.double({ min: -8, max: 8, noNaN: true });
  const unit = fc.record({
    bias: number,
    out: number,
    weights: fc.dictionary(fc.constantFrom(...NAMES), number),
  });

  test("comes of a row and of the sums written out", () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 5 }), fc.tuple(number, number, number), (units, values) => {
        const row = Float64Array.from(values);
        expect(natsTogether(hiddenLayer(units, NAMES), row)).toBeCloseTo(
          units.reduce((nats, { bias, weights, out }) => {
            const seen = NAMES.map((name, at) => (weights[name] ?? 0) * (values[at] as number));
            return (
              nats +
              out *
                Math.max(
                  0,
                  seen.reduce((a, b) => a + b, bias),
                )
            );
          }, 0),
          6,
        );
      }),
    );
  });

  test("comes of the same row again", () => {
    expect([together(1, 0, 0), together(0, 2, 0), together(1, 0, 0)]).toEqual([1.5, -2, 1.5]);
  });
});
