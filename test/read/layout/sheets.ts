/** Pages of print made for tests: columns of lines, and the same page in each format. */
import type { Box } from "../../../src/page/types.ts";

export interface TestLine {
  readonly id: string;
  readonly words: readonly { readonly text: string; readonly box: Box }[];
}

/** A block of lines, and where it stands. */
export type TestBlock = readonly TestLine[];

const EM = 40;
const PITCH = 60;

/** Sets lines one below the other from a corner; an ideographic space at the head of a line is an indent. */
export function setBlock(name: string, lines: readonly string[], x: number, y: number, em = EM): TestBlock {
  return lines.map((line, i) => {
    const indent = /^\u3000*/.exec(line)?.[0].length ?? 0;
    const top = y + Math.round((i * PITCH * em) / EM);
    let left = x + indent * em;
    const words = line
      .trim()
      .split(" ")
      .map((text) => {
        const box: Box = [left, top, text.length * em, Math.round(1.3 * em)];
        left += text.length * em + Math.round(em / 3);
        return { text, box };
      });
    return { id: `${name}_${i}`, words };
  });
}

/** A headline over two columns; the first column ends in the middle of a sentence. */
export const twoColumns: readonly TestBlock[] = [
  setBlock("head", ["老码头成了新书房"], 300, 100, 100),
  setBlock(
    "left",
    ["　　清晨的江边，读者已在门口排", "起长队，来得最早的是一位退休", "教师，他每天都要在这里读完当"],
    100,
    300,
  ),
  setBlock(
    "right",
    ["天的报纸，然后才回家去。", "　　图书馆去年春天开放，半年来", "接待了十二万名读者。"],
    740,
    300,
  ),
];

export function alto(blocks: readonly TestBlock[]): string {
  const word = ({ text, box }: TestLine["words"][number]) =>
    `<String CONTENT="${text}" WC="0.9" ${altoBox(box)}/>`;
  const line = ({ id, words }: TestLine) =>
    `<TextLine ID="${id}">${words.map(word).join("<SP/>")}</TextLine>`;
  const own = blocks.map((block) => `<TextBlock>${block.map(line).join("\n")}</TextBlock>`);
  return `<?xml version="1.0"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page><PrintSpace>\n${own.join("\n")}\n</PrintSpace></Page></Layout></alto>`;
}

function altoBox([x, y, w, h]: Box): string {
  return `HPOS="${x}" VPOS="${y}" WIDTH="${w}" HEIGHT="${h}"`;
}

function hocr(blocks: readonly TestBlock[]): string {
  const bbox = ([x, y, w, h]: Box) => `bbox ${x} ${y} ${x + w} ${y + h}`;
  const line = ({ id, words }: TestLine) =>
    `<span class='ocr_line' id='${id}'>${words.map(({ text, box }) => `<span class='ocrx_word' title='${bbox(box)}; x_wconf 90'>${text}</span>`).join(" ")}</span>`;
  return `<!DOCTYPE html>\n<html><head><meta name='ocr-system' content='test'></head><body><div class='ocr_page'>${blocks.map((block) => `<p class='ocr_par'>${block.map(line).join("\n")}</p>`).join("\n")}</div></body></html>`;
}

function tsv(blocks: readonly TestBlock[]): string {
  const head =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";
  const rows = blocks.flatMap((block, b) => [
    `2\t1\t${b}\t0\t0\t0\t0\t0\t0\t0\t-1\t`,
    `3\t1\t${b}\t1\t0\t0\t0\t0\t0\t0\t-1\t`,
    ...block.flatMap(({ words }, l) => [
      `4\t1\t${b}\t1\t${l}\t0\t0\t0\t0\t0\t-1\t`,
      ...words.map(({ text, box }, w) => `5\t1\t${b}\t1\t${l}\t${w}\t${box.join("\t")}\t90\t${text}`),
    ]),
  ]);
  return [head, "1\t1\t0\t0\t0\t0\t0\t0\t2000\t3000\t-1\t", ...rows].join("\n");
}

function pageXml(blocks: readonly TestBlock[]): string {
  const coords = ([x, y, w, h]: Box) =>
    `<Coords points="${x},${y} ${x + w},${y} ${x + w},${y + h} ${x},${y + h}"/>`;
  const line = ({ id, words }: TestLine) =>
    `<TextLine id="${id}">${coords(words[0]?.box as Box)}${words.map(({ text, box }) => `<Word>${coords(box)}<TextEquiv conf="0.9"><Unicode>${text}</Unicode></TextEquiv></Word>`).join("")}<TextEquiv><Unicode>${words.map(({ text }) => text).join(" ")}</Unicode></TextEquiv></TextLine>`;
  return `<?xml version="1.0"?>\n<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page>${blocks.map((block) => `<TextRegion>${block.map(line).join("\n")}</TextRegion>`).join("\n")}</Page></PcGts>`;
}

function bbox(blocks: readonly TestBlock[]): string {
  const word = ({ text, box: [x, y, w, h] }: TestLine["words"][number]) =>
    `<word xMin="${x}" yMin="${y}" xMax="${x + w}" yMax="${y + h}">${text}</word>`;
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><body><doc><page width="2000" height="3000"><flow>${blocks.map((block) => `<block>${block.map(({ words }) => `<line>${words.map(word).join("\n")}</line>`).join("\n")}</block>`).join("\n")}</flow></page></doc></body></html>`;
}

function paddle(blocks: readonly TestBlock[]): string {
  const lines = blocks.flat().flatMap(({ words }) => words);
  return JSON.stringify({
    res: {
      rec_texts: lines.map(({ text }) => text),
      rec_scores: lines.map(() => 0.9),
      rec_boxes: lines.map(({ box: [x, y, w, h] }) => [x, y, x + w, y + h]),
    },
  });
}

export const FORMATS = { alto, hocr, tsv, page: pageXml, bbox, paddle } as const;

/** The same page as vertical text: what ran from left to right runs from top to bottom, and the first line stands at the right. */
export function standing(blocks: readonly TestBlock[]): TestBlock[] {
  return blocks.map((block) =>
    block.map((line) => ({
      ...line,
      words: line.words.map(({ text, box: [x, y, w, h] }) => ({
        text,
        box: [RIGHT - y - h, x, h, w] as const,
      })),
    })),
  );
}

const RIGHT = 6000;
