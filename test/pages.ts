/** Pages for properties: strings of hard characters, and pages as newspapers have them, cut and wrapped at random. */
import fc from "fast-check";

/** What breaks text tools. */
const HARD_CHARACTERS = [..."中國人民日報，。！？：；“”「」（）［］ 　a1-,:()𠮷\u0301\r\n\f\u0000…、《》"];

export const hardText = fc
  .string({ unit: fc.constantFrom(...HARD_CHARACTERS), maxLength: 80 })
  .filter((text) => /[^\s\u3000\f]/.test(text));

/** What an article is about: its headlines, what it says, and its pictures. */
interface Matter {
  readonly headlines: readonly string[];
  readonly clauses: readonly string[];
  readonly captions: readonly string[];
}

const MATTERS: readonly Matter[] = [
  {
    headlines: ["老礼堂里开了阅览室", "旧礼堂改阅览室 晚饭后好去处"],
    clauses: [
      "街道办事处把旧礼堂改成了阅览室",
      "附近的居民吃过晚饭便来看书",
      "开放头一个月接待了2300多人次",
      "志愿者轮流在阅览室值班",
      "书架由木器厂的老师傅义务打制",
      "孩子们最喜欢靠窗的那一排",
      "夏天的傍晚礼堂里常常座无虚席",
      "管理员说“来得早才有位子”",
      "今年还打算添置二十盏台灯（含护眼灯）",
      "上座率达到82.7%",
    ],
    captions: ["图为居民在阅览室看书。记者林小舟 摄"],
  },
  {
    headlines: ["渡口添新船 过江快一刻", "末班渡船推迟到夜里十点半"],
    clauses: [
      "渡船每隔十分钟开出一班",
      "末班船在22:30离岸",
      "两岸的工人上下班不再绕道大桥",
      "新船能载四百名乘客和六十辆自行车",
      "船长王海生在江上跑了三十一年",
      "大雾天轮渡公司会提前一小时停航",
      "候船厅里新装了暖气和热水炉",
      "过江票价仍旧是两元",
      "码头的栈桥加宽到九米（原为五米）",
      "乘客说“眨眼就到了对岸”",
    ],
    captions: ["渡船靠岸。赵望 摄"],
  },
  {
    headlines: ["青石桥修缮完工", "三百岁青石桥 一块石头不换"],
    clauses: [
      "青石桥始建于清代乾隆年间",
      "石匠们把松动的栏板逐块编号",
      "桥面的车辙用糯米灰浆填平",
      "文物部门拨出专款180万元",
      "施工期间河水改从西边的涵洞流过",
      "桥墩下清出了十七车淤泥",
      "拱券上的裂缝最宽处有3.5厘米",
      "修缮方案经过四轮专家论证（其中两轮在现场）",
      "七月里第一批游人重新走上石阶",
      "老石匠说“原来的石头一块也没有换”",
    ],
    captions: ["图为修缮后的青石桥。\n\n通讯员 何芸 摄"],
  },
  {
    headlines: ["菜场早市提前一小时", "早市“抢鲜” 菜农四点进城"],
    clauses: [
      "菜农凌晨四点就挑着担子进城",
      "早市提前到五点半开门",
      "摊位费由每月90元降到60元",
      "检测员每天抽查三十种蔬菜的农药残留",
      "黄瓜和豆角一早便卖得精光",
      "市场里新砌了水池和下水道",
      "卖鱼的摊主搬到了北门",
      "主妇们提着篮子比往常早出门",
      "公平秤摆在最显眼的地方（由工商所校准）",
      "摊主说“新鲜的菜不用吆喝”",
    ],
    captions: ["图为清晨的菜场。赵望 摄"],
  },
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
const FURNITURE = [
  "2031年5月6日 星期二",
  "第3版 社会新闻",
  "责任编辑：田小雨 版式：庄越",
  "热线电话：0000-1234567",
];

/** Up to four sentences, no clause twice: a page says a thing once. */
const paragraphOf = ({ clauses }: Matter) =>
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...clauses), { minLength: 4, maxLength: 9 }),
      fc.constantFrom("。", "！", "？", "……"),
    )
    .map(([said, stop]) =>
      said.map((clause, i) => clause + (i === said.length - 1 ? stop : i % 3 === 2 ? "。" : "，")).join(""),
    );

/** A block of a page, and whether it is set in lines: `rest` is what a column break cut off a paragraph. */
interface Printed {
  readonly set: "whole" | "paragraph" | "rest";
  readonly text: string;
}

/** Characters that a cut leaves on either side: two lines of a narrow column. */
const LEAST = 20;

/** The paragraphs of a matter, in one piece or cut. */
type Paragraphs = (matter: Matter) => fc.Arbitrary<Printed[]>;

const whole: Paragraphs = (matter) =>
  paragraphOf(matter).map((text): Printed[] => [{ set: "paragraph", text }]);

/** In two, with nothing or a caption between. */
const cut: Paragraphs = (matter) =>
  fc
    .tuple(
      paragraphOf(matter),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.option(fc.constantFrom(...matter.captions)),
    )
    .map(([text, share, caption]): Printed[] => {
      const at = LEAST + Math.floor(share * (text.length - 2 * LEAST));
      return [
        { set: "paragraph", text: text.slice(0, at) },
        ...(caption ? [{ set: "whole", text: caption } as const] : []),
        { set: "rest", text: text.slice(at) },
      ];
    });

/** Articles of a matter: with a picture at the end now and then, or without any. */
type Articles = (matter: Matter) => fc.Arbitrary<Printed[]>;

function articlesOf(paragraphs: Paragraphs, captioned: boolean): Articles {
  return (matter) =>
    fc
      .tuple(
        fc.constantFrom(...KICKERS),
        fc.constantFrom(...matter.headlines),
        fc.constantFrom(...LEADS),
        fc.array(paragraphs(matter), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(null, ...(captioned ? matter.captions : [])),
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

/** One to three articles, each about something else, a line of furniture above them now and then; a block a line, or in printed lines. */
function textOf(articles: Articles): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc
        .shuffledSubarray([...MATTERS], { minLength: 1, maxLength: 3 })
        .chain((matters) => fc.tuple(...matters.map(articles))),
      fc.option(fc.constantFrom(...FURNITURE)),
      fc.option(fc.integer({ min: 10, max: 18 })),
    )
    .map(([printed, furniture, width]) => {
      const blocks = printed.flat().map((block) => (width === null ? block.text : inLines(block, width)));
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
    textOf(articlesOf((matter) => fc.oneof(whole(matter), cut(matter)), true)),
    fc.constantFrom(false, true),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([text, halfWidth, lineEnd]) =>
    (halfWidth ? text.replaceAll("，", ",").replaceAll("。”", "。 ”") : text).replaceAll("\n", lineEnd),
  );

/** Columns side by side in every line, as `pdftotext -layout` and engines that keep white space write them. */
export const columnText = fc
  .tuple(
    fc.array(textOf(articlesOf(whole, true)), { minLength: 2, maxLength: 3 }),
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
export const plainText = textOf(articlesOf(whole, false));
