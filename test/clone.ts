/** A folder like a clone of the repository, in which a reader of README.md tries what it says. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { article, shim } from "./cli/command.ts";

export interface Clone {
  /** Runs lines of a shell in it, with `pagefix` installed. */
  readonly bash: (lines: string) => {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  };
  /** Whether a file with something in it is there, or a folder with files. */
  readonly holds: (name: string) => boolean;
  readonly read: (name: string) => string;
  readonly remove: () => void;
}

/** Instead of Slurm, which few machines have: the tasks of the array one after the other. */
const SBATCH = `#!/usr/bin/env bash
[[ "$1" =~ ^--array=([0-9]+)-([0-9]+)$ && "$2" == --wrap ]] || exit 2
for ((i = BASH_REMATCH[1], n = BASH_REMATCH[2]; i <= n; i++)); do
  SLURM_ARRAY_TASK_ID=$i sh -c "$3" || exit
done
`;

/** Besides the pages of the repository: gold of the reader's own, and floors for it. */
export function likeAClone(): Clone {
  const folder = mkdtempSync(join(tmpdir(), "pagefix-readme-"));
  cpSync("fixtures", join(folder, "fixtures"), { recursive: true });
  const page = join(folder, "gold/issue/p1");
  const [title = "", , text = ""] = article.split("\n");
  mkdirSync(page, { recursive: true });
  writeFileSync(join(page, "page.txt"), article);
  writeFileSync(
    join(page, "gold.json"),
    JSON.stringify({ id: "p1", lang: "zh-Hans", articles: [{ title, body: [{ type: "paragraph", text }] }] }),
  );
  writeFileSync(join(folder, "floors.json"), JSON.stringify({ sets: { issue: { para_f1: 0.9 } } }));
  const bin = join(folder, ".bin");
  mkdirSync(bin);
  symlinkSync(shim, join(bin, "pagefix"));
  writeFileSync(join(bin, "sbatch"), SBATCH, { mode: 0o755 });
  const PATH = `${bin}${delimiter}${process.env.PATH}`;
  return {
    bash(lines) {
      const args = ["-eu", "-o", "pipefail", "-c", lines];
      return spawnSync("bash", args, { cwd: folder, encoding: "utf8", env: { ...process.env, PATH } });
    },
    holds(name) {
      const path = join(folder, name);
      if (!existsSync(path)) return false;
      return statSync(path).isDirectory() ? readdirSync(path).length > 1 : statSync(path).size > 0;
    },
    read: (name) => readFileSync(join(folder, name), "utf8"),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
