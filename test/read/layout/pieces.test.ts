/** A file in pieces reads as it does whole, however it is cut. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readPages } from "../../../src/read/formats.ts";
import { readAlto } from "../../../src/read/layout/alto.ts";
import { ownCopy, piecesOfText } from "../../../src/read/layout/pieces.ts";
import { alto, FORMATS, twoColumns } from "./sheets.ts";

const SOURCE = { path: null, encoding: "utf-8", sha256: null };

function* cutAt(text: string, places: readonly number[]): Generator<string> {
  let from = 0;
  for (const to of [...places.map((place) => place % text.length).sort((a, b) => a - b), text.length]) {
    yield text.slice(from, to);
    from = to;
  }
}

test.each(Object.entries(FORMATS))("%s", async (name, write) => {
  const format = name as keyof typeof FORMATS;
  const written = write(twoColumns).replaceAll(
    "江边",
    format === "tsv" || format === "paddle" ? "江&边" : "江&amp;&#36793;",
  );
  for (const file of [written, written.slice(0, -50)]) {
    const whole = await readPages(file, { ...SOURCE, format });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 200 }), async (places) => {
        expect(await readPages(cutAt(file, places), { ...SOURCE, format })).toEqual(whole);
      }),
      { numRuns: 20 },
    );
    expect(whole[0]?.text).toContain("江&边");
  }
});

test("a DOCTYPE that is longer than a piece is blanked out, entities and all", async () => {
  const doctype = `<!DOCTYPE alto [<!ENTITY a "ha">${" ".repeat(9000)}]>`;
  const file = alto(twoColumns).replace("<alto", `${doctype}<alto`).replace("老码头", "&a;");
  const [page] = await readPages(cutAt(file, [50, 5000, 9000]), { ...SOURCE, format: "alto" });
  expect(page?.text).toContain("&a;成了新书房");
});

test("each page is given before the next is read", () => {
  // What a DOCTYPE may stand in is waited for.
  const file = alto(twoColumns).replace("<Layout>", `<!--${" ".repeat(4096)}--><Layout>`);
  const page = /<Page>.*<\/Page>/s.exec(file)?.[0] ?? "";
  const given: number[] = [];
  let pages = 0;
  const pieces = function* () {
    for (const piece of [file.replace("</Layout></alto>", ""), page, page, "</Layout></alto>"]) {
      given.push(pages);
      yield piece;
    }
  };
  expect(readAlto(pieces(), () => void pages++)).toEqual([]);
  expect([...given, pages]).toEqual([0, 0, 1, 2, 3]);
});

test("what is asked for no more is forgotten, and lines are counted on", () => {
  const pieces = piecesOfText();
  pieces.push("<a>\n<b");
  expect(pieces.slice(1, 2)).toBe("a");
  pieces.push(">\n<c>");
  expect(pieces.slice(5, 6)).toBe("b");
  expect(pieces.reads("c", 9, 10)).toBe(true);
  pieces.push("\n<d>");
  expect(pieces.slice(13, 14)).toBe("d");
  expect(pieces.placeOf(12)).toEqual({ line: 4, column: 1 });
});

test("a copy is the same string", () => {
  fc.assert(fc.property(fc.string(), (text) => expect(ownCopy(text)).toBe(text)));
});
