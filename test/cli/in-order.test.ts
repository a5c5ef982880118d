import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { inOrder } from "../../src/cli/batch/in-order.ts";

test("results come in the order of the tasks, and no more are in hand than may be", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (delays, inHand) => {
        const given: number[] = [];
        let most = 0;
        let taken = 0;
        const run = async (i: number) => {
          most = Math.max(most, ++taken - given.length);
          for (let turn = 0; turn < (delays[i] ?? 0); turn++) await new Promise(setImmediate);
          return i * 10;
        };
        await inOrder(
          delays.keys(),
          run,
          (i, result) => void given.push(result - i * 9),
          () => inHand,
        );
        expect(given).toEqual([...delays.keys()]);
        expect(most).toBeLessThanOrEqual(inHand);
      },
    ),
  );
});
