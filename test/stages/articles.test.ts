import { expect, test } from "@jest/globals";
import { applyEdits } from "../../src/page/edits.ts";
import { blockText } from "../../src/page/text.ts";
import type { Page } from "../../src/page/types.ts";
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
