import { describe, expect, test } from "@jest/globals";
import { characters } from "../../src/stages/characters.ts";
import { pageOf, run, texts } from "./pages.ts";

test.each([
  ["control characters", "昨日\u0000天\u0007晴。", "昨日天晴。"],
  ["a space before a closing mark", "昨日天晴 ，今日有雨 。", "昨日天晴，今日有雨。"],
  ["a space behind an opening mark", "他说：“ 天晴。”", "他说：“天晴。”"],
  ["a control character between the two", "昨日天晴 \u0000。", "昨日天晴。"],
  ["letters set apart", "全 省 工 会 会 议", "全省工会会议"],
  ["letters set apart, one beyond the BMP", "全 省 𠮷 工 会", "全省𠮷工会"],
])("drops %s", (_, text, expected) => {
  expect(texts(run(characters, pageOf(text)))).toEqual([expected]);
});

test("marks in the shapes of vertical text are marks again", () => {
  expect(texts(run(characters, pageOf("他說︐︽山村︾圖書室\ufe12﹁晴﹂\ufe35續\ufe36")))).toEqual([
    "他說，《山村》圖書室。「晴」（續）",
  ]);
});

test.each([
  ["the spaces of a byline", "本报讯 记者李凡 通讯员陈俊报道"],
  ["the space between the halves of a headline", "扬亚运精神 护人民健康"],
  ["the space between two words of a name", "朱明 李红"],
  ["a space next to Latin letters", "用 Python 写成"],
  ["half-width marks", "昨日,天晴."],
])("leaves %s", (_, text) => {
  expect(characters(pageOf(text))).toEqual({ edits: [], warnings: [] });
});

test("in spaced scripts only control characters go", () => {
  const text = "The mayor , he\u0000 said , was “ away ” and a b c d e";
  expect(texts(run(characters, pageOf(text)))).toEqual([text.replace("\u0000", "")]);
});

test("each says why it goes, and where it stood", () => {
  expect(characters(pageOf("昨日\u0000天晴 ，全")).edits).toEqual([
    { kind: "replace", span: { start: 2, end: 3 }, was: "\u0000", text: "", reason: "control-character" },
    { kind: "replace", span: { start: 5, end: 6 }, was: " ", text: "", reason: "stray-space" },
  ]);
  expect(characters(pageOf("全 省 工 会")).edits[1]).toEqual({
    kind: "replace",
    span: { start: 3, end: 4 },
    was: " ",
    text: "",
    reason: "spread-letters",
  });
  // Of white among control characters each run of spaces is its own.
  expect(
    characters(pageOf("天晴 \u0000 。")).edits.map((edit) => edit.kind === "replace" && edit.span.start),
  ).toEqual([3, 2, 4]);
});

test.each([
  ["four letters with two spaces between are set apart", "全 省 工会", "全省工会"],
  ["with one they are not", "全 省工会", "全 省工会"],
  ["nor are three", "全 省 工", "全 省 工"],
])("%s", (_, text, expected) => {
  expect(texts(run(characters, pageOf(text)))).toEqual([expected]);
});

describe("rules between columns", () => {
  const folded = (text: string) => {
    const page = pageOf(text, "zh-Hans");
    return { ...page, folded: { text, span: page.span, starts: page.lines.map(({ span }) => span.start) } };
  };

  test.each([
    ["｜昨日天晴", "昨日天晴"],
    ["昨日天晴 |", "昨日天晴"],
    ["│ 昨日天晴 ¦¦", "昨日天晴"],
    ["昨日｜天晴", "昨日｜天晴"],
  ])("at the ends of a line that was cut there they go, with the white beside them: %s", (text, expected) => {
    expect(texts(run(characters, folded(text)))).toEqual([expected]);
  });

  test("they are named so", () => {
    expect(characters(folded("│ 昨日，天晴 ¦")).edits).toEqual([
      { kind: "replace", span: { start: 0, end: 2 }, was: "│ ", text: "", reason: "column-rule" },
      { kind: "replace", span: { start: 7, end: 9 }, was: " ¦", text: "", reason: "column-rule" },
    ]);
    expect(characters(folded("昨日天晴")).edits).toEqual([]);
  });

  test("in a line that was not cut they stay", () => {
    expect(characters(pageOf("｜昨日天晴｜")).edits).toEqual([]);
  });

  test("what else was spoiled in the line is found where it stands", () => {
    expect(texts(run(characters, folded("｜昨日 ，天\u0000晴｜")))).toEqual(["昨日，天晴"]);
  });
});

test.each([
  ["2 0 2 6 年 4 月 1 8 日 , 渡 口 添 新 船 。", "2026年4月18日,渡口添新船。"],
  ["茶 园 产 值 增 长 1 2 . 5 % , G D P 上 升 。", "茶园产值增长12.5%,GDP上升。"],
  ["本 报 讯 ( 记 者 何 芸 ) 渡 口 添 新 船", "本报讯(记者何芸)渡口添新船"],
  ["用 船 的 是 Dunn Brothers 公 司", "用船的是Dunn Brothers公司"],
])("digits and letters of %s are set letter by letter too", (text, expected) => {
  const page = pageOf(text);
  expect(texts(run(characters, page))).toEqual([expected]);
});
