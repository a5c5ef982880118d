import { describe, expect, test } from "@jest/globals";
import { loadEncoder, loadModel, loadWeights } from "../../src/model/load.ts";
import type { LanguageModel } from "../../src/model/ngram.ts";
import type { Settled } from "../../src/page/settled.ts";
import type { Language, Role } from "../../src/page/types.ts";
import { type BlockView, viewBlocks } from "../../src/page/view.ts";
import { columnFeatures } from "../../src/stages/roles/column.ts";
import { roleFeatures } from "../../src/stages/roles/features.ts";
import { roles } from "../../src/stages/roles/index.ts";
import { pageOf, repaired, roles as rolesOf } from "./pages.ts";

const TEXT = "从下周一起，城区六条夜班公交线路的发车间隔由四十分钟缩短为二十五分钟，末班车时间不变。";

test("a page with all that surrounds the news", () => {
  expect(
    rolesOf(
      repaired(`
第3版 社会新闻

2031年5月6日 星期二

责任编辑：田小雨 版式：庄越

公交夜班车增加班次

本报讯 记者高语桐报道 ${TEXT}

图为夜班公交车驶出车站。

通讯员 何芸 摄

遗失声明 青禾商贸有限公司遗失公章一枚，编号0000012345，声明作废。

热线电话：0000-1234567`).page,
    ),
  ).toEqual([
    "furniture: 第3版 社会新闻",
    "furniture: 2031年5月6日 星期二",
    "furniture: 责任编辑：田小雨 版式：庄越",
    "title: 公交夜班车增加班次",
    "byline: 本报讯 记者高语桐报道",
    `text: ${TEXT}`,
    "caption: 图为夜班公交车驶出车站。 通讯员 何芸 摄",
    "advert: 遗失声明 青禾商贸有限公司遗失公章一枚，编号0000012345，声明作废。",
    "furniture: 热线电话：0000-1234567",
  ]);
});

test("the name of a page above its date is no label of an article", () => {
  const page = `
民生新闻

2031年5月6日 星期二                                        青石日报 今日4版
责任编辑: 田小雨 版式设计: 庄越 电话: 0000-12345678

渡口添了新船

本报讯 记者宁远报道 渡船每隔十分钟开出一班，过江只要一刻钟，船票仍是两元。`;
  expect(rolesOf(repaired(page).page)[0]).toBe("furniture: 民生新闻");
});

test("a character that an engine made of a rule or a picture is no label", () => {
  const page = `
渡口添了新船

渡船每隔十分钟开出一班，过江只要一刻钟，船票仍是两元。

万

茶厂改用电炉

本报讯 记者宁远报道 镇上今年添了两条烘干线，鲜叶当天进厂、当天出锅，茶农不必再连夜炒制。`;
  expect(rolesOf(repaired(page).page).slice(2, 4)).toEqual(["furniture: 万", "title: 茶厂改用电炉"]);
});

test("a note in parentheses between two texts is no headline", () => {
  const page = `
渡口添了新船

渡船每隔十分鐘開出一班，過江只要一刻鐘，沿岸的居民都說方便。末班船在晚上十點半才離岸，比去年晚了半個鐘頭。

（稍後發展將繼續更新）

書架由木器廠的老師傅義務打製，不收錢。志願者輪流值班，孩子們最喜歡靠窗的那一排，今年還打算添置二十盞檯燈。`;
  expect(rolesOf(repaired(page).page)[2]).toBe("text: （稍後發展將繼續更新）");
});

test.each<[Language, boolean]>([
  ["zh-Hans", false],
  ["zh-Hant", true],
])("in %s a line with a comma stands alone as a headline: %s", (lang, expected) => {
  const page = pageOf([TEXT, "公車加開班次，市民稱便", TEXT.replace("六条", "三条")].join("\n\n"), lang);
  const [model, encoder] = [loadModel(lang), loadEncoder(lang)];
  const { features } = roleFeatures(page, { model: model as LanguageModel, encoder });
  expect(features[1]?.includes("standsAlone")).toBe(expected);
});

test("a name alone below a headline is the byline", () => {
  const page = `渡船过江。
(下转第6版)

江水退得这样慢吗?

季江楠

${TEXT}`;
  expect(rolesOf(repaired(page).page).slice(2, 4)).toEqual(["title: 江水退得这样慢吗？", "byline: 季江楠"]);
});

