/** What each format may say of a page, and where a reader could lose it. */
import { describe, expect, test } from "@jest/globals";
import { type InputFormat, readPages } from "../../../src/read/formats.ts";

const SOURCE = { path: null, encoding: "utf-8", sha256: null };
const read = (text: string, format?: InputFormat) =>
  readPages(text, { ...SOURCE, ...(format && { format }) });
const textOf = async (text: string, format?: InputFormat) =>
  (await read(text, format)).map((page) => page.text);

describe("ALTO", () => {
  const page = (content: string, before = "") =>
    `<alto>${before}<Layout><Page><PrintSpace>${content}</PrintSpace></Page></Layout></alto>`;
  const line = (content: string, y = 10) =>
    `<TextLine ID="l${y}" HPOS="10" VPOS="${y}" WIDTH="400" HEIGHT="30">${content}</TextLine>`;
  const word = (text: string, x: number, y = 10, more = "") =>
    `<String CONTENT="${text}" HPOS="${x}" VPOS="${y}" WIDTH="90" HEIGHT="30" ${more}/>`;

  test("has pages by the dozen in one file", async () => {
    const one = page(`<TextBlock>${line(word("one", 10))}</TextBlock>`);
    const two = one.replace("</Page>", `</Page><Page><TextBlock>${line(word("two", 10))}</TextBlock></Page>`);
    expect(await textOf(two)).toEqual(["one\ftwo", "one\ftwo"]);
  });

  test("has text in margins", async () => {
    const margin = `<TopMargin><TextBlock>${line(word("folio", 10))}</TextBlock></TopMargin>`;
    expect(await textOf(`<alto><Layout><Page>${margin}</Page></Layout></alto>`)).toEqual(["folio"]);
  });

  test("turns what is in a block that is turned, and what stands slanted is not turned", async () => {
    const turned = `<TextBlock>${line(word("second", 200) + word("first", 10))}</TextBlock>`;
    expect(await textOf(page(`<ComposedBlock ROTATION="90">${turned}</ComposedBlock>`))).toEqual([
      "second first",
    ]);
    expect(await textOf(page(`<ComposedBlock ROTATION="0.7">${turned}</ComposedBlock>`))).toEqual([
      "first second",
    ]);
  });

  test("may give the place of a line as a polygon alone", async () => {
    const shape = '<Shape><Polygon POINTS="10,20 410,20 410,50 10,50"/></Shape>';
    const [own] = await read(
      page(`<TextBlock><TextLine ID="l">${shape}<String CONTENT="word"/></TextLine></TextBlock>`),
    );
    expect(own?.lines[0]?.print?.box).toEqual([10, 20, 400, 30]);
  });

  test.each([
    ["a composed block", '<ComposedBlock TYPE="Advertisement">', "</ComposedBlock>", ""],
    [
      "a tag",
      '<ComposedBlock TAGREFS="x t">',
      "</ComposedBlock>",
      '<Tags><LayoutTag ID="t" LABEL="advert"/></Tags>',
    ],
    [
      "a composed block in another",
      '<ComposedBlock TYPE="Advertisement"><ComposedBlock TYPE="advert"><TextBlock/></ComposedBlock>',
      "</ComposedBlock>",
      "",
    ],
  ])("is told of an advertisement by %s", async (_, open, close, tags) => {
    const [own] = await read(
      page(
        `${open}<TextBlock>${line(word("soap", 10))}</TextBlock>${close}<TextBlock>${line(word("news", 10, 90), 90)}</TextBlock>`,
        tags,
      ),
    );
    expect(own?.lines.map(({ print }) => print?.advert !== undefined)).toEqual([true, false]);
  });
});

