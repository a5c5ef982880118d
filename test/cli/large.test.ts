/** Files that are too large to be held: read in pieces, to the same documents. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { fixOpened } from "../../src/cli/job.ts";
import { openLarge } from "../../src/cli/large.ts";
import { inFolder } from "./command.ts";

const READING = { strict: false, keepTypography: false, edits: false, validate: false };
const at = (name: string) => `fixtures/formats/${name}`;

test.each([
  at("alto-2/page.alto.xml"),
  at("page-2013/page.page.xml"),
  at("hocr-tesseract/page.hocr"),
  at("tesseract-tsv/page.tsv"),
  at("bbox-layout/page.xhtml"),
])("%s gives the documents that it gives as a whole, hash and all", async (path) => {
  const large = openLarge(path, READING);
  if (!large) throw new Error("it is read as a whole");
  const { documents } = await fixOpened(large, path, READING);
  expect(documents).toEqual((await fixOpened(readFileSync(path), path, READING)).documents);
});

test.each([
  ["text", at("../seed/page.txt")],
  ["JSON", at("paddle-3/page.json")],
  ["METS", at("mets/issue.mets.xml")],
])("%s is read as a whole", (_, path) => expect(openLarge(path, READING)).toBeNull());

test("what is no UTF-8 is read as a whole, to find out what it is", () =>
  inFolder((folder) => {
    const path = join(folder, "page.xml");
    writeFileSync(path, Buffer.concat([readFileSync(at("alto-3/page.alto.xml")), Buffer.from([0xe9, 0x0a])]));
    expect(openLarge(path, READING)).toBeNull();
    expect(openLarge(at("alto-3/page.alto.xml"), { ...READING, encoding: "windows-1252" })).toBeNull();
  }));

test("a file of pages is read in the memory that one of them takes", () => {
  // 60 MB of pages, in a heap that would not hold them.
  const program = `
    import { readFileSync } from "node:fs";
    import { readAlto } from "./dist/read/layout/alto.js";
    const file = readFileSync("${at("alto-2/page.alto.xml")}", "utf8");
    const [page] = /<Page .*<\\/Page>/s.exec(file);
    const [head, foot] = file.split(page);
    let lines = 0;
    const pieces = function* () {
      yield head;
      for (let bytes = 0; bytes < 60e6; bytes += page.length) yield page.replaceAll("harbour", "harbourandpier" + bytes);
      yield foot;
    };
    readAlto(pieces(), (sheet) => { lines += sheet.lines.length; });
    console.log(lines);`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--max-old-space-size=24", "--input-type=module", "-e", program],
    { encoding: "utf8" },
  );
  expect(stderr).toBe("");
  expect(Number(stdout)).toBeGreaterThan(50_000);
});
