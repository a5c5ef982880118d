/** Lines as poppler gives them: in pieces where a line is loose, and in boxes as high as the font says. */
import { expect, test } from "@jest/globals";
import { readPages } from "../../../src/read/formats.ts";

const SOURCE = { path: null, encoding: "utf-8", sha256: null };

interface Piece {
  readonly words: readonly string[];
  readonly x: number;
  readonly y: number;
}

function page(
  blocks: readonly (readonly Piece[])[],
  { letter, high }: { letter: number; high: number },
): string {
  const lines = (pieces: readonly Piece[]) =>
    pieces.map(({ words, x, y }) => {
      let left = x;
      const own = words.map((text) => {
        const from = left;
        left += text.length * letter + letter;
        return `<word xMin="${from}" yMin="${y}" xMax="${left - letter}" yMax="${y + high}">${text}</word>`;
      });
      return `<line xMin="${x}" yMin="${y}" xMax="${left}" yMax="${y + high}">${own.join("")}</line>`;
    });
  const all = blocks.map((pieces) => `<block>${lines(pieces).join("")}</block>`).join("");
  return `<html><body><doc><page width="600" height="800"><flow>${all}</flow></page></doc></body></html>`;
}

async function linesOf(text: string): Promise<string[]> {
  const [read] = await readPages(text, SOURCE);
  return read?.text.split("\n") ?? [];
}

test("words of one height in one block are one line, however wide its spaces are", async () => {
  const block = [
    { words: ["The", "ferry", "left", "the", "quay", "at"], x: 10, y: 40 },
    { words: ["noon"], x: 10, y: 52 },
    { words: ["with"], x: 75, y: 52 },
    { words: ["forty"], x: 125, y: 52 },
    { words: ["passengers", "on", "board."], x: 10, y: 64 },
  ];
  expect(await linesOf(page([block], { letter: 5, high: 12 }))).toEqual([
    "The ferry left the quay at",
    "noon with forty",
    "passengers on board.",
  ]);
});

test("boxes of a tall font reach into the lines above and below, and each line is read where it stands", async () => {
  const column = (x: number, lines: readonly string[]) =>
    lines.map((text, i) => ({
      words: [text.trim()],
      x: x + 10 * (/^\u3000*/.exec(text)?.[0].length ?? 0),
      y: 40 + 14 * i,
    }));
  const left = [
    "　　渡口的老艄公今年七十有",
    "三，每天天不亮就来到码头",
    "边。",
    "　　他说，河上的桥修好以后",
    "，坐船的人少了，可是看船的",
  ];
  const right = [
    "人多了。",
    "　　镇里打算把旧渡船修缮一",
    "新，放在江边的小公园里。",
    "　　船身上的木板已经换过三",
    "回，船舵还是原来的那一个。",
  ];
  const text = page([column(10, left), column(160, right)], { letter: 10, high: 16 });
  expect(await linesOf(text)).toEqual([...left, ...right].map((line) => line.trim()));
});
