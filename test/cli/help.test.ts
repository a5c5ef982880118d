/** The help of every command: it fits a terminal, says how to begin and how it ends, and names only what there is. */
import { readFileSync } from "node:fs";
import { describe, expect, jest, test } from "@jest/globals";
import { run } from "./command.ts";

// Runs programs, some of them several times.
jest.setTimeout(30_000);

const main = readFileSync("src/cli/main.ts", "utf8");
const commands = [...main.matchAll(/command === "(\w+)"/g)].map(([, name]) => name as string);
const helps = new Map(["", ...commands].map((name) => [name, run([name, "--help"].filter(Boolean)).stdout]));

describe.each([...helps])("pagefix %s --help", (name, help) => {
  test("has eighty columns at most", () => {
    expect(help.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
  });

  test("says what it is for, how to begin, and what the exit codes mean", () => {
    expect(help).toMatch(new RegExp(`^Usage: pagefix ${name}`));
    expect(help).toMatch(/^(?:Examples|Once, in the shell at hand):$/m);
    expect(help).toMatch(/^Exit codes: 0 /m);
  });

  test("shows no values of the program's own", () => {
    expect(help).not.toMatch(/\{\}|undefined|\[object/);
  });

  test("its examples use options that exist", () => {
    for (const [, line = ""] of help.matchAll(/^ {2}(.*\bpagefix .*)$/gm))
      for (const call of line.split(/&&|\|/).filter((it) => /\bpagefix /.test(it))) {
        const [, first = ""] = /\bpagefix (\w*)/.exec(call) ?? [];
        const own = helps.get(first) ?? helps.get("") ?? "";
        for (const [option] of call.matchAll(/--[a-z][\w-]*/g))
          expect(own).toMatch(new RegExp(`^ +(?:-\\w, )?${option}\\b`, "m"));
      }
  });
});

test("the help of the plain run names every other command", () => {
  for (const name of commands) expect(helps.get("")).toMatch(new RegExp(`^ {2}pagefix ${name} +\\w`, "m"));
});
