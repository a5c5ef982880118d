/** `pagefix eval` as users run it. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { article, inFolder, run } from "./command.ts";

const [title = "", , text = ""] = article.split("\n");
const gold = { id: "p", lang: "zh-Hans", articles: [{ title, body: [{ type: "paragraph", text }] }] };

/** Three pages in two sets, of which the gold of one says otherwise. */
function layOut(folder: string): void {
  for (const [path, change] of [
    ["a/one", {}],
    ["a/two", { articles: [{ ...gold.articles[0], title: "另一个标题" }] }],
    ["b/three", {}],
  ] as const) {
    mkdirSync(join(folder, "gold", path), { recursive: true });
    writeFileSync(join(folder, "gold", path, "page.txt"), article);
    writeFileSync(
      join(folder, "gold", path, "gold.json"),
      JSON.stringify({ ...gold, id: path.slice(2), ...change }),
    );
  }
}

const inPages = (work: (cwd: string, pagefix: (...args: string[]) => ReturnType<typeof run>) => void) =>
  inFolder((folder) => {
    layOut(folder);
    work(folder, (...args) => run(args, { cwd: folder }));
  });

describe("figures", () => {
  test("a table, a line a set; with --pages a line a page too", () =>
    inPages((_, pagefix) => {
      const { stdout, code } = pagefix("eval", "gold", "--pages", "-q");
      expect(code).toBe(0);
      expect(stdout.split("\n").map((line) => line.slice(0, 52).trim().split(/\s+/))).toEqual([
        ["pages", "failed", "score"],
        ["one", "1", "0", "100.0"],
        ["two", "1", "0", "66.7"],
        ["a", "2", "0", "83.3"],
        ["three", "1", "0", "100.0"],
        ["b", "1", "0", "100.0"],
        ["ALL", "3", "0", "88.9"],
        [""],
      ]);
    }));

  test("documents that are there already give the same, from a folder or one file", () =>
    inPages((_, pagefix) => {
      const now = pagefix("eval", "gold").stdout;
      pagefix("gold", "-d", "out", "-q");
      pagefix("gold", "-o", "all.ndjson", "-q");
      expect(pagefix("eval", "gold", "out").stdout).toBe(now);
      expect(pagefix("eval", "gold", "all.ndjson").stdout).toBe(now);
      expect(pagefix("eval", "gold/a/one/gold.json", "out/a/one/page.json", "-f", "json").stdout).toContain(
        '"score": 1,',
      );
    }));

  test("JSON and HTML have the worst page first", () =>
    inPages((cwd, pagefix) => {
      expect(JSON.parse(pagefix("eval", "gold", "-f", "json").stdout).pages[0]).toMatchObject({
        id: "two",
        set: "a",
      });
      pagefix("eval", "gold", "-o", "report.html");
      const report = readFileSync(join(cwd, "report.html"), "utf8");
      const rows = [...report.matchAll(/<th scope="row">(.*?)</g)].map(([, name]) => name);
      expect(rows).toEqual(["a", "b", "ALL", "two", "one", "three"]);
      expect(report).toContain("default-src &#39;none&#39;");
    }));

  test("a page without a document counts as empty", () =>
    inPages((_, pagefix) => {
      pagefix("gold/a", "-d", "out/a", "-q");
      const { code, stderr, stdout } = pagefix("eval", "gold", "out");
      expect([code, stdout.split("\n")[2]?.replace(/\s+/g, " ")]).toEqual([
        1,
        expect.stringMatching(/^b 1 1 0\.0/),
      ]);
      expect(stderr).toContain("gold/b/three/page.txt: has no document; run pagefix on it");
    }));
});

