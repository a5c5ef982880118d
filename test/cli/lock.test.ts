import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { lockFolder, takeOver } from "../../src/cli/batch/lock.ts";
import { inFolder } from "./command.ts";

const ABANDONED = JSON.stringify({ pid: 1, host: "elsewhere", start: null });
const OTHER = JSON.stringify({ pid: 2, host: "elsewhere", start: null });
const OWN = JSON.stringify({ pid: 3, host: "here", start: null });

/** A lock with a text, or none. */
function lockIn(folder: string, text: string | null): string {
  const file = join(folder, "out/.pagefix/all.lock");
  mkdirSync(dirname(file), { recursive: true });
  if (text !== null) writeFileSync(file, text);
  return file;
}

test("a lock that nobody holds is taken over", () =>
  inFolder((folder) => {
    const file = lockIn(folder, ABANDONED);
    expect(takeOver(file, ABANDONED, OWN)).toBe(true);
    expect(readFileSync(file, "utf8")).toBe(OWN);
    expect(readdirSync(dirname(file))).toEqual(["all.lock"]);
  }));

test("one that another run has taken over meanwhile stays as it is", () =>
  inFolder((folder) => {
    const file = lockIn(folder, OTHER);
    expect(takeOver(file, ABANDONED, OWN)).toBe(false);
    expect(readFileSync(file, "utf8")).toBe(OTHER);
    expect(readdirSync(dirname(file))).toEqual(["all.lock"]);
  }));

test("one that is gone meanwhile is made", () =>
  inFolder((folder) => {
    const file = lockIn(folder, null);
    expect(takeOver(file, ABANDONED, OWN)).toBe(true);
    expect(readFileSync(file, "utf8")).toBe(OWN);
  }));

test("a run that was killed holds no folder, and nothing is left of its lock or the new one", () =>
  inFolder((folder) => {
    const file = lockIn(folder, ABANDONED);
    writeFileSync(`${file}.99999.old`, ABANDONED);
    const lock = lockFolder(join(folder, "out"), "all");
    expect(lock).toHaveProperty("release");
    expect(readFileSync(file, "utf8")).toContain(`"pid":${process.pid}`);
    if ("release" in lock) lock.release();
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(dirname(file))).toEqual([]);
  }));
