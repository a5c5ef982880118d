import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { repeats } from "../../src/stages/repeats.ts";
import { labelled } from "./pages.ts";

const PASSAGE = "这项工作为全市培育了许多职工达人，而它的奠基人正是当年的文化宫主任和他的同事们。";

test("a long passage that stands twice is flagged the second time, and left", () => {
  const page = labelled(["text", `起初没有人看好。${PASSAGE}`], ["text", `如今人人称道，${PASSAGE}`]);
  const { edits, warnings } = repeats(page);
  expect(edits).toEqual([]);
  expect(warnings).toHaveLength(1);
  const [{ code, message, span }] = warnings as [(typeof warnings)[number]];
  expect(code).toBe("repeated-text");
  expect(message).toBe("“这项工作为全市培…任和他的同事们。” stands twice on the page");
  expect(page.text.slice(span?.start, span?.end)).toBe(PASSAGE);
});

test("inside one paragraph, too", () => {
  expect(repeats(labelled(["text", PASSAGE + PASSAGE])).warnings).toHaveLength(1);
});

test("also where it is all that two paragraphs say", () => {
  const page = labelled(["text", PASSAGE], ["text", PASSAGE]);
  expect(repeats(page).warnings.map(({ span }) => span)).toEqual([page.blocks[1]?.pieces[0]]);
});

test("names and turns of phrase that come back are not", () => {
  const name = "全国工会系统先进集体先进工作者和劳动模范表彰大会";
  expect(repeats(labelled(["text", `${name}昨天召开。`], ["text", `他在${name}上发言。`])).warnings).toEqual(
    [],
  );
});

test("nor is a headline that the text repeats", () => {
  expect(repeats(labelled(["title", PASSAGE], ["text", PASSAGE])).warnings).toEqual([]);
});

test("wherever it stands, a passage of thirty letters is found and one of twenty-nine is not", () => {
  const letters = Array.from({ length: 400 }, (_, i) => String.fromCharCode(0x4e00 + 7 * i));
  const place = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(place, place, fc.integer({ min: 20, max: 40 }), (before, behind, length) => {
      const passage = letters.slice(0, length).join("");
      const first = letters.slice(100, 100 + before).join("") + passage;
      const second = `${letters.slice(200, 200 + behind).join("")}${passage}末`;
      const page = labelled(["text", `${first}首`], ["text", second]);
      const { warnings } = repeats(page);
      expect(warnings.map(({ span }) => page.text.slice(span?.start, span?.end))).toEqual(
        length >= 30 ? [passage] : [],
      );
    }),
  );
});

describe("the passage that is flagged", () => {
  const letters = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => String.fromCharCode(0x4e00 + 7 * (from + i))).join("");
  const flagged = (...blocks: readonly string[]) => {
    const page = labelled(...blocks.map((text) => ["text", text] as const));
    return repeats(page).warnings.map(({ span }) => page.text.slice(span?.start, span?.end));
  };
  const passage = letters(0, 33);

  test("is all that the two have in common, to the end of either", () => {
    expect(flagged(`头${passage}`, `尾${passage}`)).toEqual([passage]);
    expect(flagged(passage, `尾${passage}他`)).toEqual([passage]);
    expect(flagged(`头${passage}我`, passage)).toEqual([passage]);
    expect(flagged(`头${passage}我`, `尾${passage}`)).toEqual([passage]);
  });

  test("of thirty letters, and not of twenty-nine", () => {
    expect(flagged(`头${letters(0, 30)}我`, `尾${letters(0, 30)}他`)).toEqual([letters(0, 30)]);
    expect(flagged(`头${letters(0, 29)}我`, `尾${letters(0, 29)}他`)).toEqual([]);
  });

  test("each of several, once", () => {
    const other = letters(60, 40);
    expect(flagged(`头${passage}中${other}我`, `尾${other}间${passage}他`)).toEqual([other, passage]);
    expect(flagged(`头${passage}我`, `尾${passage}他`, `又${passage}她`)).toEqual([passage, passage]);
    expect(flagged(`头${passage}我`, `尾${passage}${passage}他`)).toEqual([passage, passage]);
  });

  test("inside one paragraph, no more than what stands between its beginnings", () => {
    expect(flagged(`头${passage}${passage}${passage}尾`)).toEqual([passage, passage]);
  });
});

test("what is too short to be flagged takes no time to be looked at", () => {
  expect(repeats(labelled(["text", "他来了。"], ["text", "他来了。"])).warnings).toEqual([]);
});

test("a whole paragraph that stands again right below is flagged however short it is, and a name above a text is not", () => {
  const text = "青石镇的茶农抢在雨水之前采茶。";
  expect(repeats(labelled(["text", text], ["text", text])).warnings).toHaveLength(1);
  const name = "Mrs. Amelia T. Lindqvist";
  expect(repeats(labelled(["text", name], ["text", `${name}, 68, died Friday.`])).warnings).toEqual([]);
});
