/**
 * Two columns of two lines, cut at their gutter: the input reads 甲甲 丙丙 / 乙乙 丁丁, the page 甲甲 / 乙乙 / 丙丙 / 丁丁. What is known by
 * the places of the page comes back by those of the input.
 */
import { describe, expect, test } from "@jest/globals";
import { foldBack, foldForth } from "../../src/page/fold.ts";
import type { Block, Choice, Edit, Page } from "../../src/page/types.ts";

const INPUT = "甲甲 丙丙\n乙乙 丁丁";
const TEXT = "甲甲\n乙乙\n丙丙\n丁丁";
/** Where each line begins: on the page, and in the input. */
const [A, B, C, D] = [0, 3, 6, 9];
const STARTS = [0, 6, 3, 9];
const line = (start: number) => ({
  span: { start, end: start + 2 },
  indent: 0,
  blankBefore: 0,
  trailingSpace: false,
});
const block = (id: number, ends: readonly number[], article: number | null): Block => ({
  id,
  pieces: ends.map((start) => ({ start, end: start + 2 })),
  role: "text",
  article,
});
const page: Page = {
  source: { path: null, format: "text", encoding: "utf-8", lang: "zh-Hans", sha256: null },
  text: TEXT,
  span: { start: 0, end: TEXT.length },
  lines: [line(A), line(B), line(C), line(D)],
  blocks: [block(A, [A, B], A), block(C, [C], A), block(D, [D], null)],
  changes: [],
  warnings: [],
  folded: { text: INPUT, span: { start: 0, end: INPUT.length }, starts: STARTS },
};
const empty = { log: [], choices: [] };
const seam = { kind: "column", glue: "", confidence: 1 } as const;

/** Each kind of edit, by the places of the page and by those of the input. */
const EDITS: readonly (readonly [Edit, Edit])[] = [
  [
    { kind: "replace", span: { start: 4, end: 5 }, was: "乙", text: "一", reason: "r" },
    { kind: "replace", span: { start: 7, end: 8 }, was: "乙", text: "一", reason: "r" },
  ],
  [
    { kind: "split", block: A, end: 2, at: B, reason: "r" },
    { kind: "split", block: 0, end: 2, at: 6, reason: "r" },
  ],
  [
    { kind: "join", tail: B, head: C, seam, was: { role: "text", article: B }, reason: "r" },
    { kind: "join", tail: 6, head: 3, seam, was: { role: "text", article: 6 }, reason: "r" },
  ],
  [
    { kind: "join", tail: A, head: D, seam, was: { role: "text", article: null }, reason: "r" },
    { kind: "join", tail: 0, head: 9, seam, was: { role: "text", article: null }, reason: "r" },
  ],
  [
    { kind: "label", block: C, was: "text", role: "title", reason: "r" },
    { kind: "label", block: 3, was: "text", role: "title", reason: "r" },
  ],
  [
    { kind: "assign", block: D, was: null, article: B, reason: "r" },
    { kind: "assign", block: 9, was: null, article: 6, reason: "r" },
  ],
  [
    { kind: "assign", block: D, was: C, article: null, reason: "r" },
    { kind: "assign", block: 9, was: 3, article: null, reason: "r" },
  ],
];

describe("back to the input", () => {
  test("its text, its lines in their order, its blocks in reading order", () => {
    const { page: back } = foldBack({ page, ...empty });
    expect([back.text, back.span, back.folded]).toEqual([INPUT, { start: 0, end: 11 }, undefined]);
    expect(back.lines.map(({ span }) => INPUT.slice(span.start, span.end))).toEqual([
      "甲甲",
      "丙丙",
      "乙乙",
      "丁丁",
    ]);
    expect(
      back.blocks.map(({ id, pieces, article }) => [
        id,
        pieces.map(({ start, end }) => INPUT.slice(start, end)).join("+"),
        article,
      ]),
    ).toEqual([
      [0, "甲甲+乙乙", 0],
      [3, "丙丙", 0],
      [9, "丁丁", null],
    ]);
  });

  test("changes, in the order of the input", () => {
    const changes = [
      { start: 4, end: 5, text: "一" },
      { start: 7, end: 8, text: "三" },
    ];
    expect(foldBack({ page: { ...page, changes }, ...empty }).page.changes).toEqual([
      { start: 4, end: 5, text: "三" },
      { start: 7, end: 8, text: "一" },
    ]);
  });

  test("warnings: inside a line as wide as they are, across lines that part the place of the first, and none", () => {
    const warning = (start: number, end: number) =>
      ({ code: "missing-text", message: "m", span: { start, end } }) as const;
    const everywhere = { code: "encoding-guessed", message: "m", span: null } as const;
    const warnings = [warning(3, 5), warning(2, 6), everywhere];
    expect(foldBack({ page: { ...page, warnings }, ...empty }).page.warnings).toEqual([
      warning(6, 8),
      warning(2, 2),
      everywhere,
    ]);
  });

  test("choices, with their tails and heads", () => {
    const quote = (start: number, text: string) => ({ start, end: start + 2, text });
    const choice = (tail: Choice["tail"], head: Choice["head"]): Choice => ({
      about: "seam",
      decided: "joined",
      probability: 1,
      tail,
      head,
      evidence: [],
      second: null,
    });
    const choices = [choice(quote(B, "乙乙"), quote(C, "丙丙")), choice(null, quote(D, "丁丁"))];
    expect(foldBack({ page, log: [], choices }).choices).toEqual([
      choice(quote(6, "乙乙"), quote(3, "丙丙")),
      choice(null, quote(9, "丁丁")),
    ]);
  });

  test("a page that was not folded is as it was", () => {
    const { folded, ...plain } = page;
    const log = [EDITS[0]?.[0] as Edit];
    expect(foldBack({ page: plain, log, choices: [] })).toEqual({ page: plain, log, choices: [] });
    expect(foldForth(plain, log)).toBe(log);
  });
});

test.each(EDITS.map(([own, input]) => [own.kind, own, input] as const))(
  "an edit: %s, back and forth again",
  (_, own, input) => {
    expect(foldBack({ page, log: [own], choices: [] }).log).toEqual([input]);
    expect(foldForth(page, [input])).toEqual([own]);
  },
);
