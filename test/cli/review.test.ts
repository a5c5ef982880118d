/** Explaining, reviewing and correcting, as users do it. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import stringWidth from "string-width";
import { article, inFolder, run } from "./command.ts";

const seed = resolve("fixtures/seed/page.txt");
const at = (work: (cwd: string, pagefix: (...args: string[]) => ReturnType<typeof run>) => void) =>
  inFolder((folder) => {
    copyFileSync(seed, join(folder, "page.txt"));
    work(folder, (...args) => run(args, { cwd: folder }));
  });
const read = (cwd: string, name: string) => readFileSync(join(cwd, name), "utf8");

describe("pagefix explain", () => {
  const { stdout, code } = run(["explain", seed]);

  test("gaps come first, then overlaps and what is uncertain; each with its second best and its terms", () => {
    expect(code).toBe(0);
    const titles = [...stdout.matchAll(/^[A-Z].*$/gm)].map(([title]) => title.split(":")[0]);
    expect(titles.slice(0, 4)).toEqual(["Gaps", "Overlaps", "Other warnings", "Uncertain"]);
    expect(stdout).toMatch(
      /全省各级工会把做 … 势,有效提升[^\n]*\n +\d+ % a gap; second \d+ % left apart\n(?: +.*\n)*? +\+\d\.\d\d {2}.*\(stubNext\)/,
    );
    expect(stdout).toMatch(/有限公司、江 ┃ 楠建筑产业工人/);
  });

  test("terms fall from the strongest to the weakest", () => {
    const all = run(["explain", seed, "--all"]).stdout;
    let [last, terms] = [Infinity, 0];
    for (const line of all.split("\n")) {
      const weight = Number(/^ +[+−](\d+\.\d\d) {2}/.exec(line)?.[1] ?? Number.NaN);
      if (weight > last) expect(line).toBe(`no stronger than ${last}`);
      last = Number.isNaN(weight) ? Infinity : weight;
      if (!Number.isNaN(weight)) terms++;
    }
    expect(terms).toBeGreaterThan(100);
  });

  test("wide characters are aligned: all bars stand in one column", () => {
    const bars = [...stdout.matchAll(/^( {2}\d+:\d+ .*? )[┃¶…] (?! )/gm)].map(([, before = ""]) =>
      stringWidth(before),
    );
    expect(bars.length).toBeGreaterThan(3);
    expect(new Set(bars).size).toBe(1);
  });

  test("colours on demand, and none otherwise", () => {
    expect(stdout.includes("\u001b")).toBe(false);
    const env = { ...process.env, FORCE_COLOR: "1", NO_COLOR: "" };
    expect(run(["explain", seed], { env }).stdout).toContain("\u001b[1mGaps");
    expect(run(["explain", seed, "--no-color"], { env }).stdout).not.toContain("\u001b");
  });

  test("control characters of the page never reach the terminal, however long a line is", () =>
    at((cwd, pagefix) => {
      const evil = `\u001b[2J\u001b]0;x\u0007\u202e反\u009b31m`;
      writeFileSync(
        join(cwd, "evil.txt"),
        `${evil}标题\n\n${"字".repeat(100_000)}${evil}、江\n\n${evil}楠建筑${evil}。\n`,
      );
      const { stdout: said, code: done } = pagefix("explain", "evil.txt", "--all");
      expect(done).toBe(0);
      for (const character of "\u001b\u0007\u202e\u009b") expect(said.includes(character)).toBe(false);
      expect(said).toContain("\\x1b");
      expect(Math.max(...said.split("\n").map((line) => stringWidth(line)))).toBeLessThan(200);
    }));
});

describe("--explain", () => {
  test("puts the log and the choices into the JSON, which keeps the schema", () =>
    at((_, pagefix) => {
      const { stdout, code, stderr } = pagefix("page.txt", "--explain", "--validate");
      expect([code, stderr]).toEqual([0, expect.not.stringContaining("schema")]);
      const { edits, choices } = JSON.parse(stdout);
      expect(edits.length).toBeGreaterThan(10);
      expect(choices.find(({ decided }: { decided: string }) => decided === "gap")).toMatchObject({
        about: "seam",
        tail: { text: expect.stringContaining("工会把做") },
        second: { decided: "apart" },
      });
      expect(JSON.parse(pagefix("page.txt").stdout)).not.toHaveProperty("choices");
      expect(pagefix("page.txt", "--explain", "-f", "text").code).toBe(2);
    }));
});

describe("decisions", () => {
  test("are listed, edited and honoured, from beside the page or by name", () =>
    at((cwd, pagefix) => {
      pagefix("page.txt", "--explain", "-o", "page.json");
      const before = pagefix("page.txt").stdout;
      const list = JSON.parse(pagefix("decisions", "page.json").stdout);
      writeFileSync(join(cwd, "page.decisions.json"), JSON.stringify(list));
      expect(pagefix("page.txt").stdout).toBe(before);
      const cut = list.decisions.find(({ tail }: { tail?: { text: string } }) =>
        tail?.text.endsWith("有限公司、江"),
      );
      cut.do = "apart";
      writeFileSync(join(cwd, "page.decisions.json"), JSON.stringify(list));
      expect(pagefix("page.txt", "-f", "text").stdout).toContain("有限公司、江\n");
      expect(pagefix("page.txt", "-f", "text", "--no-decisions").stdout).toContain("有限公司、江楠建筑");
      mkdirSync(join(cwd, "elsewhere"));
      copyFileSync(join(cwd, "page.txt"), join(cwd, "elsewhere/other.txt"));
      expect(pagefix("elsewhere/other.txt", "-f", "text").stdout).toContain("有限公司、江楠建筑");
      const named = ["--decisions", "page.decisions.json", "-f", "text"];
      expect(pagefix("elsewhere/other.txt", ...named).stdout).toContain("有限公司、江\n");
    }));

  test("--resume does a page again whose decisions have changed", () =>
    at((cwd, pagefix) => {
      writeFileSync(join(cwd, "second.txt"), article);
      const resume = () => pagefix("page.txt", "second.txt", "-d", "out", "--resume").stderr;
      resume();
      expect(resume()).toContain("2 up to date");
      pagefix("page.txt", "--explain", "-o", "page.json");
      writeFileSync(join(cwd, "page.decisions.json"), pagefix("decisions", "page.json").stdout);
      expect(resume()).toContain("1 up to date");
      expect(resume()).toContain("2 up to date");
    }));

  test.each([
    ["no JSON", "{", 1, "page.txt: page.decisions.json: no JSON"],
    ["something else", "[]", 1, 'no file of decisions: it has no "decisions"; mend it'],
    [
      "another page",
      JSON.stringify({
        version: 1,
        decisions: ["甲乙丙", "丁戊己"].map((text) => ({ do: "title", from: { text }, to: { text } })),
      }),
      0,
      "stale-decision: none of the 2 decisions finds its place",
    ],
  ])("a file that is %s is named", (_, text, code, message) =>
    at((cwd, pagefix) => {
      writeFileSync(join(cwd, "page.decisions.json"), text);
      expect(pagefix("page.txt", "-o", "out.json")).toMatchObject({
        code,
        stderr: expect.stringContaining(message),
      });
    }),
  );

  test("wrong names and uses are told", () =>
    at((_, pagefix) => {
      expect(pagefix("page.txt", "--decisions", "gone.json").stderr).toContain(
        "gone.json: no such file; check the name",
      );
      expect(pagefix("page.txt", "page.txt", "--decisions", "x.json").stderr).toContain(
        "--decisions goes with one page",
      );
      expect(pagefix("decisions", "page.txt")).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("no JSON"),
      });
    }));
});

describe("pagefix undo", () => {
  test("writes the document without one edit", () =>
    at((cwd, pagefix) => {
      pagefix("page.txt", "--edits", "-o", "page.json");
      const { edits } = JSON.parse(read(cwd, "page.json"));
      const n = edits.findIndex(({ reason }: { reason: string }) => reason === "column");
      expect(pagefix("undo", "page.json", "--edit", String(n), "-o", "undone.json").code).toBe(0);
      const undone = JSON.parse(read(cwd, "undone.json"));
      expect(undone.edits).toHaveLength(edits.length);
      expect(undone.articles[0].body.map(({ text }: { text: string }) => text)).toContainEqual(
        expect.stringMatching(/有限公司、江$/),
      );
      // Again, from what came of it.
      expect(pagefix("undo", "undone.json", "--edit", "0", "-q").code).toBe(0);
    }));

  test.each([
    [
      "a document without edits",
      ["page.txt", "-o", "page.json"],
      "0",
      "it holds no edits; write it with --edits",
    ],
    [
      "an edit that is not there",
      ["page.txt", "--edits", "-o", "page.json"],
      "9999",
      "there is no edit 9999; it has ",
    ],
    ["no number", ["page.txt", "--edits", "-o", "page.json"], "first", "Use a whole number from 0 on."],
  ] as const)("%s", (_, make, edit, message) =>
    at((_cwd, pagefix) => {
      pagefix(...make);
      expect(pagefix("undo", "page.json", "--edit", edit)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(message),
      });
    }),
  );

  test("a page that has changed, or is gone", () =>
    at((cwd, pagefix) => {
      pagefix("page.txt", "--edits", "-o", "page.json");
      writeFileSync(join(cwd, "page.txt"), article);
      expect(pagefix("undo", "page.json", "--edit", "0").stderr).toContain(
        "the page page.txt has changed since; repair it anew",
      );
      expect(pagefix("undo", "page.json", "--edit", "0", "--source", "no.txt").stderr).toContain(
        "no.txt cannot be read: no such file",
      );
      expect(pagefix("undo", "page.json", "--edit", "0", "--source", seed, "-q").code).toBe(0);
    }));
});

describe("-f html", () => {
  test("one page, several, a batch", () =>
    at((cwd, pagefix) => {
      writeFileSync(join(cwd, "second.txt"), article);
      expect(pagefix("page.txt", "-o", "page.html").code).toBe(0);
      expect(read(cwd, "page.html")).toContain("<title>page.txt – pagefix</title>");
      pagefix("page.txt", "second.txt", "-o", "both.html");
      expect(read(cwd, "both.html")).toContain("<title>2 pages – pagefix</title>");
      expect(pagefix("page.txt", "second.txt", "-d", "out", "-f", "html").code).toBe(0);
      expect(read(cwd, "out/second.html")).toContain("老码头成了新书房");
    }));

  test("--image must be a picture, and goes with html", () =>
    at((_, pagefix) => {
      expect(pagefix("page.txt", "-o", "page.html", "--image", "page.txt").stderr).toContain(
        "the image page.txt is no picture that browsers show; name a PNG",
      );
      expect(pagefix("page.txt", "--image", "scan.png").stderr).toContain(
        "--image goes with html and one page",
      );
    }));

  test("an image that cannot be shown is told before any work, and nothing is written", () =>
    at((cwd, pagefix) => {
      const alto = resolve("fixtures/formats/alto-4/page.alto.xml");
      const paper = "name a PNG, JPEG, WebP or GIF with --image\n";
      expect(pagefix(alto, "-o", "page.html", "--image", "no.png")).toMatchObject({
        code: 2,
        stderr: `pagefix: --image: the image no.png cannot be read: no such file; ${paper}`,
      });
      expect(pagefix(alto, "-o", "page.html", "--image", "page.txt")).toMatchObject({
        code: 2,
        stderr: `pagefix: --image: the image page.txt is no picture that browsers show; ${paper}`,
      });
      expect(readdirSync(cwd)).toEqual(["page.txt"]);
    }));

  test("an image goes with boxes, and with one page: else people are told that it is left out", () =>
    at((cwd, pagefix) => {
      const image = resolve(".github/review.png");
      const made = pagefix("page.txt", "-o", "page.html", "--image", image);
      expect(made.code).toBe(0);
      expect(made.stderr).toContain("unused-image: the page is text and has no boxes to show on it");
      writeFileSync(join(cwd, "two.txt"), `${article}\f${article}`);
      expect(pagefix("two.txt", "-o", "two.html", "--image", image, "-q")).toMatchObject({
        code: 2,
        stderr:
          "pagefix: --image: goes with one page, and there are 2; make a review of each page by itself, or leave out --image\n",
      });
      const alto = resolve("fixtures/formats/alto-4/page.alto.xml");
      expect(pagefix(alto, "-o", "alto.html", "--image", image)).toMatchObject({ code: 0 });
      expect(read(cwd, "alto.html")).toContain("<image href=");
    }));
});
