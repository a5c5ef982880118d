/** What stands on a page and in the text of no article: the running head, advertisements that the file names, captions. */
import { describe, expect, test } from "@jest/globals";
import { fixFile } from "../../../src/api.ts";
import { readPages } from "../../../src/read/formats.ts";
import { alto, setBlock, type TestBlock } from "./sheets.ts";

/** From line to line, and from column to column. */
const [PITCH, COLUMN] = [60, 1000];

const STORY = [
  "keeper of the gate,",
  "who had known every",
  "boat by its bell for",
  "thirty years and more,",
  "went on shore with a",
  "basket of young cats",
];

/** Three columns of one sentence, below whatever stands at the head of the page. */
const columns = [0, 1, 2].map((n) => setBlock(`text${n}`, STORY, 100 + n * COLUMN, 400));

const documentOf = async (page: string) => {
  const [document] = await fixFile(page, { lang: "en" });
  if (!document) throw new Error("no document");
  return document;
};

describe("a running head above the second of three columns", () => {
  const head = setBlock("head", ["THE HARBOUR STANDARD"], 1150, 100, 44);
  const folio = setBlock("folio", ["17"], 2800, 110, 44);

  test("is furniture, and opens no article", async () => {
    const { articles, furniture } = await documentOf(alto([head, folio, ...columns]));
    expect(furniture.map(({ text }) => text).sort()).toEqual(["17", "THE HARBOUR STANDARD"]);
    expect(articles).toHaveLength(1);
  });

  test("is one though its parts stand askew, with a folio in large type", async () => {
    const askew = setBlock("head", ["THE HARBOUR STANDARD"], 1150, 145, 44);
    const large = setBlock("folio", ["17"], 2800, 100, 100);
    const { furniture } = await documentOf(alto([askew, large, ...columns]));
    expect(furniture.map(({ text }) => text).sort()).toEqual(["17", "THE HARBOUR STANDARD"]);
  });

  test("is a headline where text stands beside it", async () => {
    const beside = setBlock("beside", STORY, 100, 60);
    const { furniture } = await documentOf(alto([head, beside, ...columns]));
    expect(furniture).toEqual([]);
  });

  test("is a headline in type that no running head is set in", async () => {
    const banner = setBlock("banner", ["CATS LAND"], 1150, 60, 120);
    const { furniture } = await documentOf(alto([banner, ...columns]));
    expect(furniture).toEqual([]);
  });
});

/** The page with one of its blocks inside an element that says what it is. */
function within(page: string, id: string, open: string, close: string): string {
  const at = page.lastIndexOf("<TextBlock", page.indexOf(`"${id}"`));
  const end = page.indexOf("</TextBlock>", at) + "</TextBlock>".length;
  return page.slice(0, at) + open + page.slice(at, end) + close + page.slice(end);
}

test("what ALTO calls an advertisement is one, and text goes on behind it", async () => {
  const advert = setBlock(
    "advert",
    ["SOAP, SOAP, SOAP.", "\u3000\u3000Of all good grocers"],
    100,
    400 + 7 * PITCH,
  );
  const below = setBlock("below", STORY, 100, 400 + 11 * PITCH);
  const page = within(
    alto([columns[0] as TestBlock, advert, below]),
    "advert_0",
    `<ComposedBlock ID="c1" TYPE="Advertisement">`,
    "</ComposedBlock>",
  );
  const { articles } = await documentOf(page);
  expect(articles.map(({ kind }) => kind)).toEqual(["article", "advert"]);
  expect(articles[1]?.body.map(({ text }) => text).join(" ")).toBe("SOAP, SOAP, SOAP. Of all good grocers");
});

test("what stands under a picture is its caption in papers of any script", async () => {
  const caption = setBlock("caption", ["The keeper. Photo: A. Brown"], 100, 400 + 20 * PITCH, 30);
  const [x, y, w, h] = [100, 400 + 7 * PITCH, 840, 12 * PITCH];
  const picture = `<Illustration HPOS="${x}" VPOS="${y}" WIDTH="${w}" HEIGHT="${h}"/>`;
  const page = alto([...columns, caption]).replace("</PrintSpace>", `${picture}</PrintSpace>`);
  const { articles } = await documentOf(page);
  expect(articles.flatMap(({ captions }) => captions.map(({ text }) => text))).toEqual([
    expect.stringContaining("The keeper"),
  ]);
});

