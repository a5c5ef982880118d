/** Documents to write: one by hand, and any number by chance over the characters that are hard to write. */
import fc from "fast-check";
import type { Article, BodyBlock, Document } from "../../src/page/document.ts";

export const sample: Document = {
  version: 1,
  source: {
    path: "scans/p3.txt",
    format: "text",
    encoding: "utf-8",
    lang: "zh-Hans",
    sha256: "ab".repeat(32),
  },
  articles: [
    {
      id: "a1",
      kind: "article",
      section: "民生",
      kicker: "开放半年接待读者十二万",
      title: "老码头成了新书房",
      subtitle: "——江边图书馆的四季",
      byline: {
        text: "本报讯 记者林晓舟 通讯员何芸报道",
        agency: "本报",
        place: null,
        date: null,
        people: [
          { name: "林晓舟", role: "reporter" },
          { name: "何芸", role: "correspondent" },
        ],
        spans: [{ start: 30, end: 46 }],
      },
      body: [
        {
          type: "paragraph",
          text: "清晨的江边，读者已在门口排起长队，来得最早的是[…]在窗边坐下。",
          seams: [{ at: 23, kind: "gap", confidence: 0.91 }],
          spans: [
            { start: 50, end: 73 },
            { start: 74, end: 81 },
          ],
        },
        { type: "subhead", text: "1. 从仓库到书房", spans: [{ start: 82, end: 90 }] },
        { type: "paragraph", text: "5~8日，9~10日闭馆*整修*。", spans: [{ start: 91, end: 110 }] },
      ],
      captions: [{ text: "读者在阅览室看书。", credit: "记者赵望 摄", spans: [{ start: 111, end: 128 }] }],
      continued: { from: null, to: "2版" },
      spans: {
        section: [{ start: 0, end: 2 }],
        kicker: [{ start: 3, end: 14 }],
        title: [{ start: 15, end: 23 }],
        subtitle: [{ start: 24, end: 29 }],
      },
    },
    {
      id: "a2",
      kind: "advert",
      section: null,
      kicker: null,
      title: null,
      subtitle: null,
      byline: null,
      body: [
        { type: "paragraph", text: "城东茶庄新茶上市，电话 0000-12345。", spans: [{ start: 130, end: 152 }] },
      ],
      captions: [],
      continued: { from: null, to: null },
      spans: {},
    },
  ],
  furniture: [{ text: "2031年5月6日 星期二", spans: [{ start: 153, end: 166 }] }],
  warnings: [
    {
      code: "missing-text",
      message: "text is missing between 来得最早的是 and 在窗边",
      span: { start: 73, end: 74 },
      article: "a1",
    },
    { code: "encoding-guessed", message: "encoding guessed as gb18030", span: null, article: null },
  ],
  edits: [],
};

/** A document of one paragraph. */
export function documentOf(text: string): Document {
  const [first, advert] = sample.articles as [Article, Article];
  const body: BodyBlock[] = [{ type: "paragraph", text, spans: [{ start: 0, end: text.length }] }];
  return {
    ...sample,
    articles: [{ ...advert, id: first.id, kind: "article", body }],
    furniture: [],
    warnings: [],
  };
}

const hard = [
  ..."中國人民日報，。！？：；“”「」（）［］…—　 a1-𠮷\u0301*_#<>[]()|`~!&;:\\+=.\"'^{}$@",
  "[…]",
  "1. ",
  "&amp;",
  "<b>",
  "http://",
];

/** Text that Markdown could take for markup. */
export const hardText = fc
  .array(fc.constantFrom(...hard), { minLength: 1, maxLength: 12 })
  .map((characters) => characters.join(""));

const spans = fc.array(
  fc.record({ start: fc.nat(500), end: fc.nat(500) }).map(({ start, end }) => ({ start, end: start + end })),
  { minLength: 1, maxLength: 2 },
);
const maybe = fc.option(hardText);

const article: fc.Arbitrary<Article> = fc.record(
  {
    id: fc.constantFrom("a1", "a2", "a3"),
    kind: fc.constantFrom("article", "advert"),
    section: maybe,
    kicker: maybe,
    title: maybe,
    subtitle: maybe,
    byline: fc.option(
      fc.record({
        text: hardText,
        agency: maybe,
        place: maybe,
        date: maybe,
        people: fc.array(fc.record({ name: hardText, role: fc.constantFrom("reporter", "author", null) })),
        spans,
      }),
    ),
    body: fc.array(
      fc.record(
        { type: fc.constantFrom("paragraph", "subhead"), text: hardText, spans },
        { noNullPrototype: true },
      ),
      { maxLength: 4 },
    ),
    captions: fc.array(fc.record({ text: hardText, credit: maybe, spans }), { maxLength: 2 }),
    continued: fc.record({ from: maybe, to: maybe }),
    spans: fc.constant({}),
  },
  { noNullPrototype: true },
);

export const anyDocument: fc.Arbitrary<Document> = fc.record(
  {
    version: fc.constant(1),
    source: fc.record({
      path: maybe,
      format: fc.constant("text"),
      encoding: fc.constant("utf-8"),
      lang: fc.constantFrom("zh-Hans", "zh-Hant", "ja", "en", "und"),
      sha256: fc.constant(null),
    }),
    articles: fc.array(article, { maxLength: 3 }),
    furniture: fc.array(fc.record({ text: hardText, spans }), { maxLength: 2 }),
    warnings: fc.array(
      fc.record({
        code: fc.constantFrom("missing-text", "uncertain-seam"),
        message: hardText,
        span: fc.option(fc.record({ start: fc.nat(500), end: fc.nat(500) })),
        article: fc.constantFrom(null, "a1", "a2"),
      }),
      { maxLength: 3 },
    ),
    edits: fc.constant([]),
  },
  { noNullPrototype: true },
);
