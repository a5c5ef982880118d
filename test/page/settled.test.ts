/** What stages ask about decisions, place by place, and what is told of decisions that a page does not show. */
import { describe, expect, test } from "@jest/globals";
import {
  choicesThatStand,
  roleOf,
  type Settled,
  unmet,
  verdictOn,
  verdictOnLines,
} from "../../src/page/settled.ts";
import type { Block, Choice, Page, Piece, Role, SeamKind, Span } from "../../src/page/types.ts";

const span = (start: number, end: number): Span => ({ start, end });
const none: Settled = { seams: [], roles: [], articles: [] };
const seam = (verdict: "join" | "apart" | "gap", tail: number, head: number): Settled => ({
  ...none,
  seams: [{ verdict, tail, head, says: "that one" }],
});
const named = (role: Role, start: number, end: number): Settled => ({
  ...none,
  roles: [{ role, span: span(start, end), says: "that one" }],
});
const block = (
  id: number,
  pieces: readonly Piece[],
  role: Role = "text",
  article: number | null = null,
): Block => ({
  id,
  pieces,
  role,
  article,
});

describe("about two stretches, of which the first ends and the second begins where it was said", () => {
  const settled = seam("join", 10, 20);

  test.each([
    ["on the spot", span(0, 10), span(20, 30)],
    ["two marks behind the place, which anchors pass over", span(0, 12), span(20, 30)],
    ["a head that begins with a repeat, of eight units at most", span(0, 10), span(12, 30)],
  ])("%s", (_, tail, head) => {
    expect(verdictOn(settled, tail, head)).toBe("join");
  });

  test.each([
    ["three units behind the place", span(0, 13), span(20, 30)],
    ["a tail that ends before it", span(0, 9), span(20, 30)],
    ["a tail that begins there", span(10, 12), span(20, 30)],
    ["a head that begins behind it", span(0, 10), span(21, 30)],
    ["a head that ends there", span(0, 10), span(12, 20)],
    ["a head that begins nine units before it", span(0, 10), span(11, 30)],
  ])("not: %s", (_, tail, head) => {
    expect(verdictOn(settled, tail, head)).toBeNull();
  });

  test("nothing was decided at all", () => {
    expect(verdictOn(undefined, span(0, 10), span(20, 30))).toBeNull();
    expect(verdictOnLines(undefined, span(0, 10), span(20, 30))).toBeNull();
  });
});

describe("about two lines", () => {
  test("what has a role of its own begins and ends with its lines", () => {
    expect(verdictOnLines(named("title", 0, 10), span(0, 10), span(11, 20))).toBe("apart");
    expect(verdictOnLines(named("title", 11, 20), span(0, 10), span(11, 20))).toBe("apart");
    expect(verdictOnLines(named("title", 0, 20), span(0, 10), span(11, 20))).toBeNull();
  });

  test("unless it was decided otherwise", () => {
    const both = { ...named("title", 0, 10), seams: seam("join", 10, 11).seams };
    expect(verdictOnLines(both, span(0, 10), span(11, 20))).toBe("join");
  });
});

describe("the role of a block", () => {
  const own = block(10, [span(10, 15), span(20, 30)]);

  test.each([
    ["that begins in the stretch", named("title", 5, 15)],
    ["that begins with it", named("title", 10, 15)],
    ["that begins two marks before it", named("title", 12, 15)],
  ])("%s", (_, settled) => {
    expect(roleOf(settled, own)).toBe("title");
  });

  test.each([
    ["that begins where the stretch ends", named("title", 5, 10)],
    ["that begins three units before it", named("title", 13, 20)],
    ["that is kept apart from another", seam("apart", 30, 40)],
    ["that others are joined beside", seam("join", 50, 60)],
  ])("none %s", (_, settled) => {
    expect(roleOf(settled, own)).toBeNull();
  });

  test("is text where it is a tail, or a head, of a join or of a gap", () => {
    expect(roleOf(seam("join", 30, 40), own)).toBe("text");
    expect(roleOf(seam("join", 5, 10), own)).toBe("text");
    expect(roleOf(seam("gap", 30, 40), own)).toBe("text");
    expect(roleOf(undefined, own)).toBeNull();
  });
});

const SEAM = (kind: SeamKind) => ({ kind, glue: "", confidence: 1 });
const TEXT = "甲".repeat(200);
const pageOf = (...blocks: Block[]): Page => ({
  source: { path: null, format: "text", encoding: "utf-8", lang: "zh-Hans", sha256: null },
  text: TEXT,
  span: span(0, 100),
  lines: [],
  blocks,
  changes: [],
  warnings: [],
});
/** Two blocks, and the same as one block. */
const APART = pageOf(block(0, [span(0, 10)]), block(20, [span(20, 30)]));
const together = (kind: SeamKind) => pageOf(block(0, [span(0, 10), { ...span(20, 30), seam: SEAM(kind) }]));

