import { describe, expect, test } from "@jest/globals";
import { applyEdits, undoEdits } from "../../src/page/edits.ts";
import { blockText } from "../../src/page/text.ts";
import type { Edit, Page } from "../../src/page/types.ts";
import { readText } from "../../src/read/index.ts";

/** Blocks 0 (天晴，), 4 (江) and 6 (边有风。). */
const page = readText("天晴，\n江\n边有风。", { path: null, encoding: "utf-8", sha256: null })[0] as Page;
const texts = (it: Page) => it.blocks.map((block) => blockText(it, block));

const SEAM = { kind: "column", glue: "", confidence: 0.9 } as const;
const WAS = { role: "text", article: null } as const;
const join = (tail: number, head: number, glue = ""): Edit => ({
  kind: "join",
  tail,
  head,
  seam: { ...SEAM, glue },
  was: WAS,
  reason: "column",
});
const replace = (start: number, was: string, text: string): Edit => ({
  kind: "replace",
  span: { start, end: start + was.length },
  was,
  text,
  reason: "full-width",
});
const split = (block: number, end: number, at: number): Edit => ({
  kind: "split",
  block,
  end,
  at,
  reason: "byline",
});
const label: Edit = { kind: "label", block: 4, was: "text", role: "title", reason: "role" };
const assign: Edit = { kind: "assign", block: 6, was: null, article: 4, reason: "article" };

describe("each kind of edit, applied and undone", () => {
  test.each<[string, Edit[], string[]]>([
    ["replace", [replace(2, "，", "。")], ["天晴。", "江", "边有风。"]],
    ["replace by nothing", [replace(0, "天", "")], ["晴，", "江", "边有风。"]],
    ["join", [join(4, 6)], ["天晴，", "江边有风。"]],
    ["join with glue", [join(0, 4, "[…]")], ["天晴，[…]江", "边有风。"]],
    ["join backwards", [join(6, 4)], ["天晴，", "边有风。江"]],
    ["join twice", [join(0, 4), join(0, 6)], ["天晴，江边有风。"]],
    ["join a block that was joined", [join(4, 6), join(0, 4)], ["天晴，江边有风。"]],
    ["split", [split(6, 7, 7)], ["天晴，", "江", "边", "有风。"]],
    ["split with something left between", [split(6, 7, 8)], ["天晴，", "江", "边", "风。"]],
    ["split inside a later piece", [join(0, 6), split(0, 8, 8)], ["天晴，边有", "江", "风。"]],
    ["label", [label], ["天晴，", "江", "边有风。"]],
    ["assign", [assign], ["天晴，", "江", "边有风。"]],
  ])("%s", (_, edits, expected) => {
    const changed = applyEdits(page, edits);
    expect(texts(changed)).toEqual(expected);
    expect(changed).not.toEqual(page);
    expect(undoEdits(changed, edits)).toEqual(page);
  });

  test("how sure a role is stays when the block is named again, and goes when the name is taken back", () => {
    const sure: Edit = { ...label, certainty: 0.8 };
    const again: Edit = { ...label, was: "title", role: "kicker" };
    const named = applyEdits(page, [sure, again]);
    expect(named.blocks[1]).toEqual({ ...page.blocks[1], role: "kicker", certainty: 0.8 });
    expect(undoEdits(named, [again]).blocks[1]).toEqual({ ...page.blocks[1], role: "title", certainty: 0.8 });
    expect(Object.keys(undoEdits(named, [sure, again]).blocks[1] ?? {})).not.toContain("certainty");
    expect(Object.keys(applyEdits(page, [label]).blocks[1] ?? {})).not.toContain("certainty");
  });

  test("a block cannot be freed from itself", () => {
    expect(() => undoEdits(page, [join(4, 4)])).toThrow("block 4 did not join block 4");
  });

  test("a page stays as it was when blocks of it grow", () => {
    const before = structuredClone(page);
    const once = applyEdits(page, [join(0, 4)]);
    const kept = structuredClone(once);
    applyEdits(once, [join(0, 6)]);
    undoEdits(once, [join(0, 4)]);
    expect([page, once]).toEqual([before, kept]);
  });

  test("a label and an assignment change one block and nothing else", () => {
    expect(applyEdits(page, [label, assign]).blocks).toEqual([
      page.blocks[0],
      { ...page.blocks[1], role: "title" },
      { ...page.blocks[2], article: 4 },
    ]);
  });

  test("a split where two pieces met takes the seam away, and undoing it puts it back", () => {
    const joined = applyEdits(page, [join(4, 6, " ")]);
    const apart: Edit = {
      kind: "split",
      block: 4,
      end: 5,
      at: 6,
      seam: { ...SEAM, glue: " " },
      reason: "byline",
    };
    expect(texts(applyEdits(joined, [apart]))).toEqual(["天晴，", "江", "边有风。"]);
    expect(undoEdits(applyEdits(joined, [apart]), [apart])).toEqual(joined);
  });

  test("no edits, no new page", () => {
    expect(applyEdits(page, [])).toBe(page);
    expect(undoEdits(page, [])).toBe(page);
  });

  test("the page itself stays as it was", () => {
    const before = structuredClone(page);
    applyEdits(page, [replace(2, "，", "。"), join(0, 4), assign]);
    expect(page).toEqual(before);
  });

  test("blocks and changes stay in the order of the page", () => {
    const changed = applyEdits(page, [replace(6, "边", "岸"), replace(0, "天", "昨"), split(6, 7, 7)]);
    expect(changed.blocks.map((block) => block.id)).toEqual([0, 4, 6, 7]);
    expect(changed.changes.map((change) => change.start)).toEqual([0, 6]);
  });
});

describe("what the page has not cannot be edited", () => {
  test.each<[string, Edit[], string]>([
    ["label of no block", [{ ...label, block: 5 }], "the page has no block 5"],
    ["assign of no block", [{ ...assign, block: 5 }], "the page has no block 5"],
    ["join of no head", [join(0, 5)], "the page has no block 5"],
    ["join of a block to itself", [join(4, 4)], "block 4 cannot join block 4"],
    ["join of a block that is gone", [join(0, 4), join(6, 4)], "the page has no block 4"],
    ["split at the start", [split(6, 6, 6)], "block 6 cannot be split at 6"],
    ["split outside the block", [split(4, 5, 7)], "block 4 cannot be split at 7"],
    ["two replacements of one place", [replace(0, "天", "昨"), replace(0, "天", "今")], "two edits replace"],
  ])("%s", (_, edits, message) => {
    expect(() => applyEdits(page, edits)).toThrow(RangeError);
    expect(() => applyEdits(page, edits)).toThrow(message);
  });

  test.each<[string, Edit[], string]>([
    ["a join that was not made", [join(0, 4)], "block 4 did not join block 0"],
    ["a split that was not made", [split(6, 7, 7)], "the page has no block 7"],
  ])("nor undone: %s", (_, edits, message) => {
    expect(() => undoEdits(page, edits)).toThrow(message);
  });
});
