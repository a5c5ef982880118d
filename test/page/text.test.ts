import { describe, expect, test } from "@jest/globals";
import { blockOffsets, blockText, spanText } from "../../src/page/text.ts";
import type { Block, Page, Piece } from "../../src/page/types.ts";
import { lineAt, viewBlocks } from "../../src/page/view.ts";
import { readText } from "../../src/read/index.ts";

const read = (text: string) => readText(text, { path: null, encoding: "utf-8", sha256: null })[0] as Page;
/** 0 市, 1 长, 2 space, 3 出, 4 席, 5 comma, 6 line end, 7 𠮷, 9 日. */
const page: Page = {
  ...read("市长 出席,\n𠮷日"),
  changes: [
    { start: 2, end: 3, text: "" },
    { start: 5, end: 6, text: "，" },
  ],
};
const seam = { kind: "gap", glue: "[…]", confidence: 1 } as const;
const block = (...pieces: Piece[]): Block => ({ id: 0, pieces, role: "text", article: null });

describe("spanText", () => {
  test.each([
    [0, 10, "市长出席，\n𠮷日"],
    [0, 2, "市长"],
    [3, 6, "出席，"],
    [7, 10, "𠮷日"],
    [2, 3, ""],
    [4, 4, ""],
  ])("%d to %d", (start, end, text) => {
    expect(spanText(page, { start, end })).toBe(text);
  });

  test("a change that only half lies in the span counts whole", () => {
    const wide = { ...page, changes: [{ start: 1, end: 4, text: "长到" }] };
    expect(spanText(wide, { start: 0, end: 3 })).toBe("市长到");
  });
});

describe("a block of pieces", () => {
  const joined = block({ start: 0, end: 6 }, { start: 7, end: 10, seam });

  test("reads with what the seams put between", () => {
    expect(blockText(page, joined)).toBe("市长出席，[…]𠮷日");
  });

  test("knows where each UTF-16 unit comes from", () => {
    expect([...blockOffsets(page, joined)]).toEqual([0, 1, 3, 4, 5, -1, -1, -1, 7, 8, 9]);
    expect(blockOffsets(page, joined)).toHaveLength(blockText(page, joined).length);
  });

  test("may run against the order of the page", () => {
    expect(
      blockText(page, block({ start: 7, end: 10 }, { start: 0, end: 2, seam: { ...seam, glue: "" } })),
    ).toBe("𠮷日市长");
  });
});

describe("lines", () => {
  const { lines } = read("甲\n\n乙丙\n丁");

  test.each([
    [0, 0],
    [1, 1],
    [3, 1],
    [4, 1],
    [6, 2],
    [7, 3],
  ])("offset %d lies in line %d, or it is the next", (offset, line) => {
    expect(lineAt(lines, offset)).toBe(line);
  });

  test("a view has the text, the lines and the empty lines around a block", () => {
    expect(
      viewBlocks(read("甲\n\n乙丙\n丁")).map(({ text, lines: own, blankBefore, blankAfter }) => [
        text,
        own.length,
        blankBefore,
        blankAfter,
      ]),
    ).toEqual([
      ["甲", 1, 0, 1],
      ["乙丙", 1, 1, 0],
      ["丁", 1, 0, 1],
    ]);
  });
});
