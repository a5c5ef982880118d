/** The list of what may be decided otherwise, entry by entry; `decisions.test.ts` has it read again and carried out. */
import { describe, expect, test } from "@jest/globals";
import { type Document, fixPage } from "../../src/index.ts";
import { decisionsOf } from "../../src/page/decisions-of.ts";

const TEXT = `老码头成了新书房

清晨的江边，读者已在门口排起长队，来得最早的几位在窗边坐

读者在阅览室看书。记者赵望 摄

下，翻开了书。一位老人说，他每个星期都来。

公交夜班车增加班次

本报讯 记者高语桐报道 渡船每隔十分钟开出一班，末班船在夜里离岸。上座率达到八成。
`;
const at = (text: string) => TEXT.indexOf(text);

const TITLES = [
  {
    do: "title",
    was: "title",
    from: { text: "老码头成了新书房", offset: 0 },
    to: { text: "老码头成了新书房", offset: 0 },
  },
  {
    do: "title",
    was: "title",
    from: { text: "公交夜班车增加班次", offset: at("公交夜") },
    to: { text: "公交夜班车增加班次", offset: at("公交夜") },
  },
];
const TWO = {
  do: "two-articles",
  was: "two-articles",
  first: { text: "老码头成了新书房", offset: 0 },
  second: { text: "公交夜班车增加班次", offset: at("公交夜") },
};
/** The first 24 characters of a place, or the last, name it. */
const HEAD = { text: "下，翻开了书。一位老人说，他每个星期都来。", offset: at("下，翻开") };

test("a page that can say why: its seams with both sides, its headings, and the articles that follow each other", () => {
  const tail = {
    text: "边，读者已在门口排起长队，来得最早的几位在窗边坐",
    offset: at("坐\n") + 1 - 24,
  };
  expect(decisionsOf(fixPage(TEXT, { path: "p.txt", sha256: "ab", explain: true }))).toEqual({
    version: 1,
    source: { path: "p.txt", sha256: "ab" },
    decisions: [{ do: "join", was: "join", tail, head: HEAD }, ...TITLES, TWO],
  });
});

test("of a document without its reasons the seams stand in the texts", () => {
  const tail = {
    text: "边，读者已在门口排起长队，来得最早的几位在窗边坐",
    offset: at("坐\n") + 1 - 24,
  };
  expect(decisionsOf(fixPage(TEXT)).decisions).toEqual([
    { do: "join", was: "join", tail, head: HEAD },
    ...TITLES,
    TWO,
  ]);
});

test("choices about roles are no entries, nor is a head without a tail", () => {
  const document = fixPage(TEXT, { explain: true });
  const choices = document.choices?.map((it) => ({ ...it, tail: null })) ?? [];
  expect(decisionsOf({ ...document, choices }).decisions).toEqual([...TITLES, TWO]);
});

/** An article of one paragraph, as a document has it. */
function articleOf(article: object): Document {
  const { articles, ...document } = fixPage("他来了。");
  const [own] = articles;
  return { ...document, articles: [{ ...own, ...article }] } as Document;
}

describe("seams in texts", () => {
  const paragraph = (text: string, seams: readonly object[], spans: readonly object[]) =>
    decisionsOf(articleOf({ body: [{ type: "paragraph", text, seams, spans }] })).decisions;

  test.each(["[…]", "〔……〕", "⟦…⟧", "□□"])("a gap is named by the text before its mark %s", (mark) => {
    const text = `各级工会把做${mark}势，有效提升`;
    expect(
      paragraph(
        text,
        [{ at: 6 + mark.length, kind: "gap", confidence: 1 }],
        [
          { start: 100, end: 106 },
          { start: 200, end: 207 },
        ],
      ),
    ).toEqual([
      {
        do: "gap",
        was: "gap",
        tail: { text: "各级工会把做", offset: 82 },
        head: { text: "势，有效提升", offset: 200 },
      },
    ]);
  });

  test("of several pieces each seam has the one that begins there", () => {
    const [one, two, three] = ["甲".repeat(30), "乙".repeat(30), "丙".repeat(30)];
    const seam = (at: number) => ({ at, kind: "column", confidence: 1 });
    const spans = [
      { start: 0, end: 30 },
      { start: 100, end: 130 },
      { start: 200, end: 230 },
    ];
    const found = paragraph(`${one}${two}${three}`, [seam(30), seam(60)], spans);
    expect(found).toEqual([
      {
        do: "join",
        was: "join",
        tail: { text: "甲".repeat(24), offset: 6 },
        head: { text: "乙".repeat(24), offset: 100 },
      },
      {
        do: "join",
        was: "join",
        tail: { text: "乙".repeat(24), offset: 106 },
        head: { text: "丙".repeat(24), offset: 200 },
      },
    ]);
  });

  test("of a layout file no place has an offset", () => {
    const lines = [
      { id: "l1", box: [0, 0, 10, 10] },
      { id: "l2", box: [0, 10, 10, 10] },
    ];
    expect(paragraph("甲，乙。", [{ at: 2, kind: "column", confidence: 1 }], lines)).toEqual([
      { do: "join", was: "join", tail: { text: "甲，", offset: 0 }, head: { text: "乙。" } },
    ]);
  });
});

describe("headings", () => {
  test("a long one is named by both its ends, wherever its lines stand", () => {
    const title = "甲乙丙丁戊己庚辛壬癸".repeat(4);
    const spans = {
      title: [
        { start: 100, end: 120 },
        { start: 300, end: 320 },
      ],
    };
    expect(decisionsOf(articleOf({ title, spans, body: [] })).decisions).toEqual([
      {
        do: "title",
        was: "title",
        from: { text: title.slice(0, 24), offset: 100 },
        to: { text: title.slice(-24), offset: 300 },
      },
    ]);
    expect(
      decisionsOf(articleOf({ title, spans: { title: [{ start: 100, end: 140 }] }, body: [] })).decisions,
    ).toMatchObject([{ to: { offset: 116 } }]);
  });

  test("of a layout file they have no offsets", () => {
    const spans = { kicker: [{ id: "l1", box: [0, 0, 10, 10] }] };
    expect(decisionsOf(articleOf({ kicker: "引题", spans, body: [] })).decisions).toEqual([
      { do: "kicker", was: "kicker", from: { text: "引题" }, to: { text: "引题" } },
    ]);
  });
});

describe("articles that follow each other", () => {
  const pair = (first: object, second: object) => {
    const document = articleOf({});
    const articles = [first, second].map((it) => ({ ...document.articles[0], ...it }));
    return decisionsOf({ ...document, articles } as Document).decisions.filter(
      ({ do: verdict }) => verdict === "two-articles",
    );
  };

  test("one without a headline is named by its first paragraph", () => {
    const first = {
      title: null,
      spans: {},
      body: [{ type: "paragraph", text: "他来了。", spans: [{ start: 7, end: 11 }] }],
    };
    const second = { title: "又一题", spans: { title: [{ start: 20, end: 23 }] } };
    expect(pair(first, second)).toEqual([
      {
        do: "two-articles",
        was: "two-articles",
        first: { text: "他来了。", offset: 7 },
        second: { text: "又一题", offset: 20 },
      },
    ]);
  });

  test("one without any text is named by nothing, and left out", () => {
    expect(pair({ title: null, spans: {}, body: [] }, {})).toEqual([]);
  });
});
