import { describe, expect, test } from "@jest/globals";
import { assemble } from "../../src/assemble.ts";
import { applyEdits } from "../../src/page/edits.ts";
import { blockText } from "../../src/page/text.ts";
import type { Page, Role } from "../../src/page/types.ts";
import { articles } from "../../src/stages/articles/index.ts";
import { labelled, run } from "./pages.ts";

/** The texts of each article, and of what belongs to none. */
function grouped(page: Page): string[][] {
  const groups = new Map<number | null, string[]>();
  for (const block of run(articles, page).blocks)
    groups.set(block.article, [...(groups.get(block.article) ?? []), blockText(page, block)]);
  return [...groups.values()];
}

test("headings open articles; kicker, headline, subtitle and byline open one together", () => {
  expect(
    grouped(
      labelled(
        ["section", "要闻"],
        ["kicker", "引一"],
        ["title", "题一"],
        ["subtitle", "副一"],
        ["byline", "本报讯"],
        ["text", "甲。"],
        ["subhead", "小题"],
        ["text", "乙。"],
        ["kicker", "引二"],
        ["title", "题二"],
        ["text", "丙。"],
        ["title", "题三"],
        ["title", "题四"],
      ),
    ),
  ).toEqual([
    ["要闻", "引一", "题一", "副一", "本报讯", "甲。", "小题", "乙。"],
    ["引二", "题二", "丙。"],
    ["题三"],
    ["题四"],
  ]);
});

test("a deck of Latin script may have several parts; in Chinese papers a second subtitle is of another advert", () => {
  const deck = (...texts: readonly [string, string, string, string]) => {
    const [title, first, second, text] = texts;
    return labelled(["title", title], ["subtitle", first], ["subtitle", second], ["text", text]);
  };
  const latin = deck("The ferry is back.", "New piers are open.", "Fares as before.", "It sailed at noon.");
  expect(grouped({ ...latin, source: { ...latin.source, lang: "en" } })).toHaveLength(1);
  expect(grouped(deck("题", "副一", "副二", "甲。"))).toEqual([
    ["题", "副一"],
    ["副二", "甲。"],
  ]);
});

test("furniture belongs to none, unless it says where an article goes on", () => {
  expect(
    grouped(
      labelled(
        ["furniture", "第3版"],
        ["title", "题"],
        ["text", "甲。"],
        ["furniture", "（下转第4版）"],
        ["furniture", "地址"],
      ),
    ),
  ).toEqual([
    ["第3版", "地址"],
    ["题", "甲。", "（下转第4版）"],
  ]);
});

test("a byline below its text signs it, where the next article begins behind it", () => {
  expect(
    grouped(
      labelled(
        ["title", "题一"],
        ["text", "甲。"],
        ["byline", "（知止）"],
        ["title", "题二"],
        ["text", "乙。"],
        ["byline", "本报讯"],
        ["text", "丙。"],
      ),
    ),
  ).toEqual([
    ["题一", "甲。", "（知止）"],
    ["题二", "乙。"],
    ["本报讯", "丙。"],
  ]);
});

test("below the author stands where the news is from, in the same article", () => {
  const lead = (text: string) =>
    grouped(labelled(["title", "题"], ["byline", "（商会主席李济）"], ["byline", text], ["text", "甲。"]));
  expect(lead("新华社南京10月26日电")).toEqual([["题", "（商会主席李济）", "新华社南京10月26日电", "甲。"]]);
  expect(lead("价目从廉")).toEqual([
    ["题", "（商会主席李济）"],
    ["价目从廉", "甲。"],
  ]);
});

test("adverts stand alone, and text goes on behind them", () => {
  expect(
    grouped(labelled(["title", "题"], ["text", "甲，"], ["advert", "茶庄新茶上市。"], ["text", "乙。"])),
  ).toEqual([["题", "甲，", "乙。"], ["茶庄新茶上市。"]]);
});

test("the heading of a notice takes the notice that follows, and no later one", () => {
  expect(
    grouped(
      labelled(
        ["advert", "遗失声明"],
        ["advert", "遗失公章一枚，作废。"],
        ["text", "甲。"],
        ["advert", "招领启事。"],
      ),
    ),
  ).toEqual([["遗失声明", "遗失公章一枚，作废。"], ["甲。"], ["招领启事。"]]);
});

test("text below the heading of a notice is the notice, whatever it looks like, and the heading its title", () => {
  const page = labelled(
    ["title", "甲"],
    ["text", "甲。"],
    ["advert", "招聘启事"],
    ["text", "木器厂招学徒两名。"],
    ["text", "乙。"],
  );
  expect(grouped(page)).toEqual([
    ["甲", "甲。", "乙。"],
    ["招聘启事", "木器厂招学徒两名。"],
  ]);
  const made = applyEdits(page, articles(page).edits);
  expect(made.blocks.map(({ role }) => role)).toEqual(["title", "text", "title", "advert", "text"]);
});

test("the heading of a notice is its title though its text stands elsewhere, and the article an advert", () => {
  const page = labelled(
    ["title", "甲"],
    ["text", "甲。"],
    ["advert", "招聘启事"],
    ["title", "乙"],
    ["text", "乙。"],
  );
  const { articles: made } = assemble(applyEdits(page, articles(page).edits), []);
  expect(made.map(({ kind, title, body }) => [kind, title, body.length])).toEqual([
    ["article", "甲", 1],
    ["advert", "招聘启事", 0],
    ["article", "乙", 1],
  ]);
});

test("a picture above all articles goes to the first of them", () => {
  expect(grouped(labelled(["caption", "图为江边。"], ["title", "题"], ["text", "甲。"]))).toEqual([
    ["图为江边。", "题", "甲。"],
  ]);
});

