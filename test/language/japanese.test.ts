/** What the table of Japanese takes for furniture and for credits, and what only looks like it. */
import { describe, expect, test } from "@jest/globals";
import { findCredit, tableOf } from "../../src/language/index.ts";

const table = tableOf("ja");

describe("furniture", () => {
  test.each([
    "2031年（令和13年）5月6日（火曜日）",
    "東都新聞 13版",
    "山陽時報朝刊",
    "26 社会 13版",
    "総合 3",
    "第23456号",
    "発行所 東都新聞社 〒100-8051",
    "（3面に続く）",
    "＝関連記事5面",
  ])("%s", (line) => expect(table.furniture.test(line)).toBe(true));

  test.each([
    "二号機も点検する。",
    "一面の菜の花",
    "夕刊を廃止へ",
    "号外を配布",
    "10号 上陸の恐れ",
    "10 経済 失速の懸念",
    "スポーツ 10 大ニュース",
    "編集長に山田氏",
    "電話詐欺で男を逮捕",
  ])("%s is none", (line) => expect(table.furniture.test(line)).toBe(false));
});

describe("a credit", () => {
  test.each([
    ["岸壁に並ぶ露店＝青浜市で4日、鵜飼千尋撮影", "＝青浜市で4日、鵜飼千尋撮影"],
    ["岸壁に並ぶ露店＝４日、青浜市", "＝４日、青浜市"],
    ["会見する首相（代表撮影）", "（代表撮影）"],
    ["会見する首相＝ＡＰ", "＝ＡＰ"],
    ["会見する首相（ロイター＝共同）", "（ロイター＝共同）"],
  ])("%s", (text, credit) => expect(findCredit(text, table)?.text).toBe(credit));

  test.each([
    "首相は記者会見し、交渉は最終段階に入ったと述べた。（共同）",
    "首相は記者会見し、交渉は最終段階に入ったと述べた。＝共同",
    "市長は、港の顔を取り戻したいとあいさつした。＝関連記事は三日",
    "鮭の遡上を妨げない堰の改修が課題だ。（環境省提供）",
  ])("signs a text behind its last stop: %s", (text) => expect(findCredit(text, table)).toBeNull());
});
