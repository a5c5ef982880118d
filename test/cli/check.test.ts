/** What is broken on the pages: `pagefix check`. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { CODES } from "../../src/cli/check/codes.ts";
import { findingsIn } from "../../src/cli/check/findings.ts";
import { reporters } from "../../src/cli/check/reporters.ts";
import { fixPages } from "../../src/index.ts";
import { goodCases, pageText } from "../fixtures.ts";
import { article, inFolder, run, shim } from "./command.ts";

const onPosix = process.platform === "win32" ? test.skip : test;
const seed = "fixtures/seed/page.txt";
const gap = readFileSync("fixtures/gap/page.txt", "utf8");

test("a line a finding, and nothing is written", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), readFileSync(seed));
    const { code, stdout, stderr } = run(["check", "page.txt"], { cwd });
    expect(code).toBe(1);
    expect(stdout.split("\n")).toEqual([
      "page.txt:17:1 column goes on from the piece that begins at 11:1",
      "page.txt:19:13 missing-text text is missing between “全省各级工会把做” and “势,有效提升就业”",
      "page.txt:27:1 column goes on from the piece that begins at 25:1",
      expect.stringMatching(/^page\.txt:54:67 repeated-text /),
      "page.txt:64:1 overlap “日” is taken out",
      "page.txt:70:1 column goes on from the piece that begins at 68:1",
      "page.txt:84:1 column goes on from the piece that begins at 82:1",
      "page.txt:100:1 column goes on from the piece that begins at 98:1",
      "",
    ]);
    expect(stderr).toBe("all: 1 input, 8 findings\n");
    expect(readdirSync(cwd)).toEqual(["page.txt"]);
  }));

test.each([
  ["warnings", 1],
  ["repairs", 1],
  ["never", 0],
  ["missing-text", 1],
  ["uncertain-seam,encoding-guessed", 0],
  ["8", 1],
  ["9", 0],
  ["missing-txt", 2],
  ["0", 2],
])("--fail-on %s exits with %d on the seed page", (what, code) => {
  expect(run(["check", seed, "--fail-on", what]).code).toBe(code);
});

test("a page without findings is fine; one that cannot be read is not", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    expect(run(["check", "page.txt"], { cwd })).toMatchObject({ code: 0, stdout: "" });
    expect(run(["check", "page.txt", "gone.txt", "--fail-on", "never"], { cwd })).toMatchObject({
      code: 2,
      stdout: "gone.txt:1:1 unreadable no such file; check the name\n",
      stderr: expect.stringMatching(/^pagefix: gone\.txt: no such file; check the name$/m),
    });
    expect(run(["check", "none/*.txt"], { cwd }).code).toBe(2);
  }));

test("json and sarif are whole, with findings and without, in the order of the pages", () =>
  inFolder((cwd) => {
    for (const name of ["a.txt", "b c.txt"]) writeFileSync(join(cwd, name), gap);
    writeFileSync(join(cwd, "whole.txt"), article);
    const print = (reporter: string, ...args: string[]) =>
      JSON.parse(run(["check", "--reporter", reporter, "-j", "2", ...args], { cwd }).stdout);
    expect(print("json", ".")).toMatchObject([
      { file: "a.txt", line: 3, level: "warning", code: "missing-text" },
      { file: "b c.txt", line: 3 },
    ]);
    expect(print("json", "whole.txt")).toEqual([]);
    const { runs, version } = print("sarif", ".");
    expect(version).toBe("2.1.0");
    expect(runs[0].results[1]).toMatchObject({
      ruleId: "missing-text",
      locations: [{ physicalLocation: { artifactLocation: { uri: "b%20c.txt" }, region: { startLine: 3 } } }],
    });
    expect(runs[0].tool.driver.rules).toContainEqual(expect.objectContaining({ id: "missing-text" }));
    expect(print("sarif", "whole.txt").runs[0].results).toEqual([]);
  }));

const broken = "fixtures/formats/alto-4/page.alto.xml";

test("in a layout file a finding stands where the element of its line does, and names it, in every reporter", () => {
  const print = (reporter: string) => run(["check", broken, "--reporter", reporter, "-q"]).stdout;
  const [warning, column] = print("text").split("\n");
  expect(warning).toMatch(/^fixtures.formats.alto-4.page\.alto\.xml:23:11 uncertain-seam #c11_1: “/);
  expect(column).toMatch(/:23:11 column #c11_1: goes on from the piece that begins at #c10_1$/);
  const line = readFileSync(broken, "utf8").split("\n")[22] ?? "";
  expect(line.slice(10)).toMatch(/^<TextLine ID="c11_1"/);
  expect(JSON.parse(print("json"))[0]).toMatchObject({ line: 23, column: 11, id: "c11_1" });
  expect(print("github")).toMatch(/^::warning file=.*,line=23,col=11,title=uncertain-seam::#c11_1: “/);
  expect(JSON.parse(print("sarif")).runs[0].results[0]).toMatchObject({
    message: { text: expect.stringMatching(/^#c11_1: /) },
    locations: [
      {
        physicalLocation: { region: { startLine: 23, startColumn: 11 } },
        logicalLocations: [{ name: "c11_1", kind: "element" }],
      },
    ],
  });
});

test("the id is the one that the plain run prints; lines without ids stand at the head of the file", () => {
  expect(run([broken]).stderr).toMatch(/page\.alto\.xml#c11_1: uncertain-seam: /);
  expect(run(["check", "fixtures/formats/bbox-layout/page.xhtml", "-q"]).stdout).toMatch(
    /^\S+page\.xhtml:1:1 hyphen “-” is taken out$/m,
  );
  // Of an issue the file of the page, which is none of the inputs.
  expect(run(["check", "fixtures/formats/mets/issue.mets.xml", "-q"]).stdout).toMatch(
    /^fixtures.formats.mets.ALTO.page-2\.xml:1:1 column #b1_3: /m,
  );
});

test("annotations of GitHub escape what would end them", () => {
  const finding = {
    file: "a,b:\n.txt",
    line: 3,
    column: 4,
    level: "note",
    code: "column",
    message: "5 %\n",
  } as const;
  expect(reporters("1").github.finding(finding)).toBe(
    "::notice file=a%2Cb%3A%0A.txt,line=3,col=4,title=column::5 %25%0A\n",
  );
});

test("every finding on the cases has a code that --help lists, and is in the order of the page", async () => {
  for (const name of goodCases()) {
    const text = await pageText(name);
    const findings = findingsIn(name, { text, documents: fixPages(text, { edits: true }) });
    expect(findings.filter(({ code }) => !(code in CODES))).toEqual([]);
    const places = findings.map(({ line, column }) => line * 1e6 + column);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
});

/** Runs a command of an example, with pagefix on the path. */
function shell(cwd: string, command: string, args: readonly string[] = []) {
  mkdirSync(join(cwd, ".bin"), { recursive: true });
  if (!existsSync(join(cwd, ".bin/pagefix"))) symlinkSync(shim, join(cwd, ".bin/pagefix"));
  const PATH = `${join(cwd, ".bin")}${delimiter}${process.env.PATH}`;
  return spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, PATH } });
}