describe("PAGE", () => {
  const page = (content: string) => `<PcGts><Page>${content}</Page></PcGts>`;
  const coords = (y: number, height = 30) =>
    `<Coords points="10,${y} 400,${y} 400,${y + height} 10,${y + height}"/>`;
  const says = (text: string, more = "") => `<TextEquiv ${more}><Unicode>${text}</Unicode></TextEquiv>`;

  test.each([
    "TextRegion",
    "TableRegion",
    "AdvertRegion",
    "ImageRegion",
    "GraphicRegion",
    "ChartRegion",
    "LineDrawingRegion",
    "MathsRegion",
    "ChemRegion",
    "MusicRegion",
    "MapRegion",
    "SeparatorRegion",
    "NoiseRegion",
    "CustomRegion",
    "UnknownRegion",
  ])("has text in a %s", async (region) => {
    const inner = `<TextRegion id="i">${coords(20)}<TextLine id="l">${coords(20)}${says("word")}</TextLine></TextRegion>`;
    expect(await textOf(page(`<${region} id="r">${coords(10, 90)}${inner}</${region}>`))).toEqual(["word"]);
  });

  test("has text in a region alone, a row for each of its lines, and that is said once", async () => {
    const [own] = await read(page(`<TextRegion id="r">${coords(0, 60)}${says("one\n two\n")}</TextRegion>`));
    expect(own?.text).toBe("one\ntwo");
    expect(own?.lines.map(({ print }) => print?.box)).toEqual([
      [10, 0, 390, 30],
      [10, 30, 390, 30],
    ]);
    const outer = (inner: string) => page(`<TextRegion>${coords(0, 60)}${inner}${says("one")}</TextRegion>`);
    expect(await textOf(outer(`<TextLine>${coords(0)}${says("one")}</TextLine>`))).toEqual(["one"]);
    expect(await textOf(outer(`<TextRegion>${coords(0)}${says("one")}</TextRegion>`))).toEqual(["one"]);
  });

  test.each([
    ["the least index, wherever it stands", says("b", 'index="2"') + says("a", 'index="1"'), "a"],
    ["the first without an index", says("a") + says("b"), "a"],
    ["none that is empty", says("", 'index="0"') + says("a", 'index="1"'), "a"],
    ["plain text where there is no other", "<TextEquiv><PlainText>a</PlainText><Unicode/></TextEquiv>", "a"],
    [
      "Unicode before plain text",
      "<TextEquiv><PlainText>ae</PlainText><Unicode>æ</Unicode></TextEquiv>",
      "æ",
    ],
  ])("is read by %s", async (_, equivalents, read) => {
    expect(
      await textOf(page(`<TextRegion><TextLine>${coords(0)}${equivalents}</TextLine></TextRegion>`)),
    ).toEqual([read]);
  });

  test("has lines without a place, and borders with one, and neither goes astray", async () => {
    const border = '<Border><Coords><Point x="1" y="2"/><Point x="900" y="2"/></Coords></Border>';
    const line = (id: string, where: string) => `<TextLine id="${id}">${where}${says(id)}</TextLine>`;
    const old = '<Coords><Point x="10" y="90"/><Point x="60" y="120"/></Coords>';
    const [own] = await read(page(`${border}<TextRegion>${line("a", old)}${line("b", "")}</TextRegion>`));
    expect(own?.lines.find(({ print }) => print?.id === "a")?.print?.box).toEqual([10, 90, 50, 30]);
    expect(own?.lines.map(({ print }) => print?.id).sort()).toEqual(["a", "b"]);
  });
});

