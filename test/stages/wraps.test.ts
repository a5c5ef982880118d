import { describe, expect, test } from "@jest/globals";
import { lineEnds } from "../../src/stages/wraps/index.ts";
import { pageOf, repaired, texts } from "./pages.ts";

describe("lines of one width", () => {
  const COLUMN = `
　　连日来，青石镇的茶农
抢在雨水之前采下头一批春
茶。天还没亮，山道上已是
三三两两的灯光。
　　镇上今年添了两条烘干
线，鲜叶当天进厂、当天出
锅，茶农不必再连夜炒制。
　　合作社的账本上，头茶
的收购价比去年高出一成。`;

  test("become paragraphs where an indent begins one", () => {
    expect(texts(repaired(COLUMN).page)).toEqual([
      "连日来，青石镇的茶农抢在雨水之前采下头一批春茶。天还没亮，山道上已是三三两两的灯光。",
      "镇上今年添了两条烘干线，鲜叶当天进厂、当天出锅，茶农不必再连夜炒制。",
      "合作社的账本上，头茶的收购价比去年高出一成。",
    ]);
  });

  test("are joined by seams of kind wrap, each with its evidence", () => {
    const joins = repaired(COLUMN).log.filter((edit) => edit.kind === "join");
    expect(joins).toHaveLength(6);
    for (const { seam, evidence } of joins) {
      expect(seam.kind).toBe("wrap");
      expect(seam.confidence).toBeGreaterThan(0.5);
      expect(evidence).not.toHaveLength(0);
    }
  });

  test("in English, with the words that the line ends broke", () => {
    expect(
      texts(
        repaired(`
A fire broke out last night in the ware-
house of Messrs. Dunn & Sons at the har-
bour. The flames were seen by the watch-
man shortly after ten, and the well-known
engines were on the spot, and the well-
known men with them.`).page,
      ),
    ).toEqual([
      "A fire broke out last night in the warehouse of Messrs. Dunn & Sons at the harbour. The flames were seen by the watchman shortly after ten, and the well-known engines were on the spot, and the well-known men with them.",
    ]);
  });
});

test("paragraphs in one line each stay apart, with an empty line between them or not", () => {
  const paragraphs = [
    "连日来，青石镇的茶农抢在雨水之前采下头一批春茶，天还没亮，山道上已是三三两两的灯光，作坊里也早早生起了火。",
    "镇上今年添了两条烘干线，鲜叶当天进厂、当天出锅，茶农不必再连夜炒制，收购价比去年高出一成，而且一律现款结清。",
  ];
  expect(texts(repaired(paragraphs.join("\n")).page)).toEqual(paragraphs);
  expect(texts(repaired(paragraphs.join("\n\n")).page)).toEqual(paragraphs);
});

describe("narrow columns without indents, 、 for every mark", () => {
  const page = `
茶山春早
各厂昨日一律开工
（本埠廿日电）青
石镇各茶厂、昨日
一律开工、工人到
者甚众、
山道修成
（本埠廿一日电）
青石镇至渡口之山
道、业已修成、今
日通车、
`;

  test("part where a dateline opens a telegram and where a headline stands between", () => {
    expect(texts(repaired(page).page).filter((text) => /[、电]/.test(text))).toEqual([
      "（本埠廿日电）",
      "青石镇各茶厂、昨日一律开工、工人到者甚众、",
      "（本埠廿一日电）",
      "青石镇至渡口之山道、业已修成、今日通车、",
    ]);
  });
});

describe("what opens anew behind a line end", () => {
  const opens = (tail: string, head: string) =>
    lineEnds(pageOf(`${tail}\n${head}`, "zh-Hans"), { model: null })[0]?.[0]?.features.headOpens;

  test.each([
    ["a byline", "各厂一律开工", "本报讯 昨夜大雨"],
    ["a caption", "各厂一律开工", "图为渡船靠岸"],
    ["a dateline in brackets that its own line end cuts", "各厂一律开工", "（重庆二十日"],
  ])("%s", (_, tail, head) => {
    expect(opens(tail, head)).toBe(1);
  });

  test.each([
    ["the rest of a dateline that the line end cut", "据新华社北京11月", "1日电 会议召开"],
    ["a bracket with something else", "各厂一律开工", "（往年总要忙"],
    ["text", "各厂一律开工", "渡船照常开"],
  ])("not %s", (_, tail, head) => {
    expect(opens(tail, head)).toBe(0);
  });
});

