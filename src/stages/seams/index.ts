/**
 * Which block of text goes on in which: columns cut in the middle of a sentence, with captions, credits and adverts
 * between them. Every tail takes at most one head, so that the page as a whole is most likely. What stands twice on
 * both sides of a seam is cut, and a tail and a head that belong to nothing are the two sides of a gap.
 */
import { glueBetween, tableOf } from "../../language/index.ts";
import { emWidth, endsSentence } from "../../language/punctuation.ts";
import { measureRows } from "../../layout/measure.ts";
import { bestAssignment } from "../../model/assignment.ts";
import { probability } from "../../model/log-odds.ts";
import { UNCERTAIN } from "../../model/weights/seams.ts";
import { blockOffsets } from "../../page/text.ts";
import type { Edit, JoinEdit, Page, Proposal, StageOptions, Warning } from "../../page/types.ts";
import { type TextBlock, textBlocks } from "./ends.ts";
import { type Candidate, type SeamContext, weighSeam } from "./evidence.ts";
import { findGaps } from "./gaps.ts";
import { countRuns } from "./page-text.ts";

/** Blocks of text ahead and back in which a tail looks for its head. A page seldom has more columns than this. */
const AHEAD = 12;
const BACK = 6;

export function seams(page: Page, options: StageOptions): Proposal {
  const rows = measureRows(page);
  const blocks = textBlocks(page, rows);
  const context: SeamContext = {
    lang: page.source.lang,
    table: tableOf(page.source.lang),
    runs: countRuns(rows),
    stopHabit: stopHabit(blocks),
    indents: blocks.some((block) => block.firstRow.line.indent >= 1),
  };
  const candidates = blocks.flatMap((tail) => candidatesOf(tail, blocks, context));
  const taken = withoutCircles(
    bestAssignment(
      candidates.map((it) => ({ from: it.tail.index, to: it.head.index, weight: it.sum, it })),
    ).map(({ it }) => it),
  );
  const gaps = findGaps(blocks, candidates, taken);
  const edits = [...taken.flatMap((it) => overlapEdit(page, it)), ...chains(taken, gaps, context, options)];
  return { edits, warnings: [...gaps.map(gapWarning), ...uncertainties(candidates, taken, gaps)] };
}

function candidatesOf(tail: TextBlock, blocks: readonly TextBlock[], context: SeamContext): Candidate[] {
  const near = blocks.slice(Math.max(0, tail.index - BACK), tail.index + AHEAD + 1);
  return near.filter((head) => head !== tail).map((head) => weighSeam(tail, head, context));
}

/** Share of the paragraphs that end with a stop: on a page without any habit, an open end says nothing. */
function stopHabit(blocks: readonly TextBlock[]): number {
  const long = blocks.filter((block) => emWidth(block.text) >= PARAGRAPH);
  if (long.length === 0) return 1;
  const ending = long.filter((block) => endsSentence(block.text)).length;
  return Math.min(1, (ending + 1) / (0.6 * long.length + 1));
}

const PARAGRAPH = 30;

/** A chain of joins that bites its own tail is no reading order: its weakest join is given up. */
function withoutCircles(taken: readonly Candidate[]): Candidate[] {
  const next = new Map(taken.map((it) => [it.tail.index, it]));
  for (const start of taken) {
    let weakest = start;
    let at: Candidate | undefined = start;
    do {
      if (at.sum < weakest.sum) weakest = at;
      at = next.get(at.head.index);
    } while (at && at !== start);
    if (at) next.delete(weakest.tail.index);
  }
  return taken.filter((it) => next.get(it.tail.index) === it);
}

/** Takes the repeat out of the head. */
function overlapEdit(page: Page, { head, repeat }: Candidate): Edit[] {
  if (repeat === 0) return [];
  const block = page.blocks.find((it) => it.id === head.id);
  const offsets = block ? blockOffsets(page, block) : [];
  const end = (offsets[repeat - 1] ?? -1) + 1;
  if (end !== head.start + repeat) return [];
  const was = page.text.slice(head.start, end);
  return [{ kind: "replace", span: { start: head.start, end }, was, text: "", reason: "overlap" }];
}

/** The joins, each chain from its first block on. */
function chains(
  taken: readonly Candidate[],
  gaps: readonly Candidate[],
  context: SeamContext,
  options: StageOptions,
): JoinEdit[] {
  const next = new Map([...taken, ...gaps].map((it) => [it.tail.index, it]));
  const heads = new Set([...taken, ...gaps].map((it) => it.head.index));
  const isGap = new Set(gaps);
  const edits: JoinEdit[] = [];
  for (const first of next.values()) {
    if (heads.has(first.tail.index)) continue;
    for (let at: Candidate | undefined = first; at; at = next.get(at.head.index)) {
      const kind = isGap.has(at) ? "gap" : at.repeat > 0 ? "overlap" : "column";
      const glue = glueBetween(at.tail.text, at.head.text.slice(at.repeat), context.table.spaced);
      edits.push({
        kind: "join",
        tail: first.tail.id,
        head: at.head.id,
        seam: {
          kind,
          glue: kind === "gap" ? options.gapMark : glue,
          confidence: probability(kind === "gap" ? -at.sum : at.sum),
        },
        was: { role: at.head.role, article: null },
        reason: kind,
        evidence: at.evidence,
      });
    }
  }
  return edits;
}

function gapWarning({ tail, head }: Candidate): Warning {
  const near = head.start >= tail.end && head.start - tail.end <= 60;
  return {
    code: "missing-text",
    message: `text is missing between “${tail.text.slice(-8)}” and “${head.text.slice(0, 8)}”`,
    span: { start: tail.end, end: near ? head.start : tail.end },
  };
}

/** Seams that could as well be decided otherwise: joined, or not, by odds of less than 3 to 1. */
function uncertainties(
  candidates: readonly Candidate[],
  taken: readonly Candidate[],
  gaps: readonly Candidate[],
): Warning[] {
  const settled = new Set([...taken, ...gaps].flatMap((it) => [`t${it.tail.index}`, `h${it.head.index}`]));
  const joined = new Set(taken);
  return candidates
    .filter(
      (it) =>
        Math.abs(it.sum) < UNCERTAIN &&
        (joined.has(it) || !(settled.has(`t${it.tail.index}`) || settled.has(`h${it.head.index}`))),
    )
    .map((it) => ({
      code: "uncertain-seam",
      message: `“${it.tail.text.slice(-8)}” may ${joined.has(it) ? "not " : ""}go on in “${it.head.text.slice(0, 8)}”`,
      span: { start: it.tail.end, end: it.tail.end },
    }));
}
