import { describe, expect, test } from "@jest/globals";
import type { Page, Role } from "../../src/page/types.ts";
import { typography } from "../../src/stages/typography.ts";
import { labelled, pageOf, run, texts } from "./pages.ts";

const OPTIONS = { gapMark: "[…]", keepTypography: false };
const stage = (page: Page) => typography(page, OPTIONS as never);

describe("running text", () => {
  test.each([
    ["推进会于昨天召开,会议指出:要认真落实;不得拖延!", "推进会于昨天召开，会议指出：要认真落实；不得拖延！"],
    ["温工直播间(温州劳模工匠馆);", "温工直播间（温州劳模工匠馆）；"],
    ["“可以吗?”他问。", "“可以吗？”他问。"],
    ["真的吗?!", "真的吗？！"],
    ["昨天 , 天晴", "昨天，天晴"],
    ["来自市一中的 Blue Whale 队", "来自市一中的Blue Whale队"],
    ["共 47 支代表队", "共47支代表队"],
    ["昨天，　天晴", "昨天，天晴"],
  ])("%s", (text, expected) => {
    expect(texts(run(stage, pageOf(text)))).toEqual([expected]);
  });
});

test.each(["【特集】", "｜特集｜", "[特集]", "【特集]】"])("the ornaments around a label go: %s", (text) => {
  expect(texts(run(stage, labelled(["section", text])))).toEqual(["特集"]);
});

describe("what must stay", () => {
  test.each([
    ["decimals", "有82.7%的医院"],
    ["times of day", "末班车10:30发出"],
    ["scores", "主队以3:2取胜"],
    ["thousands", "进站1,250,000人次"],
    ["English in Chinese text", "机身写着“Keep it simple, make it work.”"],
    ["an ellipsis", "坐在窗前听雨……"],
    ["full-width marks", "昨天，天晴。"],
  ])("%s", (_, text) => {
    expect(texts(run(stage, pageOf(text, "zh-Hans")))).toEqual([text]);
  });

  test.each<[Role, string]>([
    ["title", "扬亚运精神 护人民健康"],
    ["kicker", "赓续荣耀 传承精神"],
    ["byline", "本报讯 记者李凡 通讯员陈俊报道"],
    ["furniture", "2031年5月6日 星期二"],
    ["advert", "遗失声明 青禾公司遗失公章一枚"],
  ])("the spaces of a %s", (role, text) => {
    expect(texts(run(stage, labelled([role, text])))).toEqual([text]);
  });

  test("the spaces of a credit, not those of its caption", () => {
    const page = labelled(["caption", "图为 首场演出。记者 王明 摄"]);
    expect(texts(run(stage, page))).toEqual(["图为首场演出。记者 王明 摄"]);
  });

  test("text of a spaced script", () => {
    expect(stage(pageOf("The mayor, he said, was away (and had been)."))).toEqual({
      edits: [],
      warnings: [],
    });
  });

  test("everything, where the user asks for it", () => {
    const page = pageOf("昨天,天晴");
    expect(typography(page, { ...OPTIONS, keepTypography: true } as never).edits).toEqual([]);
  });
});

test("each mark is an edit of its own, a run of spaces is one", () => {
  expect(stage(pageOf("昨天,  天晴!")).edits).toEqual([
    { kind: "replace", span: { start: 2, end: 3 }, was: ",", text: "，", reason: "full-width" },
    { kind: "replace", span: { start: 3, end: 5 }, was: "  ", text: "", reason: "space" },
    { kind: "replace", span: { start: 7, end: 8 }, was: "!", text: "！", reason: "full-width" },
  ]);
});
