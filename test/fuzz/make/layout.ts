/** Layout files of every format, of pages that make some sense and of values that make none. */
import type { PageFormat } from "../../../src/read/formats.ts";
import type { Random } from "../../../src/training/random.ts";
import { line, run } from "./text.ts";

interface Word {
  readonly text: string;
  readonly box: readonly [number, number, number, number];
}
interface Block {
  readonly lines: readonly (readonly Word[])[];
}

/** What writers of numbers have written. */
const NUMBERS = [
  "NaN",
  "-1",
  "",
  " ",
  "1e308",
  "-1e308",
  "1e999",
  "Infinity",
  "0",
  "-0",
  "0x1F",
  "1,5",
  "12px",
  "１２",
];
const IDS = ["a", "a", "b", "__proto__", "constructor", "toString", "", "é", "r_1"];

/** Some pages are vertical, and some of their blocks not. */
function blocksOf(random: Random): Block[] {
  const blocks = gridOf(random);
  if (!random.chance(0.15)) return blocks;
  const mixed = random.chance(0.5);
  return blocks.map((block) => (mixed && random.chance(0.2) ? block : standing(block)));
}

function standing({ lines }: Block): Block {
  return {
    lines: lines.map((words) =>
      words.map(({ text, box: [x, y, w, h] }) => ({ text, box: [2000 - y - h, x, h, w] as const })),
    ),
  };
}

/** Blocks in a grid, a little off; in a few pages all on one spot. */
function gridOf(random: Random): Block[] {
  const columns = 1 + random.below(4);
  const onSpot = random.chance(0.05);
  const many = random.chance(0.005) ? 60 : random.chance(0.1) ? 10 : 3;
  return Array.from({ length: 1 + random.below(many) }, (_, i) => {
    const size = random.pick([20, 20, 20, 30, 60]);
    const [left, top] = onSpot
      ? [10, 10]
      : [(i % columns) * 420 + random.below(9), Math.floor(i / columns) * 300];
    return {
      lines: Array.from({ length: 1 + random.below(random.chance(0.1) ? 8 : 3) }, (_, row) => {
        let x = left;
        return Array.from({ length: 1 + random.below(3) }, () => {
          const text = random.chance(0.2) ? line(random) : run(random);
          const width = Math.min(400, text.length * size);
          const box = [x, top + row * size * 1.5 + random.below(4), width, size] as const;
          x += width + random.below(size);
          return { text, box };
        });
      }),
    };
  });
}

/** How a format is written: a function for each part of it. */
interface Pen {
  readonly random: Random;
  readonly number: (value: number) => string;
  readonly id: (i: number) => string;
  readonly text: (text: string) => string;
}

