/**
 * What the machine may do to a run: full disks, lost rights, too few files, closed pipes, errors of the disk, files that
 * shrink, workers that die, kills. Whatever happens, an output is whole or not there, the exit code tells, and `--resume`
 * comes to the same bytes. `npm run faults` kills two hundred times and fails every call of the file system in turn.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { randomFrom } from "../../src/training/random.ts";
import { article, inFolder, run, shim } from "../cli/command.ts";

const LONG = process.env.FAULTS === "long";
const onPosix = process.platform === "win32" ? test.skip : test;
const inject = resolve("test/faults/inject.cjs");

/** Runs the command with something broken. */
function broken(fault: object, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  const options = {
    cwd,
    env: { ...process.env, ...env, FAULT: JSON.stringify(fault), NODE_OPTIONS: `--require ${inject}` },
  };
  return run(args, options);
}

const temporaries = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tmp"));

/** Pages that differ, so that outputs cannot be mixed up unseen. */
function writePages(folder: string, count: number): void {
  mkdirSync(folder);
  for (let i = 0; i < count; i++)
    writeFileSync(
      join(folder, `${String(i).padStart(3, "0")}.txt`),
      `${article}\n\n第${i}座茶厂开工，`.repeat(1 + (i % 5)),
    );
}

function outputsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

onPosix("a full device is told, and is no bug", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    if (process.platform !== "linux") return;
    expect(run(["page.txt", "-q", "-f", "json", "-o", "/dev/full"], { cwd })).toMatchObject({
      code: 1,
      stderr: "pagefix: /dev/full: the disk is full; make room, or name a file on another disk\n",
    });
  }),
);

/** A disk of 64 kB; null where this user may not mount one. */
function smallDisk(folder: string): string | null {
  const disk = join(folder, "disk");
  mkdirSync(disk);
  return spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]).status === 0 ? disk : null;
}

onPosix("on a full disk the old output stays, and nothing else does", () =>
  inFolder((cwd) => {
    const disk = smallDisk(cwd);
    if (disk === null) return;
    try {
      const output = join(disk, "out.json");
      writeFileSync(join(cwd, "page.txt"), article);
      writeFileSync(join(cwd, "large.txt"), article.repeat(2000));
      expect(run(["page.txt", "-q", "-o", output], { cwd }).code).toBe(0);
      const before = readFileSync(output, "utf8");
      const { code, stderr } = run(["large.txt", "-q", "-o", output], { cwd });
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: `pagefix: ${output}: the disk is full; make room, or name a file on another disk\n`,
      });
      expect(readFileSync(output, "utf8")).toBe(before);
      expect(readdirSync(disk)).toEqual(["out.json"]);
    } finally {
      spawnSync("umount", [disk]);
    }
  }),
);

test(
  "an error of the disk at any call is told in a line, and the output is the old one or the new one",
  () =>
    inFolder((cwd) => {
      writeFileSync(join(cwd, "page.txt"), article);
      const args = ["page.txt", "-q", "-o", "out.json"];
      const count = join(cwd, "count");
      expect(broken({}, args, cwd, { COUNT: count }).code).toBe(0);
      const whole = readFileSync(join(cwd, "out.json"), "utf8");
      const calls = Number(readFileSync(count, "utf8"));
      expect(calls).toBeGreaterThan(10);
      for (let at = 1; at <= calls; at += LONG ? 1 : 4)
        for (const code of LONG ? ["EIO", "EACCES", "ENOSPC", "EMFILE"] : ["EIO"]) {
          writeFileSync(join(cwd, "out.json"), "old\n");
          const result = broken({ at, code }, args, cwd);
          const output = readFileSync(join(cwd, "out.json"), "utf8");
          // Some are looked at and done without, as by who reads ahead.
          expect([at, result.code, output === (result.code === 0 ? whole : "old\n")]).toEqual([
            at,
            result.code,
            true,
          ]);
          if (result.code !== 0) expect(result.stderr).toMatch(/^pagefix: .+; .+\n$/);
          expect(temporaries(cwd)).toEqual([]);
        }
    }),
  600_000,
);

test("an input that cannot be read stops no other", () =>
  inFolder((cwd) => {
    writePages(join(cwd, "in"), 4);
    const { code, stderr } = broken({ path: "002.txt" }, ["in", "-q", "-d", "out"], cwd);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^pagefix: in\/002\.txt: cannot be read; EIO.*\n$/),
    });
    expect(Object.keys(outputsIn(join(cwd, "out")))).toEqual(["000.json", "001.json", "003.json"]);
  }));

test("a file that shrinks while it is read is read as what is left of it", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article.repeat(20));
    const { code, stdout } = broken({ shrink: "page.txt" }, ["page.txt", "-q"], cwd);
    expect(code).toBe(0);
    expect(stdout).toBe(run(["page.txt", "-q"], { cwd }).stdout);
    expect(readFileSync(join(cwd, "page.txt"))).toHaveLength(40);
  }));

