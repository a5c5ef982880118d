import { expect, test } from "@jest/globals";
import { fixPage } from "../../src/index.ts";
import { isSalute, letterSignatures, tableOf } from "../../src/language/index.ts";
import { repaired, roles as rolesOf } from "./pages.ts";

const LETTER = `路灯不亮谁来管
我们小区门口的路灯坏了三个月，晚上黑灯瞎火，老人摔了好几跤。希望有关部门管一管。
此致
敬礼！
城北花园小区居民
王志强
井盖缺失很危险
人民路中段有两个井盖丢了，已经一个星期，路人只好插了一根树枝作记号。请市政部门尽快补上。
市第三中学教师
赵明远`;

test("a letter ends with 敬礼, and with place and name in two lines", async () => {
  expect(rolesOf(repaired(LETTER).page).slice(2, 7)).toEqual([
    "text: 此致",
    "text: 敬礼！",
    "byline: 城北花园小区居民",
    "byline: 王志强",
    "title: 井盖缺失很危险",
  ]);
  const [first, second, ...others] = (await fixPage(LETTER)).articles;
  expect([first?.byline?.text, second?.byline?.text, others]).toEqual([
    "城北花园小区居民 王志强",
    "市第三中学教师 赵明远",
    [],
  ]);
});

test("headline and author above a text are no signature", () => {
  const table = tableOf("zh-Hans");
  const texts = [
    "渡口的灯亮了一夜。",
    "守井人的春天",
    "林小舟",
    "老赵在荒原上守了二十三年油井，他的家是一间铁皮房。",
  ];
  expect(letterSignatures(texts, table)).toEqual([null, null, null, null]);
  expect(letterSignatures(["请尽快补上。", "江口县供销社", "林小舟", "渡口添新船"], table)).toEqual([
    null,
    "unit",
    "name",
    null,
  ]);
  expect(letterSignatures([...texts.slice(0, 3), "渡口添新船"], table)).toEqual([null, null, null, null]);
  expect(["此致", "此致 敬礼", "敬禮！", "祝好", "敬礼的战士"].map((text) => isSalute(text, table))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});

test.each(["编后", "记者手记", "新闻链接", "相关新闻", "小贴士", "【延伸阅读】"])(
  "%s between two texts is a subhead of the first, and no byline",
  (name) => {
    const page = rolesOf(
      repaired(`小店门口的五把椅子
在城南菜市场旁边有一家开了三十年的修鞋店，店门口摆着五把旧椅子，谁走累了都可以坐一坐。
${name}
五把椅子不值什么钱，却让人心里一暖。城市的温度，就藏在这样的细节里。`).page,
    );
    expect(page[2]).toBe(`subhead: ${name}`);
  },
);
