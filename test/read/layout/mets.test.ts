/** METS issues: which files are pages, in which order, what they say of articles, and that nothing outside of their folder is read. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fixFile } from "../../../src/api.ts";
import { InputError } from "../../../src/page/errors.ts";
import { readPages } from "../../../src/read/formats.ts";
import { pathOf } from "../../../src/read/layout/href.ts";
import { readMets } from "../../../src/read/layout/mets.ts";

const alto = (n: number) =>
  `<alto><Layout><Page><TextBlock ID="P${n}_TB1"><TextLine ID="P${n}_TL1"><String CONTENT="page${n}" HPOS="10" VPOS="10" WIDTH="90" HEIGHT="30"/></TextLine></TextBlock></Page></Layout></alto>`;

/** A METS file in the words of one library: its groups of files, and its maps. */
const mets = (groups: string, maps = "") =>
  `<?xml version="1.0"?><mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink"><mets:fileSec>${groups}</mets:fileSec>${maps}</mets:mets>`;
const group = (about: string, files: string) => `<mets:fileGrp ${about}>${files}</mets:fileGrp>`;
const file = (id: string, href: string, more = 'MIMETYPE="text/xml"') =>
  `<mets:file ID="${id}" ${more}><mets:FLocat LOCTYPE="URL" xlink:href="${href}"/></mets:file>`;
const map = (type: string, inner: string) => `<mets:structMap TYPE="${type}">${inner}</mets:structMap>`;
const div = (about: string, inner = "") => `<mets:div ${about}>${inner}</mets:div>`;
const pointer = (id: string) => `<mets:fptr FILEID="${id}"/>`;
const area = (id: string, begin: string) =>
  `<mets:fptr><mets:area FILEID="${id}" BETYPE="IDREF" BEGIN="${begin}"/></mets:fptr>`;

const TWO = group("ID='ALTOGRP'", file("A1", "1.xml") + file("A2", "2.xml"));
const pagesOf = (text: string) => readMets([text]).pages.map(({ id }) => id);

describe("its pages are", () => {
  test("in the order of the physical map, or of the ORDER that it gives", () => {
    const page = (n: number, order: string) => div(`TYPE="page" ${order}`, pointer(`A${n}`));
    expect(pagesOf(mets(TWO, map("PHYSICAL", page(2, "") + page(1, ""))))).toEqual(["A2", "A1"]);
    expect(pagesOf(mets(TWO, map("physical", page(2, 'ORDER="2"') + page(1, 'ORDER="1"'))))).toEqual([
      "A1",
      "A2",
    ]);
  });

  test("in the order of the files where there is no such map, and what the map leaves out is behind it", () => {
    expect(pagesOf(mets(TWO))).toEqual(["A1", "A2"]);
    expect(pagesOf(mets(TWO, map("PHYSICAL", div("", pointer("A2")))))).toEqual(["A2", "A1"]);
    expect(pagesOf(mets(TWO, map("LOGICAL", div('TYPE="ARTICLE"', area("A2", "x")))))).toEqual(["A1", "A2"]);
  });

  test.each([
    [
      "Luxembourg",
      group('ID="ALTOGRP" USE="Text"', file("T", "file://./text/1.xml")) +
        group('ID="IMGGRP"', file("I", "file://./1.tif")),
    ],
    [
      "British Library",
      group('USE="ALTO"', file("T", "./1.xml")) + group('USE="METS"', file("M", "./0.xml")),
    ],
    [
      "Chronicling America",
      group('ID="pageFileGrp1"', file("I", "./1.jp2", 'USE="service"') + file("T", "./1.xml", 'USE="ocr"')),
    ],
    [
      "DFG",
      group('USE="DEFAULT"', file("I", "1.jpg", 'MIMETYPE="image/jpeg"')) +
        group('USE="FULLTEXT"', file("T", "1.xml")),
    ],
    ["a group of XML", group('USE="x"', file("I", "1.png", "") + file("T", "1.xml", ""))],
  ])("of the files with text: %s", (_, groups) => expect(pagesOf(mets(groups))).toEqual(["T"]));
});