describe("hOCR", () => {
  const page = (content: string) => `<html><body><div class="ocr_page">${content}</div></body></html>`;
  const at = (x: number, y: number) => `title="bbox ${x} ${y} ${x + 90} ${y + 30}"`;
  const word = (text: string, x: number, y: number) => `<span class="ocrx_word" ${at(x, y)}>${text}</span>`;

  test("has words in no line: they make rows by where they stand", async () => {
    const words = word("one", 10, 10) + word("two", 110, 10) + word("three", 10, 60);
    expect(await textOf(page(`<p class="ocr_par">${words}</p>`))).toEqual(["one two\nthree"]);
  });

  test("has text in no line and no word", async () => {
    const par = (text: string, y: number) => `<p class="ocr_par" ${at(10, y)}>${text}</p>`;
    expect(await textOf(page(par("one <em>and</em> two", 10) + par("three", 60)))).toEqual([
      "one and two\nthree",
    ]);
  });

  test("has letters with boxes of their own inside words", async () => {
    const letters = [..."一二"].map((it) => `<span class="ocrx_cinfo" title="x_bboxes 1 2 3 4">${it}</span>`);
    const line = `<span class="ocr_line" ${at(10, 10)}>${word(letters.join(""), 10, 10)}</span>`;
    expect(await textOf(page(line))).toEqual(["一二"]);
  });

  test("has nothing of its head on the page", async () => {
    const file = page(`<span class="ocr_line" ${at(10, 10)}>text</span>`);
    expect(await textOf(file.replace("<body>", "<head><title>title</title></head><body>"))).toEqual(["text"]);
  });
});

describe("TSV", () => {
  const HEAD =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";
  const word = (page: number, line: number, text: string) =>
    `5\t${page}\t1\t1\t${line}\t1\t10\t${line * 60}\t90\t30\t95\t${text}`;

  test("of words alone has its pages and lines by their numbers", async () => {
    const rows = [HEAD, word(1, 1, "one"), word(1, 2, "two"), word(2, 1, "three")].join("\n");
    expect(await textOf(rows)).toEqual(["one\ntwo\fthree", "one\ntwo\fthree"]);
  });

  test("may have its columns in any order, or no head", async () => {
    const turned = (row: string) => row.split("\t").reverse().join("\t");
    expect(await textOf([HEAD, word(1, 1, "one")].map(turned).join("\n"), "tsv")).toEqual(["one"]);
    expect(await textOf(word(1, 1, "one"), "tsv")).toEqual(["one"]);
  });
});

describe("PaddleOCR", () => {
  const polygon = [
    [10, 10],
    [90, 10],
    [90, 40],
    [10, 40],
  ];

  test.each([
    ["version 2", [[[polygon, ["江边", 0.9]]], null]],
    ["version 2, of one image", [[polygon, ["江边", 0.9]]]],
    ["its labels", [{ transcription: "江边", points: polygon, difficult: false }]],
    ["its service", { results: [[{ text: "江边", confidence: 0.9, text_region: polygon }]] }],
    [
      "PP-Structure",
      [{ type: "text", bbox: [0, 0, 9, 9], res: [{ text: "江边", confidence: 0.9, text_region: polygon }] }],
    ],
    ["version 3", { res: { rec_texts: ["江边"], rec_scores: [0.9], rec_polys: [polygon] } }],
    ["version 3, without polygons", { rec_texts: ["江边"], rec_boxes: [[10, 10, 90, 40]] }],
    [
      "PP-Structure 3",
      {
        overall_ocr_res: { rec_texts: ["江边"], rec_boxes: [[10, 10, 90, 40]] },
        table_res_list: [{ table_ocr_pred: { rec_texts: ["江边"], rec_boxes: [[10, 10, 90, 40]] } }],
      },
    ],
    [
      "the service of version 3",
      { result: { ocrResults: [{ prunedResult: { rec_texts: ["江边"], rec_polys: [polygon] } }] } },
    ],
  ])("is read as %s writes it", async (_, result) => {
    const [own, ...others] = await read(JSON.stringify(result));
    expect(others).toEqual([]);
    expect(own?.source.format).toBe("paddle");
    expect(own?.lines.map(({ print }) => print?.box)).toEqual([[10, 10, 80, 30]]);
    expect(own?.text).toBe("江边");
  });

  test("has words with boxes where it was asked for them", async () => {
    const result = {
      rec_texts: ["one two"],
      rec_boxes: [[10, 10, 290, 40]],
      text_word: [["one", " ", "two"]],
      text_word_boxes: [
        [
          [10, 10, 90, 40],
          [90, 10, 110, 40],
          [200, 10, 290, 40],
        ],
      ],
    };
    expect(await textOf(JSON.stringify(result))).toEqual(["one two"]);
  });
});
