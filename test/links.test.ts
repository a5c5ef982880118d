/** What the documents of the repository point at is there: files, headings, and the files of src that they speak of. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";

const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
    join(folder, path).replaceAll("\\", "/"),
  );
const sources = below("src");
const documents = [
  ...readdirSync("."),
  ...sources,
  ...below("fixtures/examples"),
  ...below(".github"),
].filter((path) => path.endsWith(".md"));

/** Without the blocks of code, in which brackets mean something else. */
const textOf = (path: string) => readFileSync(path, "utf8").replace(/^```.*?^```$/gms, "");

/** As GitHub makes it of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

const anchorsIn = (path: string) =>
  [...textOf(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => anchorOf(heading));

test("there are documents", () => {
  expect(documents.length).toBeGreaterThan(12);
});

describe.each(documents)("%s", (path) => {
  test("its links lead somewhere", () => {
    const links = [...textOf(path).matchAll(/\]\((?!\w+:)([^)\s#]*)(?:#([^)\s]*))?\)/g)];
    const broken = links.filter(([, name = "", anchor]) => {
      const target = name === "" ? path : join(dirname(path), name);
      return !existsSync(target) || (anchor !== undefined && !anchorsIn(target).includes(anchor));
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  test("it speaks of files that are there", () => {
    const named = [...textOf(path).matchAll(/`([\w./-]+\.(?:ts|js|yml))`/g)].map(([, name = ""]) => name);
    const files = [
      ...sources,
      ...below("bin"),
      ...below("test"),
      ...below("fixtures/examples"),
      ...below(".ci"),
    ];
    const known = (name: string) => files.some((file) => file === name || file.endsWith(`/${name}`));
    const example = /^<|^page\.|^name\./;
    expect(named.filter((name) => !example.test(basename(name)) && !known(name))).toEqual([]);
  });
});
