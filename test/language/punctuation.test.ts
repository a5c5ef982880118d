import { expect, test } from "@jest/globals";
import { glueBetween } from "../../src/language/glue.ts";
import {
  CLOSERS,
  closerForm,
  closerOf,
  emWidth,
  endsSentence,
  firstCharacter,
  isCjk,
  isCjkContext,
  isHan,
  isSpacedLetter,
  lastCharacter,
  narrowed,
  OPENERS,
  printedWidth,
} from "../../src/language/punctuation.ts";

test.each([
  ["天晴。", true],
  ["天晴。”", true],
  ["（天晴！）", true],
  ["坐在窗前听雨……", true],
  ["He left.", true],
  ['"He left."', true],
  ["'“He left,'", false],
  ["天晴", false],
  ["天晴，", false],
  ["说：“", false],
  ["”", false],
  ["", false],
])("%j ends a sentence: %p", (text, ends) => {
  expect(endsSentence(text)).toBe(ends);
});

test.each([
  ["中国", 2],
  ["82.7%", 2.5],
  ["，。", 2],
  ["ｶﾅ", 1],
  ["𠮷", 2],
  ["", 0],
])("%j is %d ems wide", (text, width) => {
  expect(emWidth(text)).toBe(width);
});

test("each opening mark has a closing one", () => {
  expect([...OPENERS]).toHaveLength([...CLOSERS].length);
  for (const opener of OPENERS)
    expect(closerOf(opener)).toBe(closerForm(CLOSERS[OPENERS.indexOf(opener)] as string));
  expect(closerOf("（")).toBe("）");
  expect(closerOf("(")).toBe("）");
  expect(closerForm(")")).toBe("）");
  expect(closerOf("中")).toBeUndefined();
});

test.each([
  //  character, CJK letter, Han, CJK letter or mark, letter of a spaced script
  ["中", true, true, true, false],
  ["𠮷", true, true, true, false],
  ["々", true, true, true, false],
  ["の", true, false, true, false],
  ["，", false, false, true, false],
  ["“", false, false, false, false],
  ["a", false, false, false, true],
  ["7", false, false, false, true],
  [",", false, false, false, false],
])("%s", (character, cjk, han, context, spaced) => {
  expect([isCjk(character), isHan(character), isCjkContext(character), isSpacedLetter(character)]).toEqual([
    cjk,
    han,
    context,
    spaced,
  ]);
});

test("characters at the ends are whole", () => {
  expect([firstCharacter("𠮷日"), lastCharacter("日𠮷")]).toEqual(["𠮷", "𠮷"]);
  expect([firstCharacter(""), lastCharacter("")]).toEqual(["", ""]);
});

test.each<[string, string, boolean, string]>([
  ["江", "楠", false, ""],
  ["RoboCup", "Junior", false, " "],
  ["23", "00多人次", false, ""],
  ["用", "Python", false, ""],
  ["the engines", "were", true, " "],
  ["at ten,", "and", true, " "],
  ["东京", "Tokyo", true, ""],
])("between %s and %s", (tail, head, spaced, glue) => {
  expect(glueBetween(tail, head, spaced)).toBe(glue);
});

test.each([
  ["5月6日    星期二　第3版", "5月6日 星期二 第3版"],
  ["第3版 要闻", "第3版 要闻"],
  ["", ""],
])("%j with narrow white is %j", (text, narrow) => {
  expect(narrowed(text)).toBe(narrow);
});

test.each([
  ["“早班”渡船", 6],
  ["昨天 (3月6日) 试航", 9],
  ["过江只要一刻钟 。", 8],
  ["船票: 两元", 5],
  ["——渡口", 4],
])("%s was printed %f ems wide", (text, width) => {
  expect(printedWidth(text)).toBe(width);
});