test("a line with quotes is as wide as those without, for they were set in full width", () => {
  const page = pageOf(`
青石渡口的新渡船昨天试航，镇上
的人都来看热闹。老船长开了半辈
子渡船，这一天也早早来到码头，
把跟了自己三十年的铜铃挂上了新
船的船头。往后的日子里，两岸的
“老师傅”们“赶集”都坐“新伙
计”，过江只要一刻钟。
运费比从前低了一半，这件事如今
在茶农当中传开了，镇上来的人里
“回头客”越来越多，码头上那家
“老字号”茶馆也重新开了张。`);
  const behind = (tail: string) =>
    lineEnds(page, { model: null })
      .flat()
      .find((end) => end.tail.text.endsWith(tail))?.features;
  expect(behind("两岸的")).toMatchObject({ "step:same": 1, full: 1 });
  expect(behind("来的人里")).toMatchObject({ "step:same": 1, full: 1 });
});

test("a byline right below its headline is no part of it", () => {
  const page = `渡口添了新船
本报记者 何芸 通讯员 张望

渡船每隔十分钟开出一班，过江只要一刻钟。`;
  expect(texts(repaired(page).page).slice(0, 2)).toEqual(["渡口添了新船", "本报记者 何芸 通讯员 张望"]);
});

describe("what stands right below a headline is no line of it", () => {
  test.each([
    ["a name alone", "渡口边的\n\n茶馆一一新船记", "屠江楠"],
    ["an agency", "全市广大茶农\n热烈欢迎渡船开航\n\n两岸往来不再绕行", "新华社"],
  ])("%s", (_, headline, below) => {
    const page = `${headline}\n${below}\n\n渡船每隔十分钟开出一班，过江只要一刻钟。`;
    expect(texts(repaired(page).page)).toContain(below);
  });

  test("nor is a signature in brackets part of the text above it", () => {
    const page = `渡し船が五日、三年ぶりに港へ戻った。運賃は据え置く。
【佐藤次郎】

朝市に長蛇の列

港町の朝市が五日、三年ぶりに開かれた。`;
    expect(texts(repaired(page, "ja").page)).toContain("【佐藤次郎】");
  });

  test("a byline that goes on in the next line", () => {
    const page = pageOf("渡口添了新船\n本报记者 何芸 通讯员 张\n望江", "zh-Hans");
    const [first] = lineEnds(page, { model: null }).flat();
    expect(first?.features.headByline).toBe(1);
  });
});

describe("a line above a headline", () => {
  test.each([
    ["a running head, with the white that parts it", `2031年5月6日 星期二${" ".repeat(70)}青石日报 第3版`],
    ["the names of who made the page, without signs", "责编田小雨美编庄越校对何芸"],
  ])("is no part of it: %s", (_, line) => {
    const { page } = repaired(`${line}\n渡口添了新船\n\n渡船每隔十分钟开出一班，过江只要一刻钟。`);
    expect(page.blocks.map(({ role }) => role).slice(0, 2)).toEqual(["furniture", "title"]);
  });
});

test("a page without two lines in a row has no line ends", () => {
  expect(lineEnds(pageOf("各厂一律开工\n\n渡船照常开"), { model: null })).toEqual([]);
  expect(lineEnds(pageOf("各厂一律开工\n\n渡船照常开\n末班船离岸"), { model: null }).flat()).toHaveLength(1);
});

describe("a caption in the middle of a column", () => {
  const page = (credit: string) => `
　　清晨的江边，渡船已在码
头上等着，来得最早的是一位
退休教师，他每天都要坐头班
参观的人在新船上听船长讲
渡口的旧事。${credit}
船过江，到对岸的集市上买一
把青菜，再坐末班船回来。`;

  test.each([
    "记者 何小川 摄",
    "新华社记者 何小川 摄",
    // Engines read 摄 as 报.
    "记者 何小川 报",
  ])("ends with its credit: %s", (credit) => {
    const own = texts(repaired(page(credit)).page);
    expect(own.filter((text) => text.includes(credit) && !text.includes("船过江"))).toHaveLength(1);
  });

  test("begins with the words that name its picture, though no line is empty above it", () => {
    const own = texts(repaired(page("").replace("参观的人", "图为参观者")).page);
    expect(own.filter((text) => text.startsWith("图为"))).toHaveLength(1);
  });

  test("text that ends in the same letter goes on", () => {
    const own = texts(repaired(page("他说要看晨报")).page);
    expect(own.filter((text) => text.includes("晨报船过江"))).toHaveLength(1);
  });
});

test("a word that names pictures begins a caption in English where it says whose or which", () => {
  const page = (head: string) =>
    lineEnds(pageOf(`the exhibits were a leaflet and the\n${head}`, "en"), { model: null })[0]?.[0]?.features
      .headNamesPicture;
  expect(page("Picture by Ned Rowe")).toBe(1);
  expect(page("Photo: Ada Quill")).toBe(1);
  expect(page("picture book that the children read")).toBe(0);
  expect(page("pictures by the old masters that went")).toBe(0);
});

