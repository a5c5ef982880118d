import { expect, test } from "@jest/globals";
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
