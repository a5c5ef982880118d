import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { positionsIn } from "../../src/cli/position.ts";
import { printable } from "../../src/cli/printable.ts";
import { summary } from "../../src/cli/summary.ts";
import { sample } from "../write/documents.ts";

test("positions are lines and columns of characters, from 1", () => {
  const text = "甲\r\n𠮷乙\r丙\n";
  const position = positionsIn(text);
  expect([0, 3, 5, 7, text.length].map(position)).toEqual(["1:1", "2:1", "2:2", "3:1", "4:1"]);
});

test("every character stands where splitting the text at line ends puts it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("甲", "a", "\n", "\r\n", "\r"), { maxLength: 20 }), (characters) => {
      const text = characters.join("");
      const position = positionsIn(text);
      const before = (offset: number) => text.slice(0, offset).split(/\r\n|\r(?!\n)|\n/);
      for (let offset = 0; offset <= text.length; offset++) {
        if (text[offset - 1] === "\r" && text[offset] === "\n") continue;
        const lines = before(offset);
        expect(position(offset)).toBe(`${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`);
      }
    }),
  );
});

test("what a terminal would obey is spelt out", () => {
  expect(printable("甲 a\x1b[31m\x9b\u2028\u202e\n")).toBe("甲 a\\x1b[31m\\x9b\\u2028\\u202e\\x0a");
});

test("the summary counts what there is", () => {
  expect(summary([sample])).toBe("1 article, 1 advert, 1 gap, 2 warnings");
  expect(summary([sample, sample])).toBe("2 pages, 2 articles, 2 adverts, 2 gaps, 4 warnings");
});
