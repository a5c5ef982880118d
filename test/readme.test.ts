/** README.md says what is true: its page, its result, its example and its options are those of the program. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { run } from "./cli/command.ts";

const readme = readFileSync("README.md", "utf8");
const seed = "fixtures/seed/page.txt";

/** The fenced blocks of a language, in their order. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))].map(
    ([, code]) => code ?? "",
  );
}

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
