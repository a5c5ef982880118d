import { expect, test } from "@jest/globals";
import { anyOf } from "../../src/language/any-of.ts";
import { ZH } from "../../src/language/zh.ts";

const SOURCES = ["b+$", "a(?<one>b)?", "^c"];
const JOINED = new RegExp(SOURCES.join("|"));

test.each(["", "xab", "abb", "bb", "ca", "cbb", "x"])("reads “%s” as the alternation does", (text) => {
  const pattern = anyOf(SOURCES);
  expect(pattern.test(text)).toBe(JOINED.test(text));
  const [own, joined] = [pattern.exec(text), JOINED.exec(text)];
  expect([own?.index, own?.[0]]).toEqual([joined?.index, joined?.[0]]);
});

test("a hint that a match always has changes nothing", () => {
  const [plain, hinted] = [anyOf(SOURCES), anyOf(SOURCES, /[abc]/)];
  for (const text of ["", "xab", "ca", "x"]) {
    expect(hinted.test(text)).toBe(plain.test(text));
    expect(hinted.exec(text)?.[0]).toBe(plain.exec(text)?.[0]);
  }
});

test.each([
  "通讯员刘姝彤、金智望 摄",
  "记者李凡 图）",
  "受访者 供图",
  "受访单位提供",
  "新华社发",
  "新華社發 ）",
  "资料照片",
  "图片来源：市档案馆",
  "摄影：王明",
  "攝影/王明",
  "照片由李红提供",
])("the hint of credits is in “%s”", (credit) => {
  expect(ZH.credit.test(`渡船靠岸。${credit}`)).toBe(true);
});
