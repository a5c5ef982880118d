import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { article, inFolder, run } from "./command.ts";

const files: Readonly<Record<string, string | Uint8Array>> = {
  "empty.txt": "",
  "scan.png": Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
  "scan.pdf": "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
};

test.each([
  ["nope.txt", /no such file; check the name/],
  ["folder", /no \.txt file in it; name others with a pattern/],
  ["folder/*.txt", /no file matches; check the pattern/],
  ["empty.txt", /empty/],
  ["scan.png", /PNG/],
  ["scan.pdf", /PDF/],
])("%s: one line that names the file and says what to do", (name, message) =>
  inFolder((cwd) => {
    mkdirSync(join(cwd, "folder"));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(cwd, file), content);
    const { code, stdout, stderr } = run([name], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr.startsWith(`pagefix: ${name}: `)).toBe(true);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  }),
);

test("--strict fails on bytes that mean nothing", () => {
  const input = Buffer.concat([Buffer.from(article), Buffer.from([0xff])]);
  expect(run(["--encoding", "utf-8", "--strict"], { input })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^pagefix: standard input: .*ff.*; .*\n$/),
  });
});

test("a page may have more repairs than a call may have arguments", () => {
  const { code, stdout } = run(["--edits"], { input: "江边,书房.".repeat(130_000) });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).edits.length).toBeGreaterThan(125_000);
});

const onPosix = process.platform === "win32" ? test.skip : test;

onPosix("control characters in file names do not reach the terminal", () =>
  inFolder((cwd) => {
    const name = "\x1b[2J\n\u202etxt.exe";
    expect(run([name], { cwd }).stderr).toBe(
      "pagefix: \\x1b[2J\\x0a\\u202etxt.exe: no such file; check the name\n",
    );
    writeFileSync(join(cwd, name), article);
    expect(run([name, "-f", "text"], { cwd }).stderr).toContain("\\x1b[2J\\x0a\\u202etxt.exe: 1 article");
  }),
);
