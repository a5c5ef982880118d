import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { article, inFolder, run } from "./command.ts";

test("a page in, JSON out; messages keep off standard output", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    const { code, stdout, stderr } = run(["page.txt"], { cwd });
    const sha256 = createHash("sha256").update(article).digest("hex");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, source: { path: "page.txt", sha256 } });
    expect(stderr).toMatch(/page\.txt: 1 article/);
  }));

test.each([[[]], [["-"]]])("standard input has no path (%j)", (args) => {
  const { code, stdout } = run([...args, "--lang", "zh-CN"], { input: article });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ source: { path: null, lang: "zh-Hans" } });
});

test.each([
  ["out.json", /^\{\n {2}"version": 1/],
  ["out.md", /老码头/],
  ["out.MARKDOWN", /老码头/],
  ["out.ndjson", /^\{"version":1,.*\}\n$/],
  ["out.jsonl", /^\{"version":1,.*\}\n$/],
  ["out.txt", /^老码头成了新书房\n\n/],
])("the extension tells the format: %s", (name, content) =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    const { code, stdout, stderr } = run(["page.txt", "-o", name, "--validate"], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toContain(` → ${name}\n`);
    expect(readFileSync(join(cwd, name), "utf8")).toMatch(content);
  }),
);

test("--format has the last word", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    expect(run(["page.txt", "-o", "out.data", "-f", "ndjson"], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, "out.data"), "utf8")).toMatch(/^\{"version":1,/);
  }));

test("several inputs come in their order, globs sorted; the shape does not hang on what a glob finds", () =>
  inFolder((cwd) => {
    mkdirSync(join(cwd, "scans", "deep"), { recursive: true });
    for (const name of ["scans/b.txt", "scans/deep/a.txt", "z[1].txt"])
      writeFileSync(join(cwd, name), article);
    const paths = (...args: string[]) =>
      (JSON.parse(run(args, { cwd }).stdout) as { source: { path: string } }[]).map(
        ({ source }) => source.path,
      );
    expect(paths("z[1].txt", "scans/**/*.txt")).toEqual(["z[1].txt", "scans/b.txt", "scans/deep/a.txt"]);
    expect(paths("scans/*.txt")).toEqual(["scans/b.txt"]);
    expect(run(["scans/**/*.txt", "-f", "ndjson"], { cwd }).stdout.trimEnd().split("\n")).toHaveLength(2);
  }));

test("a page that fails does not take the others with it", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    writeFileSync(join(cwd, "empty.txt"), "");
    const { code, stderr } = run(["empty.txt", "page.txt", "nope.txt", "-o", "out.json"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^pagefix: empty\.txt: .*; .*$/m);
    expect(stderr).toMatch(/^pagefix: nope\.txt: no such file; check the name$/m);
    expect(stderr).toMatch(/^all: 1 page → out\.json; 2 inputs failed$/m);
    expect(JSON.parse(readFileSync(join(cwd, "out.json"), "utf8"))).toHaveLength(1);
  }));

test("-q says nothing but errors", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    expect(run(["-q", "page.txt"], { cwd }).stderr).toBe("");
    expect(run(["-q", "page.txt", "nope.txt"], { cwd }).stderr).toBe(
      "pagefix: nope.txt: no such file; check the name\n",
    );
  }));

test("help and version go to standard output", () => {
  expect(run(["--help"])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Examples:"),
    stderr: "",
  });
  expect(run(["--version"])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test("--confidence says how likely roles and articles are right, as the schema has it", () => {
  const { code, stdout } = run(["-", "--confidence", "--validate"], { input: article });
  expect(code).toBe(0);
  for (const { confidence } of JSON.parse(stdout).articles[0].body)
    expect(confidence).toEqual({ role: expect.any(Number), membership: expect.any(Number) });
});

test.each([
  [["--forma", "json"], /unknown option '--forma'\n\(Did you mean --format\?\)/],
  [["-f", "pdf"], /Allowed choices are json, markdown, html, ndjson, parquet, text/],
  [["-", "-o", "out.docx"], /out\.docx: no format goes by this extension; use \.json/],
  [["-", "--lang", "klingon"], /Use one of zh-Hans, zh-Hant/],
  [["-", "--encoding", "klingon"], /Use one of utf-8/],
  [["-", "--front-matter"], /--front-matter goes with Markdown/],
  [["-", "--edits", "-f", "text"], /--edits goes with json and ndjson/],
  [["-", "--confidence", "-f", "markdown"], /--confidence goes with json and ndjson/],
  [["-", "-"], /stands twice/],
])("wrong usage exits with 2: %j", (args, message) => {
  const { code, stdout, stderr } = run(args, { input: article });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/^pagefix: /);
});
