/** Completion, asked of real shells. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, jest, test } from "@jest/globals";
import { inFolder, run, shim } from "./command.ts";

// Runs programs, some of them several times.
jest.setTimeout(30_000);

/** Shells that came to Windows see its files otherwise. */
const has = (shell: string) =>
  process.platform !== "win32" && spawnSync(shell, ["-c", "exit 0"]).status === 0;
const inBash = has("bash") ? describe : describe.skip;
const inFish = has("fish") ? describe : describe.skip;
const inZsh = has("zsh") ? describe : describe.skip;

const script = (shell: string) => run(["completion", shell]).stdout;

/** What bash offers for the last of the words. */
function offered(words: readonly string[], cwd = "."): readonly string[] {
  const lines = `source /dev/stdin <<'END'\n${script("bash")}END
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _pagefix
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-euc", lines], { cwd, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.split("\n").filter(Boolean);
}

inBash("bash", () => {
  test.each([
    [["pagefix", "ch"], ["check"]],
    [
      ["pagefix", "--fo"],
      ["--format", "--format-in"],
    ],
    [["pagefix", "-f", "m"], ["markdown"]],
    [
      ["pagefix", "page.txt", "--format", ""],
      ["json", "markdown", "html", "ndjson", "parquet", "text"],
    ],
    [["pagefix", "--format", "=", "nd"], ["ndjson"]],
    [
      ["pagefix", "--format", "="],
      ["json", "markdown", "html", "ndjson", "parquet", "text"],
    ],
    [["pagefix", "check", "--rep"], ["--reporter"]],
    [["pagefix", "check", "--reporter", "s"], ["sarif"]],
    [["pagefix", "check", "--out"], []],
    [
      ["pagefix", "completion", ""],
      ["bash", "zsh", "fish"],
    ],
  ])("%j", (words, words_offered) => {
    expect(offered(words)).toEqual(words_offered);
  });

  test("files beside commands, where both may stand; else bash is left to find them", () =>
    inFolder((cwd) => {
      mkdirSync(join(cwd, "checked pages"));
      writeFileSync(join(cwd, "page[1].txt"), "");
      expect(offered(["pagefix", "che"], cwd)).toEqual(["checked pages", "check"]);
      expect(offered(["pagefix", "pa"], cwd)).toEqual(["page[1].txt"]);
      expect(offered(["pagefix", "check", "pa"], cwd)).toEqual([]);
      expect(offered(["pagefix", "-o", "pa"], cwd)).toEqual([]);
    }));
});

inFish("fish", () => {
  test.each([
    ["pagefix ch", "check"],
    ["pagefix --front", "--front-matter"],
    ["pagefix check --reporter s", "sarif"],
    ["pagefix completion z", "zsh"],
  ])("%s", (line, first) => {
    const lines = `pagefix completion fish | source; complete -C '${line}'`;
    const { stdout, stderr } = spawnSync(
      "fish",
      ["-c", `function pagefix; ${process.execPath} ${shim} $argv; end; ${lines}`],
      {
        encoding: "utf8",
      },
    );
    expect(stderr).toBe("");
    expect(stdout.split("\n").map((it) => it.split("\t")[0])).toContain(first);
  });
});

inZsh("zsh", () => {
  test("reads it, and knows the command then", () =>
    inFolder((cwd) => {
      writeFileSync(join(cwd, "completion"), script("zsh"));
      const lines = `autoload -Uz compinit && compinit -u -D && source ./completion && print $_comps[pagefix]
functions _pagefix >/dev/null`;
      const { status, stdout, stderr } = spawnSync("zsh", ["-fc", lines], { cwd, encoding: "utf8" });
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "_pagefix\n", stderr: "" });
    }));
});

test.each(["bash", "zsh", "fish"])(
  "%s is told of every command, and of every option of the help",
  (shell) => {
    const commands = [...readFileSync("src/cli/main.ts", "utf8").matchAll(/command === "(\w+)"/g)];
    expect(commands.length).toBeGreaterThan(6);
    const completion = script(shell);
    for (const [, command] of commands) expect(completion).toMatch(new RegExp(`\\b${command}\\b`));
    const options = [...run(["--help"]).stdout.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)];
    expect(options.length).toBeGreaterThan(20);
    for (const [, option] of options) expect(completion).toMatch(new RegExp(`(?:--|-l )${option}\\b`));
  },
);

test("a shell that is not known is told of those that are", () => {
  expect(run(["completion", "tcsh"])).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("Allowed choices are bash, zsh, fish"),
  });
});
