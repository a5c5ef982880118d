import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import type { Figures } from "../../src/evaluate/figures.ts";
import { heldTo, loweredInSilence, raised, readFloors } from "../../src/evaluate/index.ts";

const figures = (score: number, failed = 0) =>
  ({ score, failed, pages: 3, kept: null }) as unknown as Figures;
const floors = readFloors('{ "sets": { "a": { "score": 0.9, "kept": 0.5 } } }');

test("what is below its floor, not there, or failed is told", () => {
  const sets = [{ name: "a", figures: figures(0.8, 1) }];
  expect(heldTo(floors, sets).broken).toEqual([
    "a: score is 80.0 %, below its floor of 90.0 %",
    "a: kept is 0.0 %, below its floor of 50.0 %",
    "a: 1 of 3 pages failed",
  ]);
  expect(heldTo(floors, []).broken).toHaveLength(2);
  expect(
    heldTo(readFloors('{ "sets": { "a": { "score": 0.8 } } }'), [{ name: "a", figures: figures(0.8) }]),
  ).toEqual({
    held: 1,
    broken: [],
  });
});

test("floors go up, never down", () => {
  expect(raised(floors, [{ name: "a", figures: figures(0.95) }]).sets.a).toMatchObject({ score: 0.945 });
  expect(raised(floors, [{ name: "a", figures: figures(0.5) }]).sets.a).toMatchObject({ score: 0.9 });
  expect(raised(floors, []).sets.a).toEqual(floors.sets.a);
});

test.each([
  ["{", /^no JSON/],
  ["[]", /^no file of floors/],
  ["null", /^no file of floors/],
  ['{ "sets": { "a": { "scor": 0.9 } } }', /^floor a\.scor is 0\.9; use score, /],
])("%s is no file of floors", (text, message) => {
  expect(() => readFloors(text)).toThrow(message);
});

test("a floor that went down must say why", () => {
  const now = readFloors('{ "sets": { "a": { "score": 0.8 } } }');
  expect(loweredInSilence(floors, now)).toEqual([
    "a: score was 0.9 and is 0.8",
    "a: kept was 0.5 and is gone",
  ]);
  const said = { set: "a", from: 0.9, why: "pages with adverts were added" } as const;
  const lowered = [
    { ...said, measure: "score", to: 0.8 },
    { ...said, measure: "kept", to: 0 },
  ] as const;
  expect(loweredInSilence(floors, { ...now, lowered })).toEqual([]);
  expect(
    loweredInSilence(floors, { ...now, lowered: [{ ...lowered[0], why: " " }, lowered[1]] }),
  ).toHaveLength(1);
});

const FILE = "test/bench/floors.json";
const git = (...args: readonly string[]) => spawnSync("git", args, { encoding: "utf8" });
const commits = git("log", "--format=%H", "--", FILE).stdout?.split("\n").filter(Boolean) ?? [];

// A package or a shallow clone has no history to hold them to.
(commits.length > 0 ? test : test.skip)("no floor of the bench was ever lowered in silence", () => {
  const now = readFloors(readFileSync(FILE, "utf8"));
  for (const commit of commits) {
    const text = git("show", `${commit}:${FILE}`).stdout;
    const before = JSON.parse(text);
    expect([
      commit,
      loweredInSilence("sets" in before ? readFloors(text) : { sets: before, lowered: [] }, now),
    ]).toEqual([commit, []]);
  }
});
