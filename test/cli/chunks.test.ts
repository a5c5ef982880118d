import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { inChunks } from "../../src/cli/batch/chunks.ts";

test("each task has its own result, however they are sent, and those that end a worker fail alone", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(0, 1, 10, 200, "deadly" as const), { maxLength: 60 }),
      fc.integer({ min: 1, max: 3 }),
      async (tasks, workers) => {
        let [sent, most] = [0, 0];
        const send = async (chunk: readonly number[]) => {
          most = Math.max(most, ++sent);
          await new Promise(setImmediate);
          sent--;
          if (chunk.some((i) => tasks[i] === "deadly")) throw new Error("out of memory");
          return { results: chunk.map((i) => i * 10), ms: chunk.reduce((ms, i) => ms + Number(tasks[i]), 0) };
        };
        const { run } = inChunks(send, workers, (i: number) => `page ${i}`);
        const results = await Promise.all(tasks.map((_, i) => run(i)));
        expect(results).toEqual(
          tasks.map((task, i) =>
            task === "deadly"
              ? expect.objectContaining({ name: `page ${i}`, problem: "internal error" })
              : i * 10,
          ),
        );
        expect(most).toBeLessThanOrEqual(workers * 2);
      },
    ),
  );
});

test("a message holds as many tasks as take a certain time", async () => {
  const settled = async (ms: number) => {
    const send = async (chunk: readonly number[]) => ({ results: chunk, ms: chunk.length * ms });
    const { run, size } = inChunks(send, 1, String);
    for (let i = 0; i < 20; i++) await Promise.all(Array.from({ length: 200 }, (_, i) => run(i)));
    return size();
  };
  expect([await settled(0), await settled(10), await settled(500)]).toEqual([64, 5, 1]);
});
