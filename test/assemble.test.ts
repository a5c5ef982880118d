import { expect, test } from "@jest/globals";
import { fixPage } from "../src/index.ts";

const goesOn = (jump: string) =>
  fixPage(`江边的书房\n\n清晨的江边，读者已在门口排起长队，来得最早的几位在窗边坐下。${jump}\n`).articles[0]
    ?.continued;

test.each([
  ["（下转第四版）", { from: null, to: "4版" }],
  ["（下转四版）", { from: null, to: "4版" }],
  ["（下转第4版）", { from: null, to: "4版" }],
  ["（下转４版）", { from: null, to: "4版" }],
  ["（下转第 4 版）", { from: null, to: "4版" }],
  ["（下轉第十版）", { from: null, to: "10版" }],
  ["（下转第十二版）", { from: null, to: "12版" }],
  ["（下转二十版）", { from: null, to: "20版" }],
  ["（下转二十一版）", { from: null, to: "21版" }],
  ["（下转一二版）", { from: null, to: "12版" }],
  ["（下转A12版）", { from: null, to: "A12版" }],
])("where an article goes on is one name for one page: %s", (jump, continued) => {
  expect(goesOn(jump)).toEqual(continued);
});

test("where it comes from, likewise", () => {
  const { articles } = fixPage(
    "（上接第一版）清晨的江边，读者已在门口排起长队，来得最早的几位在窗边坐下。\n",
  );
  expect(articles[0]?.continued).toEqual({ from: "1版", to: null });
});
