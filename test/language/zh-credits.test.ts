/** Who took a picture, who signs a text, and what is neither. */
import { describe, expect, test } from "@jest/globals";
import { findCaptionCredit, findCredit, findSignature, tableOf } from "../../src/language/index.ts";

const table = tableOf("zh-Hans");

describe("at the end of a caption", () => {
  test.each([
    ["渡船靠岸。", "林舟/图"],
    ["渡船靠岸。", "图/林舟"],
    ["渡船靠岸。", "IC photo"],
    ["渡船靠岸。", "新华社/路透"],
    ["渡船靠岸。", "記者林小舟／攝影"],
    ["渡船靠岸。", "圖／記者林小舟攝"],
    ["渡船靠岸。", "（圖／翻攝自網路）"],
    ["渡船靠岸。", "（图片由青石航运公司提供）"],
    ["渡船靠岸。", "（林小舟提供）"],
    ["渡船靠岸。", "（本報資料照片）"],
    ["渡船靠岸。", "林舟 摄（人民视觉）"],
    ["渡船靠岸。", "新华社发（林舟 摄）"],
    ["渡船靠岸。", "通讯员 林舟 摄影报道"],
    ["渡船在青石码头靠岸 ", "林舟 摄"],
    ["渡船在青石码头靠岸 ", "记者 林舟 摄"],
    ["渡船在青石碼頭靠岸 ", "（江聲報記者林小舟攝）"],
    ["渡船在青石码头靠岸", "新华社记者 林舟摄"],
    ["", "本版图片 林舟 摄"],
    ["", "摄影/林舟"],
    ["", "◎記者林小舟攝"],
    ["", "（本報記者　林小舟攝）"],
  ])("%s%s", (caption, credit) => expect(findCredit(caption + credit, table)?.text).toBe(credit));

  test.each(["（中央社）", "（路透）", "中新社"])("of what is known to be one: %s", (credit) => {
    expect(findCaptionCredit(`渡船靠岸。${credit}`, table)?.text).toBe(credit);
    expect(findCredit(`渡船靠岸。${credit}`, table)).toBeNull();
  });
});

test.each([
  "记者 林舟 通讯员 何芸文/图",
  "■本报记者 林舟 文/图",
  "渡船靠岸。（记者 林舟）",
  "本报记者 林舟 摄影报道",
])("no credit: %s", (text) => expect(findCredit(text, table)).toBeNull());

describe("who signs a text", () => {
  test.each([
    ["渡口停航。", "（记者 何芸 通讯员 林舟）"],
    ["渡口停航。", "(记者 何芸)"],
    ["渡口停航。", "（何小芸）"],
    ["渡口停航。  ", "本报记者 何芸"],
  ])("%s%s", (body, signature) => {
    expect(findSignature(body + signature, table)).toEqual({ at: body.length, text: signature });
  });

  test.each([
    "渡口停航。（记者 何芸 摄）",
    "渡口停航。（待续）",
    "渡口停航（记者 何芸）",
    "（记者 何芸）",
    "渡口停航。两岸照旧。",
  ])("nobody: %s", (text) => expect(findSignature(text, table)).toBeNull());
});
