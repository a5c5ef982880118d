/** The layout that DESIGN asks for: who may import whom, and how long a file may be. */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, test } from "@jest/globals";

/** What each part of src may import, besides itself. A file at the top of src is a part of its own. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  page: [],
  language: ["page"],
  layout: ["page", "language"],
  model: ["page", "language"],
  read: ["page", "language", "model"],
  write: ["page"],
  evaluate: ["page", "write"],
  headlines: ["page", "language", "model"],
  stages: ["page", "language", "layout", "model", "headlines"],
  assemble: ["page", "language"],
  confidence: ["page", "language", "model", "stages"],
  fix: ["page", "model", "stages", "confidence"],
  api: ["page", "read", "assemble", "fix"],
  index: ["page", "read", "write", "api"],
  cli: ["page", "language", "model", "read", "write", "api", "index", "evaluate"],
  // Not published: what made the weights.
  training: [
    "page",
    "language",
    "layout",
    "model",
    "read",
    "headlines",
    "stages",
    "confidence",
    "evaluate",
    "fix",
  ],
};

interface Source {
  /** Path below src. */
  readonly path: string;
  readonly text: string;
  /** What it imports: paths below src, or names of packages. */
  readonly imports: readonly string[];
}

const ROOT = new URL("../src/", import.meta.url);
const sources: Source[] = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .map((path) => {
    const text = readFileSync(new URL(path, ROOT), "utf8");
    const imports = [
      ...text.matchAll(/^(?:import|export|\}) (?:.*?from )?"([^"\n]+)"|\bimport\("([^"\n]+)"\)/gm),
    ].map(([, named, dynamic]) => (named ?? dynamic) as string);
    const resolved = imports.map((name) =>
      name.startsWith(".") ? posix.join(posix.dirname(path), name) : name,
    );
    return { path, text, imports: resolved };
  });

const partOf = (path: string) => path.split("/")[0]?.replace(/\.ts$/, "") ?? "";
const isOurs = (name: string) => /\.(?:ts|json)$/.test(name);
const importers = (pattern: RegExp) =>
  sources.filter(({ imports }) => imports.some((name) => pattern.test(name))).map(({ path }) => path);

test("there are sources, and their imports are found", () => {
  expect(sources.length).toBeGreaterThan(40);
  expect(importers(/^page\/types\.ts$/).length).toBeGreaterThan(10);
});

test.each(Object.keys(MAY_IMPORT))("%s imports only what lies below it", (part) => {
  const allowed = new Set([part, ...(MAY_IMPORT[part] ?? [])]);
  const astray = sources
    .filter(({ path }) => partOf(path) === part)
    .flatMap(({ path, imports }) =>
      imports.filter((name) => isOurs(name) && !allowed.has(partOf(name))).map((name) => `${path} → ${name}`),
    );
  expect(astray).toEqual([]);
});

test("the drawing in src/README.md shows the imports that there are", () => {
  const [, drawing = ""] =
    /```mermaid\n(.*?)```/s.exec(readFileSync(new URL("README.md", ROOT), "utf8")) ?? [];
  const drawn = [...drawing.matchAll(/^ +(\w+) -\.?-> (.*)$/gm)].flatMap(([, from, to = ""]) =>
    to.split(" & ").map((part) => `${from} → ${part}`),
  );
  const found = sources.flatMap(({ path, imports }) =>
    imports.filter((name) => isOurs(name)).map((name) => `${partOf(path)} → ${partOf(name)}`),
  );
  const others = found.filter((arrow) => !/^(\w+) → (?:\1|page)$/.test(arrow));
  expect(drawn.sort()).toEqual([...new Set(others)].sort());
  expect(new Set(found.filter((arrow) => arrow.endsWith("→ page"))).size).toBe(
    Object.keys(MAY_IMPORT).length,
  );
});

test("every part has its place", () => {
  expect(
    [...new Set(sources.map(({ path }) => partOf(path)))].filter((part) => !(part in MAY_IMPORT)),
  ).toEqual([]);
});

/** `wraps` of stages/wraps.ts, `seams` of stages/seams/…; undefined for what all stages share. */
function stageOf(path: string): string | undefined {
  const [part, name = ""] = path.split("/");
  return part === "stages" && name !== "types.ts" ? name.replace(/\.ts$/, "") : undefined;
}

test("a stage imports no other stage", () => {
  const astray = sources.flatMap(({ path, imports }) =>
    imports
      .filter((name) => stageOf(path) && stageOf(name) && stageOf(name) !== stageOf(path))
      .map((name) => `${path} → ${name}`),
  );
  expect(astray).toEqual([]);
});

test("only the command, the loader of models and the training touch Node", () => {
  expect(importers(/^node:/).filter((path) => !/^(?:cli|training)\/|^model\/load\.ts$/.test(path))).toEqual(
    [],
  );
});

/** What the promise in .github/SECURITY.md rests on: none of these is within reach, so no input can reach it. */
describe("of what could do harm, the program has", () => {
  const published = sources.filter(({ path }) => !path.startsWith("training/") && path !== "cli/bundle.ts");
  const using = (pattern: RegExp) =>
    published.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  test("no way into the network", () => {
    const network = /^(?:node:)?(?:net|tls|dgram|dns|https?|http2|inspector|undici|ws)(?:\/|$)/;
    const astray = published.filter(({ imports }) => imports.some((name) => network.test(name)));
    expect(astray.map(({ path }) => path)).toEqual([]);
    expect(using(/\b(?:fetch|WebSocket|XMLHttpRequest|EventSource|sendBeacon)\s*\(/)).toEqual([]);
  });

  test("no other programs, and no code but its own", () => {
    expect(importers(/^(?:node:)?(?:child_process|cluster|vm|module|repl|wasi)$/)).toEqual(["cli/bundle.ts"]);
    expect(
      using(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(|\bimport\s*\((?!["'])|\bsetTimeout\(\s*["'`]/),
    ).toEqual([]);
  });

  test("no module of node's but those that read, write, hash and start threads of its own", () => {
    const used = published.flatMap(({ imports }) => imports.filter((name) => name.startsWith("node:")));
    expect([...new Set(used)].sort()).toEqual([
      "node:crypto",
      "node:fs",
      "node:os",
      "node:path",
      "node:timers/promises",
      "node:url",
      "node:v8",
      "node:worker_threads",
    ]);
  });
});

test("zod loads with the schema alone", () => {
  expect(importers(/^zod$/)).toEqual(["write/schema.ts"]);
});

test("a file is one idea: fewer than 300 lines, unless a program wrote it", () => {
  const long = sources
    .filter(({ path, text }) => !path.startsWith("model/weights/") && text.split("\n").length >= 300)
    .map(({ path }) => path);
  expect(long).toEqual([]);
});
