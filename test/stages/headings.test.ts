import { describe, expect, test } from "@jest/globals";
import { loadModel } from "../../src/model/load.ts";
import { applyEdits } from "../../src/page/edits.ts";
import type { Block, Print, Role } from "../../src/page/types.ts";
import { headings } from "../../src/stages/headings/index.ts";
import { labelled, repaired, roles, run } from "./pages.ts";

const TEXT = ["text", "昨天上午，实验小学的操场上支起了一顶顶帐篷。"] as const;
const read = (...blocks: readonly (readonly [Role, string])[]) => roles(run(headings, labelled(...blocks)));

describe("kicker and headline", () => {
  test.each([
    [
      "a meeting demands",
      "全市社区工作会议强调 把服务送到居民家门口",
      "全市社区工作会议强调",
      "把服务送到居民家门口",
    ],
    [
      "an enumeration",
      "全链条、全覆盖、全程式 我国改善群众 医疗服务",
      "全链条、全覆盖、全程式",
      "我国改善群众 医疗服务",
    ],
  ])("in one line: %s", (_, line, kicker, title) => {
    expect(read(["title", line], TEXT)).toEqual([`kicker: ${kicker}`, `title: ${title}`, `text: ${TEXT[1]}`]);
  });

  test.each([
    ["全市社区工作会议强调", "把服务送到居民家门口"],
    ["全链条、全覆盖、全程式", "我国改善群众 医疗服务"],
    ["赓续冠军荣耀 传承劳模精神", "亚残运会冠军回访母校倾真情"],
  ])("each in its own: %s", (kicker, title) => {
    expect(read(["title", kicker], ["title", title], TEXT)).toEqual([
      `kicker: ${kicker}`,
      `title: ${title}`,
      `text: ${TEXT[1]}`,
    ]);
  });

  test("in Japanese, 、 parts the phrases of a headline, and no items of a kicker", () => {
    const page = labelled(
      ["title", "伝説が、静かに、終わる 渡し船の最後の一日"],
      ["text", "渡し船が五日、最後の客を乗せた。"],
    );
    const read = run(headings, { ...page, source: { ...page.source, lang: "ja" } });
    expect(roles(read)[0]).toBe("title: 伝説が、静かに、終わる 渡し船の最後の一日");
  });

  test("two halves of one headline are no kicker", () => {
    expect(read(["title", "扬亚运精神 护人民健康"], TEXT)[0]).toBe("title: 扬亚运精神 护人民健康");
    const threefold = "趁天时 补水肥 青石镇早稻插完八成";
    expect(read(["title", threefold], TEXT)[0]).toBe(`title: ${threefold}`);
  });

  test("a dash opens a subtitle", () => {
    expect(read(["title", "老码头成了新书房"], ["title", "——江边图书馆的四季"], TEXT).slice(0, 2)).toEqual([
      "title: 老码头成了新书房",
      "subtitle: ——江边图书馆的四季",
    ]);
  });
});

test("headlines with a text between them stay two, though it goes on from one above", () => {
  const page = labelled(
    ["text", "昨天上午，实验小学的操场上支起"],
    ["title", "渡口下月试航"],
    ["text", "了一顶顶帐篷。"],
    ["title", "早稻插完八成"],
    TEXT,
  );
  const [tail, , head] = page.blocks as [Block, Block, Block];
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
  expect(roles(run(headings, joined))).toEqual([
    "text: 昨天上午，实验小学的操场上支起了一顶顶帐篷。",
    "title: 渡口下月试航",
    "title: 早稻插完八成",
    `text: ${TEXT[1]}`,
  ]);
});

