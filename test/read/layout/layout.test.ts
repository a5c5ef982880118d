/** One page in six formats: what is read of it, whatever order its blocks stand in and however broken the file is. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fixFile } from "../../../src/api.ts";
import type { Box } from "../../../src/page/types.ts";
import { formatOf, type InputFormat, readPages } from "../../../src/read/formats.ts";
import type { Strip } from "../../../src/read/layout/gutters.ts";
import { joinHalves } from "../../../src/read/layout/line-halves.ts";
import { lineBox } from "../../../src/read/layout/sheet.ts";
import { typeSize } from "../../../src/read/layout/type-size.ts";
import { violation } from "../../../src/write/schema.ts";
import { alto, FORMATS, setBlock, type TestBlock, type TestLine, twoColumns } from "./sheets.ts";

const SOURCE = { path: null, encoding: "utf-8", sha256: null };
const read = async (text: string, format?: InputFormat) => {
  const [page] = await readPages(text, { ...SOURCE, ...(format && { format }) });
  if (!page) throw new Error("no page");
  return page;
};
const linesOf = async (text: string) => (await read(text)).text.split("\n");

const IN_ORDER = [
  "老码头成了新书房",
  "清晨的江边，读者已在门口排",
  "起长队，来得最早的是一位退休",
  "教师，他每天都要在这里读完当",
  "天的报纸，然后才回家去。",
  "图书馆去年春天开放，半年来",
  "接待了十二万名读者。",
];

/** What each format calls the headline. */
const IDS = { alto: "head_0", hocr: "head_0", tsv: "0.1.0", page: "head_0", bbox: null, paddle: "line_0" };

describe.each(Object.entries(FORMATS))("%s", (name, write) => {
  const file = write(twoColumns);

  test("is known by its content", () => {
    expect(formatOf(file)).toBe(name);
  });

  test("is read column by column", async () => {
    expect(await linesOf(file)).toEqual(IN_ORDER);
  });

  test("gives an article whose spans are lines of the file", async () => {
    const [document] = await fixFile(file);
    expect(violation(document)).toBeNull();
    const [article] = document?.articles ?? [];
    expect(article?.title).toBe("老码头成了新书房");
    expect(article?.body.map(({ text }) => text)).toEqual([
      "清晨的江边，读者已在门口排起长队，来得最早的是一位退休教师，他每天都要在这里读完当天的报纸，然后才回家去。",
      "图书馆去年春天开放，半年来接待了十二万名读者。",
    ]);
    expect(article?.spans.title).toEqual([
      { id: IDS[name as keyof typeof FORMATS], box: [300, 100, 800, 130] },
    ]);
  });
});

test("the order of the blocks in the file does not matter", async () => {
  const whole = await read(alto(twoColumns));
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...twoColumns], { minLength: 3 }), async (blocks) => {
      const page = await read(alto(blocks));
      expect(page.lines).toEqual(whole.lines);
      expect(page.text).toBe(whole.text);
    }),
  );
});

test("a reading order that a PAGE file states is followed, groups and all", async () => {
  const [head, left, right] = twoColumns as [TestBlock, TestBlock, TestBlock];
  let n = 0;
  const regions = FORMATS.page([left, right, head]).replace(
    /<TextRegion>/g,
    () => `<TextRegion id="r${n++}">`,
  );
  const order = `<ReadingOrder><OrderedGroup id="g"><OrderedGroupIndexed id="columns" index="1">
    <RegionRefIndexed index="1" regionRef="r0"/><RegionRefIndexed index="0" regionRef="r1"/>
  </OrderedGroupIndexed><RegionRefIndexed index="0" regionRef="r2"/></OrderedGroup></ReadingOrder>`;
  const text = regions.replace("<Page>", `<Page>${order}`);
  const [page] = await readPages(text, { ...SOURCE });
  const first = page?.lines.map(({ span }) => page.text.slice(span.start, span.end).trim().slice(0, 3));
  expect(first).toEqual(["老码头", "天的报", "图书馆", "接待了", "清晨的", "起长队", "教师，"]);
});

