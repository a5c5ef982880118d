/** Columns that a thin rule parts and no white, as old papers have them and scans bend them. */
import { describe, expect, test } from "@jest/globals";
import { fixFile } from "../../../src/index.ts";
import type { Box } from "../../../src/page/types.ts";
import { readLayout } from "../../../src/read/layout/index.ts";
import { alto, type TestBlock, type TestLine } from "./sheets.ts";

const [WIDTH, PITCH, HEIGHT] = [1000, 50, 44];
const source = { path: null, encoding: "utf-8", sha256: null, warnings: [] } as const;

/** A line of a few words, from one place to another. */
function line(id: string, text: string, [left, top, right]: readonly number[], height = HEIGHT): TestLine {
  const [x, y, end] = [left as number, top as number, right as number];
  const words = text.split(" ");
  const step = (end - x) / words.length;
  const boxOf = (i: number): Box => [x + i * step, y, step - (i === words.length - 1 ? 0 : 15), height];
  return { id, words: words.map((word, i) => ({ text: word, box: boxOf(i) })) };
}

/** Lines of a column whose edges swing by so much to either side. */
function column(name: string, left: number, lines: number, swing: number): TestLine[] {
  return Array.from({ length: lines }, (_, i) => {
    const bend = Math.round(swing * Math.sin(i / 4 + left / 300));
    const text = `the council of ${name} met again today and heard row ${i} of the long report`;
    return line(`${name}${i}`, text, [left + bend, 100 + i * PITCH, left + bend + WIDTH]);
  });
}

/** The names of the columns in the order in which they are read, each as often as it is begun. */
function orderOf(blocks: readonly TestBlock[]): string {
  const [page] = readLayout(alto(blocks), "alto", { ...source, warnings: [] });
  const names = page?.lines.map(({ print }) => print?.id?.replace(/\d+$/, "") ?? "") ?? [];
  return names.filter((name, i) => name !== names[i - 1]).join(" ");
}

describe("columns without white between them", () => {
  const bent = () => ["left", "middle", "right"].map((name, i) => column(name, i * WIDTH, 40, 26));

  test("are read one after the other though no straight line runs between them", () => {
    expect(orderOf(bent())).toBe("left middle right");
  });

  test("hold together where a line goes on into the next column", () => {
    const [left, middle, right] = bent() as [TestLine[], TestLine[], TestLine[]];
    left[20] = line(
      "left20",
      "a row that the engine read on into what stands beside it there",
      [0, 1100, 1700],
    );
    middle.splice(20, 1);
    expect(orderOf([left, middle, right])).toBe("left middle right");
  });

  test("hold together where a line of one is in the block of the other", () => {
    const [left, middle, right] = bent() as [TestLine[], TestLine[], TestLine[]];
    const [strayed] = middle.splice(20, 1);
    expect(orderOf([[...left, strayed as TestLine], middle, right])).toMatch(/^left middle .*right$/);
  });
});

test("a headline in display type is one though it fills its column and ends in a semicolon, in blocks of whole columns", async () => {
  const heads = [
    line("head0", "ENGINE STRIKES CAB;", [20, 100, 980], 150),
    line("head1", "DRIVER IS UNHURT", [60, 270, 960], 150),
    line("deck", "Crossing Had Been Reported", [100, 450, 900], 70),
  ];
  const below = column("story", 0, 50, 0).map((own, i) =>
    line(own.id, textOf(own), [0, 560 + i * PITCH, WIDTH]),
  );
  const [document] = await fixFile(alto([column("other", 1100, 60, 0), [...heads, ...below]]));
  expect(document?.articles.map(({ title }) => title)).toContain("ENGINE STRIKES CAB; DRIVER IS UNHURT");
});

function textOf({ words }: TestLine): string {
  return words.map(({ text }) => text).join(" ");
}