describe("a label at the head of a page", () => {
  const label = setBlock("label", ["基层观察"], 110, 200);
  const page = [
    setBlock("folio", ["第四版"], 100, 60),
    label,
    setBlock("head", ["老码头成了新书房"], 300, 300, 80),
    setBlock("text", ["　　清晨的江边，读者已在门口排", "起长队，来得最早的是一位退休", "教师。"], 100, 440),
    setBlock("end", ["　　图书馆去年春天开放，半年来", "接待了十二万名读者。"], 100, 7400),
  ];
  const isAtEdge = async (rules: readonly (readonly number[])[]) => {
    const elements = rules.map(
      ([x, y, w, h]) => `<GraphicalElement HPOS="${x}" VPOS="${y}" WIDTH="${w}" HEIGHT="${h}"/>`,
    );
    const file = alto(page).replace("</PrintSpace>", `${elements.join("")}</PrintSpace>`);
    const [read] = await readPages(file, { path: null, encoding: "utf-8", sha256: null });
    return read?.lines.find(({ print }) => print?.id === "label_0")?.print?.atEdge;
  };

  test("is of the page below the rule that sets off its masthead", async () => {
    expect(await isAtEdge([])).toBe(true);
    expect(await isAtEdge([[90, 170, 960, 4]])).toBe(false);
  });

  test("is of the box that it stands in, over a rule of its own", async () => {
    const box = [
      [90, 185, 960, 4],
      [90, 700, 960, 4],
      [90, 185, 4, 519],
      [1046, 185, 4, 519],
    ];
    const under = [100, 265, 940, 4];
    expect(await isAtEdge([under])).toBe(true);
    expect(await isAtEdge([[90, 125, 960, 4], ...box, under])).toBe(false);
  });
});

describe("a row below all columns", () => {
  const left = [
    "　　清晨的江边，读者已在门口排",
    "起长队，来得最早的是一位退休",
    "教师，他每天都要在这里读完当",
  ];
  const right = ["天的报纸，然后才回家去。", "　　图书馆去年春天开放，半年来", "接待了十二万名读者。"];
  const textOf = async (y: number, foot: readonly string[]) => {
    const editors = foot.map((text, i) => setBlock(`foot${i}`, [text], 100 + 420 * i, y, 36));
    // The engine took the row for the end of the first column.
    const first = [...setBlock("a", left, 100, 100), ...(editors[0] ?? [])];
    const page = [setBlock("head", ["老码头成了新书房"], 300, 0, 80), first, setBlock("b", right, 740, 100)];
    const [document] = await fixFile(alto([...page, ...editors.slice(1)]));
    return document?.articles[0]?.body[0]?.text;
  };
  const WHOLE =
    "清晨的江边，读者已在门口排起长队，来得最早的是一位退休教师，他每天都要在这里读完当天的报纸，然后才回家去。";

  test("is its foot, and text goes on over it", async () => {
    expect(await textOf(100 + 4 * PITCH, ["责任编辑：江帆", "美编：苏晚"])).toBe(WHOLE);
  });

  test("is text where no white parts it from the columns", async () => {
    expect(await textOf(100 + 3 * PITCH, ["读完了当天的报纸"])).not.toBe(WHOLE);
  });
});

describe("what stands under a picture at the foot of a column, without a credit", () => {
  const text = [
    setBlock(
      "a",
      ["　　清晨的江边，读者已在门口排", "起长队，来得最早的是一位退休", "教师，他每天都要在这里读完当"],
      100,
      100,
    ),
    setBlock(
      "b",
      ["天的报纸，然后才回家去。", "　　图书馆去年春天开放，半年来", "接待了十二万名读者。"],
      740,
      100,
    ),
  ];
  const pageOf = async (size: number, picture: readonly number[]) => {
    const [x, y, w, h] = picture;
    const below = setBlock("below", ["江边的新书房，周末坐满了读书人"], 100, 700, size);
    const box = `<Illustration HPOS="${x}" VPOS="${y}" WIDTH="${w}" HEIGHT="${h}"/>`;
    const [document] = await fixFile(alto([...text, below]).replace("</PrintSpace>", `${box}</PrintSpace>`));
    return document?.articles.flatMap(({ captions }) => captions.map((caption) => caption.text)) ?? [];
  };

  test("is its caption in smaller type", async () => {
    expect(await pageOf(32, [100, 300, 520, 390])).toEqual(["江边的新书房，周末坐满了读书人"]);
  });

  test("is text in the type of the text", async () => {
    expect(await pageOf(40, [100, 300, 520, 390])).toEqual([]);
  });

  test("is no caption of a line that was taken for a picture", async () => {
    expect(await pageOf(32, [100, 650, 520, 40])).toEqual([]);
  });
});

describe("white in a column, as high as a headline", () => {
  const whole = ["\u3000\u3000A keeper of the gate", "knew every boat by its", "bell for thirty years."];
  const pageOf = (second: readonly string[]) =>
    alto([setBlock("a", whole, 100, 100), setBlock("b", second, 100, 100 + 10 * PITCH)]);

  test("is one that was not read, between two whole texts", async () => {
    const { articles } = await documentOf(pageOf(["\u3000\u3000Boats of all harbours", ...whole.slice(1)]));
    expect(articles.map(({ body }) => body.length)).toEqual([1, 1]);
  });

  test("is a drawing, where a sentence goes on below", async () => {
    const { articles } = await documentOf(pageOf(["and of all the harbours", ...whole.slice(1)]));
    expect(articles).toHaveLength(1);
  });
});