test("the indent of a paragraph and the size of a headline are seen", async () => {
  const { lines } = await read(alto(twoColumns));
  expect(lines.map(({ indent }) => Math.round(indent))).toEqual([0, 2, 0, 0, 0, 2, 0]);
  expect(lines.map(({ print }) => print?.size)).toEqual([2.5, 1, 1, 1, 1, 1, 1]);
  expect(lines.map(({ print }) => print?.opensColumn)).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
    false,
  ]);
});

test("lines of a headline in type of one size are one, whatever they begin with", async () => {
  const prose = [
    "The harbour board met on Tuesday and",
    "agreed to lengthen the eastern mole by",
    "forty yards before the winter sets in.",
    "The engineer reported that the stone",
    "could be had from the quarries near.",
  ];
  const page = [
    setBlock("head", ["New Mole for Old", "Fishermen Agreed"], 100, 100, 80),
    setBlock("text", prose, 100, 420),
  ];
  const [document] = await fixFile(alto(page), { lang: "en" });
  expect(document?.articles.map(({ title }) => title)).toContain("New Mole for Old Fishermen Agreed");
});

test("a line of a headline that the engine took for a block of its own is read where it stands", async () => {
  const [first, second, third] = setBlock(
    "head",
    ["老码头成了", "江边的新书", "房市民爱来"],
    300,
    100,
    100,
  ) as [TestLine, TestLine, TestLine];
  const text = setBlock("text", ["　　清晨的江边，读者已在门口排", "起长队，来得最早的是一位退休"], 300, 640);
  const lines = await linesOf(alto([[first, third], [second], text]));
  expect(lines.slice(0, 3)).toEqual(["老码头成了", "江边的新书", "房市民爱来"]);
});

describe("a line of marks in a block of its own", () => {
  const story = [
    "The harbour board met on Tuesday and",
    "agreed to lengthen the eastern mole by",
    "forty yards before the winter sets in;",
    "the engineer reported that the stone",
    "could be had from the quarries near.",
  ];
  const titlesOf = async (em: number) => {
    const page = [
      setBlock("first", story, 100, 100),
      setBlock("drawn", ["|Ha>b0%r*"], 300, 520, em),
      setBlock("second", story, 100, 740),
    ];
    const [document] = await fixFile(alto(page), { lang: "en" });
    return document?.articles.flatMap(({ title }) => title ?? []);
  };

  test("is a drawn headline in large type above prose", async () => {
    expect(await titlesOf(100)).toEqual(["|Ha>b0%r*"]);
  });

  test("is none in the type of the text", async () => {
    expect(await titlesOf(40)).toEqual([]);
  });
});

describe("a line between the lines of its block, in a box that is half as high again", () => {
  const story = [
    "The harbour board met on Tuesday and",
    "agreed to lengthen the eastern mole by",
    "forty yards before the winter sets in.",
    "The engineer reported that the stone",
    "could be had from the quarries near.",
  ];
  const swollen = (y: number) =>
    setBlock("text", story, 100, 100).map((line, i) => ({
      ...line,
      words: line.words.map(({ text, box: [x, top, w, h] }) => {
        const box: Box = [x, i > 2 ? top + y : i === 2 ? top - 14 + y / 2 : top, w, i === 2 ? 1.5 * h : h];
        return { text, box };
      }),
    }));

  test("is a line of the text where it has no more room than the others", async () => {
    const [document] = await fixFile(alto([swollen(0)]), { lang: "en" });
    expect(document?.articles.flatMap(({ body }) => body.map(({ text }) => text))).toEqual([story.join(" ")]);
  });

  test("is read before what stands below it where it has", async () => {
    expect(await linesOf(alto([swollen(30)]))).toEqual(story);
  });
});

