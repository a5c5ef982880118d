/** The page composer knows of every character which printed unit it comes from. */
import { expect, test } from "@jest/globals";
import { composePage, drawStyle } from "../../src/training/compose/index.ts";
import type { CorpusArticle } from "../../src/training/corpus.ts";
import { randomFrom } from "../../src/training/random.ts";

const ARTICLES: CorpusArticle[] = [1, 2, 3].map((n) => ({
  source: "made",
  lang: "zh-Hans",
  date: "2031-05-06",
  title: `青石镇第${n}座茶厂开工 茶农不必连夜炒制`,
  parts: [
    {
      type: "paragraph",
      text: "镇上今年添了两条烘干线，鲜叶当天进厂、当天出锅，茶农不必再连夜炒制，收购价比去年高出一成。",
    },
    {
      type: "paragraph",
      text: "茶厂负责人说，订单已经排到秋后，眼下最缺的是会看火候的师傅，厂里打算办一个学徒班。",
    },
  ],
}));

test.each(Array.from({ length: 20 }, (_, seed) => seed))("page %d", (seed) => {
  const random = randomFrom(seed);
  const page = composePage("page", ARTICLES, random, drawStyle(random));
  expect(page.unitAt.length).toBe(page.text.length);
  for (let i = 0; i < page.text.length; i++) {
    const unit = page.units[page.unitAt[i] as number];
    if (unit) expect(page.text[i]).toBe(unit.text[page.placeAt[i] as number]);
    else expect(page.text[i]).toMatch(/\s/);
  }
});

test("the same seed gives the same page", () => {
  const make = () => {
    const random = randomFrom(7);
    return composePage("page", ARTICLES, random, drawStyle(random));
  };
  expect(make()).toEqual(make());
});
