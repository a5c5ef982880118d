import { expect, test } from "@jest/globals";
import { repaired, roles } from "./pages.ts";

const TEXT = "从下周一起，城区六条夜班公交线路的发车间隔由四十分钟缩短为二十五分钟，末班车时间不变。";

test("a page with all that surrounds the news", () => {
  expect(
    roles(
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

test("English: capitals head, a line of its own names the author", () => {
  expect(
    roles(
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
