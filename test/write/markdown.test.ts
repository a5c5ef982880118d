import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Article, Document } from "../../src/page/document.ts";
import { isSaid, labelsFor } from "../../src/write/labels.ts";
import { toMarkdown } from "../../src/write/markdown.ts";
import { partsOf } from "../../src/write/parts.ts";
import { anyDocument, documentOf, hardText, sample } from "./documents.ts";

test("an article reads as in print", async () => {
  expect(await toMarkdown([sample])).toBe(`**民生**

*开放半年接待读者十二万*

## 老码头成了新书房

**——江边图书馆的四季**

*本报讯 记者林晓舟 通讯员何芸报道*

清晨的江边，读者已在门口排起长队，来得最早的是[…]在窗边坐下。[^1]

### 1. 从仓库到书房

5\\~8日，9\\~10日闭馆\\*整修\\*。

*（下转2版）*

> 读者在阅览室看书。 *记者赵望 摄*

[^1]: text is missing between 来得最早的是 and 在窗边

---

**广告**

城东茶庄新茶上市，电话 0000-12345。

---

**报头、日期、版次**

2031年5月6日 星期二

---

*encoding guessed as gb18030*
`);
});

test("where an article goes on is said once", async () => {
  const [article, ...others] = sample.articles;
  const furniture = ["（下转第2版）", "第2版"].map((text) => ({ text, spans: [] }));
  const markdown = await toMarkdown([{ ...sample, articles: [article as Article, ...others], furniture }]);
  expect(markdown).toContain("*（下转2版）*");
  expect(markdown).not.toContain("下转第2版");
  expect(markdown).toContain("\n第2版\n");
});

test("an article without a title is headed by what stands nearest to its text", async () => {
  const [first] = sample.articles;
  const untitled = (parts: Partial<Article>) =>
    toMarkdown([{ ...sample, articles: [{ ...(first as Article), title: null, ...parts }] }]);
  expect(await untitled({})).toContain("\n## ——江边图书馆的四季\n");
  expect(await untitled({ subtitle: null })).toContain("\n## 开放半年接待读者十二万\n");
  expect(await untitled({ subtitle: null, kicker: null })).toContain("## 民生\n");
});

test("footnotes are numbered in reading order", async () => {
  const [first] = sample.articles;
  const [gap] = sample.warnings;
  const body = (first as Article).body;
  const at = (part: number, message: string) => ({
    ...(gap as Document["warnings"][number]),
    message,
    span: body[part]?.spans[0] ?? null,
  });
  const markdown = await toMarkdown([{ ...sample, warnings: [at(1, "later"), at(0, "earlier")] }]);
  expect(markdown).toContain("[^1]: earlier");
  expect(markdown).toContain("[^2]: later");
});

test("several pages stand under headings, and their footnotes keep apart", async () => {
  const markdown = await toMarkdown([sample, sample]);
  expect(markdown).toContain("# scans/p3.txt (1)\n");
  expect(markdown).toContain("# scans/p3.txt (2)\n");
  expect(markdown).toContain("在窗边坐下。[^2-1]");
  expect(markdown).toContain("[^2-1]: text is missing");
});

test.each([
  ["［…］与[…]", "［…］与[…]"],
  ["1. 2031年", "1\\. 2031年"],
  ["1.2031年", "1.2031年"],
  ["#号线", "\\#号线"],
  ["——甲 - 乙", "——甲 - 乙"],
  ["《甲》<乙>，丙_丁", "《甲》<乙>，丙_丁"],
  ["甲[乙](丙)", "甲\\[乙]\\(丙)"],
  ["[^1]：甲", "\\[^1]：甲"],
  ["[甲]: 乙", "\\[甲]: 乙"],
  ["　　甲", "　　甲"],
])("%s is escaped no more than it must be", async (text, markdown) => {
  expect(await toMarkdown([documentOf(text)])).toBe(`${markdown}\n`);
});

test("front matter names the source and what is doubtful", async () => {
  const [front, ...rest] = (await toMarkdown([sample], { frontMatter: true })).split("\n\n");
  expect(front).toBe(`---
source: "scans/p3.txt"
lang: "zh-Hans"
sha256: "${"ab".repeat(32)}"
articles: 2
warnings:
  - "missing-text: text is missing between 来得最早的是 and 在窗边"
  - "encoding-guessed: encoding guessed as gb18030"
---`);
  expect(rest.join("\n\n")).toBe(await toMarkdown([sample]));
});

test("front matter stays a list of scalars, whatever a file is called", async () => {
  const path = 'a: "b"\n---\n# c\u0085\u2028\u009b';
  const markdown = await toMarkdown([{ ...sample, source: { ...sample.source, path } }, sample], {
    frontMatter: true,
  });
  const lines = markdown.split(/[\n\u0085\u2028]/);
  expect(lines.slice(0, 3)).toEqual(["---", "pages:", expect.stringMatching(/^ {2}- source: "/)]);
  expect(JSON.parse(lines[2]?.replace(/^ {2}- source: /, "") ?? "")).toBe(path);
});

/** What a reader sees of Markdown, a line a block. Footnotes are left to GitHub, as plain text. */
type Node = { type: string; value?: string; children?: Node[] };
function seen(markdown: string): string[] {
  const text = (node: Node): string => node.value ?? (node.children ?? []).map(text).join("");
  const blocks = (node: Node): Node[] =>
    node.type === "blockquote" || node.type === "root" ? (node.children ?? []).flatMap(blocks) : [node];
  return blocks(fromMarkdown(markdown) as Node)
    .filter(({ type }) => type !== "thematicBreak")
    .map(text);
}

function printed({ articles, furniture, source }: Document): string[] {
  const said = furniture
    .map(({ text }) => text)
    .filter((text) => !articles.some(({ continued }) => isSaid(text, continued)));
  return [
    ...articles.flatMap((article) =>
      partsOf(article, source.lang).map(({ text, credit }) => (credit ? `${text} ${credit}` : text)),
    ),
    ...(said.length > 0 ? [labelsFor(source.lang).furniture, ...said] : []),
  ];
}

test("any text reads back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(hardText, async (text) => {
      expect(seen(await toMarkdown([documentOf(text)]))).toEqual([text]);
    }),
    { numRuns: 2000 },
  );
});

test("any document reads back as it was, in every role", async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      const markdown = await toMarkdown([{ ...document, warnings: [] }]);
      expect(seen(markdown)).toEqual(printed(document));
    }),
    { numRuns: 300 },
  );
});