describe("paragraphs of one line each, without an empty line between them", () => {
  const LINES = [
    "茶山上的雾到九点才散。",
    "“今年的芽头比去年壮。”老茶农说。",
    "合作社在山脚下新盖了两间烘房。",
    "“鲜叶当天进厂，价钱也好。”",
    "傍晚下山的人三三两两地唱着歌。",
  ];

  test.each([
    ["ideographic spaces", "　　"],
    ["blanks", "    "],
    ["no white", ""],
  ])("stay apart behind %s", (_, white) => {
    expect(texts(repaired(LINES.map((line) => white + line).join("\n")).page)).toEqual(LINES);
  });

  test("among wrapped ones, where an indent shows them", () => {
    const page = `
　　天还没亮，山道上已是三
三两两的灯光。
　　“头一批春茶最怕雨水。”
　　“今年的雨来得比往年迟。”
　　镇上今年添了两条烘干线，
鲜叶当天进厂。`;
    expect(texts(repaired(page).page)).toEqual([
      "天还没亮，山道上已是三三两两的灯光。",
      "“头一批春茶最怕雨水。”",
      "“今年的雨来得比往年迟。”",
      "镇上今年添了两条烘干线，鲜叶当天进厂。",
    ]);
  });

  test("a block that is set in is wrapped as other text is", () => {
    const page = `
    连日来，青石镇的茶农抢
    在雨水之前采下头一批春
    茶。天还没亮，山道上已
    是三三两两的灯光。`;
    expect(texts(repaired(page).page)).toHaveLength(1);
  });

  test("nor does the point of an abbreviation end a line of a paragraph", () => {
    const page = `
The prizes were given by the wife of Mr.
Dunn, the harbour master, and by the Rev.
Amos Fell. The first hymn was led by Capt.
Reed spoke of the voyage.`;
    expect(texts(repaired(page).page)).toHaveLength(1);
  });
});

describe("figures", () => {
  const page = (...lines: string[]) =>
    repaired(`各镇茶园面积昨日公布，数字如下：\n\n${lines.join("\n")}\n\n镇上说，明年还要再添。`);

  test("of a table are not run together", () => {
    const rows = ["青石镇 326", "渡口镇 1218", "2个茶场 45", "3个林场 7"];
    expect(texts(page(...rows).page).slice(1, -1)).toEqual(rows);
  });

  test("nor with a heading above them, or the words of the next table", () => {
    const rows = ["地名	户数	亩数", "青石镇	32	280", "渡口镇	45	360"];
    expect(texts(page(...rows).page).slice(1, -1)).toEqual(rows);
  });

  test("that a full line has cut are one", () => {
    const text = `
连日来，青石镇的茶农抢在雨水之前采下头一批春茶12
8筐。天还没亮，山道上已是三三两两的灯光，收购价20
0元。`;
    expect(texts(repaired(text).page)[0]).toMatch(/春茶128筐。.*收购价200元。/);
  });
});

describe("a line that was read twice", () => {
  test.each([
    [
      "whole",
      [
        "镇上今年添了两条烘干线，鲜叶当",
        "天进厂、当天出锅，茶农不必再连",
        "天进厂、当天出锅，茶农不必再连",
        "夜炒制，收购价也高了一成。",
      ],
    ],
    [
      "in part",
      [
        "镇上今年添了两条烘干线，鲜叶当",
        "天进厂、当天出锅，茶农不必再连",
        "锅，茶农不必再连夜炒制，收购价",
        "也高了一成。",
      ],
    ],
  ])("%s stands once", (_, lines) => {
    const { page, log } = repaired(lines.join("\n"));
    expect(texts(page)).toEqual([
      "镇上今年添了两条烘干线，鲜叶当天进厂、当天出锅，茶农不必再连夜炒制，收购价也高了一成。",
    ]);
    expect(log.filter(({ kind, reason }) => kind === "replace" && reason === "overlap")).toHaveLength(1);
  });

  test("stands once in English too, where it breaks off", () => {
    const text = `
The engineer told the members that the new mole
would stand before the winter, and that the old
would stand before the winter, and that the old
one might be left as it was for some years yet.`;
    expect(texts(repaired(text).page)).toEqual([
      "The engineer told the members that the new mole would stand before the winter, and that the old one might be left as it was for some years yet.",
    ]);
  });
});

test("a line with the name of a column, framed or below white, goes on in no headline", () => {
  const label = (text: string, above = "\n") =>
    lineEnds(
      pageOf(`渡口停航三天后恢复，码头上排起长队。${above}${text}\n青石渡口新船下水\n两岸居民过河更方便`),
      {
        model: null,
      },
    )
      .flat()
      .find(({ tail }) => tail.text === text)?.features.tailLabel ?? 0;
  expect(label("[经济观察", "\n\n")).toBe(1);
  expect(label("[经济观察")).toBe(1);
  expect(label("经济观察", "\n\n")).toBe(1);
  expect(label("经济观察")).toBe(0);
  expect(label("渡口的船", "\n\n")).toBe(0);
});
