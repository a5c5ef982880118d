import { expect, test } from "@jest/globals";
import { isDateline, isHanging, isLinking, latin } from "../../src/language/latin.ts";

test.each([
  ["LONDON, May 3.—The House met at four.", true],
  ["Paris, 9 juin. — Le conseil", true],
  ["BERLIN, Monday.—The Chancellor", true],
  ["Ohio Mattress May", false],
  ["The Harbour Board Met", false],
])("whether %s begins with a dateline: %s", (line, is) => {
  expect(isDateline(line)).toBe(is);
});

test.each([
  ["Friday, April 24, 2026", true],
  ["NOVEMBER, 1832.", true],
  ["The Harbour Gazette Page 14", true],
  ["No. IV", true],
  ["volved in application of fertilizers, pes-", false],
  ["In 2026 the mole will be longer", false],
])("whether %s is furniture: %s", (line, is) => {
  expect(latin().furniture.test(line)).toBe(is);
});

test.each([
  ["the", true],
  ["UND", true],
  ["harbour", false],
])("whether a sentence goes on behind “%s”: %s", (word, is) => {
  expect(isHanging(word)).toBe(is);
});

test.each([
  ["DEVANT", true],
  ["of", true],
  ["Harbour", false],
])("whether a phrase that begins with “%s” belongs to the one before: %s", (word, is) => {
  expect(isLinking(word)).toBe(is);
});
