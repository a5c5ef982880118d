/** No regular expression takes longer than its text grows: `npm run regexes` has asked recheck about each. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { regexesOf } from "./collect.ts";
import type { Checked } from "./run.ts";

const checked: Readonly<Record<string, Checked>> = JSON.parse(
  readFileSync("test/regexes/checked.json", "utf8"),
);
const regexes = await regexesOf((file) => import(`../../src/${file}`));

test("all of them are found", () => expect(regexes.size).toBeGreaterThan(150));

test("each has been checked; npm run regexes checks new ones", () => {
  expect([...regexes.keys()].filter((name) => !(name in checked))).toEqual([]);
});

test("each is linear, or bounded for a reason", () => {
  expect(Object.entries(checked).filter(([, { verdict, why }]) => verdict !== "linear" && !why)).toEqual([]);
});
