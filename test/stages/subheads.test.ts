import { expect, test } from "@jest/globals";
import { tableOf } from "../../src/language/index.ts";
import { numberOf, subheadSeries } from "../../src/layout/series.ts";
import { repaired, roles as rolesOf } from "./pages.ts";

const TEXTS = [
  "修路的事，村支书老陈跑了两年。他带着村民代表到县里、市里找了十几个部门，终于把路列进了规划。",
  "在外打工的小李听说路通了，第二年就回了村，办起了合作社。如今社里有八十户人家，种核桃，也养蜂。",
  "去年，全村人均收入超过两万元，是十年前的六倍。村里办了食堂，老人吃饭不花钱。",
];
const LEAD = "一个山村的十年之变\n十年前的石桥村，一条土路通到山外，下雨天车子进不来，山货出不去。";

function feature(...subheads: readonly string[]): string {
  return [LEAD, ...subheads.flatMap((subhead, i) => [subhead, TEXTS[i] as string])].join("\n");
}

test.each([
  [["一、路通了", "二、人回来了", "三、日子好了"]],
  [["（一）路通了", "（二）人回来了", "（三）日子好了"]],
  [["1.路通了", "2.人回来了", "3.日子好了"]],
  [["【修路篇】", "【回乡篇】", "【食堂篇】"]],
  [["路通了", "人回来了", "日子好了"]],
  [["村支书：路通了就有盼头", "返乡青年：在家也能挣钱", "老人：吃饭不用花钱"]],
])("%s part one article", (subheads) => {
  const page = rolesOf(repaired(feature(...subheads)).page);
  expect(page.filter((block) => block.startsWith("subhead"))).toEqual(
    subheads.map((text) => `subhead: ${text}`),
  );
});

test("news in brief have headlines of their own", () => {
  const page = rolesOf(
    repaired(
      ["渡口添新船", "夜校开课了", "长椅换新颜"]
        .map((title, i) => `${title}\n本报讯 ${(TEXTS[i] as string).slice(0, 40)}。`)
        .join("\n"),
    ).page,
  );
  expect(page.filter((block) => block.startsWith("title"))).toHaveLength(3);
});

const seriesOf = (...texts: readonly string[]) => subheadSeries(texts, tableOf("zh-Hans"));

test("numbers have to follow each other, with text between", () => {
  expect(seriesOf("一、路通了", TEXTS[0] as string, "二、人回来了", TEXTS[1] as string)).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(seriesOf("一、路通了", "二、人回来了", TEXTS[0] as string)).toEqual([false, false, false]);
  expect(seriesOf("一、路通了", TEXTS[0] as string, "三、日子好了")).toEqual([false, false, false]);
  expect(seriesOf("【最美劳动者】", TEXTS[0] as string, "【最美劳动者】")).toEqual([false, false, false]);
  const speakers = ["责任编辑：何小芸 美编张望", "陈望北：渡船要开到夜里", "何小芸：夜校要开到乡下"];
  expect(seriesOf(...speakers.flatMap((text) => [text, TEXTS[0] as string]))).not.toContain(true);
  expect(["十、", "十二、", "二十一、", "（三）", "12.", "3.5"].map((text) => numberOf(text)?.value)).toEqual(
    [10, 12, 21, 3, 12, undefined],
  );
});
