/** The programs of fixtures/examples, run as their first lines say. `npm run types` checks them too. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { inFolder, run } from "./cli/command.ts";

// Runs programs, some of them several times.
jest.setTimeout(30_000);

const EXAMPLES = resolve("fixtures/examples");
const seed = resolve("fixtures/seed/page.txt");

function start(name: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(EXAMPLES, name), ...args], {
    cwd,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

test("a corpus: an article a line, and a data frame of them", () =>
  inFolder((cwd) => {
    const table = start("corpus.js", [resolve("fixtures/seed"), "corpus.jsonl"], cwd);
    const lines = readFileSync(join(cwd, "corpus.jsonl"), "utf8").trimEnd().split("\n");
    const rows = lines.map((line) => JSON.parse(line));
    expect(rows).toHaveLength(6);
    expect(rows[0]).toMatchObject({ page: seed, article: "a1", author: "阮向民", gaps: 1 });
    expect(rows[0].text).toContain("江楠建筑");
    // Page, articles, letters, gaps, articles with an author.
    expect(table).toMatch(/page\.txt' +│ 6 +│ \d+ +│ 1 +│ 3 +│/);
  }));

test("a library's ALTO files: issues as Markdown, and where each article stands", () =>
  inFolder((cwd) => {
    expect(start("alto-collection.js", [join(EXAMPLES, "alto"), "out"], cwd)).toBe(
      "2 pages, 1 issues, 3 articles\n",
    );
    expect(readFileSync(join(cwd, "out/index.csv"), "utf8").split("\n")[1]).toBe(
      '1936-05-01,1936-05-01/0001.xml,a1,江边渡口换了新码头,"100,120,1280,652"',
    );
    expect(readFileSync(join(cwd, "out/1936-05-01.md"), "utf8")).toContain("管理人员说，冬天以前");
  }));

describe("a web service", () => {
  let server: Server;
  let address: string;
  beforeAll(async () => {
    // In a variable, so that TypeScript leaves the types of the example to the project of the examples.
    const file = "../fixtures/examples/web-service.js";
    const { handle } = await import(file);
    server = createServer(handle).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  const post = (body: string | Uint8Array, headers = {}, path = "/") =>
    fetch(address + path, { method: "POST", body, headers });

  test("answers a page with its documents", async () => {
    const response = await post(readFileSync(seed));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ version: 1, articles: { length: 6 } });
  });

  test("says why where it is asked", async () => {
    const document = (await (await post(readFileSync(seed), {}, "/explain")).json()) as { choices: object[] };
    expect(document.choices.length).toBeGreaterThan(10);
  });

  test("gives Markdown to who takes that, of a layout file too", async () => {
    const alto = readFileSync(join(EXAMPLES, "alto/1936-05-01/0001.xml"));
    const response = await post(alto, { accept: "text/markdown" });
    expect(response.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
    expect(await response.text()).toMatch(/^## 江边渡口换了新码头$/m);
  });

  test("what is no page is refused with advice", async () => {
    const response = await post("%PDF-1.4");
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ problem: expect.any(String), advice: expect.any(String) });
    expect((await fetch(address)).status).toBe(405);
    expect((await post(new Uint8Array(33e6))).status).toBe(413);
  });
});

test("a plot: a bar for each page, and a dot for the gap of the seed page", () =>
  inFolder((cwd) => {
    run([resolve("fixtures"), "-q", "-o", "pages.ndjson"], { cwd });
    const svg = start("articles-per-page.js", ["pages.ndjson"], cwd);
    const pages = readFileSync(join(cwd, "pages.ndjson"), "utf8").trimEnd().split("\n");
    expect(svg.match(/<text /g)).toHaveLength(pages.length);
    expect(svg).toMatch(/>seed<\/text>\n *<rect[^>]*><title>6 articles<\/title><\/rect>\n.*<circle/);
  }));

test("the rule of punctuation mends the cuts of the seed page, and glues over what is missing", () =>
  inFolder((cwd) => {
    start("punctuation-rule.js", [resolve("fixtures/seed"), "out"], cwd);
    const document = JSON.parse(readFileSync(join(cwd, "out/page.json"), "utf8"));
    const text = document.articles[0].body.map((block: { text: string }) => block.text).join("\n");
    expect(text).toContain("各级工会把做势,有效提升");
    expect(text).toContain("新华社北京11月1日日电");
    expect(text).toContain("放在重要议事日程");
    expect(text).not.toContain("江楠建筑");
  }));

test("README names every program", () => {
  const readme = readFileSync(join(EXAMPLES, "README.md"), "utf8");
  const programs = readdirSync(EXAMPLES).filter((name) => name.endsWith(".js"));
  expect(programs.length).toBeGreaterThan(4);
  for (const name of programs) expect(readme).toContain(`\`${name}\``);
  for (const [, link = ""] of readme.matchAll(/\]\(([^)]+)\)/g))
    expect(existsSync(join(EXAMPLES, link))).toBe(true);
});
