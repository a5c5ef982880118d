/** What the library says to programs that give it something else than its types ask for. */
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { decode, type FileOptions, fixFile, fixPage, fixPages, type InputError } from "../src/index.ts";

const page = "fixtures/seed/page.txt";
const told = async (work: () => unknown) => {
  try {
    await work();
    return "nothing";
  } catch (error) {
    const { name, problem, advice } = error as InputError;
    return name === "InputError" ? `${problem}; ${advice}` : `${error}`;
  }
};
/** As JavaScript calls it. */
const any = (value: unknown) => value as never;

describe("fixFile takes bytes, and decodes them as the command does", () => {
  test("a Buffer, or a Uint8Array, gives what their text gives", async () => {
    const bytes = await readFile(page);
    const documents = await fixFile(await decode(bytes), { path: page });
    expect(await fixFile(bytes, { path: page })).toEqual(documents);
    expect(await fixFile(new Uint8Array(bytes), { path: page })).toEqual(documents);
  });

  test("with a layout file, an encoding, and strictly", async () => {
    const [alto] = await fixFile(await readFile("fixtures/formats/alto-4/page.alto.xml"));
    expect(alto?.source).toMatchObject({ format: "alto", encoding: "utf-8" });
    const western = Uint8Array.from([..."Die Brücke ist fertig."].map((letter) => letter.charCodeAt(0)));
    const [document] = await fixFile(western, { encoding: "latin1" });
    expect(document?.source.encoding).toBe("windows-1252");
    expect(JSON.stringify(document)).toContain("Die Brücke");
    expect(await told(() => fixFile(western, { encoding: "utf-8", strict: true }))).toMatch(
      /^the bytes fc at byte offset 6 mean nothing in utf-8; /,
    );
  });
});

describe("what is no input is told in words", () => {
  const bytes = Buffer.from("江边的书房开门了。");
  test.each([
    [
      "fixPage of bytes",
      () => fixPage(any(bytes)),
      "the input is bytes, not text; decode them first, fixPage(await decode(bytes)), or give them to fixFile",
    ],
    [
      "fixPages of bytes",
      () => fixPages(any(bytes)),
      "the input is bytes, not text; decode them first, fixPage(await decode(bytes)), or give them to fixFile",
    ],
    [
      "fixPage of nothing",
      () => fixPage(any(undefined)),
      "the input is undefined, which cannot be read; give a string, or what decode makes of bytes",
    ],
    [
      "fixPage of a number",
      () => fixPage(any(7)),
      "the input is Number, which cannot be read; give a string, or what decode makes of bytes",
    ],
    ["fixPage of a promise", () => fixPage(any(decode(bytes))), "the input is a Promise; await it first"],
    ["fixFile of a promise", () => fixFile(any(readFile(page))), "the input is a Promise; await it first"],
    [
      "fixFile of nothing",
      () => fixFile(any(null)),
      "the input is null, which cannot be read; give a string, bytes (a Buffer or Uint8Array), or what decode makes of them",
    ],
    [
      "fixFile of an object",
      () => fixFile(any({ path: page })),
      "the input is Object, which cannot be read; give a string, bytes (a Buffer or Uint8Array), or what decode makes of them",
    ],
    [
      "decode of text",
      () => decode(any("江边的书房")),
      "bytes were asked for, and text was given; give it to fixPage or fixFile as it is",
    ],
    [
      "decode of nothing",
      () => decode(any(undefined)),
      "bytes were asked for, and undefined was given; give a Buffer or Uint8Array",
    ],
  ])("%s", async (_, work, message) => {
    expect(await told(work)).toBe(message);
  });

  test.each([
    [
      { lang: "klingon" },
      'there is no language "klingon"; use one of zh-Hans, zh-Hant, ja, ko, en, fr, de, und',
    ],
    [
      { format: "bogus" },
      'there is no format "bogus"; use one of text, alto, hocr, tsv, page, paddle, bbox, mets',
    ],
    [{ encoding: "bogus" }, expect.stringMatching(/bogus/)],
  ])("fixFile with %j", async (options, message) => {
    expect(await told(() => fixFile(bytes, options as FileOptions))).toEqual(message);
  });

  test("fixPage with a language that there is not", async () => {
    expect(await told(() => fixPage("江边的书房", { lang: any("zh") }))).toMatch(
      /^there is no language "zh"; use one of/,
    );
  });
});