function penOf(random: Random): Pen {
  const odd = random.chance(0.3) ? 0.1 : 0;
  const raw = random.chance(0.1);
  return {
    random,
    number: (value) => (random.chance(odd) ? random.pick(NUMBERS) : String(value)),
    id: (i) => (random.chance(odd) ? random.pick(IDS) : `e${i}`),
    text: (text) => (raw ? text : escaped(text)),
  };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

const WRITERS: { readonly [format in PageFormat]: (blocks: readonly Block[], pen: Pen) => string } = {
  alto: (blocks, { number, id, text, random }) =>
    `<?xml version="1.0"?>${doctype(random)}<alto><Styles><TextStyle ID="s" FONTSIZE="${number(9)}"/></Styles><Layout><Page><PrintSpace>${blocks
      .map(
        ({ lines }, i) =>
          `<TextBlock ID="${id(i)}" STYLEREFS="s" ROTATION="${random.chance(0.1) ? number(90) : "0"}">${lines
            .map(
              (words, j) =>
                `<TextLine ID="${id(j)}" ${alto([0, 0, 400, 20], number)}>${words
                  .map(
                    (word) =>
                      `<String CONTENT="${text(word.text)}" ${alto(word.box, number)} WC="${number(0.9)}"${random.chance(0.05) ? ' SUBS_TYPE="HypPart1"' : ""}/>`,
                  )
                  .join("<SP/>")}${random.chance(0.1) ? '<HYP CONTENT="-"/>' : ""}</TextLine>`,
            )
            .join("")}</TextBlock>`,
      )
      .join(
        "",
      )}${graphics(random, (name, box) => `<${name === "rule" ? "GraphicalElement" : "Illustration"} ${alto(box, number)}/>`)}</PrintSpace></Page></Layout></alto>`,
  page: (blocks, { number, id, text, random }) =>
    `<?xml version="1.0"?>${doctype(random)}<PcGts><Page>${order(blocks.length, random, id, number)}${blocks
      .map(
        ({ lines }, i) =>
          `<TextRegion id="${id(i)}" orientation="${random.chance(0.1) ? number(90) : "0"}">${lines
            .map(
              (words, j) =>
                `<TextLine id="${id(j)}"><Coords points="${polygon(words, number)}"/>${words
                  .map(
                    (word) =>
                      `<Word><Coords points="${polygon([word], number)}"/><TextEquiv index="${number(0)}"><Unicode>${text(word.text)}</Unicode></TextEquiv></Word>`,
                  )
                  .join("")}</TextLine>`,
            )
            .join("")}</TextRegion>`,
      )
      .join(
        "",
      )}${graphics(random, (name, [x, y, w, h]) => `<${name === "rule" ? "Separator" : "Image"}Region><Coords points="${x},${y} ${x + w},${y + h}"/></${name === "rule" ? "Separator" : "Image"}Region>`)}</Page></PcGts>`,
  hocr: (blocks, { number, id, text, random }) =>
    `${doctype(random)}<html><body><div class="ocr_page">${blocks
      .map(
        ({ lines }, i) =>
          `<div class="ocr_carea" id="${id(i)}"><p class="ocr_par">${lines
            .map(
              (words, j) =>
                `<span class="ocr_line" id="${id(j)}" title="bbox ${corners(words[0]?.box ?? [0, 0, 1, 1], number)}">${words
                  .map(
                    (word) =>
                      `<span class="ocrx_word" title="bbox ${corners(word.box, number)}; x_wconf ${number(90)}">${text(word.text)}</span> `,
                  )
                  .join("")}</span>`,
            )
            .join("")}</p></div>`,
      )
      .join(
        "",
      )}${graphics(random, (name, box) => `<div class="${name === "rule" ? "ocr_separator" : "ocr_photo"}" title="bbox ${corners(box, number)}"></div>`)}</div></body></html>`,
  bbox: (blocks, { number, text, random }) =>
    `${doctype(random)}<html><body><doc><page width="1000" height="2000"><flow>${blocks
      .map(
        ({ lines }) =>
          `<block>${lines
            .map(
              (words) =>
                `<line>${words.map((word) => `<word ${poppler(word.box, number)}>${text(word.text)}</word>`).join("")}</line>`,
            )
            .join("")}</block>`,
      )
      .join("")}</flow></page></doc></body></html>`,
  tsv: (blocks, { number }) =>
    [
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
      "1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t",
      ...blocks.flatMap(({ lines }, i) => [
        `2\t1\t${i}\t0\t0\t0\t0\t0\t${number(10)}\t${number(10)}\t-1\t`,
        `3\t1\t${i}\t1\t0\t0\t0\t0\t${number(10)}\t${number(10)}\t-1\t`,
        ...lines.flatMap((words, j) => [
          `4\t1\t${i}\t1\t${j}\t0\t0\t0\t10\t10\t-1\t`,
          ...words.map(
            (word, k) =>
              `5\t1\t${i}\t1\t${j}\t${k}\t${word.box.map(number).join("\t")}\t${number(90)}\t${word.text}`,
          ),
        ]),
      ]),
    ].join("\n"),
  paddle: (blocks, pen) => paddle(blocks, pen),
};

function paddle(blocks: readonly Block[], { random }: Pen): string {
  const words = blocks.flatMap(({ lines }) => lines.flat());
  const odd = random.chance(0.3) ? 0.1 : 0;
  const value = (number: number) =>
    random.chance(odd) ? random.pick([null, "x", -1, 1e308, [], {}]) : number;
  const polygonOf = ({ box: [x, y, w, h] }: Word) => [
    [value(x), value(y)],
    [value(x + w), value(y)],
    [value(x + w), value(y + h)],
    [value(x), value(y + h)],
  ];
  if (random.chance(0.5))
    return JSON.stringify([words.map((word) => [polygonOf(word), [word.text, value(0.9)]])]);
  return JSON.stringify({
    res: {
      rec_texts: words.map(({ text }) => text),
      rec_scores: words.map(() => value(0.9)),
      ...(random.chance(0.5)
        ? {
            rec_boxes: words.map(({ box: [x, y, w, h] }) => [value(x), value(y), value(x + w), value(y + h)]),
          }
        : { rec_polys: words.map(polygonOf) }),
    },
  });
}

function alto(box: readonly number[], number: Pen["number"]): string {
  return ["HPOS", "VPOS", "WIDTH", "HEIGHT"]
    .map((name, i) => `${name}="${number(box[i] as number)}"`)
    .join(" ");
}

function corners([x, y, w, h]: Word["box"], number: Pen["number"]): string {
  return [x, y, x + w, y + h].map(number).join(" ");
}

function poppler([x, y, w, h]: Word["box"], number: Pen["number"]): string {
  return `xMin="${number(x)}" yMin="${number(y)}" xMax="${number(x + w)}" yMax="${number(y + h)}"`;
}

function polygon(words: readonly Word[], number: Pen["number"]): string {
  return words
    .map(({ box: [x, y, w, h] }) => `${number(x)},${number(y)} ${number(x + w)},${number(y + h)}`)
    .join(" ");
}

function graphics(random: Random, write: (name: "rule" | "picture", box: Word["box"]) => string): string {
  if (random.chance(0.6)) return "";
  return Array.from({ length: 1 + random.below(4) }, () =>
    write(random.pick(["rule", "picture"] as const), [
      random.below(1000),
      random.below(1000),
      random.pick([1, 2, 300, 900]),
      random.pick([1, 2, 200, 1500]),
    ]),
  ).join("");
}

/** Stated orders name regions twice, regions that are not there, and groups in groups. */
function order(blocks: number, random: Random, id: Pen["id"], number: Pen["number"]): string {
  if (random.chance(0.5)) return "";
  const refs = Array.from({ length: blocks + 1 }, () => {
    const i = random.below(blocks + 2);
    return `<RegionRefIndexed index="${number(random.below(blocks))}" regionRef="${id(i)}"/>`;
  });
  const depth = random.below(4);
  return `<ReadingOrder>${'<OrderedGroup index="0">'.repeat(depth + 1)}${refs.join("")}${"</OrderedGroup>".repeat(depth + 1)}</ReadingOrder>`;
}

const ENTITIES = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>`;

function doctype(random: Random): string {
  return random.chance(0.05) ? ENTITIES : random.chance(0.05) ? "<!DOCTYPE html>" : "";
}

export const LAYOUT_FORMATS = Object.keys(WRITERS) as PageFormat[];

export function layoutFile(format: PageFormat, random: Random): string {
  const written = WRITERS[format](blocksOf(random), penOf(random));
  return random.chance(0.03) ? written.replaceAll("人", "&d;&c;") : written;
}

/** Deep, wide and endless. */
export function giantLayout(format: PageFormat, random: Random): string {
  const size = random.pick([20_000, 100_000]);
  const small = layoutFile(format, random);
  const middle = small.length >> 1;
  switch (random.below(5)) {
    case 0:
      return (
        small.slice(0, middle) +
        random.pick(["<a>", "<TextRegion>", "<span>", "[", '{"a":', "<OrderedGroup>"]).repeat(size) +
        small.slice(middle)
      );
    case 1:
      return small.replace(/="[^"]*"/, `="${"x1,1 ".repeat(size)}"`);
    case 2:
      return small.slice(0, middle) + run(random).repeat(size) + small.slice(middle);
    case 3:
      return (
        small.slice(0, middle) + small.repeat(Math.ceil((4 * size) / small.length)) + small.slice(middle)
      );
    default:
      return WRITERS[format](
        Array.from({ length: Math.ceil(size / 500) }, () => blocksOf(random)).flat(),
        penOf(random),
      );
  }
}
