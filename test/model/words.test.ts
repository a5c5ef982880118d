/** Words of a language in a Bloom filter: a small one made here, and the file that is shipped. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { loadWords } from "../../src/model/load.ts";
import { filterOf, wordsFromBytes, wordsToBytes } from "../../src/model/words.ts";

const words = (tag: string, list: Iterable<string>, bits = 16) =>
  wordsFromBytes(
    wordsToBytes(
      new Map([
        ["xx", filterOf(new Set(["other"]), 8)],
        [tag, filterOf(new Set(list), bits)],
      ]),
    ),
  );

test("no word of the list is denied", () => {
  const word = fc.stringMatching(/^[a-zäéß-]{1,12}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 50 }), (list) => {
      const known = words("en", list).get("en");
      expect(list.filter((own) => !known?.has(own))).toEqual([]);
      expect(
        list.filter((own) => !known?.has(own.toUpperCase()) && own.toUpperCase().toLowerCase() === own),
      ).toEqual([]);
    }),
  );
});

test.each([
  [10, 0.02],
  [16, 0.002],
])(
  "of words that are not on it, with %i bits for each that is, fewer than %d are taken for some",
  (bits, most) => {
    const list = Array.from({ length: 5000 }, (_, n) => `word${n}`);
    const known = words("en", list, bits).get("en");
    const others = Array.from({ length: 20_000 }, (_, n) => `other${n}`);
    expect(others.filter((other) => known?.has(other)).length / others.length).toBeLessThan(most);
  },
);

test("each language has its own, by tags of two letters to four", () => {
  const known = words("nds", ["hüsung"]);
  expect([...known.keys()]).toEqual(["xx", "nds"]);
  expect(known.get("nds")?.has("Hüsung")).toBe(true);
  expect(known.get("xx")?.has("Hüsung")).toBe(false);
});

test("what is no file of words is refused, and one cut short", () => {
  const bytes = wordsToBytes(new Map([["en", filterOf(new Set(["house", "ware"]), 64)]]));
  expect(() => wordsFromBytes(new Uint8Array(64))).toThrow(/not of a version/);
  expect(() => wordsFromBytes(bytes.slice(0, -4))).toThrow(/cut short/);
});

describe("the words that are shipped", () => {
  test.each([
    ["en", "warehouse Government to-day twenty-six -street ex-", "warehous twenty-ware governm ernment"],
    ["fr", "maison peut-être procès-verbal -ci vice- à-dire aujourd", "maiso peut-maison jourd gouvern"],
  ] as const)("%s", (lang, has, hasNot) => {
    const known = loadWords(lang);
    expect(has.split(" ").filter((word) => !known?.has(word))).toEqual(
      lang === "fr" ? ["à-dire", "aujourd"] : [],
    );
    expect(hasNot.split(" ").filter((word) => known?.has(word))).toEqual([]);
  });

  test.each(["de", "und", "zh-Hans", "ja", "ko"] as const)("there are none for %s", (lang) =>
    expect(loadWords(lang)).toBeNull(),
  );
});
