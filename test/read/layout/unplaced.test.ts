/** Layout files that say nowhere where their words stand: what is made of them is what is made of the same text. */
import { describe, expect, test } from "@jest/globals";
import { fixFile, fixPages } from "../../../src/index.ts";
import type { Document } from "../../../src/page/document.ts";

const BLOCKS = [
  ["BOARD LENGTHENS EASTERN MOLE"],
  [
    "The harbour board met on Tuesday night",
    "and agreed to lengthen the eastern mole",
    "by forty yards before the winter sets",
    "in. The stone is to come from the old",
    "quarries of the dis-",
  ],
  ["trict, and the work begins in May, when", "the ice has gone."],
  ["STORM ON THE COAST"],
  [
    "A gale from the north-east struck the",
    "coast last night, and four boats of the",
    "fishing fleet have not come back.",
  ],
] as const;
const TEXT = BLOCKS.map((lines) => lines.join("\n")).join("\n\n");

const words = (line: string, word: (text: string) => string) => line.split(" ").map(word).join("");
const FILES = {
  alto: `<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page><PrintSpace>${BLOCKS.map(
    (lines, i) =>
      `<TextBlock ID="b${i}">${lines
        .map(
          (line, j) =>
            `<TextLine ID="b${i}l${j}">${words(line, (it) => `<String CONTENT="${it}"/>`)}</TextLine>`,
        )
        .join("")}</TextBlock>`,
  ).join("")}</PrintSpace></Page></Layout></alto>`,
  page: `<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page>${BLOCKS.map(
    (lines, i) =>
      `<TextRegion id="b${i}">${lines
        .map(
          (line, j) =>
            `<TextLine id="b${i}l${j}"><TextEquiv><Unicode>${line}</Unicode></TextEquiv></TextLine>`,
        )
        .join("")}</TextRegion>`,
  ).join("")}</Page></PcGts>`,
  hocr: `<html><body><div class="ocr_page">${BLOCKS.map(
    (lines, i) =>
      `<div class="ocr_carea"><p class="ocr_par">${lines
        .map((line, j) => `<span class="ocr_line" id="b${i}l${j}">${line}</span>`)
        .join("\n")}</p></div>`,
  ).join("\n")}</div></body></html>`,
};

const told = ({ articles, warnings }: Document) => ({
  articles: articles.map(({ title, body }) => [title, ...body.map(({ type, text }) => `${type}: ${text}`)]),
  warnings: warnings.map(({ code }) => code),
});
const only = (documents: readonly Document[]) => documents[0] as Document;

describe.each(Object.entries(FILES))("%s", (_, file) => {
  test("reads as its text does, and is not broken", async () => {
    const expected = told(only(fixPages(TEXT)));
    expect(expected.articles).toHaveLength(2);
    expect(told(only(await fixFile(file, { strict: true })))).toEqual(expected);
  });

  test("names the lines of the file", async () => {
    const { articles } = only(await fixFile(file));
    expect(articles[1]?.spans.title).toEqual([{ id: "b3l0", box: [0, 0, 0, 0] }]);
  });
});

test("blocks of a line each part no paragraphs", async () => {
  const lines = BLOCKS.flat().map(
    (line, i) =>
      `<TextBlock ID="b${i}"><TextLine ID="l${i}"><String CONTENT="${line}"/></TextLine></TextBlock>`,
  );
  const file = `<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page><PrintSpace>${lines.join("")}</PrintSpace></Page></Layout></alto>`;
  expect(told(only(await fixFile(file)))).toEqual(told(only(fixPages(BLOCKS.flat().join("\n")))));
});

test("the order that a file states counts for more than its own", async () => {
  const order = `<ReadingOrder><OrderedGroup id="g">${[3, 4, 0, 1, 2]
    .map((block, i) => `<RegionRefIndexed index="${i}" regionRef="b${block}"/>`)
    .join("")}</OrderedGroup></ReadingOrder>`;
  const { articles } = only(await fixFile(FILES.page.replace("<Page>", `<Page>${order}`)));
  expect(articles.map(({ title }) => title)).toEqual(["STORM ON THE COAST", "BOARD LENGTHENS EASTERN MOLE"]);
});
