/** What is written in AssemblyScript, and compiled. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { PLACES } from "../../src/model/kernel/places.ts";
import { compileKernel, KERNELS } from "../../src/training/compile-kernel.ts";

test.each(KERNELS)(
  "$file is what $source compiles to",
  async (kernel) => {
    expect(readFileSync(kernel.file, "utf8")).toBe(await compileKernel(kernel));
  },
  60_000,
);

test("both sides have the same addresses", () => {
  const source = readFileSync("src/model/kernel/assembly/workplace.ts", "utf8");
  const addresses = [...source.matchAll(/^export const ([A-Z_]+): usize = (\d+);/gm)].map(([, name, at]) => [
    name,
    Number(at),
  ]);
  expect(addresses).toEqual(
    expect.arrayContaining([
      ["LEVELS", PLACES.levels],
      ["STATE", PLACES.states],
      ["SYMBOL", PLACES.symbols],
      ["ALONE", PLACES.alone],
      ["COSTS", PLACES.costs],
      ["LEFT", PLACES.left],
      ["PRODUCTS", PLACES.products],
      ["SIDE", PLACES.side],
      ["TAIL_SIDE", PLACES.tailSide],
      ["HEAD_SIDE", PLACES.headSide],
      ["OUTPUTS", PLACES.outputs],
    ]),
  );
});