describe("its articles", () => {
  const logical = (inner: string) =>
    readMets([mets(TWO, map("LOGICAL", div('TYPE="Newspaper"', inner)))]).articles;

  test("are what is no section and no heading, with all that is inside", () => {
    const article = div(
      'ID="x" TYPE="ARTICLE" LABEL="Title"',
      div('TYPE="HEADING"', area("A1", "a")) + div('TYPE="BODY"', area("A1", "b") + area("A2", "c")),
    );
    const [own, advert, ...others] = logical(
      div('TYPE="SECTION"', div('TYPE="HEADING"', area("A1", "z")) + article) +
        div('TYPE="ADVERTISEMENT"', area("A2", "d")),
    );
    expect(others).toEqual([]);
    expect(own).toMatchObject({ id: "x", type: "ARTICLE", title: "Title" });
    expect([...(own?.parts ?? [])].map(([id, parts]) => [id, [...parts]])).toEqual([
      ["A1", ["a", "b"]],
      ["A2", ["c"]],
    ]);
    expect(advert).toMatchObject({ id: null, type: "ADVERTISEMENT", title: null });
  });

  test("stand beside the document, with the lines that they have on the page", async () => {
    const text = mets(
      TWO,
      map("LOGICAL", div('ID="x" TYPE="ARTICLE"', area("A1", "P1_TB1") + area("A2", "P2_TL1"))),
    );
    const pages = await readPages(text, {
      path: null,
      encoding: "utf-8",
      sha256: null,
      beside: (path) => Buffer.from(alto(Number(path[0]))),
    });
    const box = [10, 10, 90, 30];
    expect(pages.map(({ source: { file, articles } }) => ({ file, articles }))).toEqual(
      [1, 2].map((n) => ({
        file: `${n}.xml`,
        articles: [{ id: "x", type: "ARTICLE", title: null, spans: [{ id: `P${n}_TL1`, box }] }],
      })),
    );
    expect(pages.map(({ text, span }) => text.slice(span.start, span.end))).toEqual(["page1", "page2"]);
  });

  test("may be nested without end", () => {
    const depth = 20_000;
    expect(
      logical('<mets:div TYPE="x">'.repeat(depth) + area("A1", "a") + "</mets:div>".repeat(depth)),
    ).toHaveLength(1);
  });
});

