/** Vertical text: its lines from right to left, band by band, with what runs across it in its place, in every format. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fixFile } from "../../../src/api.ts";
import { readPages } from "../../../src/read/formats.ts";
import { alto, FORMATS, setBlock, standing, type TestBlock, twoColumns } from "./sheets.ts";

const SOURCE = { path: null, encoding: "utf-8", sha256: null };
const pageOf = async (text: string) => {
  const [page] = await readPages(text, { ...SOURCE });
  if (!page) throw new Error("no page");
  return page;
};
const linesOf = async (blocks: readonly TestBlock[]) => (await pageOf(alto(blocks))).text.split("\n");

const TITLE = "無人駅に図書室";
const PARAGRAPHS = [
  "山あいの無人駅の待合室に、小さな図書室が生まれた。地元の住民が家で眠っていた本を持ち寄り、棚を手作りして並べたもので、列車を待つ高校生や旅行者が自由に読むことができる。",
  "きっかけは昨年の秋、駅前の商店が閉じたことだった。雨の日に行き場をなくした子どもたちを見て、元教員の田村さんが声をかけた。三か月で集まった本は八百冊を超え、今では隣町から通う人もいる。",
  "貸し出しの帳面はなく、読み終えたら次の駅で返してもよい。田村さんは「本が線路を旅するのを見るのが楽しみです」と笑顔で話した。",
];
/** Tesseract leaves the ruby of one word out, and reads these otherwise. */
const MISREAD = [
  ["小ざさな", "小さな"],
  ["限って", "眠って"],
  ["日にた", "日に"],
] as const;

describe.each(["alto.xml", "hocr", "tsv", "page.xml", "bbox.xhtml", "paddle.json"])(
  "the page in fixtures/vertical as page.%s",
  (name) => {
    const file = readFileSync(new URL(`../../../fixtures/vertical/page.${name}`, import.meta.url), "utf8");

    test("is one article, without its ruby, which stands in the log", async () => {
      const [document] = await fixFile(file, { edits: true });
      expect(document?.source.lang).toBe("ja");
      expect(document?.furniture).toEqual([]);
      expect(document?.articles.map(({ title }) => title)).toEqual([TITLE]);
      const texts = document?.articles[0]?.body.map(({ text }) => text) ?? [];
      const mended = MISREAD.reduce((all, [was, is]) => all.replaceAll(was, is), texts.join("\n"));
      expect(mended).toBe(PARAGRAPHS.join("\n"));
      const ruby = document?.edits.flatMap((edit) =>
        edit.kind === "replace" && edit.reason === "ruby" ? [edit.was.replaceAll(" ", "")] : [],
      );
      expect(ruby?.join("")).toContain("たむら");
    });
  },
);

describe.each(Object.entries(FORMATS))("two bands in %s", (_, write) => {
  test("are read from right to left, the upper one first", async () => {
    const across = await pageOf(write(twoColumns));
    const down = await pageOf(write(standing(twoColumns)));
    expect(down.text).toBe(across.text);
    expect(down.lines.map(({ indent }) => Math.round(indent))).toEqual(
      across.lines.map(({ indent }) => Math.round(indent)),
    );
    expect(down.lines.map(({ print }) => print?.opensColumn)).toEqual(
      across.lines.map(({ print }) => print?.opensColumn),
    );
  });
});

