/**
 * Every case in fixtures/ against its expected.json. `UPDATE=1 npm test` writes what pagefix gives now; look at the
 * difference before you commit it. A known failure is never written: its expected.json is what pagefix should give.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Document } from "../src/index.ts";
import { casesIn, fileOf, fixCase, withoutConfidence } from "./fixtures.ts";

/** One document where there is one page, as the command prints it. */
async function outcome(name: string): Promise<Document | Document[]> {
  const documents = withoutConfidence(await fixCase(name));
  return documents.length === 1 ? (documents[0] as Document) : documents;
}

function expected(name: string): unknown {
  return JSON.parse(readFileSync(fileOf(name, "expected.json"), "utf8"));
}

describe.each([
  ["in the wild and made", casesIn()],
  ["looks broken, must be left alone", casesIn("negative/")],
])("%s", (_, cases) => {
  test.each(cases)("%s", async (name) => {
    const documents = await outcome(name);
    if (process.env.UPDATE)
      writeFileSync(fileOf(name, "expected.json"), `${JSON.stringify(documents, null, 2)}\n`);
    expect(documents).toEqual(expected(name));
  });
});

describe("known failures fail, or it is time to move them", () => {
  test.each(casesIn("known-failures/"))("%s", async (name) => {
    expect(await outcome(name)).not.toEqual(expected(name));
  });
});

test.each([...casesIn(), ...casesIn("negative/"), ...casesIn("known-failures/")])(
  "%s says what is broken",
  (name) => {
    expect(existsSync(fileOf(name, "NOTE.md"))).toBe(true);
    expect(readFileSync(fileOf(name, "NOTE.md"), "utf8").trim()).not.toBe("");
  },
);