test("a seam leads back to the article it began in", () => {
  const page = labelled(
    ["title", "题一"],
    ["text", "甲，"],
    ["title", "题二"],
    ["text", "乙。"],
    ["text", "丙。"],
  );
  const [, tail, , head] = page.blocks;
  if (!tail || !head) throw new Error("five blocks, please");
  const joined = applyEdits(page, [
    {
      kind: "join",
      tail: tail.id,
      head: head.id,
      seam: { kind: "column", glue: "", confidence: 1 },
      was: { role: "text", article: null },
      reason: "column",
    },
  ]);
  expect(grouped(joined)).toEqual([["题一", "甲，乙。", "丙。"], ["题二"]]);
});

test("several pictures above all articles go to the first of them; pictures alone are one", () => {
  expect(
    grouped(labelled(["caption", "图一。"], ["caption", "图二。"], ["title", "题"], ["caption", "图三。"])),
  ).toEqual([["图一。", "图二。", "题", "图三。"]]);
  expect(grouped(labelled(["furniture", "第3版"], ["caption", "图一。"], ["caption", "图二。"]))).toEqual([
    ["第3版"],
    ["图一。", "图二。"],
  ]);
});

test("a notice that is a sentence is whole: the next is another", () => {
  expect(grouped(labelled(["advert", "遗失公章一枚，作废。"], ["advert", "招领启事。"]))).toEqual([
    ["遗失公章一枚，作废。"],
    ["招领启事。"],
  ]);
});

test("text below subheads alone has begun, too", () => {
  expect(
    grouped(labelled(["title", "题一"], ["subhead", "小题"], ["title", "题二"], ["text", "乙。"])),
  ).toEqual([
    ["题一", "小题"],
    ["题二", "乙。"],
  ]);
});

describe("a byline below its text", () => {
  test.each<Role>(["section", "kicker", "title", "advert", "furniture"])("signs it before a %s", (role) => {
    const [first] = grouped(
      labelled(["title", "题一"], ["text", "甲。"], ["byline", "（知止）"], [role, "后面"], ["text", "乙。"]),
    );
    expect(first).toContain("（知止）");
  });

  test("signs it at the end of the page, and below a subhead", () => {
    expect(grouped(labelled(["title", "题"], ["text", "甲。"], ["byline", "（知止）"]))).toEqual([
      ["题", "甲。", "（知止）"],
    ]);
    expect(grouped(labelled(["title", "题"], ["subhead", "小题"], ["byline", "（知止）"]))).toEqual([
      ["题", "小题", "（知止）"],
    ]);
  });

  test("opens the next where text follows, and where the article has one already", () => {
    expect(grouped(labelled(["text", "甲。"], ["byline", "本报讯"], ["text", "乙。"]))).toEqual([
      ["甲。"],
      ["本报讯", "乙。"],
    ]);
    expect(
      grouped(
        labelled(
          ["title", "题一"],
          ["byline", "本报讯"],
          ["text", "甲。"],
          ["byline", "（知止）"],
          ["title", "题二"],
        ),
      ),
    ).toEqual([["题一", "本报讯", "甲。"], ["（知止）"], ["题二"]]);
  });
});

test("a line end inside a block leads nowhere back", () => {
  const page = labelled(
    ["title", "题一"],
    ["text", "甲，"],
    ["title", "题二"],
    ["text", "乙，"],
    ["text", "丙。"],
  );
  const [, tail, , , head] = page.blocks;
  const wrap = { kind: "wrap", glue: "", confidence: 1 } as const;
  const joined = applyEdits(page, [
    {
      kind: "join",
      tail: tail?.id ?? -1,
      head: head?.id ?? -1,
      seam: wrap,
      was: { role: "text", article: null },
      reason: "wrap",
    },
  ]);
  expect(grouped(joined)).toEqual([
    ["题一", "甲，丙。"],
    ["题二", "乙，"],
  ]);
});

describe("what people have decided", () => {
  const page = labelled(
    ["title", "题一"],
    ["text", "甲。"],
    ["title", "题二"],
    ["text", "乙。"],
    ["title", "题三"],
    ["text", "丙。"],
  );
  const [a, b, c] = [0, 2, 4].map((i) => page.blocks[i]?.id ?? -1) as [number, number, number];
  const decide = (...decided: readonly (readonly [together: boolean, first: number, second: number])[]) => {
    const settled = {
      seams: [],
      roles: [],
      articles: decided.map(([together, first, second]) => ({ together, first, second, says: "" })),
    };
    const groups = new Map<number | null, string[]>();
    for (const block of run((it) => articles(it, { settled }), page).blocks)
      groups.set(block.article, [...(groups.get(block.article) ?? []), blockText(page, block)]);
    return [...groups];
  };

  test("one article of two: the later goes into the earlier, whichever was named first", () => {
    const one = [
      [a, ["题一", "甲。", "题三", "丙。"]],
      [b, ["题二", "乙。"]],
    ];
    expect(decide([true, a, c])).toEqual(one);
    expect(decide([true, c, a])).toEqual(one);
    expect(decide([true, a, a])).toEqual(decide());
  });

  test("two articles of one: the second begins there", () => {
    const text = page.blocks[3]?.id ?? -1;
    expect(decide([false, b, text]).map(([, own]) => own)).toEqual([
      ["题一", "甲。"],
      ["题二"],
      ["乙。"],
      ["题三", "丙。"],
    ]);
    // The place just behind a block is none of it.
    const end = page.blocks[3]?.pieces[0]?.end ?? -1;
    expect(decide([false, b, end])).toEqual(decide());
  });
});
