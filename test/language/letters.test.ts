import { expect, test } from "@jest/globals";
import { lettersBefore, lettersOf } from "../../src/language/letters.ts";

test.each([
  ["", { letters: 0, capitals: 0, digits: 0, words: 0, white: 0 }],
  ["THE 2 boats", { letters: 8, capitals: 3, digits: 1, words: 2, white: 2 }],
  ["M. É. Zola's", { letters: 7, capitals: 3, digits: 0, words: 1, white: 2 }],
  ["江楠\u3000٣", { letters: 2, capitals: 0, digits: 1, words: 1, white: 1 }],
  // Deseret letters, capital and small, of two units each; the second time one of them alone.
  ["𐐀𐐨 𐐀", { letters: 3, capitals: 2, digits: 0, words: 1, white: 1 }],
  ["\ud801 \udc00", { letters: 0, capitals: 0, digits: 0, words: 0, white: 1 }],
])("counts what the characters of %j are", (text, counts) => {
  expect(lettersOf(text)).toEqual(counts);
});

test.each([
  ["the harbour", "harbour"],
  ["harbour", "harbour"],
  ["harbour ", ""],
  ["in 1913 𐐀𐐨", "𐐀𐐨"],
  ["x\udc00", ""],
  ["", ""],
])("reads the letters that %j ends with", (text, letters) => {
  expect(lettersBefore(text, text.length)).toBe(letters);
});
