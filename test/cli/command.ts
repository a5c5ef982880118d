/** The command as users run it: a process of its own, in a folder of its own. */
import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

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
