import { describe, expect, test } from "@jest/globals";
import { figuresOf } from "../../src/evaluate/figures.ts";
import { canonical, standsIn } from "../../src/evaluate/forms.ts";
import { type Gold, readGold, scorePage } from "../../src/evaluate/index.ts";
import { similarity } from "../../src/evaluate/ratio.ts";
import { risingShare, uniqueShingles } from "../../src/evaluate/shingles.ts";
import { fixPage } from "../../src/index.ts";

const page = `老码头成了新书房

清晨的江边,读者已在门口排起长队,来得最早的几位在窗边坐

读者在阅览室看书。记者赵望 摄

下,翻开了书。一位老人说,他每个星期都来。
`;

const gold: Gold = {
  id: "p1",
  lang: "zh-Hans",
  articles: [
    {
      title: "老码头成了新书房",
      body: [
        {
          type: "paragraph",
          text: "清晨的江边，读者已在门口排起长队，来得最早的几位在窗边坐下，翻开了书。一位老人说，他每个星期都来。",
        },
      ],
      captions: [{ text: "读者在阅览室看书。", credit: "记者赵望 摄" }],
    },
  ],
  seams: [{ tail: "几位在窗边坐", head: "下,翻开了书", joined: "几位在窗边坐下,翻开了书", kind: "column" }],
  breaks: [{ tail: "成了新书房", head: "清晨的江边" }],
  gaps: [],
};

describe("a page that is repaired as gold says", () => {
  const figures = figuresOf([scorePage(gold, fixPage(page), page)]);

  test("has full marks for what gold knows, and none for the rest", () => {
    expect(figures).toMatchObject({
      score: 1,
      seam_r: 1,
      seam_p: 1,
      para_f1: 1,
      title: 1,
      caption: 1,
      kept: 1,
    });
    expect(figures).toMatchObject({ kicker: null, gap: null, byline: null, gap_fp: 0, extra: 0, failed: 0 });
  });

  test("scores nothing where there is no document", () => {
    expect(figuresOf([scorePage(gold, null, page)])).toMatchObject({
      failed: 1,
      score: 0,
      kept: 0,
      seam_r: 0,
    });
  });
});

test("a cut that is left open costs its seam and its paragraph; a wrong join costs precision", () => {
  const apart = { articles: [{ title: "老码头成了新书房", body: page.split("\n\n").slice(1) }] };
  expect(figuresOf([scorePage(gold, apart, page)])).toMatchObject({ seam_r: 0, para_f1: 0, title: 1 });
  const glued = { articles: [{ body: [page.replaceAll("\n", "")] }] };
  expect(scorePage(gold, glued, page).seams).toMatchObject({ hits: { column: 0 }, falseJoins: 2 });
});

test("a document of another make is scored as far as it goes: articles without keys, notes on articles", () => {
  const bare = { articles: [{ body: null, warnings: [{ code: "missing-text", span: [3, 4] }] }, {}] };
  expect(scorePage(gold, bare, page).gaps).toEqual({ gaps: 0, hits: 0, falseFlags: 1 });
});

// The values on the right are those of Python's difflib.
test.each([
  ["", "", 1],
  ["abcd", "bcde", 0.75],
  ["老码头成了新书房", "老碼头成新书房", (2 * 6) / 15],
  ["private Thread currentThread;", "private volatile Thread currentThread;", 0.8656716417910447],
])("%j and %j are alike by the share that matches", (a, b, ratio) => {
  expect(similarity(a, b)).toBeCloseTo(ratio, 12);
});

test("shingles that stand twice are left out, and characters outside the first plane count once", () => {
  expect([...uniqueShingles(["𠮷野家", "野家的𠮷"], 2).keys()]).toEqual(["𠮷野", "家的", "的𠮷"]);
});

test("the longest rising row", () => {
  expect(risingShare([1, 2, 3])).toBe(1);
  expect(risingShare([5, 1, 2, 3])).toBe(0.75);
});

test("what is set in different ways is one text; gap marks are no text", () => {
  expect(canonical("“甲”，[…]乙 ——", true)).toBe('"甲",乙--');
  expect(canonical(" a  b\u3000c ", false)).toBe("a b c");
});

test("a wrong letter is forgiven in eight, not in seven", () => {
  expect(standsIn("一二三四五六七八", "零一二三口五六七八九")).toBe(true);
  expect(standsIn("一二三四五六七", "零一二三口五六七八九")).toBe(false);
});

describe("gold that cannot be read", () => {
  const without = (change: object) => () => readGold(JSON.stringify({ ...gold, ...change }));

  test.each([
    ["no JSON", () => readGold("{"), /^no JSON/],
    ["no lang", without({ lang: undefined }), 'gold has no "lang"; add "lang", a text'],
    ["no articles", without({ articles: undefined }), 'gold has no "articles"; add "articles", a list'],
    [
      "a seam without its joined text",
      without({ seams: [{ tail: "甲", head: "乙" }] }),
      /^seams\[0\] has no "joined"/,
    ],
    [
      "a seam of an unknown kind",
      without({ seams: [{ tail: "甲", head: "乙", joined: "甲乙", kind: "leap" }] }),
      'seams[0].kind is "leap"; give "kind" as one of wrap, column, overlap',
    ],
    [
      "a body of strings",
      without({ articles: [{ body: ["甲"] }] }),
      /^articles\[0\]\.body\[0\] is no object/,
    ],
    [
      "a title that is a number",
      without({ articles: [{ title: 3 }] }),
      /^articles\[0\]\.title is 3; add "title"/,
    ],
  ])("%s: is named, with what to do", (_, read, message) => {
    expect(read).toThrow(message);
  });
});