describe("a caption in the middle of a text", () => {
  const rolesAndTexts = (page: string) => rolesOf(repaired(page).page);

  test("whose end, with the credit, an empty line has parted from it", () => {
    expect(
      rolesAndTexts(`
社区图书馆昨天开馆

本报讯 记者高语桐报道 本市最大的社区图书馆昨天开馆，首批上架的图书有五万册，

昨天上午，社区图书馆举行开馆仪式，附近居民排起长

队等候入场。
何芸 报

其中一半是居民捐赠的。图书馆每天开放十二小时。`).slice(2),
    ).toEqual([
      "text: 本市最大的社区图书馆昨天开馆，首批上架的图书有五万册，其中一半是居民捐赠的。图书馆每天开放十二小时。",
      "caption: 昨天上午，社区图书馆举行开馆仪式，附近居民排起长队等候入场。 何芸 报",
    ]);
  });

  test("that ends with where the picture comes from in brackets", () => {
    expect(
      rolesAndTexts(`
渡口添了新船

渡船每隔十分钟开出一班，过江只要一刻钟，船票仍是两元。船长说，新渡船的铜铃还是老渡船

船长介绍新渡船。（《青石新闻》电视截图）

上的那一只，两岸的人一听就知道船要开了。`),
    ).toEqual([
      "title: 渡口添了新船",
      "text: 渡船每隔十分钟开出一班，过江只要一刻钟，船票仍是两元。船长说，新渡船的铜铃还是老渡船上的那一只，两岸的人一听就知道船要开了。",
      "caption: 船长介绍新渡船。（《青石新闻》电视截图）",
    ]);
  });

  test("whose credit an empty line has cut, and one without a stop before it", () => {
    expect(
      rolesAndTexts(`
社区图书馆昨天开馆

本报讯 记者高语桐报道 本市最大的社区图书馆昨天开馆，首批上架的图书有五万册。

附近居民排队等候入场。 新华社记者

何芸 报
图书馆每天开放十二小时，周末也不例外，读者凭身份证就能借书。

孩子们在阅览室里听老师讲故事
本报记者 张望 摄

图书馆说，年底前还要添两万册新书，其中一半是少儿读物。`).slice(3),
    ).toEqual([
      "caption: 附近居民排队等候入场。新华社记者 何芸 报",
      "text: 图书馆每天开放十二小时，周末也不例外，读者凭身份证就能借书。",
      "caption: 孩子们在阅览室里听老师讲故事 本报记者 张望 摄",
      "text: 图书馆说，年底前还要添两万册新书，其中一半是少儿读物。",
    ]);
  });
});

test("what stands in the middle of a sentence, and is none of it, is a caption without a sign", () => {
  const page = (...lines: readonly string[]) => rolesOf(repaired(lines.join("\n\n")).page);
  const [tail, head] = ["图书馆每天开放十二小时，周末也不例外，读者凭身份", "证就能借书。"];
  const caption = "老师在阅览室里给孩子们讲故事。";
  expect(page(TEXT, tail, caption, head, TEXT)).toEqual([
    `text: ${TEXT}`,
    `text: ${tail}${head}`,
    `caption: ${caption}`,
    `text: ${TEXT}`,
  ]);
  expect(page(TEXT, `${tail}${head}`, caption, TEXT)).toContain(`text: ${caption}`);
});

describe("how the lines of a block stand in the columns of the page", () => {
  const full = "渡船每隔十分钟开出一班，过江只要一刻钟，";
  const column = (line: string, count = 20) => Array.from({ length: count }, () => line);
  /** Of a block of these lines, on a page of those. */
  const seen = (lines: readonly string[], others = column(full)) => {
    const page = pageOf([...others, ...lines].join("\n"));
    const [view] = viewBlocks(page) as [BlockView];
    return columnFeatures(page, [{ ...view, lines: page.lines.slice(others.length) }]).flat();
  };
  const wide = `${full}一班`;

  test.each([
    ["a line as wide as they are", [full], ["columnLine"]],
    ["a line narrower by an indent", [full.slice(2)], ["columnLineIndented"]],
    ["a headline of any width", [full.slice(8)], []],
    ["a headline over two of them", [full + full.slice(8)], []],
    ["two lines of a headline", [full.slice(8), full.slice(9)], []],
    ["two lines that are both somewhat narrower", [full.slice(2), full.slice(2)], []],
    ["a paragraph that was cut", [full.slice(2), full, full], ["columnLines"]],
    ["the end of a paragraph", [full, full.slice(9)], ["columnLinesEnd"]],
    ["a caption in smaller type", [wide, wide, full.slice(9)], ["smallerLines"]],
  ])("%s", (_, lines, names) => {
    expect(seen(lines)).toEqual(names);
  });

  test("narrow columns, and few lines, say nothing", () => {
    expect(seen([full.slice(0, 8)], column(full.slice(0, 8)))).toEqual([]);
    expect(seen([full], column(full, 15))).toEqual([]);
  });
});

