import { expect, test } from "@jest/globals";
import { eachOnce, type NumberedPairs, numberPairs } from "../../src/language/han-pairs.ts";
import { HAN, WORDLY } from "../../src/language/punctuation.ts";

/** The numbers of each text. */
const lists = ({ numbers, starts }: NumberedPairs) =>
  [...starts.slice(1)].map((end, n) => [...numbers.slice(starts[n], end)]);

test("pairs are neighbours in one text; the same pair has the same number", () => {
  const pairs = numberPairs(["渡船靠岸", "渡船，靠岸"], HAN);
  expect([pairs.count, lists(pairs)]).toEqual([
    3,
    [
      [0, 1, 2],
      [0, 2],
    ],
  ]);
});

test("katakana is wordly and no Han, 々 the other way round", () => {
  expect(lists(numberPairs(["カイロ", "人々"], HAN)).map((own) => own.length)).toEqual([0, 1]);
  expect(lists(numberPairs(["カイロ", "人々"], WORDLY)).map((own) => own.length)).toEqual([2, 0]);
});

test("of one page texts are numbered together, whoever asks for them", () => {
  const page = {};
  const first = numberPairs(["渡船靠岸"], HAN, page);
  const second = numberPairs(["靠岸", "渡船靠岸"], WORDLY, page);
  expect([lists(first), lists(second)]).toEqual([[[0, 1, 2]], [[2], [0, 1, 2]]]);
  expect(lists(numberPairs(["靠岸"], HAN, {}))).toEqual([[0]]);
});

test("a page may have more pairs than a usual one, and longer texts", () => {
  const unit = (i: number) => String.fromCharCode(0x4e00 + i);
  // Each of 200 characters beside each of them.
  const text = Array.from(
    { length: 200 * 200 },
    (_, i) => `${unit(Math.floor(i / 200))}${unit(i % 200)}，`,
  ).join("");
  const { count, numbers } = numberPairs([text, text.slice(0, 3)], HAN);
  expect([count, numbers[0], numbers[39_999], numbers[40_000]]).toEqual([40_000, 0, 39_999, 0]);
});

test("each pair once in a text", () => {
  expect(lists(eachOnce(numberPairs(["步步步步高", "步步"], HAN)))).toEqual([[0, 1], [0]]);
});
