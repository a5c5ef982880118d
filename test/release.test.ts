/** A release: the version stands in one place, and nothing is published that its tag and CHANGELOG do not name. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { inFolder, run } from "./cli/command.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

test("the version stands in package.json alone, and where npm copies it", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  expect([lock.version, lock.packages[""].version]).toEqual([version, version]);
  const files = ["src", "bin", ".ci", ".github/workflows"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:ts|js|yml)$/.test(name))
      .map((name) => join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => readFileSync(file, "utf8").includes(`"${version}"`))).toEqual([]);
  expect(run(["--version"]).stdout).toBe(`${version}\n`);
});

const check = (cwd: string, tag: string) =>
  spawnSync(process.execPath, [resolve(".ci/check-release.js"), tag], { cwd, encoding: "utf8" });

test.each([
  ["v2.0.0", "## [2.0.0] - 2026-12-01\n", ""],
  ["v2.0.1", "## [2.0.0] - 2026-12-01\n", "the tag is v2.0.1"],
  ["v2.0.0", "## [Unreleased]\n", "no section [2.0.0]"],
  ["v2.0.0", "## [2.0.0]\n", "does not date [2.0.0]"],
])("the tag %s with %j", (tag, changelog, problem) =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "package.json"), JSON.stringify({ version: "2.0.0" }));
    writeFileSync(join(cwd, "CHANGELOG.md"), changelog);
    const { status, stderr } = check(cwd, tag);
    expect(status).toBe(problem === "" ? 0 : 1);
    expect(stderr).toContain(problem);
  }),
);

test("the workflow checks before it publishes, and proves where it built", () => {
  const workflow = readFileSync(".github/workflows/release.yml", "utf8");
  const steps = ["check-release.js", ".ci/run", "npm publish --provenance"].map((step) =>
    workflow.indexOf(step),
  );
  expect(steps).not.toContain(-1);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(workflow).toMatch(/id-token: write/);
});
