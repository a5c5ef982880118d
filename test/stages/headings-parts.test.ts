/** How headings stand together, and what becomes of captions, credits and bylines, case by case. */
import { describe, expect, test } from "@jest/globals";
import type { Settled } from "../../src/page/settled.ts";
import type { Page, Print, Role } from "../../src/page/types.ts";
import { headings } from "../../src/stages/headings/index.ts";
import { labelled, roles, run } from "./pages.ts";

type Labelled = readonly [Role, string];
const TEXT: Labelled = ["text", "昨天上午，实验小学的操场上支起了一顶顶帐篷。"];
const read = (...blocks: readonly Labelled[]) => roles(run(headings, labelled(...blocks))).slice(0, -1);

/** The same page as print: the size of the type of each line, and whether it stands under a picture. */
function printed(page: Page, prints: readonly Partial<Print>[], blankBefore = 1): Page {
  const lines = page.lines.map((line, i) => ({
    ...line,
    blankBefore: i === 0 ? 0 : blankBefore,
    print: { underPicture: false, ...prints[i] } as Print,
  }));
  return { ...page, lines };
}
const inSizes = (...blocks: readonly (readonly [size: number, ...Labelled])[]) =>
  roles(
    run(
      headings,
      printed(
        labelled(...blocks.map(([, ...block]) => block)),
        blocks.map(([size]) => ({ size })),
      ),
    ),
  );

describe("a line in the type of the text, right above a headline", () => {
  const HEAD = [100, 300, 700, 80] as const;
  const above = (line: string, box: readonly [number, number, number, number]) =>
    roles(
      run(
        headings,
        printed(labelled(["text", line], ["title", "老码头成了书房"], TEXT), [
          { size: 1, box },
          { size: 2, box: HEAD },
          { size: 1, box: [100, 420, 700, 40] },
        ]),
      ),
    )[0];

  test("is the kicker where it is centred", () => {
    expect(above("街坊、邻里、同学", [300, 250, 300, 40])).toBe("kicker: 街坊、邻里、同学");
  });

  test.each([
    ["at the edge of the column", "街坊、邻里、同学", [100, 250, 300, 40]],
    ["farther above", "街坊、邻里、同学", [300, 150, 300, 40]],
    ["wider than the headline", "街坊、邻里、同学", [50, 250, 800, 40]],
    ["the end of a sentence", "街坊、邻里、同学。", [300, 250, 300, 40]],
    ["a character or two", "街坊", [420, 250, 60, 40]],
  ] as const)("is text: %s", (_, line, box) => {
    expect(above(line, box)).toBe(`text: ${line}`);
  });
});

describe("by the size of the type, where boxes tell", () => {
  test("the largest is the headline, what stands above it the kicker, what stands below it the subtitle", () => {
    expect(
      inSizes(
        [1.5, "title", "街坊议事厅开门"],
        [3, "title", "老码头成了书房"],
        [2, "title", "江边的四季"],
        [1, ...TEXT],
      ),
    ).toEqual([
      "kicker: 街坊议事厅开门",
      "title: 老码头成了书房",
      "subtitle: 江边的四季",
      `text: ${TEXT[1]}`,
    ]);
  });

  test("lines of one size are one, give or take a fifth", () => {
    expect(inSizes([2, "title", "老码头"], [2.4, "title", "成了书房"], [1, ...TEXT]).slice(0, -1)).toEqual([
      "title: 老码头 成了书房",
    ]);
    expect(inSizes([2, "title", "老码头"], [2.5, "title", "成了书房"], [1, ...TEXT]).slice(0, -1)).toEqual([
      "kicker: 老码头",
      "title: 成了书房",
    ]);
  });

  test("of two that are as large the first is the headline", () => {
    expect(
      inSizes(
        [2, "title", "老码头成了书房"],
        [1.5, "title", "江边的四季"],
        [2, "title", "街坊议事厅开门"],
        [1, ...TEXT],
      ).slice(0, -1),
    ).toEqual(["title: 老码头成了书房", "subtitle: 江边的四季", "subtitle: 街坊议事厅开门"]);
  });

  test("a label in brackets above the headline is no kicker", () => {
    expect(
      inSizes([1.5, "title", "【江边观察】"], [3, "title", "老码头成了书房"], [1, ...TEXT]).slice(0, -1),
    ).toEqual(["section: 【江边观察】", "title: 老码头成了书房"]);
  });

  test("what was misread as Latin is no headline beside one of Han", () => {
    expect(
      inSizes([3, "title", "5Y&GRnS"], [2, "title", "老码头成了书房"], [1, ...TEXT]).slice(0, -1),
    ).toEqual(["kicker: 5Y&GRnS", "title: 老码头成了书房"]);
  });

  test("a picture that was read as a character or two is no headline, however large, where there is another", () => {
    expect(inSizes([9, "title", "二〇"], [2, "title", "老码头成了书房"], [1, ...TEXT]).slice(0, -1)).toEqual([
      "kicker: 二〇",
      "title: 老码头成了书房",
    ]);
    expect(
      inSizes([9, "title", "茶山春"], [2, "title", "老码头成了书房"], [1, ...TEXT]).slice(0, -1),
    ).toEqual(["title: 茶山春", "subtitle: 老码头成了书房"]);
    expect(inSizes([2, "title", "二〇"], [9, "title", "三一"], [1, ...TEXT]).slice(0, -1)).toEqual([
      "kicker: 二〇",
      "title: 三一",
    ]);
  });

  test("one that has no size leaves all to their words", () => {
    const page = printed(labelled(["title", "——江边的四季"], ["title", "——街坊议事厅"], TEXT), [
      { size: 2 },
      {},
      { size: 1 },
    ]);
    expect(roles(run(headings, page)).slice(0, -1)).toEqual([
      "title: ——江边的四季",
      "subtitle: ——街坊议事厅",
    ]);
  });
});

