/** README.zh.md is README.md in Chinese: the same parts, commands, options, figures and links. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { fenced } from "./fenced.ts";

const english = readFileSync("README.md", "utf8");
const chinese = readFileSync("README.zh.md", "utf8");

/** Without blocks of code, which are compared for themselves. */
const prose = (text: string) => text.replace(/^```.*?^```$/gms, "");

test("each leads to the other", () => {
  expect(english).toContain("[中文](README.zh.md)");
  expect(chinese).toContain("[English](README.md)");
});

test("its blocks are the same, to the letter", () => {
  expect(fenced(chinese)).toEqual(fenced(english));
});

test("its parts are the same, in their order", () => {
  const levels = (text: string) => [...prose(text).matchAll(/^#+(?= )/gm)].map(([level]) => level);
  expect(levels(chinese)).toEqual(levels(english));
});

test("its tables have the same names and figures", () => {
  const cells = (text: string) =>
    [...prose(text).matchAll(/^\|(.*)\|$/gm)].map(([, row = ""]) =>
      row.split("|").flatMap((cell) => /^ *(`[^`]+`|[\d.–]+) *$/.exec(cell)?.[1] ?? []),
    );
  expect(cells(chinese).flat().length).toBeGreaterThan(80);
  expect(cells(chinese)).toEqual(
    cells(english).map((row) => row.map((cell) => cell.replaceAll("`, `", "`、`"))),
  );
});

test("its links lead to the same places", () => {
  const links = (text: string) =>
    [...prose(text).matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, link = ""]) => link.replace("/lang/zh-CN/", "").replace("README.zh.md", "README.md"))
      .sort();
  expect(links(chinese)).toEqual(links(english));
});

test("its prose speaks of the same names: options, formats, warnings, figures", () => {
  const names = (text: string) =>
    [
      ...new Set(
        [...prose(text).matchAll(/`(--?[a-z][\w-]*|[a-z]+-[a-z]+|\.\w+|\w+\.json)/g)].map(([, name]) => name),
      ),
    ].sort();
  expect(names(english).length).toBeGreaterThan(40);
  expect(names(chinese)).toEqual(names(english));
});
