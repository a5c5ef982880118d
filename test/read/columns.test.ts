import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fixPages } from "../../src/api.ts";
import { withHalves } from "../../src/read/columns/halves.ts";
import { readText } from "../../src/read/text.ts";

const SOURCE = { path: null, encoding: "utf-8", sha256: null } as const;

/** The lines of a page as they are read: ¶ behind empty lines, indents as they are counted. */
const read = (text: string) =>
  readText(text, SOURCE).flatMap((page) =>
    page.lines.map(
      ({ span, indent, blankBefore }) =>
        `${blankBefore > 0 ? "¶" : ""}${"　".repeat(indent)}${page.text.slice(span.start, span.end)}`,
    ),
  );

const isFolded = (text: string) => readText(text, SOURCE).some(({ folded }) => folded !== undefined);

const PAGE = `渡口添了新船
　　渡船每隔十分钟开出一  离岸，比去年晚了半个钟头  管理员说，来得早才有位子
班，过江只要一刻钟，沿岸  ，沿岸的人都高兴。        ，晚了就没有了。
的居民都说方便。          　　志愿者轮流值班，孩子  　　书架由木器厂的老师傅
　　末班船在晚上十点半才  们最喜欢靠窗的那一排。    义务打制，不收钱。
`;

describe("lines that run over columns", () => {
  test("are cut there, and each column is read from top to bottom", () => {
    expect(read(PAGE)).toEqual([
      "渡口添了新船",
      "¶　　渡船每隔十分钟开出一",
      "班，过江只要一刻钟，沿岸",
      "的居民都说方便。",
      "　　末班船在晚上十点半才",
      "¶离岸，比去年晚了半个钟头",
      "，沿岸的人都高兴。",
      "　　志愿者轮流值班，孩子",
      "们最喜欢靠窗的那一排。",
      "¶管理员说，来得早才有位子",
      "，晚了就没有了。",
      "　　书架由木器厂的老师傅",
      "义务打制，不收钱。",
    ]);
  });

  test("the running head above them and the imprint are in none", () => {
    const head = `2031年5月6日 星期二${" ".repeat(12)}要闻${" ".repeat(12)}青石日报 第3版`;
    const imprint = "责编 田小雨 美编 庄越 校对 何芸";
    const columns = PAGE.split("\n").slice(1).join("\n");
    expect(read(`${head}\n${imprint}\n${columns}`).slice(0, 3)).toEqual([
      head,
      imprint,
      "¶　　渡船每隔十分钟开出一",
    ]);
  });

  test("one space between two full lines is a gutter where the other lines have one", () => {
    const text = PAGE.replace("一刻钟，沿岸  ，沿岸的", "一刻钟，沿岸 ，沿岸的");
    expect(read(text)).toEqual(read(PAGE));
  });

  test("rules are gutters, and are taken out with an entry in the log", () => {
    const ruled = PAGE.replaceAll(/(?<=[^ ]) {2}(?=\S)/g, " | ");
    const [document] = fixPages(ruled, { edits: true });
    expect(JSON.stringify(document?.articles)).not.toContain("|");
    const dropped = document?.edits.filter(({ reason }) => reason === "column-rule") ?? [];
    expect(dropped.length).toBeGreaterThan(0);
    for (const edit of dropped)
      if (edit.kind === "replace") expect(ruled.slice(edit.span.start, edit.span.end)).toBe(edit.was);
  });

  test("a heading across the page parts what is above it from what is below", () => {
    const [head, ...rows] = PAGE.trimEnd().split("\n");
    const lines = read([head, ...rows, "书店开门迎客", ...rows].join("\n"));
    const at = lines.indexOf("¶书店开门迎客");
    expect(lines.slice(0, at)).toEqual(read(PAGE));
    expect(lines.slice(at + 1)).toEqual(read(PAGE).slice(1));
  });

  test("the end of a column that is longer than the others stays with it", () => {
    const lines = read(`${PAGE.trimEnd()}\n离岸，比去年晚。\n\n编辑：庄越`);
    expect(lines.slice(4, 7)).toEqual([
      "　　末班船在晚上十点半才",
      "离岸，比去年晚。",
      "¶离岸，比去年晚了半个钟头",
    ]);
    expect(lines.at(-1)).toBe("¶编辑：庄越");
  });

  test("sentences that the columns part are whole, and spans name the input", () => {
    const [document] = fixPages(PAGE);
    const body = document?.articles.flatMap((article) => article.body) ?? [];
    expect(body.map(({ text }) => text)).toContain(
      "末班船在晚上十点半才离岸，比去年晚了半个钟头，沿岸的人都高兴。",
    );
    for (const { text, spans } of body)
      expect(
        spans
          .filter((span) => "start" in span)
          .map(({ start, end }) => PAGE.slice(start, end))
          .join(""),
      ).toBe(text);
  });
});