describe("three decks: kicker, headline, and a subtitle whose dash the engine has read as 一", () => {
  const text = "本报讯 记者宁远报道 渡船每隔十分钟开出一班，过江只要一刻钟，船票仍是两元。";
  const decks = (...head: readonly string[]) =>
    roles(repaired([...head, "", text].join("\n"), "zh-Hans").page).slice(0, -2);

  test("line by line, without anything between", () => {
    expect(decks("两岸盼了三年的渡口开工", "新船下月试航", "一一船票仍是两元")).toEqual([
      "kicker: 两岸盼了三年的渡口开工",
      "title: 新船下月试航",
      "subtitle: 一一船票仍是两元",
    ]);
  });

  test("a headline whose line ends inside a phrase has no kicker", () => {
    expect(decks("两岸盼了三年的青石渡口终于", "添了新船", "", "-一船票仍是两元")).toEqual([
      "title: 两岸盼了三年的青石渡口终于 添了新船",
      "subtitle: -一船票仍是两元",
    ]);
  });

  test.each([
    ["全天候、多班次、低票价", "我市渡口改善茶农出行条件"],
    ["全市社区工作会议强调", "把服务送到居民家门口"],
  ])("without a subtitle, where the upper line ends as kickers do: %s", (kicker, title) => {
    expect(decks(kicker, title)).toEqual([`kicker: ${kicker}`, `title: ${title}`]);
  });

  test("a line in brackets below the headline is the subtitle", () => {
    const [title, subtitle] = ["新船要为茶农多跑几趟", "（在全市茶农代表大会上的发言）"];
    expect(read(["title", title], ["title", subtitle], TEXT).slice(0, 2)).toEqual([
      `title: ${title}`,
      `subtitle: ${subtitle}`,
    ]);
  });

  test("what stands right above the dash is the headline, however short", () => {
    expect(decks("第13版", "", "为“渡”而争", "", "-一继往开来").slice(1)).toEqual([
      "title: 为“渡”而争",
      "subtitle: -一继往开来",
    ]);
  });
});

describe("byline", () => {
  test("at the start of a paragraph becomes a block of its own", () => {
    expect(read(["text", "本报讯 记者宁远报道 昨天上午，帐篷支了起来。"])).toEqual([
      "byline: 本报讯 记者宁远报道",
      "text: 昨天上午，帐篷支了起来。",
    ]);
  });

  test("alone in its block is a byline", () => {
    expect(read(["text", "本报讯 记者宁远报道"], TEXT)[0]).toBe("byline: 本报讯 记者宁远报道");
  });

  test("is not made of a sentence about a reporter", () => {
    expect(read(["text", "记者宁远在现场看到，帐篷支了起来。"])).toEqual([
      "text: 记者宁远在现场看到，帐篷支了起来。",
    ]);
  });
});

describe("credit", () => {
  test("goes to the caption before it", () => {
    expect(read(["caption", "图为首场演出。"], ["credit", "记者 叶知秋 摄"])).toEqual([
      "caption: 图为首场演出。 记者 叶知秋 摄",
    ]);
  });

  test("behind no caption is one without words", () => {
    expect(read(TEXT, ["credit", "记者 叶知秋 摄"])[1]).toBe("caption: 记者 叶知秋 摄");
  });
});

test("lines below one picture are one caption, and take the credit behind them", () => {
  const page = labelled(
    ["caption", "渡船靠岸，乘客依次"],
    ["caption", "上岸。"],
    ["credit", "记者 林小舟 摄"],
    ["text", "渡船每隔十分钟开出一班。"],
  );
  const print = { underPicture: true } as Print;
  const printed = {
    ...page,
    lines: page.lines.map((line, i) => (i < 2 ? { ...line, blankBefore: 0, print } : line)),
  };
  expect(roles(run(headings, printed))).toEqual([
    "caption: 渡船靠岸，乘客依次上岸。 记者 林小舟 摄",
    "text: 渡船每隔十分钟开出一班。",
  ]);
});

test("who signs the last paragraph is a byline of its own, beside that at its start", () => {
  const page = labelled(
    ["title", "渡口停航"],
    ["text", "本报讯 渡口昨天停航。（记者 何芸）"],
    ["title", "新船下水"],
  );
  expect(roles(run(headings, page))).toEqual([
    "title: 渡口停航",
    "byline: 本报讯",
    "text: 渡口昨天停航。",
    "byline: （记者 何芸）",
    "title: 新船下水",
  ]);
});

test("a headline whose line was cut inside a phrase goes on below the white", () => {
  const model = loadModel("zh-Hans");
  const byline = ["byline", "本报记者 何芸"] as const;
  const headOf = (line: string, next: string) =>
    roles(run((page) => headings(page, { model }), labelled(["title", line], ["title", next], byline, TEXT)));
  expect(headOf("茶乡采春茶 打造新时代", "高素质茶农队伍")[0]).toBe(
    "title: 茶乡采春茶 打造新时代 高素质茶农队伍",
  );
  expect(headOf("茶乡采春茶 老街修旧如旧", "今年头茶比去年早七天上市")[0]).toBe(
    "title: 茶乡采春茶 老街修旧如旧",
  );
});
