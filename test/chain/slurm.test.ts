/**
 * The job array of fixtures/examples on a real Slurm. Skipped where Slurm is not here, unless `PAGEFIX_SLURM=required`, as in
 * `.ci/run`.
 */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { run, shim } from "../cli/command.ts";
import { missingPrograms, type Slurm, startSlurm, statesOf, submit } from "./slurm.ts";

const PAGES = 2000;
const PARTS = 8;
/** The part that is killed. */
const KILLED = 3;
const SCRIPT = resolve("fixtures/examples/slurm-array.sh");

const missing = process.platform === "linux" ? missingPrograms() : ["Slurm"];
const required = process.env.PAGEFIX_SLURM === "required";
if (missing.length > 0 && !required) console.warn(`skipped: ${missing.join(", ")} not here`);

(missing.length > 0 && !required ? describe.skip : describe)("a job array on Slurm", () => {
  const folder = mkdtempSync(join(tmpdir(), "pagefix-slurm-"));
  let slurm: Slurm;
  beforeAll(async () => {
    expect(missing).toEqual([]);
    // Where the script finds `pagefix`, as it does once that is installed.
    mkdirSync(join(folder, "bin"));
    symlinkSync(shim, join(folder, "bin/pagefix"));
    slurm = await startSlurm(join(folder, "slurm"), [join(folder, "bin"), dirname(process.execPath)]);
  }, 60_000);
  afterAll(async () => {
    await slurm?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** Sends tasks of the array and waits for what `meanwhile` does, and for them; gives their states. */
  const send = async (tasks: string, meanwhile = async (_job: string) => {}) => {
    const args = [`--array=${tasks}`, SCRIPT, String(PARTS), "pages.list", "articles"];
    const job = submit(slurm, folder, args);
    await meanwhile(job);
    while (statesOf(slurm, job).some((state) => /^(?:PENDING|CONFIGURING|RUNNING|COMPLETING)$/.test(state)))
      await sleep(200);
    return statesOf(slurm, job).toSorted();
  };
  const journalOf = (part: number) => linesOf(join(folder, `articles/.pagefix/${part}-of-${PARTS}.ndjson`));

  test(`${PAGES} pages in ${PARTS} tasks, one killed and sent again, give what a single run gives`, async () => {
    writePages(folder);
    const states = await send(`1-${PARTS}`, async (job) => {
      while (journalOf(KILLED).length < 5) await sleep(5);
      execFileSync("scancel", ["--full", "--signal=KILL", `${job}_${KILLED}`], { env: slurm.env });
    });
    expect(states).toEqual(["CANCELLED", ...Array(PARTS - 1).fill("COMPLETED")]);
    const before = outputsIn(join(folder, "articles"));
    expect(before.size).toBeGreaterThan(PAGES / 2);
    expect(before.size).toBeLessThan(PAGES);
    expect(await send(String(KILLED))).toEqual(["COMPLETED"]);

    expect(
      run(["--files-from", "pages.list", "-d", "single", "-f", "ndjson", "-q"], { cwd: folder }).code,
    ).toBe(0);
    const single = outputsIn(join(folder, "single"));
    expect(single.size).toBe(PAGES);
    const merged = outputsIn(join(folder, "articles"));
    expect([...merged.keys()]).toEqual([...single.keys()]);
    expect([...merged.values()].join("")).toBe([...single.values()].join(""));
    // Nor has anything been done twice.
    const done = Array.from({ length: PARTS }, (_, i) => journalOf(i + 1)).flat();
    expect(done.toSorted()).toEqual(linesOf(join(folder, "single/.pagefix/all.ndjson")).toSorted());
  }, 300_000);
});

/** Short ones, no two alike, in folders, and the list of them. */
function writePages(folder: string): void {
  const seed = readFileSync("fixtures/seed/page.txt", "utf8");
  const names = Array.from({ length: PAGES }, (_, i) => join(folder, `scans/${i % 20}/page ${i}.txt`));
  names.forEach((name, i) => {
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, `${seed.slice(0, 1000)}\n\n第${i}版\n`);
  });
  writeFileSync(join(folder, "pages.list"), names.map((name) => `${name}\0`).join(""));
}

function linesOf(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
}

/** What stands below a folder, by name; without the journals. */
function outputsIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const outputs = names.filter((name) => name.endsWith(".ndjson") && !name.startsWith(".")).sort();
  return new Map(outputs.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