/** Two texts side by side, as engines write them that keep no white between columns. */
const LEFT = [
  "码头上周重新开放，每天有三",
  "班船往返两岸，沿江居民过江",
  "买菜方便了许多。船工老何说",
  "，开船的钟声一响，孩子们就",
  "跑到堤上来看，一直看到船靠",
  "岸才回家。",
];
const RIGHT = [
  "今年入春以来雨水充足，各村",
  "的水库都已经蓄满，农技站派",
  "人到田头查看墒情，又把新的",
  "种子送到农户家里，教他们怎",
  "样浸种催芽，什么时候下田最",
  "合适。",
];
const beside = (between: (row: number) => string, end = "\n") =>
  LEFT.map((left, row) => left + (row === 5 ? " ".repeat(16) : "") + between(row) + RIGHT[row]).join(end);
const IN_ORDER = [`¶${LEFT[0]}`, ...LEFT.slice(1), `¶${RIGHT[0]}`, ...RIGHT.slice(1)];

describe("lines that run over columns without white to tell", () => {
  test.each([
    ["one space", beside(() => " ")],
    ["a space here, none there", beside((row) => (row === 2 ? "" : " "))],
    ["one space, and three", beside((row) => (row % 3 === 0 ? "   " : " "))],
  ])("are parted by sense: %s", (_, text) => {
    expect(read(text)).toEqual(IN_ORDER);
  });

  test("empty lines between all of them are no paragraphs", () => {
    expect(read(beside(() => " ", "\n\n"))).toEqual(IN_ORDER);
  });

  test("what stands above and below them stays there", () => {
    const lines = read(`渡口添了新船\n${beside(() => " ")}\n\n编辑：庄越`);
    expect(lines).toEqual(["渡口添了新船", ...IN_ORDER, "¶编辑：庄越"]);
  });

  test("sentences are whole, and nothing is lost", () => {
    const text = beside((row) => (row === 2 ? " | " : " "));
    const [document] = fixPages(text, { edits: true });
    const body = document?.articles.flatMap((article) => article.body.map((it) => it.text)) ?? [];
    expect(body).toEqual([LEFT.join(""), RIGHT.join("")]);
    expect(document?.edits.filter(({ reason }) => reason === "column-rule")).toHaveLength(1);
  });
});

/** Printed lines of so many characters. */
const wrap = (text: string, width: number): string[] => text.match(new RegExp(`.{1,${width}}`, "gu")) ?? [];
const [ABOVE, FIRST, SECOND, THIRD] = [
  "今年开春以来，镇里把修路当作头一件大事来抓。从码头到东山的老路有六公里，雨天泥泞，晴天扬尘，住在山脚下的人家出门要绕很远。为了把路修好，镇里先请人测量，再把图纸贴在祠堂门口，让大家看，让大家提。有人说桥洞太低，水大的时候会淹，有人说转弯太急，车子开不过去，这些意见后来都写进了图纸。开工那天，来了三百多人，有的挑土，有的抬石头，连放假回家的学生也来帮忙。到了五月，路基已经打好，沿路种上了两排樟树，只等天晴了铺上沥青。老人们说，等路通了，要坐着车子到山上去看一看新修的水库，也去看一看多年没有来往的亲戚。镇里还打算在半山腰修一座亭子，让走路上山的人有地方歇脚，有地方喝水。",
  "书店的楼上，新开了一间阅览室，晚上九点才关门，孩子们放学以后可以在那里做作业。",
  "轮渡公司将末班船推迟到十点半，方便在城里工作的居民乘船回家，每天多开四个班次。",
  "县里的中学请来三位老师傅教学生做木工，学生做的板凳送给了养老院，老人们都说好。",
].map((text) => wrap(text, 13)) as [string[], string[], string[], string[]];