describe("decisions that a page does not show", () => {
  const told = (page: Page, settled: Settled) =>
    unmet(page, settled).map(({ message, span }) => [message, span?.start]);
  const SEAMS =
    "that one: this could not be carried out; a decision about one of the two pieces, or the end of a line, stands against it";
  const ROLES =
    "that one: this could not be carried out; it must be whole lines, and no other decision may make it part of something else";
  const ARTICLES =
    "that one: this could not be carried out; one of the two stands in no article, or another decision stands against it";

  test.each([
    ["a join of two blocks", APART, seam("join", 10, 20)],
    ["a gap of two blocks", APART, seam("gap", 10, 20)],
    ["a gap where they were joined", together("column"), seam("gap", 10, 20)],
    ["a join where there is a gap", together("gap"), seam("join", 10, 20)],
    ["two blocks of what was joined", together("wrap"), seam("apart", 10, 20)],
    ["a place inside a line", pageOf(block(0, [span(0, 30)])), seam("apart", 10, 20)],
    ["a tail that is no more", pageOf(block(20, [span(20, 30)])), seam("join", 10, 20)],
    ["a head that is no more", pageOf(block(0, [span(0, 10)])), seam("join", 10, 20)],
  ])("%s", (_, page, settled) => {
    expect(told(page, settled)).toEqual([[SEAMS, 20]]);
  });

  test.each([
    ["two blocks", APART, seam("apart", 10, 20)],
    ["a join", together("column"), seam("join", 10, 20)],
    ["a join over a line end", together("wrap"), seam("join", 10, 20)],
    ["a gap", together("gap"), seam("gap", 10, 20)],
    ["what is not on this page", APART, seam("join", 110, 120)],
    ["nor at its end", APART, seam("join", 90, 100)],
  ])("but not %s", (_, page, settled) => {
    expect(told(page, settled)).toEqual([]);
  });

  test("a role that the block does not have; a headline that has swallowed the text below", () => {
    const title = pageOf(block(0, [span(0, 60)], "title"));
    expect(told(title, named("title", 0, 10))).toEqual([]);
    expect(told(pageOf(block(0, [span(0, 61)], "title")), named("title", 0, 10))).toEqual([[ROLES, 0]]);
    expect(told(title, named("byline", 0, 60))).toEqual([[ROLES, 0]]);
    expect(told(title, named("title", 60, 70))).toEqual([[ROLES, 60]]);
    expect(told(title, named("byline", 110, 120))).toEqual([]);
    expect(told(pageOf(block(0, [span(0, 90)], "text")), named("text", 0, 10))).toEqual([]);
  });

  test("articles", () => {
    const page = pageOf(block(0, [span(0, 10)], "text", 0), block(20, [span(20, 30)], "text", 0));
    const two = pageOf(block(0, [span(0, 10)], "text", 0), block(20, [span(20, 30)], "text", 20));
    const wanted = (together: boolean, first = 0): Settled => ({
      ...none,
      articles: [{ together, first, second: 20, says: "that one" }],
    });
    expect(told(page, wanted(false))).toEqual([[ARTICLES, 20]]);
    expect(told(two, wanted(true))).toEqual([[ARTICLES, 20]]);
    expect([...told(page, wanted(true)), ...told(two, wanted(false))]).toEqual([]);
    expect(told(two, wanted(true, 110))).toEqual([]);
    expect(told(pageOf(block(20, [span(20, 30)], "text", 20)), wanted(true))).toEqual([[ARTICLES, 20]]);
    expect(told(pageOf(block(0, [span(0, 10)], "text", 0)), wanted(true))).toEqual([[ARTICLES, 20]]);
  });
});

describe("choices that the repaired page shows", () => {
  const choice = (decided: Choice["decided"], tail: Span | null, head: Span): Choice => ({
    about: tail ? "seam" : "role",
    decided,
    probability: 1,
    tail: tail && { ...tail, text: "" },
    head: { ...head, text: "" },
    evidence: [],
    second: null,
  });
  const joined = choice("joined", span(0, 10), span(20, 30));
  const apart = choice("apart", span(0, 10), span(20, 30));
  const role = choice("title", null, span(0, 10));

  test("what a stage joined and a later one parted is no choice, and the other way round", () => {
    expect(choicesThatStand(APART, [joined, apart, role])).toEqual([apart, role]);
    expect(choicesThatStand(together("gap"), [joined, apart, role])).toEqual([joined, role]);
  });

  test("without choices nothing is looked for", () => {
    expect(choicesThatStand(APART, [])).toEqual([]);
  });
});