describe("words with boxes as high as two lines", () => {
  const words = (...heights: readonly number[]) =>
    ["本", "全", "村", "开", "和轩"].map((text, i) => {
      const box: Box = [90 * i, 0, 40, heights[i] ?? 33];
      return { text, box, place: box, confidence: null };
    });

  test("make no type larger, though few of its letters were read", () => {
    const size = (...heights: readonly number[]) => typeSize({ words: words(...heights) });
    expect(size(84, 84)).toBeCloseTo(size(), -1);
  });

  test("make no type of a short last line larger", () => {
    const last = (stop: Box) =>
      [
        { text: "力", box: [100, 484, 62, 40] as Box },
        { text: "。", box: stop },
      ].map((word) => ({ ...word, place: word.box, confidence: null }));
    const even = typeSize({ words: last([150, 484, 20, 40]) });
    expect(typeSize({ words: last([150, 480, 20, 68]) })).toBeLessThan(1.2 * even);
  });

  test("turn no short last line", async () => {
    const text = setBlock("text", ["　　清晨的江边，读者已在门口排", "起长队，都说书香给人添了活"], 100, 360);
    const last: TestLine = {
      id: "last",
      words: [
        { text: "力", box: [100, 484, 52, 40] },
        { text: "。", box: [138, 477, 20, 68] },
      ],
    };
    expect((await linesOf(alto([[...text, last]]))).at(-1)).toBe("力。");
  });

  test("make no line higher", () => {
    expect(lineBox({ words: words(84, 84) })).toEqual([0, 0, 400, 33]);
    expect(lineBox({ words: words(38, 36) })).toEqual([0, 0, 400, 38]);
    expect(lineBox({ words: words(84).slice(0, 2) })).toEqual([0, 0, 130, 84]);
  });
});

test("a stroke of a letter that the engine took for a rule parts no headline", async () => {
  const page = (rule: Box) =>
    alto([setBlock("head", ["老码头成了 新书房"], 100, 100, 100), ...twoColumns.slice(1)]).replace(
      "<PrintSpace>",
      `<PrintSpace><GraphicalElement HPOS="${rule[0]}" VPOS="${rule[1]}" WIDTH="${rule[2]}" HEIGHT="${rule[3]}"/>`,
    );
  const first = async (rule: Box) => (await linesOf(page(rule)))[0];
  expect(await first([615, 105, 8, 110])).toBe("老码头成了新书房");
  expect(await first([615, 60, 8, 600])).toBe("老码头成了");
});

test("a rule that runs through a headline takes no letter of it for a rule", async () => {
  const page = [setBlock("head", ["老码头 成了 新书房"], 300, 100, 100), ...twoColumns.slice(1)];
  const ruled = alto(page).replace(
    "<PrintSpace>",
    '<PrintSpace><GraphicalElement HPOS="700" VPOS="90" WIDTH="6" HEIGHT="600"/>',
  );
  expect((await linesOf(ruled)).filter((line) => line.includes("成了"))).toEqual(["老码头成了新书房"]);
});

test("a box of rules is read by itself, and the text goes on around it", async () => {
  const column = (name: string, lines: readonly string[], y: number) => setBlock(name, lines, 100, y);
  const page = [
    setBlock("head", ["老码头成了新书房"], 100, 60, 60),
    column(
      "above",
      ["　　清晨的江边，读者已在门口排", "起长队，来得最早的是一位退休", "教师，他每天都要在这里读完当"],
      200,
    ),
    column("boxed", ["　　渡口添了一条新船，过江只要", "一刻钟，每日开行二十班。"], 460),
    column(
      "below",
      ["天的报纸，然后才回家去。", "　　图书馆去年春天开放，半年来", "接待了十二万名读者。"],
      660,
    ),
  ];
  const rules = [
    [80, 430, 640, 5],
    [80, 600, 640, 5],
    [80, 430, 5, 175],
    [715, 430, 5, 175],
  ]
    .map(([x, y, w, h]) => `<GraphicalElement HPOS="${x}" VPOS="${y}" WIDTH="${w}" HEIGHT="${h}"/>`)
    .join("");
  const read = async (text: string) =>
    (await fixFile(text)).flatMap(({ articles }) =>
      articles.map(({ body }) => body.map((block) => block.text)),
    );
  const around =
    "清晨的江边，读者已在门口排起长队，来得最早的是一位退休教师，他每天都要在这里读完当天的报纸，然后才回家去。";
  expect(await read(alto(page).replace("<PrintSpace>", `<PrintSpace>${rules}`))).toEqual([
    [around, "图书馆去年春天开放，半年来接待了十二万名读者。"],
    ["渡口添了一条新船，过江只要一刻钟，每日开行二十班。"],
  ]);
  expect(await read(alto(page))).toHaveLength(1);
});