describe("by their words", () => {
  test("below a headline, what is short is a subhead of the text and what is long a subtitle", () => {
    const couplet = "扬亚运精神 护人民健康";
    const [twenty, more] = ["一".repeat(20), "一".repeat(21)];
    expect(
      read(["title", "全市社区工作会议强调"], ["title", "把服务送到门口 送到家"], ["title", twenty], TEXT),
    ).toEqual(["kicker: 全市社区工作会议强调", "title: 把服务送到门口 送到家", `subhead: ${twenty}`]);
    expect(
      read(["title", "全市社区工作会议强调"], ["title", "把服务送到门口 送到家"], ["title", more], TEXT),
    ).toEqual(["kicker: 全市社区工作会议强调", "title: 把服务送到门口 送到家", `subtitle: ${more}`]);
    expect(read(["title", couplet], ["title", "——健康社区纪事"], TEXT)).toEqual([
      `title: ${couplet}`,
      "subtitle: ——健康社区纪事",
    ]);
  });

  test("where a byline follows, the text has not begun: it is a subtitle", () => {
    const headed: Labelled[] = [
      ["title", "把服务送到门口 送到家"],
      ["title", "一".repeat(20)],
    ];
    expect(read(...headed, ["byline", "本报记者 高语桐"], TEXT).slice(0, 2)).toEqual([
      "title: 把服务送到门口 送到家",
      `subtitle: ${"一".repeat(20)}`,
    ]);
    expect(read(...headed, ["text", "本报讯 记者高语桐报道 昨天上午，帐篷支了起来。"], TEXT)[1]).toMatch(
      /^subtitle/,
    );
    expect(read(...headed, TEXT)[1]).toMatch(/^subhead/);
  });

  test("two halves of one length are a kicker, of other lengths the first lines of a headline", () => {
    expect(read(["title", "赓续冠军荣耀　传承劳模精神"], ["title", "亚残运会冠军回访母校"], TEXT)).toEqual([
      "kicker: 赓续冠军荣耀　传承劳模精神",
      "title: 亚残运会冠军回访母校",
    ]);
    expect(read(["title", "赓续冠军的荣耀 传承劳模精神"], ["title", "亚残运会冠军"], TEXT)).toEqual([
      "title: 赓续冠军的荣耀 传承劳模精神",
      "subhead: 亚残运会冠军",
    ]);
    expect(read(["title", "赓续荣耀 传承精神 走向明天"], ["title", "亚残运会冠军"], TEXT)[0]).toMatch(
      /^title/,
    );
  });

  test("an enumeration is of three of one length, or more", () => {
    expect(read(["title", "全链条、全覆盖、全程式"], ["title", "改善医疗服务"], TEXT)[0]).toBe(
      "kicker: 全链条、全覆盖、全程式",
    );
    expect(read(["title", "链条、全覆盖、全程式"], ["title", "改善医疗服务"], TEXT)).toEqual([
      "title: 链条、全覆盖、全程式 改善医疗服务",
    ]);
    expect(read(["title", "全覆盖、全程式"], ["title", "改善医疗服务"], TEXT)).toEqual([
      "title: 全覆盖、全程式 改善医疗服务",
    ]);
  });

  test("Latin words part no headline into lines that were run together", () => {
    expect(read(["title", "Blue Whale"], ["title", "来自市一中"], TEXT)).toEqual([
      "title: Blue Whale 来自市一中",
    ]);
  });

  test("a kicker that was run together with its headline is cut off, once, at the first white", () => {
    expect(read(["title", "全市社区工作会议强调　 把服务送到 居民家门口"], TEXT)).toEqual([
      "kicker: 全市社区工作会议强调",
      "title: 把服务送到 居民家门口",
    ]);
    expect(
      read(["title", "全市街道会议提出"], ["title", "全市社区工作会议强调 把服务送到居民家门口"], TEXT),
    ).toEqual(["kicker: 全市街道会议提出", "title: 全市社区工作会议强调 把服务送到居民家门口"]);
  });

  test("in a column without empty lines, lines that the wraps have left apart are two headings", () => {
    const page = labelled(["text", "他来了。"], ["title", "老码头成了新书房"], ["title", "江边的四季"], TEXT);
    const tight = { ...page, lines: page.lines.map((line) => ({ ...line, blankBefore: 0 })) };
    expect(roles(run(headings, tight)).slice(1, -1)).toEqual([
      "title: 老码头成了新书房",
      "subhead: 江边的四季",
    ]);
    const setOff = {
      ...page,
      lines: page.lines.map((line, i) => ({ ...line, blankBefore: i === 2 ? 0 : 1 })),
    };
    expect(roles(run(headings, setOff)).slice(1, -1)).toEqual(["title: 老码头成了新书房 江边的四季"]);
    const below = { ...page, lines: page.lines.map((line, i) => ({ ...line, blankBefore: i < 2 ? 1 : 0 })) };
    expect(roles(run(headings, below)).slice(1, -1)).toEqual([
      "title: 老码头成了新书房",
      "subhead: 江边的四季",
    ]);
    // At the very top nothing stands above.
    const top = labelled(["title", "老码头成了新书房"], ["title", "江边的四季"], TEXT);
    const tightTop = {
      ...top,
      lines: top.lines.map((line, i) => ({ ...line, blankBefore: i === 2 ? 1 : 0 })),
    };
    expect(roles(run(headings, tightTop)).slice(0, -1)).toEqual(["title: 老码头成了新书房 江边的四季"]);
  });

  test("in scripts that part words by spaces each headline is one block by now", () => {
    expect(
      read(
        ["title", "THE HARBOUR WORKS"],
        ["title", "A GALE IN THE NORTH"],
        ["text", "The board met on Tuesday evening."],
      ),
    ).toEqual(["title: THE HARBOUR WORKS", "title: A GALE IN THE NORTH"]);
  });
});