test("a worker that dies takes one page with it, which is named", () =>
  inFolder((cwd) => {
    writePages(join(cwd, "in"), 9);
    const args = ["in", "-q", "-d", "out", "-j", "2", "--errors", "errors.ndjson"];
    const { code, stderr } = broken({ die: "004.txt" }, args, cwd);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^pagefix: in\/004\.txt: /) });
    expect(Object.keys(outputsIn(join(cwd, "out")))).toHaveLength(8);
    const failed = readFileSync(join(cwd, "errors.ndjson"), "utf8").trimEnd().split("\n");
    expect(failed.map((line) => JSON.parse(line).file)).toEqual(["in/004.txt"]);
    expect(run([...args, "--resume"], { cwd }).code).toBe(0);
    expect(Object.keys(outputsIn(join(cwd, "out")))).toHaveLength(9);
  }));

test(
  "a page that takes too much memory is named, and the others are done",
  () =>
    inFolder((cwd) => {
      writePages(join(cwd, "in"), 5);
      const many = Array.from({ length: 200_000 }, (_, i) => `街坊议事厅开门了${i}，`);
      writeFileSync(join(cwd, "in/002.txt"), many.join("\n"));
      const env = { ...process.env, NODE_OPTIONS: "--max-old-space-size=120" };
      const { code, stderr } = run(["in", "-q", "-d", "out", "-j", "2"], { cwd, env });
      const line = stderr.split("\n").find((own) => own.startsWith("pagefix: "));
      expect({ code, line }).toEqual({
        code: 1,
        line: expect.stringMatching(
          /^pagefix: in\/002\.txt: takes more memory than a worker may have; cut it into/,
        ),
      });
      expect(Object.keys(outputsIn(join(cwd, "out")))).toHaveLength(4);
    }),
  60_000,
);

onPosix(
  "with too few open files every page is done or named, and the exit code says so",
  () =>
    inFolder((cwd) => {
      writePages(join(cwd, "in"), 4);
      for (const files of LONG ? [23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 40, 64] : [24, 28, 40]) {
        const command = `ulimit -n ${files}; exec "$0" "$@"`;
        const args = ["-c", command, process.execPath, shim, "in", "-q", "-d", `out${files}`, "-j", "2"];
        const { status, stderr } = spawnSync("bash", args, { cwd, encoding: "utf8", timeout: 60_000 });
        const done = Object.keys(outputsIn(join(cwd, `out${files}`))).length;
        const named = stderr.split("\n").filter((line) => /^pagefix: (?:in|out\d*)\//.test(line)).length;
        expect([files, status, done + named]).toEqual([files, done === 4 ? 0 : 1, 4]);
      }
    }),
  120_000,
);

onPosix(
  "killed again and again, each output is whole, and --resume comes to the same bytes",
  () =>
    inFolder(async (cwd) => {
      writePages(join(cwd, "in"), 40);
      expect(run(["in", "-q", "-d", "whole"], { cwd }).code).toBe(0);
      const whole = outputsIn(join(cwd, "whole"));
      const random = randomFrom(8);
      let rounds = 0;
      for (let kills = 0; kills < (LONG ? 200 : 8); ) {
        const child = spawn(
          process.execPath,
          [shim, "in", "-q", "-d", "out", "--resume", "-j", random.pick(["1", "2"])],
          { cwd },
        );
        const gone = once(child, "exit");
        await Promise.race([gone, setTimeout(120 + random.below(500))]);
        const isDone = child.exitCode !== null;
        if (!isDone) child.kill("SIGKILL");
        await gone;
        for (const [name, text] of Object.entries(attempted(join(cwd, "out"))))
          expect(text).toBe(whole[name]);
        if (!isDone) kills++;
        else {
          expect([child.exitCode, outputsIn(join(cwd, "out"))]).toEqual([0, whole]);
          expect(temporaries(join(cwd, "out"))).toEqual([]);
          rmSync(join(cwd, "out"), { recursive: true });
          rounds++;
        }
      }
      expect(run(["in", "-q", "-d", "out", "--resume"], { cwd }).code).toBe(0);
      expect(outputsIn(join(cwd, "out"))).toEqual(whole);
      expect(temporaries(join(cwd, "out"))).toEqual([]);
      if (LONG) console.log(`200 kills, ${rounds + 1} times to the end`);
    }),
  600_000,
);

function attempted(folder: string): Record<string, string> {
  try {
    return outputsIn(folder);
  } catch {
    return {};
  }
}

onPosix("SIGTERM finishes the page in hand, and --resume does the rest", () =>
  inFolder(async (cwd) => {
    writePages(join(cwd, "in"), 60);
    const child = spawn(process.execPath, [shim, "in", "-d", "out", "-j", "1"], {
      cwd,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await once(child.stderr, "data");
    child.kill("SIGTERM");
    child.stderr.resume();
    const [code] = await once(child, "exit");
    const done = Object.keys(outputsIn(join(cwd, "out"))).length;
    expect([code, done > 0, temporaries(join(cwd, "out"))]).toEqual([done === 60 ? 0 : 143, true, []]);
    expect(run(["in", "-q", "-d", "out", "--resume"], { cwd }).code).toBe(0);
    expect(Object.keys(outputsIn(join(cwd, "out")))).toHaveLength(60);
  }),
);
