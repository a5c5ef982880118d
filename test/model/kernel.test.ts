/** The compiled inner loops of the models. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { PLACES } from "../../src/model/kernel/places.ts";
import { compileKernel } from "../../src/training/compile-kernel.ts";

test("what is kept is what its source compiles to", async () => {
  expect(readFileSync("src/model/kernel/bytes.ts", "utf8")).toBe(await compileKernel());
}, 60_000);

test("both sides have the same addresses", () => {
  const source = readFileSync("src/model/kernel/assembly/kernel.ts", "utf8");
  const addresses = [...source.matchAll(/^const ([A-Z_]+): usize = (\d+);/gm)].map(([, name, at]) => [
    name,
    Number(at),
  ]);
  expect(addresses).toEqual(
    expect.arrayContaining([
      ["LEVELS", PLACES.levels],
      ["STATE", PLACES.states],
      ["SYMBOL", PLACES.symbols],
      ["COSTS", PLACES.costs],
      ["LEFT", PLACES.left],
      ["PRODUCTS", PLACES.products],
    ]),
  );
});