test("a page gives the same lines with the same print when it is set vertically", async () => {
  const letters = [..."清晨的江边读者已在门口排起长队来得最早是一位退休教师"];
  const line = fc
    .array(fc.constantFrom(...letters), { minLength: 9, maxLength: 13 })
    .map((all) => all.join(""));
  const column = fc.array(fc.array(line, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 3 });
  const page = fc.record({ head: fc.boolean(), columns: fc.array(column, { minLength: 1, maxLength: 4 }) });
  await fc.assert(
    fc.asyncProperty(page, async ({ head, columns }) => {
      const blocks = columns.flatMap((own, i) => {
        let y = 400;
        return own.map((lines, j) => {
          const block = setBlock(`b${i}${j}`, lines, 100 + i * 640, y);
          y += lines.length * 60;
          return block;
        });
      });
      const all = head ? [setBlock("head", ["老码头成了新书房"], 100, 100, 100), ...blocks] : blocks;
      const [across, down] = [await pageOf(alto(all)), await pageOf(alto(standing(all)))];
      expect(down.text).toBe(across.text);
      const printOf = ({ lines }: typeof across) =>
        lines.map(({ print }) => [print?.size.toFixed(2), print?.measure.toFixed(1), print?.opensColumn]);
      expect(printOf(down)).toEqual(printOf(across));
    }),
    { numRuns: 60 },
  );
});

/** Lines of vertical text from the right, each from a height on. */
function columns(name: string, lines: readonly string[], right: number, top: number): TestBlock {
  return lines.map((text, i) => ({
    id: `${name}_${i}`,
    words: [{ text, box: [right - 40 - i * 60, top, 40, [...text].length * 40] as const }],
  }));
}

const UPPER = ["清晨的江邊讀者已在門口排", "起長隊來得最早的是一位退", "教師他每天都要在這裡讀完"];
const LOWER = ["當天的報紙然後才回家去了", "圖書館去年春天開放半年來", "接待了十二萬名讀者"];

describe("horizontal lines on a page of vertical text", () => {
  const text = [columns("upper", UPPER, 1000, 300), columns("lower", LOWER, 1000, 860)];

  test("are a headline above the bands", async () => {
    const head = setBlock("head", ["老碼頭成了新書房"], 300, 150, 80);
    expect(await linesOf([...text, head])).toEqual(["老碼頭成了新書房", ...UPPER, ...LOWER]);
  });

  test("go on from left to right in a box of their own", async () => {
    const box = [
      setBlock("box_a", ["江邊讀者已在門口排", "隊來得最早的是一位"], 100, 300),
      setBlock("box_b", ["師他每天都要在這裡", "天的報紙然後才回家"], 520, 300),
    ];
    const right = [columns("upper", UPPER, 2000, 300), columns("lower", LOWER, 2000, 860)];
    const own = box.flatMap((block) => block.flatMap(({ words }) => words.map((word) => word.text)));
    expect(await linesOf([...box, ...right])).toEqual([...UPPER, ...LOWER, ...own]);
  });

  test("are a caption under a picture", async () => {
    const caption = setBlock("caption", ["新書房開放情形。記者王文攝"], 300, 830, 20);
    const picture = '<Illustration HPOS="300" VPOS="300" WIDTH="400" HEIGHT="500"/>';
    const file = alto([columns("upper", UPPER, 1000, 300), columns("lower", LOWER, 1000, 860), caption]);
    const page = await pageOf(file.replace("</PrintSpace>", `${picture}</PrintSpace>`));
    const own = page.lines.find(({ print }) => print?.id === "caption_0");
    expect(own?.print?.underPicture).toBe(true);
  });
});

test("vertical lines are a region of a horizontal page", async () => {
  const down = columns("side", ["江邊讀者已在門口排", "隊來得最早的是一位"], 1500, 300);
  const lines = await linesOf([...twoColumns, down]);
  expect(lines.join("\n")).toContain("江邊讀者已在門口排\n隊來得最早的是一位");
  expect(lines.slice(0, 7)).toEqual(await linesOf(twoColumns));
});

test("lines that the engine read through two bands are cut between them", async () => {
  const letters = (text: string, x: number, top: number) =>
    [...text].map((letter, i) => ({ text: letter, box: [x, top + i * 40, 40, 38] as const }));
  const upper = [...UPPER, ...UPPER];
  const lower = [...LOWER.slice(0, 2), UPPER[0] as string, ...LOWER.slice(0, 2), UPPER[1] as string];
  const through: TestBlock = upper.map((text, i) => ({
    id: `through_${i}`,
    words: [...letters(text, 960 - i * 60, 300), ...letters(lower[i] as string, 960 - i * 60, 860)],
  }));
  expect(await linesOf([through])).toEqual([...upper, ...lower]);
});

