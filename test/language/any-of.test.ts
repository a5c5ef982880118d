import { expect, test } from "@jest/globals";
import { anyOf } from "../../src/language/any-of.ts";

const SOURCES = ["b+$", "a(?<one>b)?", "^c"];
const JOINED = new RegExp(SOURCES.join("|"));

test.each(["", "xab", "abb", "bb", "ca", "cbb", "x"])("reads “%s” as the alternation does", (text) => {
  const pattern = anyOf(SOURCES);
  expect(pattern.test(text)).toBe(JOINED.test(text));
  const [own, joined] = [pattern.exec(text), JOINED.exec(text)];
  expect([own?.index, own?.[0]]).toEqual([joined?.index, joined?.[0]]);
});
