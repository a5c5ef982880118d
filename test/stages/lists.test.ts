import { expect, test } from "@jest/globals";
import { signOf } from "../../src/layout/items.ts";
import { repaired, roles as rolesOf, texts } from "./pages.ts";

const NEWS = "县城公园开园\n本报讯 河口县人民公园昨天开园，占地三百亩，有湖有山，免费向市民开放。";

const rolesIn = (text: string) => rolesOf(repaired(text).page);
const textsIn = (text: string) => texts(repaired(text).page);

test.each([
  ["●新建社区食堂五十家、\n●改造老旧小区一百二十个、\n●新增停车泊位一万个、\n●免费为六十五岁以上老人体检"],
  ["▲市供销社组织化肥三千吨下乡；\n▲农机公司派出八个服务队；\n▲种子站调进良种二十万斤"],
  ["◆河口县兴建文化中心\n◆平原县举办农民丰收节，三千人参加\n◆城东区招聘社区工作者二百名"],
])("items behind a sign are blocks of text, whatever they end with: %s", (list) => {
  const page = rolesIn(`${NEWS}\n${list}`);
  expect(page.slice(-list.split("\n").length)).toEqual(list.split("\n").map((item) => `text: ${item}`));
});

test("an item in two lines is one", () => {
  const page = textsIn(`${NEWS}

■出游前查看天气预报，尽量避开高温时段，带足
饮水和防暑药品；
■购物索要发票，不要轻信低价团；
■登山要结伴而行，不走野路`);
  expect(page.slice(-3)).toEqual([
    "■出游前查看天气预报，尽量避开高温时段，带足饮水和防暑药品；",
    "■购物索要发票，不要轻信低价团；",
    "■登山要结伴而行，不走野路",
  ]);
});

test("a phrase above them is their headline", () => {
  const page = rolesIn(
    `${NEWS}\n各县来信摘登\n◆河口县兴建文化中心\n◆平原县举办丰收节，三千人参加\n◆城东区招聘社区工作者`,
  );
  expect(page.at(-4)).toBe("title: 各县来信摘登");
});

test("ornaments, characters that were not read and jump lines are no signs of items", () => {
  for (const line of ["●專染各種衣料永不退色●", "★★★", "□□先生昨日抵滬", "▶下转第3版", "○三年"])
    expect(signOf(line)).toBe("");
  expect(signOf("▲农机公司派出八个服务队；")).toBe("▲");
});

test("rows of scores and of times are text, and a phrase between them is no headline", () => {
  const rows = [
    "渡口队 3∶1 青石队",
    "江城队 3∶0 梅河队",
    "《远山》 10:00 13:30 19:10",
    "《渡口》 15:20 21:00",
    "和平影都",
    "《渡口》 11:00 14:00",
    "《少年行》 9:30 17:40",
  ];
  expect(rolesIn(`${NEWS}\n${rows.join("\n")}`).slice(-rows.length)).toEqual(
    rows.map((row) => `text: ${row}`),
  );
});
