/** The gold of a composed page says what is printed there, and where it is cut. */
import { describe, expect, test } from "@jest/globals";
import { composePage, drawStyle } from "../../src/training/compose/index.ts";
import type { CorpusArticle } from "../../src/training/corpus.ts";
import { goldOf } from "../../src/training/gold-of.ts";
import { randomFrom } from "../../src/training/random.ts";

const ARTICLES: CorpusArticle[] = ["山の湯宿", "川の渡し", "海の灯台"].map((matter) => ({
  source: "made",
  lang: "ja",
  date: "2031-05-06",
  title: `${matter}、十年ぶりに再開`,
  parts: [
    {
      type: "paragraph",
      text: `${matter}が六月から十年ぶりに再開する。町の有志が実行委員会をつくり、傷んだ建物を自分たちの手で直してきた。`,
    },
    {
      type: "paragraph",
      text: `委員長は「${matter}に子どもたちの声が戻るのが何よりうれしい」と話し、初日には湯茶をふるまうという。`,
    },
  ],
}));

const pages = Array.from({ length: 30 }, (_, seed) => {
  const random = randomFrom(seed);
  return composePage(`page-${seed}`, ARTICLES, random, drawStyle(random, "ja"));
});

describe("gold of composed pages", () => {
  test.each(pages.map((page) => [page.id, page] as const))("%s", (_, page) => {
    const gold = goldOf(page);
    const printed = page.units.map(({ text }) => text).join("\n");
    for (const { tail, head } of [...(gold.seams ?? []), ...(gold.gaps ?? [])]) {
      expect(page.text).toContain(tail);
      expect(page.text).toContain(head);
    }
    for (const { joined } of gold.seams ?? []) expect(printed).toContain(joined);
    expect(gold.gaps?.length).toBeLessThanOrEqual(page.lost.length);
    for (const { body } of gold.articles) for (const { text } of body ?? []) expect(printed).toContain(text);
  });

  test("lines of a paragraph are wraps, what stands elsewhere is a column, what stands twice an overlap", () => {
    const kinds = new Set(pages.flatMap((page) => (goldOf(page).seams ?? []).map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(["column", "overlap", "wrap"]);
  });

  test("what opens a text is its byline, and no part of it", () => {
    const opened = pages.flatMap((page) =>
      page.units.filter(({ opening }) => opening > 0).map((unit) => ({ unit, gold: goldOf(page) })),
    );
    expect(opened.length).toBeGreaterThan(0);
    for (const { unit, gold } of opened)
      for (const { body } of gold.articles)
        for (const { text } of body ?? [])
          expect(text.startsWith(unit.text.slice(0, unit.opening))).toBe(false);
  });
});