test.each([
  ["F转第4版", "a jump whose first character was misread"],
  ["00-56017421 零售每份1.00元 青石印务公司", "half of an imprint"],
])("%s is furniture: %s", (line) => {
  expect(rolesOf(repaired(`渡口添了新船\n\n${TEXT}\n\n${line}`).page)).toContain(`furniture: ${line}`);
});

test("the name of a column that many papers have is no line of the headline below it", () => {
  const page = `村村通中国行
两岸盼了三年的渡口
添了新船

渡船每隔十分钟开出一班，过江只要一刻钟，船票仍是两元。`;
  expect(rolesOf(repaired(page).page).slice(0, 2)).toEqual([
    "section: 村村通中国行",
    "title: 两岸盼了三年的渡口 添了新船",
  ]);
});

test("Japanese: headlines are sentences, with 、 inside and ? at the end", () => {
  expect(
    rolesOf(
      repaired(
        `
みどり新報 4面

「朝市」に長蛇の列、店主も「想像できませんでした」

港町の朝市が五日、三年ぶりに開かれた。早朝から買い物客が並び、用意した干物は一時間で売り切れた。

【佐藤次郎】

【Harbour Watch】

渡し船、来春はどこまで延びるのか?

県は五日、渡し船の航路を来春から隣町の港まで延ばすと発表した。運賃は据え置く。

船着き場の待合室は毎朝この時間がいちばん混む。 (撮影 : 佐藤次郎)`,
        "ja",
      ).page,
    ),
  ).toEqual([
    "furniture: みどり新報 4面",
    "title: 「朝市」に長蛇の列、店主も「想像できませんでした」",
    "text: 港町の朝市が五日、三年ぶりに開かれた。早朝から買い物客が並び、用意した干物は一時間で売り切れた。",
    "byline: 【佐藤次郎】",
    "section: Harbour Watch",
    "title: 渡し船、来春はどこまで延びるのか？",
    "text: 県は五日、渡し船の航路を来春から隣町の港まで延ばすと発表した。運賃は据え置く。",
    "caption: 船着き場の待合室は毎朝この時間がいちばん混む。（撮影 : 佐藤次郎）",
  ]);
});

test("Japanese: what stands below the head of a notice is no caption", () => {
  const page = `社員募集

調理補助および配達員を若干名  未経験者も歓迎、制服貸与、 昼食代を支給。`;
  expect(rolesOf(repaired(page, "ja").page).map((block) => block.split(":")[0])).not.toContain("caption");
});

test("English: capitals head, a line of its own names the author", () => {
  expect(
    rolesOf(
      repaired(`
FIRE AT THE HARBOUR

By Edwin Marsh

A fire broke out last night in the warehouse of Messrs. Dunn & Sons, and the engines were soon on the spot.`)
        .page,
    ),
  ).toEqual([
    "title: FIRE AT THE HARBOUR",
    "byline: By Edwin Marsh",
    "text: A fire broke out last night in the warehouse of Messrs. Dunn & Sons, and the engines were soon on the spot.",
  ]);
});

describe("roles that people have decided", () => {
  const decide = (lang: Language, role: Role) => {
    const page = pageOf(
      lang === "en"
        ? "The mole stands.\n\nThe harbour board met on Tuesday evening."
        : "渡口停航\n\n渡船每隔十分钟开出一班，末班船在夜里离岸。",
      lang,
    );
    const span = page.blocks[0]?.pieces[0];
    const settled = { seams: [], articles: [], roles: [{ role, span, says: "" }] } as unknown as Settled;
    const [model, encoder, weights] = [loadModel(lang), loadEncoder(lang), loadWeights()];
    const { edits } = roles(
      { ...page },
      { model, encoder, weights, words: null, gapMark: "", keepTypography: false, settled },
    );
    return edits.filter((edit) => edit.kind === "label" && edit.block === page.blocks[0]?.id);
  };
  const certain = { name: "decision", weight: 40 };

  test.each<Role>(["title", "caption", "advert"])("%s: it is for certain, and the edit says why", (role) => {
    expect(decide("zh-Hans", role)).toMatchObject([{ role, certainty: 1 }]);
    const [edit] = decide("zh-Hans", role);
    expect(edit?.kind === "label" && edit.evidence?.[0]).toEqual(certain);
  });

  test.each<Role>(["kicker", "subtitle"])("a %s is a heading first; which, another stage says", (role) => {
    expect(decide("zh-Hans", role)).toMatchObject([{ role: "title", certainty: 1 }]);
  });

  test("what is text already needs no edit", () => {
    expect([decide("zh-Hans", "text"), decide("en", "text")]).toEqual([[], []]);
  });

  test("without a language model it is what was said, and nothing else", () => {
    expect(decide("en", "caption")).toEqual([
      { kind: "label", block: 0, was: "text", role: "caption", reason: "role", evidence: [certain] },
    ]);
  });
});