describe("floors", () => {
  const held = '{ "sets": { "a": { "score": 0.8 }, "b": { "score": 0.8 } }, "lowered": [] }';

  test("begin with --raise", () =>
    inPages((cwd, pagefix) => {
      const args = ["eval", "gold", "--floors", "new.json"];
      expect(pagefix(...args)).toMatchObject({
        code: 2,
        stderr: "pagefix: new.json: no such file; check the name, or begin it with --raise\n",
      });
      expect(pagefix(...args, "--raise").code).toBe(0);
      expect(JSON.parse(readFileSync(join(cwd, "new.json"), "utf8")).sets.b.score).toBe(0.995);
      expect(pagefix(...args).code).toBe(0);
    }));

  test("hold, go up, and break the run", () =>
    inPages((cwd, pagefix) => {
      writeFileSync(join(cwd, "floors.json"), held);
      const args = ["eval", "gold", "--floors", "floors.json"];
      expect(pagefix(...args)).toMatchObject({
        code: 0,
        stderr: expect.stringContaining("floors: 2 passed, 0 failed"),
      });
      expect(pagefix(...args, "--raise").code).toBe(0);
      expect(JSON.parse(readFileSync(join(cwd, "floors.json"), "utf8")).sets.b.score).toBe(0.995);
      writeFileSync(join(cwd, "gold/b/three/page.txt"), "另一页。\n");
      expect(pagefix(...args)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^b: score is .* below its floor/m),
      });
    }));
});

describe("layout files", () => {
  const alto = "fixtures/formats/alto-4/page.alto.xml";
  const own = { id: "p", lang: "zh-Hans", articles: [{ title: "老码头成了新书房" }] };

  test("need no text beside them, and score the same with it", () =>
    inFolder((cwd) => {
      mkdirSync(join(cwd, "gold/one"), { recursive: true });
      writeFileSync(join(cwd, "gold/one/gold.json"), JSON.stringify(own));
      copyFileSync(alto, join(cwd, "gold/one/page.alto.xml"));
      const args = ["eval", "gold", "--input", "page.alto.xml", "-f", "json"];
      const { code, stdout, stderr } = run(args, { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "all: 1 page\n" });
      const [page] = JSON.parse(stdout).pages;
      expect(page).toMatchObject({ id: "p", kept: 1 });
      writeFileSync(
        join(cwd, "gold/one/page.txt"),
        run(["page.alto.xml", "-f", "text", "--keep-typography"], { cwd: join(cwd, "gold/one") }).stdout,
      );
      expect(JSON.parse(run(args, { cwd }).stdout).pages[0]).toMatchObject({ score: page.score, kept: 1 });
    }));
});

describe("bad input", () => {
  test.each([
    ["a folder without gold", [".."], "no page with gold.json and page.txt; name a folder"],
    ["no such folder", ["nowhere"], "nowhere: no such file; check the name"],
    ["no such output", ["gold", "nowhere"], "nowhere: no such file; check the name"],
    ["an output that is no document", ["gold", "gold/a/one/gold.json"], null],
    ["a page for an output", ["gold", "gold/a/one/page.txt"], "no JSON"],
    ["no floors", ["gold", "--floors", "gold/a/one/gold.json"], 'no file of floors: it has no "sets"'],
    ["nothing", [], "missing required argument 'gold'"],
    ["--raise alone", ["gold", "--raise"], "--raise goes with --floors"],
  ] as const)("%s", (_, args, message) =>
    inPages((cwd, pagefix) => {
      mkdirSync(join(cwd, "gold/deep"), { recursive: true });
      const { code, stderr } = pagefix("eval", ...args.map((arg) => (arg === ".." ? "gold/deep" : arg)));
      expect(code).toBe(message === null ? 1 : 2);
      expect(stderr).toContain(message ?? "has no document");
      expect(stderr).not.toContain("    at ");
    }),
  );

  test("gold with missing keys is named, and the others are scored", () =>
    inPages((cwd, pagefix) => {
      writeFileSync(join(cwd, "gold/a/one/gold.json"), '{ "id": "one", "articles": [] }');
      const { code, stderr, stdout } = pagefix("eval", "gold");
      expect(code).toBe(2);
      expect(stderr).toContain('gold/a/one/gold.json: gold has no "lang"; add "lang", a text');
      expect(stdout).toMatch(/^a +1 +0/m);
    }));
});
