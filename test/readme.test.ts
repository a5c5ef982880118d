/** README.md says what is true: its page, its result, its commands, its example and its options are those of the program. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import * as library from "../src/index.ts";
import { run } from "./cli/command.ts";
import { type Clone, likeAClone } from "./clone.ts";
import { fenced } from "./fenced.ts";

// Runs programs, some of them several times.
jest.setTimeout(30_000);

const readme = readFileSync("README.md", "utf8");
const seed = "fixtures/seed/page.txt";

/** The fenced blocks of a language, in their order. */
const blocks = (language: string) =>
  fenced(readme)
    .filter((block) => block.language === language)
    .map(({ code }) => code);

/** Runs of text between the ellipses that say where README leaves something out, and ends of lines. */
const pieces = (text: string) =>
  text.split(/(?<!\[)…(?!\])|\n/).filter((piece) => piece !== "" && !/^…+$/.test(piece));

test("the page on top is the page, and the result is what comes of it", () => {
  const page = readFileSync(seed, "utf8");
  for (const piece of pieces(blocks("text")[0] ?? "")) expect(page).toContain(piece);
  const { stdout } = run([seed, "-f", "markdown"]);
  for (const piece of pieces(blocks("markdown")[0] ?? "")) expect(stdout).toContain(piece);
});

test("the JSON is part of the document", () => {
  const { stdout } = run([seed]);
  const { articles, warnings, ...rest } = JSON.parse(blocks("json")[0] ?? "");
  const document = JSON.parse(stdout);
  expect(document).toMatchObject(rest);
  expect(document.articles[0]).toMatchObject(articles[0]);
  expect(document.warnings).toContainEqual(warnings[0]);
});

test("the example of the API prints what README says", () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", blocks("js")[0] ?? ""],
    {
      encoding: "utf8",
    },
  );
  expect(stderr).toBe("");
  expect(stdout).toBe(blocks("text")[1]);
});

test("it tells in the order in which people ask", () => {
  expect([...readme.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
    "What is this?",
    "When should I use this?",
    "Install",
    "Use",
    "Output",
    "API",
    "Options",
    "Accuracy",
    "Speed",
    "Compatibility",
    "Security",
    "Related",
    "License",
  ]);
});

/** Blocks that are not run here, by how they begin, and what holds them instead. */
const NOT_RUN: Readonly<Record<string, string>> = {
  "npm install --global pagefix": "asks the registry; .ci/run installs the same package from its file",
  "npm ci && npx pagefix": ".ci/run begins so",
  "npm ci && npm test": "would run itself",
  "npm install --global .": "changes the machine; .ci/run installs the package in an empty folder",
  "npm install ../pagefix": "a minute of its own; .ci/run installs the package in an empty folder",
  "source <(pagefix completion zsh)":
    "needs zsh and fish; test/cli/completion.test.ts runs them where they are",
  "tesseract page.png": "needs four engines; test/chain runs Tesseract",
  "jq -r": "needs jq; test/read/layout/mets.test.ts holds the two lists that it counts",
};
const reasonOf = (code: string) => Object.keys(NOT_RUN).find((start) => code.startsWith(start));

test("every block is a text that is compared, or a command that is run, or it is known why not", () => {
  const all = fenced(readme);
  const commands = all.filter(({ language }) => ["sh", "bash", "console"].includes(language));
  expect(commands.map(({ code }) => reasonOf(code)).filter(Boolean)).toEqual(Object.keys(NOT_RUN));
  for (const { language, code } of commands)
    if (language !== "sh") expect(reasonOf(code)).toEqual(expect.any(String));
  const others = all.filter((block) => !commands.includes(block));
  expect(others.map(({ language }) => language)).toEqual(["text", "markdown", "json", "js", "text"]);
});

/** What a command writes. */
const outputsOf = (code: string) =>
  [...code.matchAll(/(?:-o|>|-d) (\S+)/g)].map(([, name]) => name as string);

test("git ignores what is written in a clone where README is tried", () => {
  const ignored = readFileSync(".gitignore", "utf8").split("\n");
  const written = blocks("sh").flatMap(outputsOf);
  expect(written.length).toBeGreaterThan(10);
  for (const name of written)
    expect([`/${name}`, `/${name}/`].some((line) => ignored.includes(line))).toBe(true);
});

/** It takes a shell of Unix to run what README says to one. */
const onUnix = process.platform === "win32" ? describe.skip : describe;

onUnix("a command does what it says", () => {
  let clone: Clone;
  beforeAll(() => {
    clone = likeAClone();
  });
  afterAll(() => clone.remove());

  test.each(blocks("sh").filter((code) => !reasonOf(code)))("%s", (code) => {
    const { status, stdout, stderr } = clone.bash(code);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringMatching(/^pagefix: /m) });
    const outputs = outputsOf(code);
    for (const name of outputs) expect(clone.holds(name)).toBe(true);
    if (outputs.length === 0 && !/ check |^source /m.test(code)) expect(stdout).not.toBe("");
  });

  test("whatever way it went, a page comes out whole", () => {
    const pages = [
      ["out.md", "articles/seed/page.md"],
      ["out.json", "found/seed/page.json", "parts/seed/page.json"],
    ];
    for (const names of pages)
      for (const name of names) expect(clone.read(name)).toContain("有限公司、江楠建筑产业工人孵化基地");
    expect(clone.read("collection/1936-05-01/0001.md")).toContain("管理人员说，冬天以前");
    const all = readdirSync("fixtures", { recursive: true, encoding: "utf8" });
    expect(clone.read("out.ndjson").trimEnd().split("\n").length).toBeGreaterThan(
      all.filter((path) => path.endsWith("page.txt")).length - 1,
    );
  });
});

test("the table of the API has what the package exports", () => {
  const functions = [...readme.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`(\w+)[(`]/g)].map(([, name]) => name),
  );
  for (const name of Object.keys(library)) expect(functions).toContain(name);
});

test("the table of options has the options of --help, in its words", () => {
  const help = run(["--help"])
    .stdout.replace(/^.*Options:\n/s, "")
    .replace(/\n\n.*$/s, "");
  const options = help
    .replace(/\n {10,}/g, " ")
    .split("\n")
    .map((line) => line.trim().split(/ {2,}/));
  const rows = [...readme.matchAll(/^\| `(-.*?)` *\| (.*?) *\| (.*?) *\|$/gm)];
  expect(rows.map(([, flags]) => flags)).toEqual(options.map(([flags]) => flags));
  rows.forEach(([, , meaning = "", value = ""], i) => {
    const [what = ""] = meaning.replaceAll("`", "").split(": json");
    expect(options[i]?.[1]).toContain(what);
    expect(options[i]?.[1]).toContain(value.replaceAll("`", ""));
  });
});
