/** What comes between a batch and its end: it is killed, again and again, or its pages go away meanwhile. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { article, inFolder, run, shim } from "./command.ts";

const onPosix = process.platform === "win32" ? test.skip : test;
const PAGES = 150;
/** In ms: a dozen starts of the command, on a machine that may have more to do. */
const LONG = 60_000;

function scan(cwd: string): void {
  mkdirSync(join(cwd, "scans"));
  for (let i = 0; i < PAGES; i++)
    writeFileSync(join(cwd, `scans/${i}.txt`), `${article.repeat(10)}\n第${i}版\n`);
}

/** All that lies in a folder by now, by name; without what is hidden. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(names.map(({ name }) => [name, readFileSync(join(folder, name), "utf8")]));
}

onPosix(
  "killed at any moment, as often as you like, it leaves whole outputs, and ends with the same bytes",
  () =>
    inFolder(async (cwd) => {
      scan(cwd);
      expect(run(["scans", "-d", "whole", "-q"], { cwd }).code).toBe(0);
      const whole = filesIn(join(cwd, "whole"));
      mkdirSync(join(cwd, "out"));
      const counts: number[] = [];
      for (let kill = 0; kill < 10; kill++) {
        const args = [shim, "scans", "-d", "out", "--resume", "-q", "-j", String((kill % 2) + 1)];
        const child = spawn(process.execPath, args, { cwd, stdio: "ignore" });
        const closed = once(child, "close");
        const before = Object.keys(filesIn(join(cwd, "out"))).length;
        // Some in the start, the others a little after an output came.
        if (kill % 3 > 0)
          while (child.exitCode === null && Object.keys(filesIn(join(cwd, "out"))).length === before)
            await sleep(1);
        await sleep(kill * 7);
        child.kill("SIGKILL");
        await closed;
        const left = filesIn(join(cwd, "out"));
        expect(whole).toMatchObject(left);
        counts.push(Object.keys(left).length);
      }
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
      expect(new Set(counts).size).toBeGreaterThan(2);
      expect(run(["scans", "-d", "out", "--resume", "-q"], { cwd })).toEqual({
        code: 0,
        stdout: "",
        stderr: "",
      });
      expect(filesIn(join(cwd, "out"))).toEqual(whole);
      expect(readdirSync(join(cwd, "out/.pagefix"))).toEqual(["all.ndjson"]);
      expect(run(["scans", "-d", "out", "--resume"], { cwd }).stderr).toContain(`; ${PAGES} up to date`);
    }),
  LONG,
);

onPosix(
  "pages that go away meanwhile are reported, one by one, and stop no other",
  () =>
    inFolder(async (cwd) => {
      scan(cwd);
      const child = spawn(process.execPath, [shim, "scans", "-d", "out", "-j", "1"], { cwd });
      let stderr = "";
      child.stderr.setEncoding("utf8").on("data", (text) => {
        // The first line: all pages have been found, and most are still to be read.
        if (stderr === "") for (let i = 90; i < 100; i++) rmSync(join(cwd, `scans/${i}.txt`));
        stderr += text;
      });
      expect(await once(child, "close")).toEqual([1, null]);
      expect(stderr.match(/^pagefix: scans.9\d\.txt: no such file; check the name$/gm)).toHaveLength(10);
      expect(stderr).toMatch(new RegExp(`^all: ${PAGES - 10} pages → out; 10 inputs failed`, "m"));
      expect(Object.keys(filesIn(join(cwd, "out")))).toHaveLength(PAGES - 10);
    }),
  LONG,
);
