/** What becomes of a log when one of its edits is taken out, edit by edit; `undo.test.ts` asks it of whole pages. */
import { describe, expect, test } from "@jest/globals";
import type { Edit, JoinEdit, Role, SplitEdit } from "../../src/page/types.ts";
import { withoutEdit } from "../../src/page/undo.ts";

const was = { role: "text", article: null } as const;
const join = (tail: number, head: number, reason = "column"): JoinEdit => ({
  kind: "join",
  tail,
  head,
  seam: { kind: "column", glue: "", confidence: 1 },
  was,
  reason,
});
const split = (block: number, at: number, reason = "byline"): SplitEdit => ({
  kind: "split",
  block,
  end: at,
  at,
  reason,
});
const label = (block: number, role: Role, from: Role = "text", reason = "role"): Edit => ({
  kind: "label",
  block,
  was: from,
  role,
  reason,
});
const assign = (block: number, article: number | null, from: number | null = null): Edit => ({
  kind: "assign",
  block,
  was: from,
  article,
  reason: "article",
});
/** What is left without edit `n`, and what went with it. */
const without = (n: number, ...log: Edit[]) => {
  const { log: rest, also } = withoutEdit(log, n);
  return [rest, also];
};

describe("without a join", () => {
  test("what others did stays as it was", () => {
    const others = [label(90, "title"), join(90, 95), assign(90, 90)];
    expect(without(0, join(0, 10), ...others)).toEqual([others, []]);
    expect(without(3, ...others, join(0, 10))).toEqual([others, []]);
  });

  test("what was joined behind goes on in the head", () => {
    expect(without(0, join(0, 10), join(0, 20))).toEqual([[join(10, 20)], []]);
  });

  test("what took the tail in holds the tail alone, and the head stays where it is", () => {
    const rest = [join(50, 0), join(50, 60)];
    expect(without(0, join(0, 10), ...rest)).toEqual([[join(50, 0), join(10, 60)], []]);
  });

  test("the head goes to the article that the tail went to, from there to the next", () => {
    expect(without(0, join(0, 10), assign(0, 5), assign(0, 7, 5))).toEqual([
      [assign(0, 5), assign(10, 5), assign(0, 7, 5), assign(10, 7, 5)],
      [],
    ]);
  });

  test("of two lines that were no unit both are what the block was found to be", () => {
    expect(without(0, join(0, 10, "wrap"), label(0, "title"), label(0, "kicker", "title"))).toEqual([
      [label(0, "title"), label(10, "title"), label(0, "kicker", "title"), label(10, "kicker", "title")],
      [],
    ]);
    const same: JoinEdit = { ...join(0, 10, "wrap"), was: { role: "title", article: null } };
    expect(without(0, same, label(0, "title"))).toEqual([[label(0, "title")], []]);
  });

  test("a column's head keeps its role, whatever its tail is called later", () => {
    expect(without(0, join(0, 10), label(0, "caption"))).toEqual([[label(0, "caption")], []]);
    expect(without(0, join(0, 10, "wrap"), label(90, "title"))).toEqual([[label(90, "title")], []]);
  });

  test("a cut in the head cuts the head", () => {
    expect(without(0, join(0, 10), split(0, 15))).toEqual([[split(10, 15)], []]);
  });

  test("a cut before the head cuts the tail, and the head stands behind what was cut off", () => {
    expect(without(0, join(0, 10), split(0, 5), join(5, 30))).toEqual([[split(0, 5), join(10, 30)], []]);
  });

  test("a cut between the two was made by it already", () => {
    expect(without(0, join(0, 10), split(0, 10), assign(0, 3))).toEqual([[assign(0, 3)], [1]]);
    expect(without(1, label(0, "title"), join(0, 10), label(50, "title"), split(0, 10))).toEqual([
      [label(0, "title"), label(50, "title")],
      [3],
    ]);
  });

  test("cuts are found among the pieces as they lie, though columns run back up the page", () => {
    // The block reads 40…, 20…, 60…: a cut at 25 goes through its second piece.
    expect(without(1, join(40, 20), join(40, 60), split(40, 25))).toEqual([
      [join(40, 20), split(40, 25)],
      [],
    ]);
    // And behind that cut what is left of the second piece goes on in the third.
    expect(without(1, join(40, 20), join(40, 60), split(40, 25), join(25, 80))).toEqual([
      [join(40, 20), split(40, 25), join(60, 80)],
      [],
    ]);
    expect(without(2, join(40, 20), split(40, 25), join(25, 60), split(25, 60))).toEqual([
      [join(40, 20), split(40, 25)],
      [3],
    ]);
  });
});

describe("without a split", () => {
  test("the name that the first part got by it goes, and what the second part was said to be", () => {
    expect(
      without(0, split(0, 10), label(0, "byline", "text", "byline"), label(10, "subhead"), assign(10, 3)),
    ).toEqual([[], [1, 2, 3]]);
  });

  test("other names stay, of the first part and of other blocks", () => {
    const rest = [label(0, "title"), label(50, "byline", "text", "byline"), assign(0, 3), assign(50, 3)];
    expect(without(0, split(0, 10), ...rest)).toEqual([rest, []]);
  });

  test("what the second part took in, the whole takes in; where the second part went, it stays", () => {
    expect(without(0, split(0, 10), join(10, 30), join(50, 60))).toEqual([[join(0, 30), join(50, 60)], []]);
    expect(without(1, label(70, "title"), split(0, 10), join(50, 10))).toEqual([[label(70, "title")], [2]]);
  });

  test("a cut of the second part is one of the whole", () => {
    expect(without(0, split(0, 10), split(10, 15), split(50, 55))).toEqual([
      [split(0, 15), split(50, 55)],
      [],
    ]);
  });
});

test("without a name, nothing else changes", () => {
  expect(without(0, label(0, "title"), split(0, 10), join(0, 10))).toEqual([[split(0, 10), join(0, 10)], []]);
});
