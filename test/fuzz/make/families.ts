/** Pages of any size, each hard for one part of the program. */
import type { InputFormat } from "../../../src/read/index.ts";
import { randomFrom } from "../../../src/training/random.ts";

export interface Family {
  readonly name: string;
  readonly format: InputFormat;
  /** @param size in UTF-16 units, about */
  readonly make: (size: number) => string;
  /** What is done with the page; it is repaired unless something else is named. */
  readonly work?: "write" | "decide" | "score" | "read";
  /** The exponent that is known and accepted, where it is more than a little noise over 1. */
  readonly most?: number;
}

const HAN =
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经";

/** Letters without any order, the same at every call. */
function letters(length: number, seed: number): string {
  const random = randomFrom(seed);
  return Array.from({ length }, () => random.pick([...HAN])).join("");
}

const filled = (unit: string) => (size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const lines = (make: (i: number) => string, length: number) => (size: number) =>
  Array.from({ length: Math.ceil(size / length) }, (_, i) => make(i)).join("\n");
const text = (name: string, make: Family["make"], work?: Family["work"]): Family => ({
  name,
  format: "text",
  make,
  ...(work && { work }),
});

const paragraphs = (end: string) => lines((i) => `　　${letters(40, i)}${end}`, 44);

const TEXTS: readonly Family[] = [
  text("one line of one letter", filled("国")),
  text("one line of letters", (size) => letters(size, 1)),
  text("one line of sentences", (size) => lines((i) => `${letters(12, i)}。`, 13)(size).replaceAll("\n", "")),
  text("one line of spaces and letters", filled("国 ")),
  text("one line of wide white", filled("国国    ")),
  text("one line of marks", filled("，。、；：")),
  text("one line of opening brackets", filled("（「")),
  text("one line of quotes", filled("“国”")),
  text("one line of digits", filled("1234567890")),
  text("one line of Latin words", filled("word and ")),
  text("one line of combining marks", filled("\u0301")),
  text("one line of control characters", filled("\u0001国")),
  text("one line of dots and dashes", filled("……——")),
  text("one line of names and credits", filled("记者林小舟 摄、")),
  text("one line of bylines", filled("本报讯 记者林小舟 通讯员何芸报道 ")),
  text("one line of datelines", filled("新华社北京11月1日电 ")),
  text("empty lines", (size) => `国\n${"\n".repeat(size)}国`),
  text("lines of one letter", filled("国\n")),
  text("lines of one mark", filled("、\n")),
  text("the same short line", filled("街坊议事厅开门\n")),
  text("the same paragraph", filled(`　　${letters(60, 7)}。\n\n`)),
  text("paragraphs that end", paragraphs("。")),
  text("paragraphs that all go on", paragraphs("，")),
  text("lines of one letter apart", filled("国\n\n")),
  text("lines of one mark apart", filled("、\n\n")),
  text("lines of a letter and a mark apart", filled("国、\n\n")),
  text("paragraphs apart that all go on", (size) => paragraphs("，")(size).replaceAll("\n", "\n\n")),
  text(
    "lines without an end",
    lines((i) => letters(18, i), 19),
  ),
  text("lines that are headlines", (size) => lines((i) => letters(9, i), 11)(size).replaceAll("\n", "\n\n")),
  text(
    "captions",
    lines((i) => `图为${letters(9, i)}。记者林小舟 摄\n`, 24),
  ),
  text(
    "adverts",
    lines((i) => `遗失声明\n\n${letters(9, i)}遗失营业执照副本，声明作废。\n`, 36),
  ),
  text(
    "articles",
    lines((i) => `${letters(9, i)}\n\n本报讯 记者林小舟报道 ${letters(80, i + 1)}。\n`, 110),
  ),
  text(
    "columns that agree",
    lines((i) => `${letters(12, i)}    ${letters(12, i + 9)}    ${letters(12, i + 5)}`, 44),
  ),
  text(
    "columns that agree on nothing",
    lines((i) => `${letters(3 + (i % 29), i)}    ${letters(9, i)}  ${letters(6, i)}`, 38),
  ),
  text(
    "columns of Latin words",
    lines((i) => `the quick brown ${i % 7}fox    jumps over the lazy dog`, 46),
  ),
  text(
    "Latin lines with hyphens",
    lines((i) => `the word number ${i} is cut at its hy-\nphen and goes on in another line of words`, 80),
  ),
  text(
    "Latin paragraphs",
    lines((i) => `The word number ${i} stands here, and others of ${i * 7} behind it do not go on\n`, 72),
  ),
  text("pages", filled("国人在这中大，为上个国\n\f")),
  text(
    "folios and jumps",
    lines((i) => `（下转${i % 9}版）\n上接第${i % 9}版`, 14),
  ),
  text(
    "Japanese kana",
    lines((i) => `ニュースの${i}は東京でありました、が`, 18),
  ),
  text("a page to be written", paragraphs("，"), "write"),
  text(
    "articles to be written",
    lines((i) => `${letters(9, i)}\n\n${letters(80, i + 1)}。\n`, 96),
    "write",
  ),
  text(
    "a decision for each line",
    lines((i) => letters(20, i), 21),
    "decide",
  ),
  text("the same line, and decisions", filled("街坊议事厅开门\n"), "decide"),
  text(
    "articles to be scored",
    lines((i) => `${letters(9, i)}\n\n${letters(80, i + 1)}。\n`, 96),
    "score",
  ),
  text("the same line to be scored", filled("街坊议事厅开门\n"), "score"),
];

/** A word with its box, and what is around the words of a line and the lines of a block. */
type Spot = (i: number) => readonly [x: number, y: number, w: number, h: number];

const alto = (
  spot: Spot,
  perLine: number,
  perBlock: number,
  more = "",
  word = (i: number) => letters(6, i),
) => {
  const length = 90;
  return (size: number): string => {
    const parts: string[] = ["<alto><Layout><Page><PrintSpace>"];
    const count = Math.ceil(size / length);
    for (let i = 0; i < count; i++) {
      if (i % perBlock === 0) parts.push(`${i > 0 ? "</TextLine></TextBlock>" : ""}<TextBlock><TextLine>`);
      else if (i % perLine === 0) parts.push("</TextLine><TextLine>");
      const [x, y, w, h] = spot(i);
      parts.push(`<String CONTENT="${word(i)}" HPOS="${x}" VPOS="${y}" WIDTH="${w}" HEIGHT="${h}"/>`, more);
    }
    return `${parts.join("")}</TextLine></TextBlock></PrintSpace></Page></Layout></alto>`;
  };
};

const grid: Spot = (i) => [(i % 4) * 200, Math.floor(i / 4) * 30, 120, 20];
const layout = (name: string, make: Family["make"], format: InputFormat = "alto"): Family => ({
  name,
  format,
  make,
});

const LAYOUTS: readonly Family[] = [
  layout(
    "ALTO: lines in one column",
    alto((i) => [0, i * 30, 120, 20], 1, 1e9),
  ),
  layout(
    "ALTO: blocks in one column",
    alto((i) => [0, i * 30, 120, 20], 1, 1),
  ),
  layout("ALTO: blocks in four columns", alto(grid, 1, 1)),
  layout(
    "ALTO: blocks in one row",
    alto((i) => [i * 200, 0, 120, 20], 1, 1),
  ),
  layout(
    "ALTO: blocks on one spot",
    alto(() => [0, 0, 120, 20], 1, 1),
  ),
  layout(
    "ALTO: blocks in stairs",
    alto((i) => [i * 15, i * 15, 120, 20], 1, 1),
  ),
  layout("ALTO: lines over four columns", alto(grid, 4, 1e9)),
  layout(
    "ALTO: one line of words",
    alto((i) => [i * 130, 0, 120, 20], 1e9, 1e9),
  ),
  layout(
    "ALTO: one line of words on one spot",
    alto(() => [0, 0, 120, 20], 1e9, 1e9),
  ),
  layout(
    "ALTO: lines in every size",
    alto((i) => [0, i * 100, 120, 8 + (i % 60)], 1, 1),
  ),
  layout("ALTO: rules", alto(grid, 1, 1, '<GraphicalElement HPOS="0" VPOS="9" WIDTH="900" HEIGHT="1"/>')),
  layout(
    "ALTO: upright rules",
    alto(grid, 4, 1e9, '<GraphicalElement HPOS="9" VPOS="0" WIDTH="1" HEIGHT="900"/>'),
  ),
  layout("ALTO: pictures", alto(grid, 1, 1, '<Illustration HPOS="0" VPOS="9" WIDTH="190" HEIGHT="90"/>')),
  layout(
    "ALTO: specks",
    alto(grid, 1, 1, "", () => "|"),
  ),
  layout("ALTO: words without boxes", (size) => alto(grid, 4, 40)(size).replaceAll(/HPOS="\d+"/g, "")),
  layout(
    "ALTO: deep elements",
    (size) => `<alto><Page>${"<ComposedBlock>".repeat(size / 15)}<TextLine><String CONTENT="国人"/>`,
  ),
  layout(
    "ALTO: elements that are not closed",
    (size) => `<alto>${"<Page><TextLine><String CONTENT='国'>".repeat(size / 36)}`,
  ),
  layout(
    "ALTO: one attribute",
    (size) => `<alto><String CONTENT="${letters(size, 3)}" HPOS="0" VPOS="0" WIDTH="9" HEIGHT="9"/></alto>`,
  ),
  layout(
    "ALTO: styles",
    (size) =>
      `<alto>${'<TextStyle ID="a" FONTSIZE="9"/>'.repeat(size / 32)}<String CONTENT="国" STYLEREFS="${"b ".repeat(size / 8)}"/></alto>`,
  ),
  layout(
    "ALTO: entities",
    (size) =>
      `<!DOCTYPE a [${'<!ENTITY b "&c;&c;">'.repeat(size / 20)}]><alto><String CONTENT="&b;"/></alto>`,
  ),
  layout(
    "PAGE: points",
    (size) =>
      `<PcGts><Page><TextRegion><TextLine><Coords points="${"1,2 ".repeat(size / 4)}"/><TextEquiv><Unicode>国</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>`,
    "page",
  ),
  layout(
    "PAGE: orders in orders",
    (size) =>
      `<PcGts><Page><ReadingOrder>${'<OrderedGroupIndexed index="1">'.repeat(size / 100)}${'<RegionRefIndexed index="1" regionRef="a"/>'.repeat(size / 100)}</ReadingOrder><TextRegion id="a"><TextLine><TextEquiv><Unicode>国</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>`,
    "page",
  ),
  layout(
    "PAGE: an order for each region",
    (size) => {
      const count = Math.ceil(size / 230);
      const regions = Array.from(
        { length: count },
        (_, i) =>
          `<TextRegion id="r${i}"><TextLine><Coords points="0,${i * 30} 120,${i * 30 + 20}"/><TextEquiv><Unicode>${letters(6, i)}</Unicode></TextEquiv></TextLine></TextRegion>`,
      );
      return `<PcGts><Page><ReadingOrder><OrderedGroup>${regions.map((_, i) => `<RegionRefIndexed index="${i}" regionRef="r${i}"/>`).join("")}</OrderedGroup></ReadingOrder>${regions.join("")}</Page></PcGts>`;
    },
    "page",
  ),
  layout(
    "PAGE: orders among the regions",
    (size) =>
      `<PcGts><Page>${'<RegionRef regionRef="a"/><TextRegion id="a"></TextRegion>'.repeat(size / 58)}<TextLine><TextEquiv><Unicode>国</Unicode></TextEquiv></TextLine></Page></PcGts>`,
    "page",
  ),
  layout(
    "hOCR: spans in spans",
    (size) => `<div class="ocr_page"><span class="ocr_line">${'<span class="x">国'.repeat(size / 17)}`,
    "hocr",
  ),
  layout(
    "hOCR: titles",
    (size) =>
      `<div class="ocr_page"><span class="ocr_line" title="${"bbox ".repeat(size / 5)}">国</span></div>`,
    "hocr",
  ),
  layout(
    "hOCR: lines",
    (size) =>
      `<div class="ocr_page">${Array.from({ length: Math.ceil(size / 70) }, (_, i) => `<span class="ocr_line" title="bbox 0 ${i * 30} 120 ${i * 30 + 20}">${letters(6, i)}</span>`).join("")}</div>`,
    "hocr",
  ),
  layout(
    "TSV: rows that end early",
    (size) => `level\tpage_num\tblock_num\ttext\n${"5\t1\t1\n".repeat(size / 6)}5\t1\t1\t国`,
    "tsv",
  ),
  layout(
    "TSV: words",
    (size) =>
      `level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n${lines((i) => `4\t1\t1\t1\t${i}\t0\t0\t${i * 30}\t120\t20\t-1\t\n5\t1\t1\t1\t${i}\t1\t0\t${i * 30}\t120\t20\t90\t${letters(6, i)}`, 60)(size)}`,
    "tsv",
  ),
  layout(
    "PaddleOCR: lines",
    (size) =>
      `[${Array.from({ length: Math.ceil(size / 60) }, (_, i) => `[[[0,${i * 30}],[120,${i * 30}],[120,${i * 30 + 20}],[0,${i * 30 + 20}]],["${letters(6, i)}",0.9]]`).join()}]`,
    "paddle",
  ),
  layout("PaddleOCR: brackets", (size) => "[".repeat(size), "paddle"),
  layout(
    "poppler: words",
    (size) =>
      `<page width="9" height="9"><flow><block>${Array.from({ length: Math.ceil(size / 90) }, (_, i) => `<line><word xMin="0" yMin="${i * 30}" xMax="120" yMax="${i * 30 + 20}">${letters(6, i)}</word></line>`).join("")}</block></flow></page>`,
    "bbox",
  ),
];

/** What is left: a decision looks for its anchors in the whole page, and stairs are cut step by step, up to sixty times. */
const KNOWN: Readonly<Record<string, number>> = {
  "a decision for each line": 1.8,
  "the same line, and decisions": 1.8,
  "ALTO: blocks in stairs": 1.7,
};

export const FAMILIES: readonly Family[] = [...TEXTS, ...LAYOUTS].map((family) => ({
  ...family,
  ...(family.name in KNOWN && { most: KNOWN[family.name] as number }),
}));
