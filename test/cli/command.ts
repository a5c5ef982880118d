/** The command as users run it: a process of its own, in a folder of its own. */
import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const shim = resolve("bin/pagefix.js");

export const article =
  "老码头成了新书房\n\n清晨的江边，读者已在门口排起长队，来得最早的几位在窗边坐下，翻开了书。\n";

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function run(args: readonly string[], options: SpawnSyncOptions = {}, bin = shim): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    maxBuffer: 1 << 30,
    input: "",
    ...options,
    encoding: "utf8",
  });
  return { code: status, stdout: stdout as string, stderr: stderr as string };
}

/** A new folder for one test, gone after it. */
export async function inFolder(work: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pagefix-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Anyone but root: `nobody`, where the tests run as root. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

/** How an ordinary user runs the command: in `cwd`, a folder in the one given, which `handOver` makes theirs. */
export function ordinary(folder: string) {
  const cwd = join(folder, "work");
  mkdirSync(cwd, { recursive: true });
  const options: SpawnSyncOptions = isRoot ? { cwd, uid: NOBODY, gid: NOBODY } : { cwd };
  return { cwd, options, bin: isRoot ? installFor(folder) : shim };
}

/** A copy that `nobody` can read, and tests can damage, wherever the repository lies. */
export function installFor(folder: string): string {
  for (const path of ["bin", "dist", "package.json", "node_modules/commander"]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(resolve(path), join(folder, path), { recursive: true });
  }
  return join(folder, "bin/pagefix.js");
}

/** Gives the work of an ordinary user to them. */
export function handOver(folder: string): void {
  if (!isRoot) return;
  const work = readdirSync(join(folder, "work"), { recursive: true, encoding: "utf8" });
  for (const path of [folder, join(folder, "work"), ...work.map((name) => join(folder, "work", name))])
    chownSync(path, NOBODY, NOBODY);
}