test("a rule that is a row of flat letters cuts no line", async () => {
  const numbers = UPPER.map((line) => `${line.slice(0, 5)}一${line.slice(6)}`);
  const block: TestBlock = numbers.map((text, i) => ({
    id: `n_${i}`,
    words: [...text].map((letter, j) => ({
      text: letter,
      box: [960 - i * 60, 300 + j * 40, 40, 38] as const,
    })),
  }));
  const rule = '<GraphicalElement HPOS="840" VPOS="517" WIDTH="160" HEIGHT="5"/>';
  const page = await pageOf(alto([block]).replace("</PrintSpace>", `${rule}</PrintSpace>`));
  expect(page.text.split("\n")).toEqual(numbers);
});

test("what a file says decides where shapes tell nothing", async () => {
  const single = (x: number, y: number, text: string) =>
    `<TextLine ID="l${x}"><String CONTENT="${text}" HPOS="${x}" VPOS="${y}" WIDTH="40" HEIGHT="40"/></TextLine>`;
  const file = (direction: string) =>
    `<alto><Layout><Page>${["甲", "乙", "丙"].map((text, i) => `<TextBlock BASEDIRECTION="${direction}">${single(300 - 100 * i, 100, text)}</TextBlock>`).join("")}<TextBlock BASEDIRECTION="${direction}"><TextLine><String CONTENT="NHK" HPOS="0" VPOS="100" WIDTH="40" HEIGHT="120"/></TextLine></TextBlock></Page></Layout></alto>`;
  expect((await pageOf(file("ttb"))).text).toBe("甲\n乙\n丙\nNHK");
  expect((await pageOf(file("ltr"))).text).toBe("NHK\n丙\n乙\n甲");
});

describe("ruby", () => {
  const base = ["船頭の木下さんは四十二年", "間毎朝五時に舟を出してき"];
  const ruby = (text: string, x: number, y: number): TestBlock => [
    { id: `ruby_${text}`, words: [{ text, box: [x, y, 18, [...text].length * 18] as const }] },
  ];

  test.each([
    ["kana", "きのした"],
    ["bopomofo", "ㄇㄨˋㄒㄧㄚˋ"],
  ])("in %s is no text, and is in the log", async (_, reading) => {
    const file = alto([columns("b", base, 1000, 300), ruby(reading, 1002, 420)]);
    const [document] = await fixFile(file, { edits: true, lang: "ja" });
    expect(document?.articles.flatMap(({ body }) => body.map(({ text }) => text)).join("")).toBe(
      base.join(""),
    );
    expect(document?.furniture).toEqual([]);
    expect(document?.edits).toContainEqual(
      expect.objectContaining({ was: reading, reason: "ruby", text: "" }),
    );
  });

  test("above horizontal text is none either", async () => {
    const line = setBlock("line", ["船頭の木下さんは四十二年間毎朝"], 100, 300);
    const above = setBlock("above", ["きのした"], 220, 280, 18);
    const below = setBlock("below", ["五時に舟を出してきた"], 100, 360);
    const page = await pageOf(alto([above, line, below]));
    expect(page.lines.map(({ print }) => print?.ruby ?? false)).toEqual([false, false, true]);
  });

  test("is none far from a line, or in type of its size", async () => {
    const far = await pageOf(alto([columns("b", base, 1000, 300), ruby("きのした", 1060, 420)]));
    expect(far.lines.some(({ print }) => print?.ruby)).toBe(false);
    const kana = columns("kana", ["きのうのあさはやく", "ふねをだしてきた"], 1000, 300);
    const same = await pageOf(alto([kana]));
    expect(same.lines.some(({ print }) => print?.ruby)).toBe(false);
  });
});
