import { describe, expect, test } from "@jest/globals";
import type { TextBlock } from "../../src/stages/seams/ends.ts";
import { stopHabitOf } from "../../src/stages/seams/stops.ts";

const habitOf = (texts: readonly string[]) =>
  stopHabitOf(texts.map((text, index) => ({ index, text }) as TextBlock));

const SENTENCE = "河边的路灯昨晚修好了，住在附近的人说，孩子放学不用再摸黑。";
const WHOLE = SENTENCE.repeat(2);
/** The foot of a column in the middle of a sentence. */
const CUT = `${WHOLE}施工的是区里的一家`;
/** As papers of the 1930s set it. */
const OLD = `${SENTENCE.replaceAll(/[，。]/g, "、").repeat(2)}施工的是區裏`;

describe("how surely paragraphs end with stops", () => {
  test("where six in ten texts do, they do", () => {
    expect(habitOf([...Array(6).fill(WHOLE), ...Array(4).fill(CUT)])).toEqual({
      texts: 1,
      next: 1,
      further: 1,
    });
    expect(habitOf([])).toEqual({ texts: 1, next: 1, further: 1 });
  });

  test("where most are cut, sentences tell, and more so of the next text", () => {
    const { texts, next, further } = habitOf(Array(12).fill(CUT));
    expect(texts).toBeLessThan(0.2);
    expect(further).toBeGreaterThan(texts + 0.2);
    expect(next).toBeGreaterThan(further + 0.2);
    expect(next).toBeLessThan(1);
  });

  test("where a pause ends sentences too, an open end says nothing of any text", () => {
    const { texts, next, further } = habitOf(Array(12).fill(OLD));
    expect(texts).toBeLessThan(0.2);
    expect([next, further]).toEqual([texts, texts]);
  });

  test("a few stops show no habit", () => {
    const { texts, next } = habitOf([CUT, CUT]);
    expect(next).toBe(texts);
  });
});