test("a box below a headline holds its text, and one with a picture belongs to the article around it", async () => {
  const frame = (y: number, height: number) =>
    [
      [80, y, 640, 5],
      [80, y + height, 640, 5],
      [80, y, 5, height + 5],
      [715, y, 5, height + 5],
    ]
      .map(
        ([left, top, w, h]) => `<GraphicalElement HPOS="${left}" VPOS="${top}" WIDTH="${w}" HEIGHT="${h}"/>`,
      )
      .join("");
  const text = ["　　清晨的江边，读者已在门口排", "起长队，来得最早的是一位退休", "教师，他每天都要来。"];
  const page = [
    setBlock("head", ["老码头成了新书房"], 100, 60, 60),
    setBlock("text", text, 100, 200),
    setBlock("caption", ["图为书房开放。记者 何芸 摄"], 100, 480),
    setBlock("below", ["　　图书馆去年春天开放，半年来", "接待了十二万名读者。"], 100, 640),
  ];
  const [document] = await fixFile(
    alto(page).replace("<PrintSpace>", `<PrintSpace>${frame(170, 220)}${frame(450, 110)}`),
  );
  expect(document?.articles).toHaveLength(1);
  expect(document?.articles[0]?.title).toBe("老码头成了新书房");
  expect(document?.articles[0]?.captions).toHaveLength(1);
});

test("the masthead of a front page is in no article: the name in the largest type, price and editor beside it", async () => {
  const prose = [
    "the harbour board met on tuesday and agreed to",
    "lengthen the eastern mole by forty yards before",
    "the winter sets in and the boats come home.",
  ];
  const page = (said: readonly string[]) =>
    alto([
      setBlock("name", ["The Harbour Gazette"], 100, 80, 260),
      setBlock("said", said, 140, 520, 44),
      setBlock("head", ["A New Mole for the Fishermen"], 100, 820, 90),
      ...[100, 1300, 2500].map((x) => setBlock(`text${x}`, prose, x, 1000)),
    ]);
  const read = async (said: readonly string[]) => {
    const [document] = await fixFile(page(said), { lang: "en" });
    return { title: document?.articles[0]?.title, furniture: document?.furniture.map((own) => own.text) };
  };
  const said = ["Published every Tuesday and Friday", "Price one penny"];
  const own = await read(said);
  expect(own.title).toBe("A New Mole for the Fishermen");
  expect(own.furniture?.join(" ")).toContain("The Harbour Gazette");
  expect((await read(["Storm over the bay"])).furniture?.join(" ")).not.toContain("The Harbour Gazette");
});

test("two headlines side by side are two, though their second lines stand close", async () => {
  const page = (apart: number) => [
    setBlock("left", ["渡口添了新船", "过江只要一刻钟了"], 100, 100, 60),
    setBlock("right", ["山道今日通车"], 100 + 6 * 60 + apart, 100, 60),
    setBlock("below", ["青石镇到渡口不再绕行"], 100 + 8 * 60 + 40, 190, 60),
    ...[100, 620].map((x) =>
      setBlock(`text${x}`, ["清晨的江边，读者", "排起长队，来得最", "早的是一位退休的"], x, 320),
    ),
  ];
  const first = async (apart: number) => (await linesOf(alto(page(apart)))).slice(0, 2);
  expect(await first(200)).toEqual(["渡口添了新船", "过江只要一刻钟了"]);
  expect(await first(30)).toEqual(["渡口添了新船山道今日通车", "过江只要一刻钟了青石镇到渡口不再绕行"]);
});