describe("a path", () => {
  test.each([
    ["ALTO/1.xml", "ALTO/1.xml"],
    ["./ALTO/1.xml", "ALTO/1.xml"],
    ["file://./ALTO/1.xml", "ALTO/1.xml"],
    ["file:///./ALTO/1.xml", "ALTO/1.xml"],
    ["file:ALTO/1.xml", "ALTO/1.xml"],
    ["ALTO\\1.xml", "ALTO/1.xml"],
    ["ALTO/page%20one%2C.xml", "ALTO/page one,.xml"],
    ["ALTO/100%.xml", "ALTO/100%.xml"],
    ["ALTO/../text/1.xml", "text/1.xml"],
    [" 1.xml\n", "1.xml"],
  ])("%s is one in the folder", (href, path) => expect(pathOf(href)).toBe(path));

  test.each([
    ["http://example.org/1.xml", /nothing is fetched/],
    ["https://example.org/1.xml", /nothing is fetched/],
    ["ftp:1.xml", /nothing is fetched/],
    ["/etc/passwd", /absolute/],
    ["file:///etc/passwd", /absolute/],
    ["//server/share/1.xml", /absolute/],
    ["C:\\1.xml", /absolute/],
    ["%2Fetc/passwd", /absolute/],
    ["../1.xml", /out of the folder/],
    ["a/../../1.xml", /out of the folder/],
    ["%2e%2e/1.xml", /out of the folder/],
    ["..\\1.xml", /out of the folder/],
    ["a/..%5C..%5C1.xml", /out of the folder/],
    ["./", /no path/],
    ["", /no path/],
  ])("%s is none", (href, why) => expect(() => pathOf(href)).toThrow(why));

  test("never leads out, whatever it is made of", () => {
    const step = fc.constantFrom(
      "..",
      ".",
      "",
      "a",
      "%2e%2e",
      "%2F",
      "\\",
      "/",
      "file://",
      "file:",
      "%",
      "C:",
      " ",
    );
    fc.assert(
      fc.property(fc.array(step), fc.constantFrom("/", "\\", ""), (steps, by) => {
        try {
          const path = pathOf(steps.join(by));
          expect(path.split("/").every((it) => it !== ".." && it !== "." && it !== "")).toBe(true);
          expect(path).not.toMatch(/^[a-z]:|\\/i);
        } catch (error) {
          expect((error as { advice?: string }).advice).toMatch(/the folder of the METS file/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test("where a METS file is broken, its first page says so, with line and column", async () => {
  const beside = () => Buffer.from(alto(1));
  const whole = mets(TWO);
  const cut = whole.slice(0, whole.indexOf("</mets:fileSec>"));
  const source = { path: null, encoding: "utf-8", sha256: null };
  const codes = async (text: string) =>
    (await readPages(text, { ...source, format: "mets", beside })).map(({ warnings }) =>
      warnings.map(({ code, message }) => `${code} ${/line \d+, column \d+/.test(message)}`),
    );
  expect(await codes(whole)).toEqual([[], []]);
  expect(await codes(cut)).toEqual([["broken-markup true"], []]);
});

test("a METS file that is cut and spliced is read or refused with advice", async () => {
  const whole = readFileSync("fixtures/formats/mets/issue.mets.xml", "utf8");
  const place = fc.nat(whole.length);
  await fc.assert(
    fc.asyncProperty(place, place, place, async (from, to, at) => {
      const text = whole.slice(0, at) + whole.slice(from, to) + whole.slice(at);
      const own = (path: string) => readFileSync(`fixtures/formats/mets/${path}`);
      await fixFile(text, { format: "mets", beside: own }).catch((error) =>
        expect(error).toBeInstanceOf(InputError),
      );
    }),
    { numRuns: 40 },
  );
});

describe("a page that cannot be read", () => {
  const three = mets(group("ID='ALTO'", file("A1", "1.xml") + file("A2", "2.xml") + file("A3", "../3.xml")));
  const beside = (path: string) => {
    if (path !== "1.xml") throw new Error("no such file");
    return Buffer.from(alto(1));
  };

  test("is warned of on the first that is there, and the rest is read", async () => {
    const [document, ...others] = await fixFile(three, { beside });
    expect(others).toEqual([]);
    expect(
      document?.warnings.filter(({ code }) => code === "missing-page").map(({ message }) => message),
    ).toEqual([
      "page 2 cannot be read: 2.xml: no such file; look at the file",
      expect.stringMatching(
        /^page 3 cannot be read: ..\/3.xml: a path that leads out of the folder; put it into/,
      ),
    ]);
  });

  test("fails in strict mode, and where there is no other", async () => {
    await expect(fixFile(three, { beside, strict: true })).rejects.toThrow(/page 2 cannot be read: 2.xml/);
    const none = mets(group("ID='ALTO'", file("A1", "2.xml")));
    await expect(fixFile(none, { beside })).rejects.toThrow(/page 1 cannot be read: 2.xml/);
    await expect(fixFile(mets(""), { beside })).rejects.toThrow(/names no file with the text of a page/);
    await expect(fixFile(three)).rejects.toThrow(/no folder/);
  });

  test("may be no page at all", async () => {
    const texts = [alto(1), three, "plain text"];
    const own = (path: string) => Buffer.from(texts[Number(path[0]) - 1] as string);
    const [document] = await fixFile(three.replace("../3.xml", "3.xml"), { beside: own });
    expect(document?.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/page 2 .*has no boxes/),
      expect.stringMatching(/page 3 .*has no boxes/),
    ]);
  });

  test("is told apart from one that is broken", async () => {
    const own = (path: string) =>
      Buffer.from(alto(Number(path[0])).slice(0, path[0] === "2" ? -30 : undefined));
    const [first, second] = await fixFile(mets(TWO), { beside: own });
    expect(first?.warnings).toEqual([]);
    expect(second?.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^2\.xml: <\w+> is not closed \(line 1, column \d+\)/),
    ]);
  });
});
