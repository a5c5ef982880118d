import { expect, test } from "@jest/globals";
import { fixPage } from "../../src/index.ts";

/** Articles of a page: headlines with the number of their paragraphs. */
async function articlesOf(...paragraphs: readonly string[]): Promise<string[]> {
  const { articles } = await fixPage(paragraphs.join("\n\n"));
  return articles.map(({ kind, title, body }) => `${kind} ${title ?? ""} ${body.length}`);
}

const NEWS = [
  "老渡口今起恢复摆渡",
  "本报讯（记者何芸）昨天清晨，停摆三年的老渡口恢复摆渡，两岸居民一早就排起了长队。",
];

test("what only notices say, who signs one and when are of the notice above, not of the news that it interrupts", async () => {
  expect(
    await articlesOf(
      ...NEWS,
      "遗失声明",
      "林晓不慎遗失驾驶证一本，声明作废。",
      "陈禾遗失学生证一本，号码0021，声明作废。",
      "青石镇中心小学",
      "2012年5月3日",
    ),
  ).toEqual(["article 老渡口今起恢复摆渡 1", "advert 遗失声明 4"]);
});

test("the second paragraph of a notice is told by what it has in common with the first", async () => {
  const notice = ["公告", "青石镇粮油公司现有仓库三间对外公开拍卖，请有意者前来报名。"];
  expect(
    await articlesOf(...NEWS, ...notice, "仓库位于青石镇粮油公司院内，报名时间为五月三日至八日。"),
  ).toEqual(["article 老渡口今起恢复摆渡 1", "advert 公告 2"]);
  expect(
    await articlesOf(
      ...NEWS,
      ...notice,
      "渡口管理站的老船工说，恢复摆渡之后每天往返二十趟，两岸居民再不用绕路。",
    ),
  ).toEqual(["article 老渡口今起恢复摆渡 2", "advert 公告 1"]);
});

test("notices that are listed under one heading are one", async () => {
  expect(
    await articlesOf(
      "遗失声明",
      "■林晓遗失驾驶证一本，声明作废。",
      "■陈禾遗失公章一枚，声明作废。",
      "■青石镇粮站遗失发票一本，声明作废。",
    ),
  ).toEqual(["advert 遗失声明 3"]);
});

test.each(["（记者 何芸）", "(通讯员 林晓 记者 何芸)", "（据新华社电）", " 记者 何芸"])(
  "briefs that end in %s are told apart",
  async (signed) => {
    const briefs = [
      ["老渡口恢复摆渡", `停摆三年的老渡口昨天恢复摆渡，每天往返二十趟，两岸居民不用再绕路。${signed}`],
      ["夜班公交延长", `从本月起，青石镇开往火车站的夜班公交延长到零点，末班车每半小时一趟。${signed}`],
      ["图书馆添座位", `市图书馆三楼自习室新添座位两百个，读者凭证就可以入座，周一照常开放。${signed}`],
    ];
    const { articles } = await fixPage(briefs.flat().join("\n\n"));
    expect(articles.map(({ title }) => title)).toEqual(briefs.map(([title]) => title));
  },
);