test("two headlines side by side are two where as much white parts both lines above two columns of text", async () => {
  const page = (starts: readonly number[]) => [
    setBlock("left", ["渡口添了新船", "过江一刻钟了"], 100, 100, 60),
    setBlock("right", ["山道今日通车", "不必再绕青石"], 100 + 6 * 60 + 62, 100, 60),
    ...starts.map((x) =>
      setBlock(
        `text${x}`,
        ["清晨的江边，读者已来", "排起长队，来得最早的", "早的是一位退休的教师"].map((line) =>
          line.slice(0, 9),
        ),
        x,
        320,
      ),
    ),
  ];
  const first = async (starts: readonly number[]) => (await linesOf(alto(page(starts)))).slice(0, 2);
  expect(await first([100, 540])).toEqual(["渡口添了新船", "过江一刻钟了"]);
  expect(await first([100, 330, 750])).toEqual(["渡口添了新船 山道今日通车", "过江一刻钟了 不必再绕青石"]);
});

/** A line with a stop behind its first word, at a place. */
function withStop(line: TestLine, x: number): TestLine {
  const [first, ...others] = line.words;
  if (!first) throw new Error("a word, please");
  const [, y, , height] = first.box;
  return { ...line, words: [first, { text: "。", box: [x, y, 30, height] }, ...others] };
}

test("lines that were run together across a gutter are cut there", async () => {
  const left = setBlock(
    "a",
    [
      "清晨的江边，读者已在门口排",
      "起长队，来得最早的是一位退",
      "教师，他每天都要在这里读完",
      "当天的报纸，然后才回家去，",
      "明天一早又来，风雨无阻，二",
      "十年来天天如此。",
    ],
    100,
    300,
  );
  const right = setBlock(
    "b",
    [
      "图书馆去年春天开放，半年来",
      "接待了十二万名读者，周末人",
      "最多的时候，有人只好坐在台",
      "阶上读书，有人带来自己的小",
      "板凳，有人索性站着，一站就",
      "是半天。",
    ],
    680,
    300,
  );
  const together: TestBlock = left.map((line, i) => ({
    ...line,
    words: [...line.words, ...(right[i]?.words ?? [])],
  }));
  const apart = await linesOf(alto([left, right]));
  expect(await linesOf(alto([together]))).toEqual(apart);
  // The stop at the end of a line may stand in the gutter.
  const stopped = together.map((line, i) => (i === 2 ? withStop(line, 634) : line));
  expect((await linesOf(alto([stopped]))).slice(0, 4)).toEqual([
    ...apart.slice(0, 2),
    `${apart[2]}。`,
    apart[3],
  ]);
});

test("a headline over two columns does not hold together lines that were run across their gutter", async () => {
  const [left, right] = [
    setBlock(
      "a",
      ["清晨的江边，读者已在门口排", "起长队，来得最早的是一位退", "教师，他每天都要在这里读完"],
      100,
      560,
    ),
    setBlock(
      "b",
      ["图书馆去年春天开放，半年来", "接待了十二万名读者，周末人", "最多的时候，有人只好坐在台"],
      680,
      560,
    ),
  ];
  const together: TestBlock = left.map((line, i) => ({
    ...line,
    words: [...line.words, ...(right[i]?.words ?? [])],
  }));
  const below = [
    setBlock("c", ["当天的报纸，然后才回家去。"], 100, 740),
    setBlock("d", ["阶上读书，有人索性站一天。"], 680, 740),
  ];
  const head = setBlock("head", ["老码头成了新书房", "江边市民读书忙啊"], 260, 100, 110);
  expect(await linesOf(alto([head, together, ...below]))).toEqual(
    await linesOf(alto([head, left, right, ...below])),
  );
});

test("a stop that was read in a gutter does not hide it from the line above", async () => {
  const text = (name: string, lines: readonly string[], x: number) => setBlock(name, lines, x, 300);
  const [left, right] = [
    text(
      "a",
      ["清晨的江边，读者已在门口排", "起长队，来得最早的是一位退", "教师，他每天都要在这里读完"],
      100,
    ),
    text(
      "b",
      ["图书馆去年春天开放，半年来", "接待了十二万名读者，周末人", "最多的时候，有人只好坐在台"],
      680,
    ),
  ];
  const [first, second] = [0, 1].map((i): TestLine => {
    const words = [...(left[i]?.words ?? []), ...(right[i]?.words ?? [])];
    return { id: `t${i}`, words };
  }) as [TestLine, TestLine];
  const above = [2, 3].map((n) =>
    setBlock(`wide${n}`, ["江边的新书房在老码头开了门，从早到晚坐满读书的人"], 200, 40 + n * 50, 40),
  );
  const page = [...above, [first, withStop(second, 634)], left.slice(2), right.slice(2)];
  const columns = [
    setBlock("c", ["当天的报纸，然后才回家去。"], 100, 480),
    setBlock("d", ["阶上读书，有人索性站一天。"], 680, 480),
  ];
  const lines = await linesOf(alto([...page, ...columns]));
  expect(lines).toContain("清晨的江边，读者已在门口排");
});

