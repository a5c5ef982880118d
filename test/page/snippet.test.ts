import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { beginningOf, endingOf, wholeBefore, wholeBehind } from "../../src/page/snippet.ts";

const family = "👨‍👩‍👧";
const rubied = "か\u3099"; // が of two code points
const drowned = `a${"\u0301".repeat(20)}`;

describe("beginningOf", () => {
  test.each([
    ["江边的书房", 3, "江边的"],
    ["江边的书房", 9, "江边的书房"],
    ["每日𠮷周", 3, "每日"],
    ["每日𠮷周", 4, "每日𠮷"],
    [`ひ${rubied}し`, 2, "ひ"],
    [`${family}江边`, 8, family],
    [`江${family}`, 5, "江"],
    // Longer than all that may be quoted: whole code points of it.
    [drowned, 8, drowned.slice(0, 8)],
    ["𠮷周", 1, ""],
    ["", 8, ""],
  ])("of %j, %d units: %j", (text, most, quoted) => {
    expect(beginningOf(text, most)).toBe(quoted);
  });
});

describe("endingOf", () => {
  test.each([
    ["江边的书房", 3, "的书房"],
    ["改为𠮷周", 2, "周"],
    ["改为𠮷周", 3, "𠮷周"],
    [`ひ${rubied}`, 1, "\u3099"],
    [`ひ${rubied}し`, 2, "し"],
    [`江边${family}`, 8, family],
    [`${family}江`, 5, "江"],
    ["周𠮷", 1, ""],
    ["", 8, ""],
  ])("of %j, %d units: %j", (text, most, quoted) => {
    expect(endingOf(text, most)).toBe(quoted);
  });
});

test("places inside a character go to its ends", () => {
  const text = `江${family}边`;
  expect([1, 2, 5, 8, 9].map((at) => wholeBefore(text, at))).toEqual([1, 1, 1, 1, 9]);
  expect([1, 2, 5, 8, 9].map((at) => wholeBehind(text, at))).toEqual([1, 9, 9, 9, 9]);
});

const text = fc.array(fc.constantFrom("江", "a", "𠮷", "\u0301", family, "\r\n", "か\u3099", "🇨🇳", "각"), {
  maxLength: 30,
});

test("a quote is well-formed, no longer than asked for, and as the whole text has its characters", () => {
  const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });
  const starts = (of: string) =>
    new Set([...graphemes.segment(of)].map(({ index }) => index).concat(of.length));
  fc.assert(
    fc.property(text, fc.integer({ min: 16, max: 60 }), (parts, most) => {
      const whole = parts.join("");
      const [first, last] = [beginningOf(whole, most), endingOf(whole, most)];
      expect([whole.startsWith(first), whole.endsWith(last)]).toEqual([true, true]);
      expect([first.isWellFormed(), last.isWellFormed()]).toEqual([true, true]);
      expect(Math.max(first.length, last.length)).toBeLessThanOrEqual(most);
      // Of marks without end there is no whole character to quote.
      if (/\u0301{6}/.test(whole)) return;
      expect(starts(whole).has(first.length)).toBe(true);
      expect(starts(whole).has(whole.length - last.length)).toBe(true);
    }),
  );
});