describe("bylines", () => {
  const telegram = (place: string): Labelled => ["text", `（本报${place}廿日电）各厂昨日一律开工。`];

  test("of several telegrams under one headline each keeps its dateline", () => {
    expect(read(["title", "各地简讯"], telegram("青石"), telegram("渡口"), TEXT).slice(1)).toEqual([
      `text: ${telegram("青石")[1]}`,
      `text: ${telegram("渡口")[1]}`,
    ]);
  });

  test("one alone under its headline is the byline of its article, also where the next article has one", () => {
    expect(
      read(["title", "青石来电"], telegram("青石"), ["title", "渡口来电"], telegram("渡口"), TEXT),
    ).toEqual([
      "title: 青石来电",
      "byline: （本报青石廿日电）",
      "text: 各厂昨日一律开工。",
      "title: 渡口来电",
      "byline: （本报渡口廿日电）",
      "text: 各厂昨日一律开工。",
    ]);
  });

  test("a paragraph in brackets that is no telegram does not make two of one", () => {
    const note: Labelled = ["text", "（编者按）这是一组来电。"];
    expect(read(["title", "青石来电"], note, telegram("青石"), TEXT).slice(1, 3)).toEqual([
      `text: ${note[1]}`,
      "byline: （本报青石廿日电）",
    ]);
    const caption: Labelled = ["caption", telegram("渡口")[1]];
    expect(read(["title", "青石来电"], caption, telegram("青石"), TEXT)[2]).toBe(
      "byline: （本报青石廿日电）",
    );
  });
});

describe("in spaced scripts", () => {
  const english = (...blocks: readonly Labelled[]) => {
    const page = labelled(...blocks);
    return roles(run(headings, { ...page, source: { ...page.source, lang: "en" } }));
  };

  test("labels right above a headline lead to it, and are one kicker", () => {
    expect(english(["section", "The Week"], ["section", "in Town"], ["title", "The Harbour Works"])).toEqual([
      "kicker: The Week in Town",
      "title: The Harbour Works",
    ]);
  });

  test("unless they name a column of the paper, or stand above something else", () => {
    expect(english(["section", "Local News"], ["title", "The Harbour Works"])[0]).toBe("section: Local News");
    expect(english(["section", "The Week"], ["text", "Stone is dear."])[0]).toBe("section: The Week");
  });
});