onPosix("the example of an action annotates pages", () =>
  inFolder((cwd) => {
    const action = readFileSync("fixtures/examples/github-action.yml", "utf8");
    const command = /- run: (pagefix .*)/.exec(action)?.[1] ?? "";
    mkdirSync(join(cwd, "scans/1939"), { recursive: true });
    writeFileSync(join(cwd, "scans/1939/1.txt"), gap);
    const { status, stdout } = shell(cwd, "sh", ["-c", command]);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^::warning file=scans\/1939\/1\.txt,line=3,col=\d+,title=missing-text::text is missing/,
    );
  }),
);

onPosix("the example of a hook looks at what is to be committed", () =>
  inFolder((cwd) => {
    for (const [name, text] of [
      ["good 页.txt", article],
      ["bad.txt", gap],
    ] as const)
      writeFileSync(join(cwd, name), text);
    const git = (...args: string[]) => expect(spawnSync("git", args, { cwd }).status).toBe(0);
    git("init", "-q");
    git("add", "good 页.txt");
    const hook = resolve("fixtures/examples/pre-commit");
    expect(shell(cwd, hook).status).toBe(0);
    git("add", "bad.txt");
    expect(shell(cwd, hook)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^bad\.txt:3:\d+ missing-text/),
    });
  }),
);
