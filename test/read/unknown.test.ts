/** Mark-up in a format that is not read must not be taken for text. */
import { describe, expect, test } from "@jest/globals";
import { fixFile, fixPage, type InputError, toHtml, toJson, toNdjson } from "../../src/index.ts";
import { decisionsOf } from "../../src/page/decisions-of.ts";

const text = "老码头成了新书房\n\n清晨的江边，读者已在门口排起长队。\n";
const document = fixPage(text, { edits: true });
const refusal = (input: string) =>
  fixFile(input).then(
    () => null,
    ({ name, problem, advice }: InputError) => ({ name, problem, advice }),
  );

describe("is refused, and what is known is named", () => {
  test.each([
    ["HTML", "<!DOCTYPE html>\n<html><body><p>老码头成了新书房</p></body></html>", "HTML in no format"],
    ["HTML without a doctype", '\n<html lang="zh"><p>老码头成了新书房', "HTML in no format"],
    ["XML", '<?xml version="1.0"?><TEI><p>老码头成了新书房</p></TEI>', "XML in no format"],
    ["XML behind a comment", "<!-- made by hand --><page>老码头</page>", "XML in no format"],
    ["a piece of mark-up", '<div class="page"><p>老码头成了新书房</p></div>', "mark-up (<div>) in no format"],
    ["JSON", '{"page": 3, "lines": ["老码头成了新书房"]}', "JSON in no format"],
    ["a list", '[["老码头成了新书房", 1]]', "JSON in no format"],
    ["lines of JSON", '{"line": "老码头"}\n{"line": "书房"}\n', "JSON in no format"],
    ["JSON that breaks off", '[{"line": "老码头成了', "JSON in no format"],
  ])("%s", async (_, input, problem) => {
    expect(await refusal(input)).toEqual({
      name: "InputError",
      problem: expect.stringContaining(`this is ${problem}`),
      advice: expect.stringMatching(/ALTO, METS, PAGE XML, hOCR.*read it as text with --format-in text/),
    });
    // Who says that it is text has it read as text.
    expect((await fixFile(input, { format: "text" })).length).toBe(1);
    expect(fixPage(input).source.format).toBe("text");
  });
});

describe("what pagefix itself has written is known", () => {
  const made = /^this is a document that pagefix has made already$/;
  test.each([
    ["JSON", toJson([document]), made],
    ["an array of JSON", toJson([document, document]), made],
    ["NDJSON", toNdjson([document]), made],
    ["decisions", JSON.stringify(decisionsOf(document), null, 2), /^this is a file of decisions$/],
  ])("%s", async (_, input, problem) => {
    expect(await refusal(input)).toMatchObject({ problem: expect.stringMatching(problem) });
  });

  test("a review", async () => {
    expect(await refusal(await toHtml([{ document, text }]))).toMatchObject({
      problem: "this is a review that pagefix has made",
    });
  });
});

test.each([
  ["<本报讯> 记者赵望报道，老码头成了新书房。"],
  ["< 老码头 >\n\n清晨的江边。"],
  ["<b 老码头成了新书房。"],
  ["[本报讯] 老码头成了新书房。"],
  ['["老码头"] 成了新书房。'],
  ["{图} 老码头成了新书房。"],
  ["[1]"],
])("a page of text may begin with a bracket: %s", async (input) => {
  expect(await refusal(input)).toBeNull();
});
