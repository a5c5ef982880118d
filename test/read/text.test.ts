import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { InputError } from "../../src/page/errors.ts";
import { readText } from "../../src/read/text.ts";
import { isWhiteSpace, LINE_ENDS } from "../../src/read/white-space.ts";
import { HARD_CHARACTERS } from "./samples.ts";

const SOURCE = { path: "page.txt", encoding: "utf-8", sha256: null } as const;
const read = (text: string) => readText(text, SOURCE);
const linesOf = (text: string) =>
  read(text).map((page) => page.lines.map((line) => text.slice(line.span.start, line.span.end)));

test("a page, its lines and its blocks", () => {
  const text = "　　昨日天晴。\n\n明日有雨。　\n";
  expect(read(text)).toEqual([
    {
      source: { path: "page.txt", format: "text", encoding: "utf-8", lang: "zh-Hans", sha256: null },
      text,
      span: { start: 0, end: 16 },
      lines: [
        { span: { start: 2, end: 7 }, indent: 2, blankBefore: 0, trailingSpace: false },
        { span: { start: 9, end: 14 }, indent: 0, blankBefore: 1, trailingSpace: true },
      ],
      blocks: [
        { id: 2, pieces: [{ start: 2, end: 7 }], role: "text", article: null },
        { id: 9, pieces: [{ start: 9, end: 14 }], role: "text", article: null },
      ],
      changes: [],
      warnings: [],
    },
  ]);
});

describe("lines", () => {
  test.each([
    ["LF", "a\nb\n"],
    ["CR LF", "a\r\nb\r\n"],
    ["CR alone", "a\rb\r"],
    ["no line end at the end", "a\nb"],
    ["vertical tab", "a\vb"],
    ["NEL", "a\u0085b"],
    ["line separator", "a\u2028b"],
    ["paragraph separator", "a\u2029b"],
  ])("%s", (_, text) => {
    expect(linesOf(text)).toEqual([["a", "b"]]);
    expect(read(text)[0]?.lines[1]?.blankBefore).toBe(0);
  });

  test.each([
    ["LF LF", "a\n\nb", 1],
    ["CR LF CR LF", "a\r\n\r\nb", 1],
    ["CR CR", "a\r\rb", 1],
    ["LF CR LF", "a\n\r\nb", 1],
    ["white space between", "a\n \u3000\u200b\n\n\tb", 2],
  ])("empty lines: %s", (_, text, blankBefore) => {
    expect(read(text)[0]?.lines[1]?.blankBefore).toBe(blankBefore);
  });

  test.each([
    ["\u3000\u3000市", 2],
    ["    市", 2],
    ["\t市", 2],
    ["\u00a0\u200b\ufeff市", 0.5],
    ["\u2003\u2002市", 1.5],
    ["\u0000 市", 0],
  ])("%j is indented %d ems", (text, indent) => {
    expect(read(text)[0]?.lines[0]?.indent).toBe(indent);
  });

  test("a line of control characters is a line, so that a stage can drop them", () => {
    expect(linesOf("a\n \u0000 \u0001\nb")).toEqual([["a", "\u0000 \u0001", "b"]]);
  });
});

describe("pages", () => {
  test("a form feed parts pages; spans count from the beginning of the input", () => {
    const [first, second] = read("甲\n\f\n  乙\f");
    expect(first?.span).toEqual({ start: 0, end: 2 });
    expect(second?.span).toEqual({ start: 3, end: 7 });
    expect(second?.lines).toEqual([
      { span: { start: 6, end: 7 }, indent: 1, blankBefore: 1, trailingSpace: false },
    ]);
    expect(second?.blocks[0]?.id).toBe(6);
    expect(second?.text).toBe("甲\n\f\n  乙\f");
  });

  test("blank ones are none", () => {
    expect(linesOf("\f\f a\f \n\u3000\f\fb\f")).toEqual([["a"], ["b"]]);
  });

  test("each has its own language unless it is given", () => {
    const text = "市長昨日發表談話。\fThe mayor spoke to the press and that was it.";
    expect(read(text).map((page) => page.source.lang)).toEqual(["zh-Hant", "en"]);
    expect(readText(text, { ...SOURCE, lang: "ja" }).map((page) => page.source.lang)).toEqual(["ja", "ja"]);
  });

  test("all carry the warnings of decoding", () => {
    const warning = { code: "encoding-guessed", message: "read as gb18030", span: null } as const;
    expect(readText("甲\f乙", { ...SOURCE, warnings: [warning] }).map((page) => page.warnings)).toEqual([
      [warning],
      [warning],
    ]);
  });

  test.each(["", " \n\t\r\n", "\f\f", "\u3000\u200b\ufeff"])("%j is empty", (text) => {
    expect(() => read(text)).toThrow(InputError);
    expect(() => read(text)).toThrow("the input is empty");
  });
});

describe("properties", () => {
  const hardText = fc.string({ unit: fc.constantFrom(...HARD_CHARACTERS), maxLength: 60 });
  const isBlank = (character: string) => {
    const code = character.charCodeAt(0);
    return isWhiteSpace(code) || LINE_ENDS.includes(character) || character === "\f";
  };
  const pagesOf = (text: string) => ([...text].every(isBlank) ? [] : read(text));

  test("every character that is not white space is in exactly one line", () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const held = new Array<number>(text.length).fill(0);
        for (const page of pagesOf(text))
          for (const { span } of page.lines)
            for (let at = span.start; at < span.end; at++) held[at] = (held[at] ?? 0) + 1;
        for (let at = 0; at < text.length; at++)
          if (!isBlank(text.charAt(at))) expect([at, held[at]]).toEqual([at, 1]);
          else expect(held[at]).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("lines are ordered, apart, inside their page, trimmed, and hold no line end", () => {
    fc.assert(
      fc.property(hardText, (text) => {
        let end = 0;
        for (const page of pagesOf(text)) {
          expect(page.span.start).toBeGreaterThanOrEqual(end);
          for (const { span } of page.lines) {
            expect(span.start).toBeGreaterThanOrEqual(Math.max(end, page.span.start));
            expect(span.end).toBeLessThanOrEqual(page.span.end);
            const line = text.slice(span.start, span.end);
            expect(line).not.toMatch(/^$|^[ \u3000]|[ \u3000]$|[\r\n\f]/);
            expect(line).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
            end = span.end;
          }
        }
      }),
    );
  });
});

test("long lines and many lines take linear time", () => {
  expect(linesOf("中".repeat(5_000_000))[0]?.[0]?.length).toBe(5_000_000);
  expect(read(`${" ".repeat(1_000_000)}a${" ".repeat(1_000_000)}`)[0]?.lines[0]?.indent).toBe(500_000);
  expect(read(`${"\n".repeat(1_000_000)}a`)[0]?.lines[0]?.blankBefore).toBe(1_000_000);
}, 5_000);
