/**
 * Which block of text goes on in which: columns cut in the middle of a sentence, with captions, credits and adverts
 * between them. Every tail takes at most one head, so that the page as a whole is most likely. What stands twice on
 * both sides of a seam is cut, and a tail and a head that belong to nothing are the two sides of a gap.
 */
import { seamText, tableOf } from "../../language/index.ts";
import { emWidth, endsSentence } from "../../language/punctuation.ts";
import { measureRows } from "../../layout/measure.ts";
import { bestAssignment } from "../../model/assignment.ts";
import { type FeatureWeights, logOdds, weigh } from "../../model/weights.ts";
import { blockOffsets } from "../../page/text.ts";
import type { Edit, Evidence, Page, Proposal, Warning } from "../../page/types.ts";
import type { Tools } from "../types.ts";
import { seamChoices } from "./choices.ts";
import { type TextBlock, textBlocks } from "./ends.ts";
import { featuresOf, type SeamContext } from "./evidence.ts";
import { findGaps } from "./gaps.ts";
import { collectRuns, findTopics, shareRuns, wordPairs } from "./page-text.ts";
import { nearPairs, type Pair } from "./pairs.ts";
import { findRivals } from "./rivals.ts";
import { withSettledGaps, withSettledPairs, withVerdicts } from "./settled.ts";
import { collectWords } from "./words.ts";

export { featuresOf, type Pair, type SeamContext };

/** Between these probabilities a seam could as well be decided otherwise, and says so. */
const UNCERTAIN = [0.25, 0.75] as const;

/** A pair and what was decided about it. */
export interface Candidate extends Pair {
  /** Log-odds against the tail having no head at all. */
  readonly sum: number;
  /** Probability that the tail goes on in this head, among all its heads and none. */
  readonly share: number;
  /** What people have decided about it, as a term of the sum. */
  readonly verdict?: Evidence;
}

export function seams(page: Page, tools: Tools): Proposal {
  const { settled } = tools;
  const { blocks, pairs: near, context } = seamPairs(page, tools);
  const pairs = settled ? withSettledPairs(near, blocks, context, settled) : near;
  const kind = tools.model ? "model" : "plain";
  const weights = tools.weights.seams[kind];
  const judged = judge(pairs, weights, context);
  const candidates = settled ? withVerdicts(judged, settled) : judged;
  const taken = choose(candidates);
  // Where boxes part the page into stacks, most pairs of stacks look like a gap to who cannot read.
  const isBlind = !tools.model && page.lines.some(({ print }) => print);
  const found = isBlind ? [] : findGaps(judged, taken, tools.weights.gaps[kind], context);
  const gaps = settled ? withSettledGaps(found, candidates, taken, settled) : found;
  const edits = [
    ...taken.flatMap((it) => overlapEdit(page, it)),
    ...chains(page, taken, gaps, context, tools),
  ];
  return {
    edits,
    warnings: [...gaps.map(gapWarning), ...uncertainties(candidates, taken, gaps)],
    ...(tools.explain && { choices: seamChoices(candidates, taken, gaps, tools.weights, kind, context) }),
  };
}

/** Weighs the pairs. Each tail chooses one of its heads, or none: the odds of all of them share its probability. */
export function judge(pairs: Iterable<Pair>, weights: FeatureWeights, context: SeamContext): Candidate[] {
  const judged: { -readonly [name in keyof Candidate]: Candidate[name] }[] = [];
  const odds = new Map<number, number>();
  for (const pair of pairs) {
    const { tail, head, repeat } = pair;
    const sum = logOdds(featuresOf(pair, context), weights);
    judged.push({ tail, head, repeat, sum, share: Math.exp(sum) });
    odds.set(tail.index, (odds.get(tail.index) ?? 1) + Math.exp(sum));
  }
  for (const it of judged) it.share /= odds.get(it.tail.index) as number;
  return judged;
}

