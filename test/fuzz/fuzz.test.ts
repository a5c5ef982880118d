/** A short run of the fuzzer, the same at every run, and what longer ones have found (`fixtures/hostile`). */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { inFolder, run } from "../cli/command.ts";
import { type Case, caseOf, KINDS } from "./cases.ts";
import { FIXTURES, pagesIn } from "./pages.ts";
import { tryCase } from "./try.ts";

const HOSTILE = "fixtures/hostile";
/** No others than the project's own, so that numbers name the same cases everywhere. */
const pages = pagesIn([FIXTURES]);
const SEED = 1;
const CASES = 1500;

describe("what was found", () => {
  test.each(readdirSync(HOSTILE).filter((name) => name !== "README.md"))("%s", async (name) => {
    const files = readdirSync(join(HOSTILE, name));
    const page = files.find((file) => file.startsWith("page.")) as string;
    const options = JSON.parse(readFileSync(join(HOSTILE, name, "case.json"), "utf8"));
    const it: Case = { seed: 0, ...options, bytes: new Uint8Array(readFileSync(join(HOSTILE, name, page))) };
    expect(await tryCase(it)).toMatch(/^(?:read|refused)$/);
  });
});

test("cases by number: none throws what it should not, none breaks an invariant", async () => {
  const broken: string[] = [];
  const tried = new Map<string, number>();
  for (let n = 0; n < CASES; n++) {
    const it = caseOf(SEED, n, pages);
    tried.set(it.kind, (tried.get(it.kind) ?? 0) + 1);
    try {
      await tryCase(it);
    } catch (error) {
      broken.push(`npm run fuzz -- --fixtures --seed ${SEED} --case ${n}: ${error}`);
    }
  }
  expect(broken).toEqual([]);
  for (const kind of KINDS) expect(tried.get(kind)).toBeGreaterThan(50);
}, 120_000);

test("a number names one case", () => {
  expect(caseOf(SEED, 7, pages)).toEqual(caseOf(SEED, 7, pages));
  expect(caseOf(SEED, 7, pages)).not.toEqual(caseOf(SEED, 8, pages));
});

test("the command repairs or refuses a folder of cases, and finds no bug of its own", () =>
  inFolder((cwd) => {
    const cases = Array.from({ length: 60 }, (_, n) => caseOf(SEED, n, pages)).filter(
      ({ kind }) => kind === "page",
    );
    cases.forEach(({ bytes }, i) => {
      writeFileSync(join(cwd, `${i}.txt`), bytes);
    });
    const { code, stderr } = run([".", "-d", "out", "--errors", "errors.ndjson"], { cwd });
    expect([0, 1]).toContain(code);
    expect(stderr).not.toMatch(/internal error|^ +at /m);
    const failed = readFileSync(join(cwd, "errors.ndjson"), "utf8").split("\n").length - 1;
    expect(readdirSync(join(cwd, "out")).filter((name) => name.endsWith(".json"))).toHaveLength(
      cases.length - failed,
    );
  }));