describe("lines of a page whose columns are equally wide", () => {
  const row = (...parts: (string | undefined)[]) => parts.join(" ");
  const rest = (lines: string[]) => lines.slice(1).join("\n");

  test("are cut where that makes full lines, though there is only one and it has no wide white", () => {
    const text = [ABOVE.join("\n"), row(FIRST[0], SECOND[0], THIRD[0]), ...[FIRST, SECOND, THIRD].map(rest)];
    const lines = read(text.join("\n\n"));
    expect(lines.slice(ABOVE.length, ABOVE.length + 3)).toEqual([
      `¶${FIRST[0]}`,
      `¶${SECOND[0]}`,
      `¶${THIRD[0]}`,
    ]);
    expect(lines).toHaveLength([ABOVE, FIRST, SECOND, THIRD].flat().length);
  });

  test("each part goes where it goes on, though a line has none in the first column", () => {
    const rows = [row(FIRST[0], SECOND[0]), row(FIRST[1], SECOND[1], THIRD[0]), row(SECOND[2], THIRD[1])];
    const lines = read([ABOVE.join("\n"), rows.join("\n")].join("\n\n"));
    expect(lines.slice(ABOVE.length)).toEqual([
      ...[`¶${FIRST[0]}`, FIRST[1]],
      ...[`¶${SECOND[0]}`, SECOND[1], SECOND[2]],
      ...[`¶${THIRD[0]}`, THIRD[1]],
    ]);
  });

  test("a quote that an engine read for the rule between them parts them too", () => {
    const text = [ABOVE.join("\n"), `${FIRST[0]}”${SECOND[0]} ${THIRD[0]}`].join("\n\n");
    expect(read(text).slice(ABOVE.length)).toEqual([`¶${FIRST[0]}”`, `¶${SECOND[0]}`, `¶${THIRD[0]}`]);
  });

  test.each([
    ["a wide headline with a space in it", "修路请大家出主意 开工三百人来帮忙"],
    ["a list of names", "王小明 李建国 张爱华 陈志强 刘德福 赵春生 周文斌 吴国栋"],
    ["prices", "白菜 每斤一元二角 菠菜 每斤三元五角 番茄 每斤四元"],
    ["a couplet", "东风吹雨过江城两岸青山绿， 万户千门春水生一江帆影红。"],
    ["an advert", "主办：江城市总工会 承办：江城工人文化宫 协办：江城日报社新闻中心"],
    ["the cells of a table", "江城市第一人民医院内科门诊 周一至周五上午八点半开诊"],
    ["a kicker and a headline as wide as two columns", "全县交通工作会议强调 农村公路要由农民来出主意"],
    ["a line that goes on across the space", `${SECOND[0]} ${SECOND[1]}`],
    ["the imprint", "社址：江楠市解放路45号 新闻热线：0755-84733249 广告许可证：江工商广字006号"],
  ])("%s stays whole", (_, line) => {
    expect(read([ABOVE.join("\n"), line, FIRST.join("\n")].join("\n\n"))).toContain(`¶${line}`);
  });
});

describe("second halves of lines that an engine wrote as a block of their own", () => {
  const TEXT = ["渡船每隔十分钟开出一班，过江", "只要一刻钟，", "便。末班船在", "，比去年晚了半个钟头。"];
  const HALVES = ["沿岸的居民都说方", "晚上十点半才离岸"];
  const WHOLE = [TEXT[0], TEXT[1], HALVES[0], TEXT[2], HALVES[1], TEXT[3]];
  const page = (...blocks: string[][]) => blocks.map((lines) => lines.join("\n")).join("\n\n");

  test("stand behind the first ones", () => {
    expect(read(page(TEXT, HALVES))).toEqual(WHOLE);
  });

  test("so they do where another block stands between", () => {
    expect(read(page(TEXT, LEFT, HALVES))).toEqual([...WHOLE, ...IN_ORDER.slice(0, 6)]);
  });

  test("the sentence is whole, and its spans name both places", () => {
    const text = page(TEXT, LEFT, HALVES);
    const [document] = fixPages(text);
    const [first] = document?.articles.flatMap((article) => article.body) ?? [];
    expect(first?.text).toBe(WHOLE.join(""));
    expect(first?.spans.map((span) => "start" in span && text.slice(span.start, span.end)).join("")).toBe(
      first?.text,
    );
  });

  test.each([
    ["a headline as wide as what a line leaves", page(TEXT.with(2, "便。末班船开了。"), ["书店开门迎客"])],
    [
      "a block that goes on elsewhere",
      page(["书店添了书架，请木器厂的老师", "傅义务打制，不收", "钱。"], ["沿岸的居民"]),
    ],
  ])("%s stays where it is", (_, text) => {
    expect(isFolded(text)).toBe(false);
  });
});

