/** A disk that fills up: a small one in memory, which only root can mount. Skipped elsewhere. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { article, inFolder, run } from "./command.ts";

const PAGES = 120;

/** Whether there is a disk of so many bytes at a folder now. */
function mount(folder: string, size: number, ...options: readonly string[]): boolean {
  const args = ["-t", "tmpfs", "-o", [`size=${size}`, ...options].join(","), "none", folder];
  return process.platform === "linux" && spawnSync("mount", args).status === 0;
}

/** The outputs below a folder, by name. */
function outputsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".json"),
  );
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

const canMount = await (async () => {
  let can = false;
  await inFolder((folder) => {
    can = mount(folder, 65536);
    if (can) spawnSync("umount", [folder]);
  });
  return can;
})();
if (!canMount) console.warn("skipped: no disk can be mounted here");

(canMount ? test : test.skip)("what does not fit is reported page by page, and done once there is room", () =>
  inFolder((cwd) => {
    mkdirSync(join(cwd, "scans"));
    for (let i = 0; i < PAGES; i++)
      writeFileSync(join(cwd, `scans/${i}.txt`), `${article.repeat(5)}\n第${i}版\n`);
    mkdirSync(join(cwd, "disk"));
    expect(mount(join(cwd, "disk"), 256 * 1024)).toBe(true);
    try {
      const args = ["scans", "-d", "disk/out", "--errors", "disk/errors.ndjson", "-j", "2"];
      const { code, stderr } = run(args, { cwd });
      expect(code).toBe(1);
      expect(run(["scans", "-d", "whole", "-q"], { cwd }).code).toBe(0);
      const whole = outputsIn(join(cwd, "whole"));

      const [, done, failed] =
        /^all: (\d+) pages → disk.out; (\d+) inputs failed/m.exec(stderr)?.map(Number) ?? [];
      expect(done).toBeGreaterThan(10);
      expect([done, failed]).toEqual([done, PAGES - Number(done)]);
      // No output is half there; one may be whose line in the journal did not fit.
      const before = outputsIn(join(cwd, "disk/out"));
      expect(Object.keys(before).length).toBeGreaterThanOrEqual(Number(done));
      expect(whole).toMatchObject(before);
      // Each page, and the file for their records.
      const told = stderr.match(/^pagefix: .*: the disk is full; make room/gm) ?? [];
      expect(told).toHaveLength(Number(failed) + 1);

      expect(mount(join(cwd, "disk"), 2 ** 24, "remount")).toBe(true);
      const again = run([...args, "--resume"], { cwd });
      expect(again.code).toBe(0);
      expect(again.stderr).toMatch(new RegExp(`^all: ${failed} pages → disk.out; ${done} up to date`, "m"));
      expect(outputsIn(join(cwd, "disk/out"))).toEqual(whole);
    } finally {
      spawnSync("umount", [join(cwd, "disk")]);
    }
  }),
);