/** The joins that make the page as a whole most likely: each tail goes on in at most one head. */
export function choose(candidates: readonly Candidate[]): Candidate[] {
  const edges = candidates
    .filter(({ sum }) => sum > 0)
    .map((it) => ({ from: it.tail.index, to: it.head.index, weight: it.sum, it }));
  return withoutCircles(bestAssignment(edges).map(({ it }) => it));
}

/** All pairs of text blocks that may be one paragraph, and what they are seen against; the training looks at the same. */
export function seamPairs(
  page: Page,
  { model, encoder }: Pick<Tools, "model" | "encoder">,
): { blocks: TextBlock[]; pairs: Iterable<Pair>; context: SeamContext } {
  const rows = measureRows(page);
  const table = tableOf(page.source.lang);
  const { blocks, titles } = textBlocks(page, rows, table, model);
  const numbered = wordPairs([...blocks.map(({ text }) => text), ...titles.values()]);
  const sections = [...blocks.map(({ headings }) => headings), ...titles.keys()];
  const pairs = nearPairs(blocks, { model, table });
  const context: SeamContext = {
    table,
    model,
    encoder,
    runs: collectRuns(rows),
    words: table.spaced ? collectWords(rows) : null,
    shared: shareRuns(numbered, blocks.length),
    topics: findTopics(numbered, sections, blocks.length),
    stopHabit: stopHabit(blocks),
    indents: blocks.some((block) => block.firstRow.line.indent >= 1),
    rivals: findRivals(pairs, model),
  };
  return { blocks, pairs, context };
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
  const seen = new Set<Candidate>();
  for (const start of taken) {
    let weakest = start;
    let at: Candidate | undefined = start;
    // A chain that was followed before has its end behind it.
    while (at && !seen.has(at)) {
      seen.add(at);
      if (at.sum < weakest.sum) weakest = at;
      at = next.get(at.head.index);
      if (at === start) next.delete(weakest.tail.index);
    }
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
  { text }: Page,
  taken: readonly Candidate[],
  gaps: readonly Candidate[],
  context: SeamContext,
  { gapMark, bare, model, weights }: Tools,
): Edit[] {
  const termsOf = (it: Candidate) => [
    ...(it.verdict ? [it.verdict] : []),
    ...weigh(featuresOf(it, context), weights[isGap.has(it) ? "gaps" : "seams"][set]),
  ];
  const set = model ? "model" : "plain";
  const next = new Map([...taken, ...gaps].map((it) => [it.tail.index, it]));
  const heads = new Set([...taken, ...gaps].map((it) => it.head.index));
  const isGap = new Set(gaps);
  const edits: Edit[] = [];
  for (const first of next.values()) {
    if (heads.has(first.tail.index)) continue;
    const { id, role, doubtful } = first.tail;
    if (doubtful) edits.push({ kind: "label", block: id, was: role, role: "text", reason: "goes-on" });
    for (let at: Candidate | undefined = first; at; at = next.get(at.head.index)) {
      const kind = isGap.has(at) ? "gap" : at.repeat > 0 ? "overlap" : "column";
      const head = at.head.text.slice(at.repeat);
      const { glue, dropped } = seamText(text, at.tail, head, context.table.spaced);
      if (kind === "column") edits.push(...dropped);
      edits.push({
        kind: "join",
        tail: first.tail.id,
        head: at.head.id,
        seam: {
          kind,
          glue: kind === "gap" ? gapMark : glue,
          confidence: Math.round(1000 * at.share) / 1000,
        },
        was: at.head.standing,
        reason: kind,
        ...(!bare && { evidence: termsOf(at) }),
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

/** Seams that could as well be decided otherwise: joined, or not, with a probability near one half. */
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
        it.share > UNCERTAIN[0] &&
        it.share < UNCERTAIN[1] &&
        (joined.has(it) || !(settled.has(`t${it.tail.index}`) || settled.has(`h${it.head.index}`))),
    )
    .map((it) => ({
      code: "uncertain-seam",
      message: `“${it.tail.text.slice(-8)}” may ${joined.has(it) ? "not " : ""}go on in “${it.head.text.slice(0, 8)}”`,
      span: { start: it.tail.end, end: it.tail.end },
    }));
}
