import { expect, test } from "@jest/globals";
import { undoEdit } from "../../src/api.ts";
import { repair } from "../../src/fix.ts";
import { fixPage } from "../../src/index.ts";
import { applyEdits } from "../../src/page/edits.ts";
import { withoutEdit } from "../../src/page/undo.ts";
import { readText } from "../../src/read/index.ts";
import { goodCases, pageText } from "../fixtures.ts";

const OPTIONS = { gapMark: "[…]", keepTypography: false };

test("any edit of a page can be left out, and nothing is lost by it", async () => {
  for (const name of goodCases())
    for (const page of readText(await pageText(name), { path: null, encoding: "utf-8", sha256: null })) {
      const { log } = repair(page, OPTIONS);
      const whole = applyEdits(page, log);
      const held = whole.blocks.reduce((sum, { pieces }) => sum + pieces.length, 0);
      for (const [n, edit] of log.entries()) {
        const { log: rest, also } = withoutEdit(log, n);
        const undone = applyEdits(page, rest);
        // Spans of pieces are those of the lines, whatever is joined; a split less is a piece less, at most.
        const pieces = undone.blocks.reduce((sum, it) => sum + it.pieces.length, 0);
        expect(held - pieces).toBe(edit.kind === "split" && !edit.seam && edit.at > 0 ? 1 : 0);
        expect(also.length === 0 || edit.kind === "split").toBe(true);
        // No text is left outside all articles by it, unless that was what the edit said.
        const lost = undone.blocks.filter((it) => it.role !== "furniture" && it.article === null);
        const before = whole.blocks.filter((it) => it.role !== "furniture" && it.article === null);
        expect(lost.length).toBeLessThanOrEqual(
          before.length + (edit.kind === "assign" || edit.kind === "label" ? 1 : 0),
        );
      }
    }
});

const text = "头一段在栏末断开、一\n\n句话还没有说完、又断\n\n开了,现在说完了。";
const document = fixPage(text, { edits: true });
const joins = document.edits.flatMap((edit, n) => (edit.kind === "join" ? [n] : []));

test("of a chain of three, the first link undone leaves the last two together", async () => {
  expect(document.articles[0]?.body.map((it) => it.text)).toEqual([
    "头一段在栏末断开、一句话还没有说完、又断开了，现在说完了。",
  ]);
  const { document: undone } = await undoEdit(text, document, joins[0] ?? -1);
  expect(undone.articles.map(({ body }) => body.map((it) => it.text))).toEqual([
    ["头一段在栏末断开、一", "句话还没有说完、又断开了，现在说完了。"],
  ]);
  expect(undone.edits).toHaveLength(document.edits.length);
});

test("a character that was replaced reads as it did", async () => {
  const n = document.edits.findIndex((edit) => edit.kind === "replace");
  const { document: undone } = await undoEdit(text, document, n);
  expect(undone.articles[0]?.body[0]?.text).toContain("开了,现在");
});

test("undone twice, two edits are gone", async () => {
  const { document: once } = await undoEdit(text, document, joins[0] ?? -1);
  const again = once.edits.findIndex((edit) => edit.kind === "join");
  const { document: twice } = await undoEdit(text, once, again);
  expect(twice.articles[0]?.body).toHaveLength(3);
});

test("there is no such edit", () => {
  expect(() => withoutEdit(document.edits, 999)).toThrow(new RangeError("there is no edit 999"));
});