test("what the engine has set apart may be a headline though it is in the type of the text, small letters and all", async () => {
  const story = (name: string, head: string, first: string, y: number) => [
    setBlock(`${name}_head`, [head], 360, y),
    setBlock(
      `${name}_text`,
      [
        `\u3000\u3000${first} kept the gate of the old`,
        "harbour for more than thirty years and knew",
        "every boat by the sound of its bell, went on",
        "shore yesterday with a basket of the young",
      ],
      100,
      y + 130,
    ),
  ];
  const page = [
    ...story("a", "The gate of the harbour", "Mister Brown, who has", 100),
    ...story("b", "A bell that was heard", "Mister Green, who has", 600),
    ...story("c", "Boats at the old gate", "Mister White, who has", 1100),
  ];
  const [document] = await fixFile(alto(page), { lang: "en" });
  expect(document?.articles.map(({ title }) => title)).toEqual([
    "The gate of the harbour",
    "A bell that was heard",
    "Boats at the old gate",
  ]);
});

test("rows of a table are no lines that were run together", async () => {
  const rows = ["Ada 12", "Bea 17", "Cid 11", "Dov 19", "Eva 14", "Fay 16"];
  const table = setBlock("t", rows, 100, 300).map(({ id, words }) => ({
    id,
    words: words.map(({ text, box: [x, y, w, h] }, i) => ({
      text,
      box: [x + i * 300, y, w, h] as const,
    })),
  }));
  expect(await linesOf(alto([table]))).toEqual(rows);
});

test("hyphens of ALTO are put back, whether the file has an element for them or not", async () => {
  const line = (id: string, content: string) => `<TextLine ID="${id}">${content}</TextLine>`;
  const string = (text: string, y: number, more = "") =>
    `<String CONTENT="${text}" HPOS="10" VPOS="${y}" WIDTH="300" HEIGHT="30" ${more}/>`;
  const half = 'SUBS_TYPE="HypPart1" SUBS_CONTENT="river"';
  const file = (hyphen: string) =>
    `<alto><Layout><Page><TextBlock>${line("a", string("the old ri", 10, half) + hyphen)}${line("b", string("ver bank", 50))}</TextBlock></Page></Layout></alto>`;
  expect(await linesOf(file('<HYP CONTENT="-"/>'))).toEqual(["the old ri-", "ver bank"]);
  // A soft hyphen at the end of a printed line was printed.
  expect(await linesOf(file('<HYP CONTENT="\u00ad"/>'))).toEqual(["the old ri-", "ver bank"]);
  expect(await linesOf(file(""))).toEqual(["the old ri-", "ver bank"]);
});

describe("what is broken", () => {
  const broken = alto(twoColumns).slice(0, -140);

  test("is read as far as it goes, with a warning that names the place", async () => {
    const page = await read(broken);
    expect(page.text).toContain("清晨的江边");
    expect(page.warnings).toMatchObject([
      { code: "broken-markup", message: expect.stringMatching(/line \d+, column \d+/) },
    ]);
  });

  test("fails in strict mode", async () => {
    await expect(fixFile(broken, { strict: true })).rejects.toThrow(/is not closed \(line \d+, column \d+\)/);
  });

  test("entities of a DTD are not expanded, however many", async () => {
    const bomb = `<!DOCTYPE alto [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>`;
    const page = await read(alto(twoColumns).replace("<alto", `${bomb}<alto`).replace("老码头", "&b;&c;"));
    expect(page.text).toContain("&b;&c;成了新书房");
  });

  test("boxes that make no sense lose no word", async () => {
    const file = alto(twoColumns).replace('HPOS="300"', 'HPOS="NaN"').replace('WIDTH="520"', 'WIDTH="-520"');
    const page = await read(file);
    for (const line of IN_ORDER) expect(page.text).toContain(line);
    expect(page.warnings[0]?.message).toMatch(/have no box that makes sense/);
  });
});