test("however lines are parted and put in order, every character stands on the page once", () => {
  const piece = fc.constantFrom(...LEFT, ...RIGHT, "，。", "”", "渡口", "a b");
  const gutter = fc.constantFrom(" ", "  ", "\u3000", " | ", "|", "     ", "");
  const line = fc.array(fc.tuple(piece, gutter), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 14 }), fc.boolean(), (lines, hasMeasure) => {
      const rows = lines.map((own) => own.map(([it, white]) => it + white).join(""));
      const text = [...(hasMeasure ? ABOVE : []), ...rows].join("\n");
      const letters = (all: string) => [...all.replaceAll(/\s/g, "")].sort().join("");
      expect(readText(text, SOURCE).map((page) => letters(page.text))).toEqual([letters(text)]);
    }),
  );
});

test("whatever reads well behind whatever: no line is lost, and none stands twice", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ width: fc.integer({ min: 1, max: 14 }), blankBefore: fc.integer({ min: 0, max: 1 }) }),
        {
          minLength: 3,
          maxLength: 30,
        },
      ),
      fc.integer(),
      (shapes, seed) => {
        let text = "";
        const lines = shapes.map(({ width, blankBefore }) => {
          const start = text.length;
          text += `${"字".repeat(width)}\n`;
          const span = { start, end: start + width };
          return { span, indent: 0, blankBefore, trailingSpace: false };
        });
        const made = withHalves(
          text,
          lines,
          () => (tail, head) => ((tail.end * 31 + head.start * 17 + seed) % 7) + 3,
        );
        const starts = (all: readonly { span: { start: number } }[]) =>
          all.map(({ span }) => span.start).sort((a, b) => a - b);
        expect(starts(made)).toEqual(starts(lines));
      },
    ),
  );
});

describe("lines that do not run over columns", () => {
  test.each([
    [
      "a table of words",
      [
        "山区 多云转阴 局部有小雨 东北风三级",
        "河谷 阴有小雨 部分地区中雨 东风四级",
        "河口 阴转多云 有雾 东北风五到六级",
        "坡地 小雨 气温较低 北风二级",
        "镇上 多云 气温八到十五度 微风",
        "郊外 阴 气温七到十四度 东风二级",
      ].join("\n"),
    ],
    [
      "a headline of two parts over a text",
      `码头重新开放 居民过江方便\n孩子们跑上堤 钟声响时看船\n${LEFT.join("\n")}`,
    ],
    ["bylines and text with spaces", `本报讯 记者何芸报道\n新华社电 记者张望报道\n${LEFT.join("\n")}`],
    ["verse", "钟声一响船离岸 孩子堤上看白帆\n一江春水向东去 两岸人家炊烟起\n老何摇橹三十年 风里浪里不曾闲"],
    ["a headline in two parts", "从无到有  新思路\n扬长避短  新办法\n各显其能  新气象"],
    ["a table", ["白菜", "萝卜", "土豆"].map((name) => `${name}        1.20        1.35`).join("\n")],
    ["a list of names", Array(4).fill("王小明  李大海  赵望  何芸  林小舟").join("\n")],
    [
      "sentences with two spaces between",
      "The board met.  It agreed to lengthen the mole.\nThe engineer had the stone.  The price\nwas thought moderate.  A deputation of\nfishermen was heard.  It was thanked.",
    ],
    [
      "lines that agree on no columns, over and under headings",
      Array.from({ length: 40 }, (_, i) =>
        i % 4 === 3 ? "书店开门" : `渡船离岸了${" ".repeat(4 + ((i * 7) % 40))}管理员说来`,
      ).join("\n"),
    ],
    ["two such lines in a row", PAGE.split("\n").slice(0, 3).join("\n")],
  ])("%s", (_, text) => {
    expect(isFolded(text)).toBe(false);
  });
});
