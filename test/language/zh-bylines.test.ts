/** Who sends, who writes and from where, as papers of the mainland, of Taiwan and of Hong Kong say it, and those of eighty years ago. */
import { describe, expect, test } from "@jest/globals";
import { bringsAgency, isBylineAlone, parseByline, scanByline, tableOf } from "../../src/language/index.ts";
import { type BylineRow, inOneLine } from "./byline-rows.ts";

const table = tableOf("zh-Hans");

const rows = (list: readonly BylineRow[]) =>
  test.each(list)("%s|%s", (byline, rest, agency, place, date, people) => {
    const found = scanByline(byline + rest, table.byline);
    expect(found?.length).toBe(byline.length);
    expect([found?.agency, found?.place, found?.date]).toEqual([agency, place, date]);
    expect(inOneLine(found?.people ?? [])).toBe(people);
  });

describe("papers are known by the form of their names", () => {
  rows([
    ["青石晚报讯", " 昨日，渡口停航。", "青石晚报", null, null, ""],
    ["晨报讯（记者何芸）", "昨日，渡口停航。", "晨报", null, null, "何芸 reporter"],
    [
      "江口都市报讯(记者何芸 通讯员叶知秋)",
      "昨日",
      "江口都市报",
      null,
      null,
      "何芸 reporter, 叶知秋 correspondent",
    ],
    [
      "快报讯 记者何芸、通讯员叶知秋摄影报道",
      "：昨日，",
      "快报",
      null,
      null,
      "何芸 reporter, 叶知秋 correspondent",
    ],
    ["商报讯 记者何芸", " 昨日，渡口停航。", "商报", null, null, "何芸 reporter"],
    ["【江聲報訊】", "渡船今起停航。", "江聲報", null, null, ""],
    ["【江聲日報專訊】", "渡船今起停航。", "江聲日報", null, null, ""],
    ["江声报北京3月4日电", " 渡船", "江声报", "北京", "3月4日", ""],
    ["青石日报社讯", " 渡船", "青石日报社", null, null, ""],
    ["【中國新聞社訊】", "渡船", "中國新聞社", null, null, ""],
    ["電聞社東京十日電", "　渡船", "電聞社", "東京", "十日", ""],
    ["青石网江口3月4日电（青石报·青石网记者何芸）", "渡船", "青石网", "江口", "3月4日", "何芸 reporter"],
    ["本报江口讯 记者何芸", " 昨日，渡口停航。", "本报", "江口", null, "何芸 reporter"],
    ["【本報江口訊】", "渡船", "本報", "江口", null, ""],
    ["【江口訊】", "渡船", null, "江口", null, ""],
    ["【特訊】", "渡船", null, null, null, ""],
    ["江口十日下午九時專電", "　渡船", null, "江口", "十日", ""],
  ]);
});

describe("where people are stands behind them", () => {
  rows([
    ["【記者何曉芸／桃園報導】", "渡船", null, "桃園", null, "何曉芸 reporter"],
    ["〔記者何曉芸、林小舟／台北報導〕", "渡船", null, "台北", null, "何曉芸 reporter, 林小舟 reporter"],
    ["【本報記者何曉芸台中報導】", "渡船", "本報", "台中", null, "何曉芸 reporter"],
    ["【本報記者何芸深圳二十日電】", "渡船", "本報", "深圳", "二十日", "何芸 reporter"],
    ["（中央社記者何曉芸台北12日電）", "渡船", "中央社", "台北", "12日", "何曉芸 reporter"],
    ["記者何曉芸石家庄報導", "", null, "石家庄", null, "何曉芸 reporter"],
    ["記者何曉芸江口報導", "", null, "江口", null, "何曉芸 reporter"],
    ["記者何芸江口報導", "", null, "江口", null, "何芸 reporter"],
    ["記者何曉芸／專題報導", "", null, null, null, "何曉芸 reporter"],
    ["綜合中心／綜合報導", "", null, null, null, ""],
    ["记者 何芸 通讯员 叶知秋 温州报道", "", null, "温州", null, "何芸 reporter, 叶知秋 correspondent"],
    ["记者 何芸 林舟报道", "", null, null, null, "何芸 reporter, 林舟 reporter"],
    ["■江口日报记者 何芸 实习生 林舟 发自台州", "", "江口日报", "台州", null, "何芸 reporter, 林舟 intern"],
    ["本报驻美国记者 何芸", "", "本报", null, null, "何芸 reporter"],
    ["文/本报记者 何芸 图/本报记者 林舟", "", "本报", null, null, "何芸 reporter, 林舟 photographer"],
    ["记者 何 芸 通讯员 林 舟", "", null, null, null, "何芸 reporter, 林舟 correspondent"],
    ["记者欧阳小舟报道", "：渡船", null, null, null, "欧阳小舟 reporter"],
    ["通讯员何芸本报记者林舟报道", "", "本报", null, null, "何芸 correspondent, 林舟 reporter"],
  ]);
});

