/** Pages for properties: strings of hard characters, and pages as newspapers have them, cut and wrapped at random. */
import fc from "fast-check";

/** What breaks text tools. */
const HARD_CHARACTERS = [..."中國人民日報，。！？：；“”「」（）［］ 　a1-,:()𠮷\u0301\r\n\f\u0000…、《》"];

export const hardText = fc
  .string({ unit: fc.constantFrom(...HARD_CHARACTERS), maxLength: 80 })
  .filter((text) => /[^\s\u3000\f]/.test(text));

const HEADLINES = [
  "老厂房里开了书店",
  "渡口添新船 过江快一刻",
  "街坊议事厅开门",
  "青石桥修缮完工",
  "菜场早市提前一小时",
  "“夜校”又热起来了",
];
const KICKERS = ["", "", "全市社区工作会议强调 "];
const LEADS = [
  "",
  "",
  "本报讯 记者林小舟报道 ",
  "本报讯（记者 何芸 通讯员 赵望）",
  "据新华社北京11月1日电 ",
  "■本报记者 张望 文/图 ",
];
const CLAUSES = [
  "街道办事处把旧礼堂改成了阅览室",
  "附近的居民吃过晚饭便来看书",
  "开放头一个月接待了2300多人次",
  "志愿者轮流值班",
  "书架由木器厂的老师傅义务打制",
  "孩子们最喜欢靠窗的那一排",
  "夏天的傍晚常常座无虚席",
  "管理员说“来得早才有位子”",
  "今年还打算添置二十盏台灯（含护眼灯）",
  "渡船每隔十分钟开出一班",
  "上座率达到82.7%",
  "末班船在22:30离岸",
];
const CAPTIONS = [
  "图为居民在阅览室看书。记者林小舟 摄",
  "渡船靠岸。赵望 摄",
  "图为修缮后的青石桥。\n\n通讯员 何芸 摄",
];
const FURNITURE = [
  "2031年5月6日 星期二",
  "第3版 社会新闻",
  "责任编辑：田小雨 版式：庄越",
  "热线电话：0000-1234567",
];

/** Up to four sentences, no clause twice: a page says a thing once. */
const paragraph = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...CLAUSES), { minLength: 4, maxLength: 9 }),
    fc.constantFrom("。", "！", "？", "……"),
  )
  .map(([clauses, stop]) =>
    clauses
      .map((clause, i) => clause + (i === clauses.length - 1 ? stop : i % 3 === 2 ? "。" : "，"))
      .join(""),
  );

/** A block of a page, and whether it is set in lines: `rest` is what a column break cut off a paragraph. */
interface Printed {
  readonly set: "whole" | "paragraph" | "rest";
  readonly text: string;
}

/** Characters that a cut leaves on either side: two lines of a narrow column. */
const LEAST = 20;

/** A paragraph cut in two, with nothing or a caption between. */
const cutParagraph = fc
  .tuple(paragraph, fc.double({ min: 0, max: 1, noNaN: true }), fc.option(fc.constantFrom(...CAPTIONS)))
  .map(([text, cut, caption]): Printed[] => {
    const at = LEAST + Math.floor(cut * (text.length - 2 * LEAST));
    return [
      { set: "paragraph", text: text.slice(0, at) },
      ...(caption ? [{ set: "whole", text: caption } as const] : []),
      { set: "rest", text: text.slice(at) },
    ];
  });
const wholeParagraph = paragraph.map((text): Printed[] => [{ set: "paragraph", text }]);

function articleOf(
  paragraphs: fc.Arbitrary<Printed[]>,
  captions: readonly (string | null)[],
): fc.Arbitrary<Printed[]> {
  return fc
    .tuple(
      fc.constantFrom(...KICKERS),
      fc.constantFrom(...HEADLINES),
      fc.constantFrom(...LEADS),
      fc.array(paragraphs, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...captions),
    )
    .map(([kicker, headline, lead, all, caption]): Printed[] => {
      const [first, ...rest] = all.flat() as [Printed, ...Printed[]];
      return [
        { set: "whole", text: kicker + headline },
        { ...first, text: lead + first.text },
        ...rest,
        ...(caption ? [{ set: "whole", text: caption } as const] : []),
      ];
    });
}

/** One to three articles, a line of furniture above them now and then; a block a line, or in printed lines. */
function textOf(article: fc.Arbitrary<Printed[]>): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.array(article, { minLength: 1, maxLength: 3 }),
      fc.option(fc.constantFrom(...FURNITURE)),
      fc.option(fc.integer({ min: 10, max: 18 })),
    )
    .map(([articles, furniture, width]) => {
      const blocks = articles.flat().map((block) => (width === null ? block.text : inLines(block, width)));
      return `${(furniture ? [furniture, ...blocks] : blocks).join("\n\n")}\n`;
    });
}

/** A block in lines of one width, paragraphs with an indent. */
function inLines({ set, text }: Printed, width: number): string {
  if (set === "whole") return text;
  const lines: string[] = [];
  for (let rest = set === "paragraph" ? `　　${text}` : text; rest !== ""; ) {
    // No compositor parts the two halves of ……; they hang over the measure.
    const end = width + (/^…+/.exec(rest.slice(width))?.[0].length ?? 0);
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return lines.join("\n");
}

/** All of them, with the half-width marks and stray spaces of OCR engines now and then. */
export const realisticText = fc
  .tuple(
    textOf(articleOf(fc.oneof(wholeParagraph, cutParagraph), [null, ...CAPTIONS])),
    fc.constantFrom(false, true),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([text, halfWidth, lineEnd]) =>
    (halfWidth ? text.replaceAll("，", ",").replaceAll("。”", "。 ”") : text).replaceAll("\n", lineEnd),
  );

/** Columns side by side in every line, as `pdftotext -layout` and engines that keep white space write them. */
export const columnText = fc
  .tuple(
    fc.array(textOf(articleOf(wholeParagraph, [null, ...CAPTIONS])), { minLength: 2, maxLength: 3 }),
    fc.integer({ min: 10, max: 16 }),
    fc.constantFrom("  ", "    ", " | ", "｜ "),
    fc.constantFrom("", "责任编辑：田小雨\n\n"),
  )
  .map(([texts, width, gutter, above]) => above + sideBySide(texts, width, gutter));

function sideBySide(texts: readonly string[], width: number, gutter: string): string {
  const columns = texts.map((text) =>
    text.split("\n").flatMap((line) => inLines({ set: "rest", text: line.trim() }, width).split("\n")),
  );
  const most = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: most }, (_, i) =>
    columns
      .map((lines) => padded(lines[i] ?? "", width))
      .join(gutter)
      .trimEnd(),
  ).join("\n");
}

/** Han and full-width marks are as wide as two spaces. */
function padded(text: string, width: number): string {
  const halves = [...text].reduce((sum, character) => sum + (character < "\u0100" ? 1 : 2), 0);
  return text + " ".repeat(Math.max(0, 2 * width - halves));
}

/** Two pages parted by a form feed, now and then. */
export const anyText = fc.oneof(
  hardText,
  realisticText,
  columnText,
  fc.tuple(realisticText, realisticText).map((pages) => pages.join("\f")),
);

/** Pages on which nothing is cut and no picture stands. */
export const plainText = textOf(articleOf(wholeParagraph, [null]));