test("however pieces of lines stand, no word is lost where they are made one, and none stands twice", () => {
  const place = fc.record({
    x: fc.integer({ min: 0, max: 60 }),
    y: fc.integer({ min: 0, max: 40 }),
    width: fc.integer({ min: 0, max: 30 }),
  });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 25 }), (places) => {
      // Lines that run across, so that much is made one.
      const whole = [0, 12, 24, 36, 48, 60].map((y) => ({ x: 0, y, width: 70 }));
      const strips = [...places, ...whole].map(({ x, y, width }, i): Strip => {
        const box = [x, y, width, 10] as const;
        const words = [{ text: `${i}`, box, place: box, confidence: null }];
        const line = { id: null, words, block: 0, fontSize: null, rotation: 0, stated: null, aside: false };
        return { ...line, within: [], advert: null, box };
      });
      const texts = (all: readonly Strip[]) =>
        all.flatMap(({ words }) => words.map(({ text }) => text)).sort();
      expect(texts(joinHalves(strips, [], 10))).toEqual(texts(strips));
    }),
  );
});

describe("lines that the engine took for two", () => {
  const column = [
    ...setBlock("upper", ["清晨的江边，读者已在门口排", "起长队，来得最早的是一位退休"], 100, 300),
    ...setBlock("left", ["教师，他每天都", "的报纸，然后才"], 100, 420),
    ...setBlock("lower", ["图书馆去年春天开放，半年以来", "接待了十二万名读者。"], 100, 540),
  ];
  const halves = setBlock("right", ["要在这里读完当天", "回家去。来年春天"], 400, 420);

  test("are one where other lines of the column run across the white", async () => {
    const lines = await linesOf(alto([column, halves]));
    expect(lines.slice(2, 4)).toEqual(["教师，他每天都要在这里读完当天", "的报纸，然后才回家去。来年春天"]);
  });

  test("stay two where they are columns of their own", async () => {
    const left = setBlock(
      "left",
      ["教师，他每天都", "的报纸，然后才", "他每天都在这里", "接待的读者很多"],
      100,
      420,
    );
    const right = setBlock(
      "right",
      ["要在这里读完当天", "回家去。来年春天", "开放半年来读者不", "断，书架都已坐满"],
      430,
      420,
    );
    const lines = await linesOf(alto([column.slice(0, 2), left, right]));
    expect(lines.slice(2, 6)).toEqual(left.map(({ words }) => words[0]?.text));
  });

  test("nor is anything lost of a line in three, whichever of them stands highest", async () => {
    const piece = (text: string, x: number, y: number) => setBlock(`at${x}`, [text], x, y);
    const [upper, lower] = [column.slice(0, 2), column.slice(4)];
    for (const rise of [0, 1, 2, 3]) {
      const three = [
        piece("教师", 100, 420),
        piece("每天都要在这里", 190, 420 - rise),
        piece("读完", 480, 420),
      ];
      expect((await linesOf(alto([upper, ...three, lower]))).join("")).toContain("教师每天都要在这里读完");
    }
  });
});

test("a paragraph that ends in one letter, and an indented one below it, in boxes as high as the lines stand apart", async () => {
  const lines = [
    "渡口的老艄公今年七十三了。他说",
    "船",
    "　　桥修好以后坐船的人少了",
    "，可是来江边看船的人倒多了起来",
    "，周末尤其多。",
  ];
  const block = lines.map((text, i) => {
    const [x, own] = [100 + 40 * (text.length - text.trim().length), text.trim()];
    return { id: `low_${i}`, words: [{ text: own, box: [x, 100 + 56 * i, 40 * own.length, 56] as const }] };
  });
  const [page] = await readPages(alto([block]), { path: null, encoding: "utf-8", sha256: null });
  expect(page?.text.split("\n")).toEqual(lines.map((line) => line.trim()));
});