describe("behind 本报讯 a space closes the names", () => {
  rows([
    ["本报讯 记者 何小芸", " 近日，渡口停航。", "本报", null, null, "何小芸 reporter"],
    ["本报讯 记者何芸 通讯员林舟", " 近日，", "本报", null, null, "何芸 reporter, 林舟 correspondent"],
    ["本报讯", " 记者何芸 从航运公司获悉，", "本报", null, null, ""],
    ["本报讯", " 记者 昨日 从航运公司获悉，", "本报", null, null, ""],
    ["本报讯", " 记者何芸在渡口看到，", "本报", null, null, ""],
  ]);
});

test.each([
  "晚报记者调查发现，渡船少了。",
  "电报讯号中断",
  "合作社讯问了社员。",
  "优待新闻记者",
  "报记者 何芸",
  "【财经资讯】",
  "【體育簡訊】",
  "（又訊）渡船",
  "（特稿）渡船",
  "编辑 何芸 版式 林舟 校对 叶知秋",
])("no byline: %s", (text) => expect(scanByline(text, table.byline)).toBeNull());

test.each([
  ["何小芸", "何小芸 author"],
  ["叶知秋 著", "叶知秋 author"],
  ["何 芸", "何芸 author"],
  ["（何芸 文/图）", "何芸 author"],
  ["导读", ""],
  ["（十五）", ""],
])("known to be a byline: %s", (line, people) => {
  expect(
    parseByline(line, table.byline)
      .people.map(({ name, role }) => `${name} ${role}`)
      .join(", "),
  ).toBe(people);
});

test("one in a line of its own", () => {
  for (const line of ["晚报记者 何芸", "記者何曉芸／桃園報導", "【記者何曉芸桃園報導】"])
    expect(isBylineAlone(line, table.byline)).toBe(true);
});

test("what begins with its agency goes on from no line above", () => {
  expect(bringsAgency("晚报讯（记者何芸）昨日", table)).toBe(true);
  expect(bringsAgency("1日电 昨日", table)).toBe(false);
  expect(bringsAgency("一日海通電）渡船", table)).toBe(false);
});

describe("bylines as engines misread them", () => {
  rows([
    [
      "新华社江口]月5日电《〈记者何芸、林舟)",
      "渡口今天起停航。",
      "新华社",
      "江口",
      "]月5日",
      "何芸 reporter, 林舟 reporter",
    ],
    ["据新华社北京1?月5日电", " 渡口", "新华社", "北京", "1?月5日", ""],
    ["本报江口?月5日讯〈记者何芸)", "渡口", "本报", "江口", "?月5日", "何芸 reporter"],
    ["。据新华社江口11月5日电", " 渡口", "新华社", "江口", "11月5日", ""],
    ["“本報訊（記者何芸）", "渡口今起停航。", "本報", null, null, "何芸 reporter"],
    ["_本報記者 何芸", "", "本報", null, null, "何芸 reporter"],
    ["加本报记者 何芸 通讯员 林舟", "", "本报", null, null, "何芸 reporter, 林舟 correspondent"],
    ["口本报记者 何芸", "", "本报", null, null, "何芸 reporter"],
  ]);

  test.each(["加记者何芸的微信", "“渡口停航了。”", "。渡口今起停航。", "]月5日", "品本地的鱼"])(
    "%s is none",
    (text) => expect(scanByline(text, table.byline)).toBeNull(),
  );
});
