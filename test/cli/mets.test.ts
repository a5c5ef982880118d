/** METS issues by the command: one at a time, in batches, as a stream; and links that lead out of their folder. */
import { cpSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import type { Document } from "../../src/index.ts";
import { inFolder, run } from "./command.ts";

const ISSUE = resolve("fixtures/formats/mets");
const inIssue = (work: (folder: string) => void) =>
  inFolder((folder) => {
    cpSync(ISSUE, join(folder, "issue"), { recursive: true });
    work(folder);
  });
const titles = (documents: readonly Document[]) =>
  documents.flatMap(({ articles }) => articles.map(({ title }) => title));
const TITLES = ["New Lantern for the Pier", "Le phare du vieux port"];

test("an issue is read by its path, from whatever folder", () =>
  inIssue((cwd) => {
    const { code, stdout, stderr } = run(["issue/issue.mets.xml"], { cwd });
    expect(code).toBe(0);
    expect(titles(JSON.parse(stdout))).toEqual(TITLES);
    expect(stderr).toMatch(/^issue\/issue.mets.xml: 2 pages/m);
    const record = `${JSON.stringify({ id: 1, path: "issue/issue.mets.xml" })}\n`;
    const [answer] = run(["stream"], { cwd, input: record }).stdout.split("\n");
    expect(titles(JSON.parse(answer as string).documents)).toEqual(TITLES);
  }));

test("on standard input it has no folder", () => {
  const { code, stderr } = run([], { input: readFileSync(join(ISSUE, "issue.mets.xml")) });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /standard input: this is a METS file.*give its path, e\.g\. pagefix issue\.mets\.xml/,
  );
});

test("a page that is not there is warned of, found by check, and fails in strict mode", () =>
  inIssue((cwd) => {
    renameSync(join(cwd, "issue/ALTO/page-2.xml"), join(cwd, "issue/ALTO/page-3.xml"));
    const file = "issue/issue.mets.xml";
    const { code, stdout, stderr } = run([file], { cwd });
    expect(code).toBe(0);
    expect(titles([JSON.parse(stdout)])).toEqual([TITLES[0]]);
    expect(stderr).toMatch(
      /missing-page: page 2 cannot be read: \.\/ALTO\/page-2\.xml: no such file; check the name/,
    );
    expect(run(["--strict", file], { cwd })).toMatchObject({ code: 1, stdout: "" });
    const checked = run(["check", "--fail-on", "missing-page", file], { cwd });
    expect(checked.code).toBe(1);
    expect(checked.stdout).toMatch(/missing-page page 2 cannot be read/);
  }));

test("a link that leads out of the folder is not followed, one within is", () =>
  inIssue((cwd) => {
    const page = join(cwd, "issue/ALTO/page-2.xml");
    mkdirSync(join(cwd, "elsewhere"));
    renameSync(page, join(cwd, "elsewhere/page.xml"));
    symlinkSync("../../elsewhere/page.xml", page);
    const { stderr } = run(["issue/issue.mets.xml"], { cwd });
    expect(stderr).toMatch(/page 2 cannot be read: .*: a link that leads out of the folder/);
    renameSync(join(cwd, "elsewhere/page.xml"), join(cwd, "issue/page.xml"));
    renameSync(page, join(cwd, "issue/old"));
    symlinkSync("../page.xml", page);
    expect(titles(JSON.parse(run(["issue/issue.mets.xml"], { cwd }).stdout))).toEqual(TITLES);
  }));

test("a batch does an issue again when one of its pages has changed", () =>
  inIssue((cwd) => {
    const batch = () => run(["issue/issue.mets.xml", "-d", "out", "--resume"], { cwd }).stderr;
    expect(batch()).toMatch(/^all: 2 pages → out/m);
    expect(batch()).toMatch(/1 up to date/);
    const page = join(cwd, "issue/ALTO/page-2.xml");
    writeFileSync(page, readFileSync(page, "utf8").replace("phare", "fanal"));
    expect(batch()).toMatch(/^all: 2 pages → out/m);
    expect(titles(JSON.parse(readFileSync(join(cwd, "out/issue.mets.json"), "utf8")))[1]).toMatch(/fanal/);
  }));

test("an edit of an issue is undone", () =>
  inIssue((cwd) => {
    run(["issue/issue.mets.xml", "--edits", "-o", "out.json"], { cwd });
    const undone = run(["undo", "out.json", "--page", "1", "--edit", "0"], { cwd });
    expect(undone).toMatchObject({ code: 0, stderr: expect.stringMatching(/edit 0 undone/) });
    const [, before] = JSON.parse(readFileSync(join(cwd, "out.json"), "utf8"));
    const [, after] = JSON.parse(undone.stdout);
    expect(after.articles[0].body.length).toBeGreaterThan(before.articles[0].body.length);
  }));
