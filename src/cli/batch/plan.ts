/** Which input is written where: a tree like theirs, below the folder that all of them share. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join, parse, relative, resolve, sep } from "node:path";
import type { Inputs } from "../inputs.ts";
import type { BatchSettings, Format } from "../options.ts";
import { identity } from "../output.ts";
import type { Failure } from "../problems.ts";
import type { Shard } from "../vocabulary.ts";
import type { Records } from "./journal.ts";

export interface Planned {
  readonly path: string;
  /** Below the output folder. */
  readonly output: string;
}

const EXTENSION: Readonly<Record<Format, string>> = {
  html: "html",
  json: "json",
  markdown: "md",
  ndjson: "ndjson",
  parquet: "parquet",
  text: "txt",
};

/** Two names that differ in case, or in how accents are composed, are one file on these. */
const FOLDS_NAMES = process.platform === "darwin" || process.platform === "win32";

/** In the order of the inputs, one that was named twice once; or why nothing may be written. */
export function plan(
  { inputs, roots }: Pick<Inputs, "inputs" | "roots">,
  records: Pick<Records, "inputOf">,
  batch: BatchSettings,
  format: Format,
): readonly Planned[] | Failure {
  const { outDir, name, shard } = batch;
  const base = sharedFolder([...roots]);
  const planned = new Map<string, Planned>();
  for (const { path } of inputs) {
    if (path === null) continue;
    const output = outputOf(relative(base, resolve(path)), name, EXTENSION[format]);
    const key = FOLDS_NAMES ? output.normalize().toLowerCase() : output;
    const other = planned.get(key)?.path;
    if (other !== undefined && resolve(other) !== resolve(path))
      return refusal(
        path,
        `would be written to ${join(outDir, output)}, as ${other} would`,
        "tell them apart with --name, or give one of them another --out-dir",
      );
    if (other === undefined) planned.set(key, { path, output });
  }
  const all = [...planned.values()];
  const own = shard ? all.filter(({ output }) => isIn(shard, output)) : all;
  return overwritten(all, batch) ?? takenFrom(own, records, outDir) ?? own;
}

function sharedFolder(roots: readonly string[]): string {
  const [first = "", ...others] = roots.map((root) => resolve(root));
  return others.reduce((base, folder) => {
    let shared = base;
    while (
      !`${folder}${sep}`.startsWith(shared.endsWith(sep) ? shared : shared + sep) &&
      shared !== dirname(shared)
    )
      shared = dirname(shared);
    return shared;
  }, first);
}

function outputOf(path: string, pattern: string, ext: string): string {
  const { dir, name } = parse(path);
  const values: Readonly<Record<string, string>> = { dir, name, ext };
  return join(
    ".",
    pattern.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? ""),
  );
}

/** Why nothing may be written: a file to be written is an input by any name. */
function overwritten(all: readonly Planned[], { outDir, errors }: BatchSettings): Failure | null {
  const targets = all.map(({ output }) => join(outDir, output));
  const there = [...targets, ...(errors === undefined ? [] : [errors])].filter(
    (target) => identity(target) !== null,
  );
  if (there.length === 0) return null;
  const inputs = new Set(all.map(({ path }) => identity(path)));
  const target = there.find((path) => inputs.has(identity(path)));
  return target === undefined
    ? null
    : refusal(target, "is an input and would be overwritten", "name another --out-dir, --name or --errors");
}

/** The same: an output of another input is there, which an earlier run has made. */
function takenFrom(
  all: readonly Planned[],
  { inputOf }: Pick<Records, "inputOf">,
  outDir: string,
): Failure | null {
  for (const { path, output } of all) {
    const other = inputOf(output);
    if (other === null || other === resolve(path) || isSameInput(other, path)) continue;
    const target = join(outDir, output);
    if (!existsSync(target)) continue;
    return refusal(
      path,
      `would be written over ${target}, which was made from ${relative("", other)}`,
      `name both in one run, tell them apart with --name, or remove ${target} if it is of no use any more`,
    );
  }
  return null;
}

/** By any name. */
function isSameInput(one: string, other: string): boolean {
  const found = identity(one);
  return found !== null && found === identity(other);
}

function refusal(name: string, problem: string, advice: string): Failure {
  return { name, problem, advice, stack: null };
}

/** By the name alone: parts that start at different times agree, whatever has come to the folder in between. */
function isIn({ part, of }: Shard, output: string): boolean {
  const hash = createHash("sha256").update(output.replaceAll(sep, "/")).digest();
  return hash.readUInt32BE() % of === part - 1;
}