describe("captions and credits", () => {
  const CAPTIONS: Labelled[] = [
    ["caption", "渡船靠岸，乘客依次"],
    ["caption", "上岸。"],
  ];
  const page = (blankBefore: number, second = true, words = CAPTIONS) =>
    roles(
      run(
        headings,
        printed(labelled(...words, TEXT), [{ underPicture: true }, { underPicture: second }], blankBefore),
      ),
    );

  test("lines right below each other, under one picture, are one caption", () => {
    expect(page(0)).toHaveLength(2);
    expect(page(1)).toHaveLength(3);
    expect(page(0, false)).toHaveLength(3);
    expect(roles(run(headings, labelled(...CAPTIONS, TEXT)))).toHaveLength(3);
  });

  test("up to a credit, or to the beginning of another", () => {
    expect(
      page(0, true, [
        ["caption", "渡船靠岸。记者 林小舟 摄"],
        ["caption", "上岸。"],
      ]),
    ).toHaveLength(3);
    expect(
      page(0, true, [
        ["caption", "渡船靠岸。"],
        ["caption", "图为乘客上岸。"],
      ]),
    ).toHaveLength(3);
  });

  test("they say how they were joined", () => {
    const { edits } = headings(
      printed(labelled(...CAPTIONS, TEXT), [{ underPicture: true }, { underPicture: true }], 0),
    );
    expect(edits).toMatchObject([
      { kind: "join", seam: { kind: "wrap", glue: "", confidence: 1 }, reason: "caption-lines" },
    ]);
  });

  test("a credit above all else, and one above a caption, is a caption without words", () => {
    const credit: Labelled = ["credit", "记者 叶知秋 摄"];
    expect(read(credit, TEXT)).toEqual(["caption: 记者 叶知秋 摄"]);
    expect(read(credit, ["caption", "图为首场演出。"], TEXT)).toEqual([
      "caption: 记者 叶知秋 摄",
      "caption: 图为首场演出。",
    ]);
  });
});

describe("roles that people have decided", () => {
  const page = labelled(
    ["title", "老码头成了新书房"],
    ["title", "——江边的四季"],
    ["credit", "记者 叶知秋 摄"],
    TEXT,
  );
  const [first, second, third] = page.blocks.map(({ pieces }) => pieces[0] as { start: number; end: number });
  const decide = (role: Role, span = first) => {
    const settled = { seams: [], articles: [], roles: [{ role, span, says: "" }] } as unknown as Settled;
    const { edits } = headings(page, { settled });
    return { edits, read: roles(run(() => ({ edits, warnings: [] }), page)) };
  };

  test("without any", () => {
    expect(roles(run(headings, page)).map((line) => line.split(":")[0])).toEqual([
      "title",
      "subtitle",
      "caption",
      "text",
    ]);
  });

  test("stand for what the words say, and each is there once", () => {
    const { edits, read } = decide("kicker", second);
    expect(read.map((line) => line.split(":")[0])).toEqual(["title", "kicker", "caption", "text"]);
    expect(edits.filter((edit) => edit.kind === "label" && edit.block === second?.start)).toEqual([
      {
        kind: "label",
        block: second?.start,
        was: "title",
        role: "kicker",
        reason: "kicker",
        evidence: [{ name: "decision", weight: 40 }],
      },
    ]);
  });

  test("a heading that has one stands alone, above others as below them", () => {
    expect(decide("kicker", first).read.map((line) => line.split(":")[0])).toEqual([
      "kicker",
      "title",
      "caption",
      "text",
    ]);
  });

  test("what is decided and said by the words too needs no other edit", () => {
    const { edits } = decide("caption", third);
    expect(edits.filter((edit) => edit.kind === "label" && edit.block === third?.start)).toEqual([
      { kind: "label", block: third?.start, was: "credit", role: "caption", reason: "caption" },
    ]);
    expect(
      decide("title", first).edits.filter((edit) => edit.kind === "label" && edit.block === first?.start),
    ).toEqual([]);
  });

  test("two headings that are to stay apart are two", () => {
    const two = labelled(["title", "老码头成了新书房"], ["title", "江边有了新去处"], TEXT);
    const [one, other] = two.blocks.map(({ pieces }) => pieces[0] as { start: number; end: number });
    const seam = { verdict: "apart", tail: one?.end, head: other?.start, says: "" };
    const settled = { seams: [seam], roles: [], articles: [] } as unknown as Settled;
    expect(roles(run(headings, two))).toHaveLength(2);
    expect(roles(run((it) => headings(it, { settled }), two)).slice(0, 2)).toEqual([
      "title: 老码头成了新书房",
      "subhead: 江边有了新去处",
    ]);
  });

  test("a credit that its caption takes in is not named anew", () => {
    const shown = labelled(["caption", "图为首场演出。"], ["credit", "记者 叶知秋 摄"], TEXT);
    const span = shown.blocks[1]?.pieces[0];
    const settled = {
      seams: [],
      articles: [],
      roles: [{ role: "caption", span, says: "" }],
    } as unknown as Settled;
    expect(headings(shown, { settled }).edits.map(({ kind }) => kind)).toEqual(["join"]);
  });
});
