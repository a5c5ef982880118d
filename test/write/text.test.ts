import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { partsOf } from "../../src/write/parts.ts";
import { toText } from "../../src/write/text.ts";
import { anyDocument, documentOf, sample } from "./documents.ts";

test("a block a line, one empty line between blocks, two between articles", () => {
  expect(toText([sample])).toBe(`民生

开放半年接待读者十二万

老码头成了新书房

——江边图书馆的四季

本报讯 记者林晓舟 通讯员何芸报道

清晨的江边，读者已在门口排起长队，来得最早的是[…]在窗边坐下。

1. 从仓库到书房

5~8日，9~10日闭馆*整修*。

读者在阅览室看书。 记者赵望 摄


城东茶庄新茶上市，电话 0000-12345。


2031年5月6日 星期二
`);
});

test("a form feed parts pages, as in the input", () => {
  expect(toText([documentOf("甲"), documentOf("乙")])).toBe("甲\n\f乙\n");
  expect(toText([])).toBe("");
});

test("every block of an article is a line of the text", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const lines = toText([document]).split("\n");
      for (const article of document.articles) {
        for (const { text, credit, spans } of partsOf(article, document.source.lang)) {
          // What has no span is pagefix's own word, and not in plain text.
          if (spans.length > 0) expect(lines).toContain(credit ? `${text} ${credit}` : text);
        }
      }
    }),
    { numRuns: 100 },
  );
});
