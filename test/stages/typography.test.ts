import { describe, expect, test } from "@jest/globals";
import type { Page, Role } from "../../src/page/types.ts";
import { typography } from "../../src/stages/typography.ts";
import { labelled, pageOf, repaired, run, texts } from "./pages.ts";

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
    ["昨天   天晴", "昨天天晴"],
    ["他说:“天晴!”", "他说：“天晴！”"],
    ["用 Python,Java 写成", "用Python,Java写成"],
    ["“天晴”,他说", "“天晴”，他说"],
    ["Python,《天晴》", "Python，《天晴》"],
    ["village (村)", "village（村）"],
    ["𠮷, 天晴", "𠮷，天晴"],
    ["一九三一年,𠮷田", "一九三一年，𠮷田"],
    ["有82.7%,天晴", "有82.7%，天晴"],
    ["天晴:", "天晴："],
    [":天晴", "：天晴"],
  ])("%s", (text, expected) => {
    expect(texts(run(stage, pageOf(text, "zh-Hans")))).toEqual([expected]);
  });
});

test.each(["【特集】", "｜特集｜", "[特集]", "【特集]】", "【【特集】】"])(
  "the ornaments around a label go: %s",
  (text) => {
    expect(texts(run(stage, labelled(["section", text])))).toEqual(["特集"]);
  },
);

test.each(["【特集", "特集】", "【特】集】", "【】", "特集", "［｜］"])(
  "what frames no label stays: %s",
  (text) => {
    expect(texts(run(stage, labelled(["section", text])))).toEqual([text]);
  },
);

test("a frame around what is no label stays", () => {
  expect(texts(run(stage, labelled(["title", "【特集】"])))).toEqual(["【特集】"]);
});

describe("what must stay", () => {
  test.each([
    ["decimals", "有82.7%的医院"],
    ["times of day", "末班车10:30发出"],
    ["scores", "主队以3:2取胜"],
    ["thousands", "进站1,250,000人次"],
    ["English in Chinese text", "机身写着“Keep it simple, make it work.”"],
    ["marks between letters and figures", "第A:1号"],
    ["marks behind Latin quotes", "他写“Whale”,and went"],
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

  test("the space that parts a credit from a caption without a stop", () => {
    const page = labelled(["caption", "图为 渡船靠岸 王明摄"]);
    expect(texts(run(stage, page))).toEqual(["图为渡船靠岸 王明摄"]);
  });

  test.each([
    ["渡口 停航。（ 记者 李青 通讯员 王 洋 ）", "渡口停航。（记者 李青 通讯员 王洋）"],
    ["渡口 停航。李青 王文 摄", "渡口停航。李青 王文 摄"],
    ["渡口 停航（记者 李青 王文）， 两岸照旧。", "渡口停航（记者 李青 王文），两岸照旧。"],
  ])("the spaces that part names in running text: %s", (text, reads) => {
    expect(texts(run(stage, labelled(["text", text])))).toEqual([reads]);
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

test("what another stage has changed already is left to it", () => {
  const page = pageOf("昨天,天晴,有雨");
  const changed = { ...page, changes: [{ start: 2, end: 3, text: "," }] };
  expect(stage(changed).edits.map((edit) => edit.kind === "replace" && edit.span.start)).toEqual([5]);
});

test("edits stand in the order of the page, whichever was found first", () => {
  const found = stage(pageOf("昨天 ,天晴 ;有雨")).edits.map(
    (edit) => edit.kind === "replace" && [edit.was, edit.reason],
  );
  expect(found).toEqual([
    [" ", "space"],
    [",", "full-width"],
    [" ", "space"],
    [";", "full-width"],
  ]);
});

test("the ornaments of a label are one edit each, and are named so", () => {
  expect(stage(labelled(["section", "【【特集】"])).edits).toEqual([
    { kind: "replace", span: { start: 0, end: 2 }, was: "【【", text: "", reason: "label-frame" },
    { kind: "replace", span: { start: 4, end: 5 }, was: "】", text: "", reason: "label-frame" },
  ]);
});

describe("quotes and stops that an engine has read as straight or half-width ones", () => {
  const read = (text: string) => texts(repaired(text, "zh-Hans").page).join("\n");

  test.each([
    ['船长说:"末班船推迟了."候船的老人说:"那就好."', "船长说：“末班船推迟了。”候船的老人说：“那就好。”"],
    ["船长说，“末班船推迟了。“", "船长说，“末班船推迟了。”"],
    ["“‘老渡口’要改名”", "“‘老渡口’要改名”"],
    ["会上强调，要抓好茶园管护.下一步还要添置烘干线.", "会上强调，要抓好茶园管护。下一步还要添置烘干线。"],
    ["茶园产值增长12.5%.镇上说，明年还要再添。", "茶园产值增长12.5%。镇上说，明年还要再添。"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(read(expected)).toBe(expected);
  });

  test.each([
    "作家列夫.托尔斯泰的小说又重印了。",
    "任务有两项：1.修好栈桥；2.添置新船。",
    '他念道："渡口的灯亮了，船还没有来。',
    '屏幕有14"和15"两种。',
  ])("nothing where it is not sure: %s", (text) => {
    expect(read(text)).toBe(text);
  });

  test("each is in the log", () => {
    const { log } = repaired('船长说:"推迟了."', "zh-Hans");
    expect(log.filter(({ reason }) => reason === "quote")).toHaveLength(2);
  });
});
