/**
 * A page in each format that has boxes, as its engines and libraries write it, and the document that comes of it. `UPDATE=1` writes
 * what pagefix gives now; look at the difference before you commit it.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { type Document, decode, fixFile } from "../src/index.ts";
import { formatOf } from "../src/read/formats.ts";
import { violation } from "../src/write/schema.ts";
import { withoutConfidence } from "./fixtures.ts";

const ROOT = new URL("../fixtures/formats/", import.meta.url);
const CASES = readdirSync(ROOT).sort();

/** How the folder of a case is called, and what its page is found to be. */
const FORMAT_OF: Readonly<Record<string, string>> = {
  "alto-2": "alto",
  "alto-3": "alto",
  "alto-4": "alto",
  "bbox-layout": "bbox",
  "hocr-ocropy": "hocr",
  "hocr-tesseract": "hocr",
  mets: "mets",
  "paddle-2": "paddle",
  "paddle-3": "paddle",
  "page-2013": "page",
  "page-2019": "page",
  "tesseract-tsv": "tsv",
};

const fileOf = (name: string) => {
  const file = readdirSync(new URL(`${name}/`, ROOT)).find((it) => /^(?:page|issue)\./.test(it));
  return `${name}/${file}`;
};

async function documentsOf(name: string): Promise<Document[]> {
  const file = fileOf(name);
  const bytes = readFileSync(new URL(file, ROOT));
  return fixFile(await decode(bytes), {
    path: `fixtures/formats/${file}`,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    beside: (path) => readFileSync(new URL(`${name}/${encodeURI(path)}`, ROOT)),
  });
}

test("there is a case for each format", () => expect(CASES).toEqual(Object.keys(FORMAT_OF)));

describe.each(CASES)("%s", (name) => {
  test("is known by its content", () => {
    expect(formatOf(readFileSync(new URL(fileOf(name), ROOT), "utf8"))).toBe(FORMAT_OF[name]);
  });

  test("gives the documents that it should", async () => {
    const whole = await documentsOf(name);
    const documents = withoutConfidence(whole);
    const golden = new URL(`${name}/expected.json`, ROOT);
    if (process.env.UPDATE) writeFileSync(golden, `${JSON.stringify(documents, null, 2)}\n`);
    expect(documents).toEqual(JSON.parse(readFileSync(golden, "utf8")));
    expect(whole.map(violation)).toEqual(whole.map(() => null));
  });

  test("says what is in it", () => {
    expect(existsSync(new URL(`${name}/NOTE.md`, ROOT))).toBe(true);
  });
});

const STORY =
  "The harbour board met on Tuesday and agreed to set a new lantern at the end of the western pier before the winter comes. The old one, which the keeper has lit by hand for thirty years, is to be kept in the museum of the town.";

test.each([
  "alto-2",
  "bbox-layout",
  "hocr-ocropy",
  "hocr-tesseract",
  "mets",
  "page-2013",
  "page-2019",
  "tesseract-tsv",
])("%s tells the same story as the others", async (name) => {
  const [document] = await documentsOf(name);
  expect(document?.articles[0]?.title).toBe("New Lantern for the Pier");
  expect(document?.articles[0]?.body[0]?.text).toBe(STORY);
});
