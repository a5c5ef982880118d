/**
 * Which block of text goes on in which: columns cut in the middle of a sentence, with captions, credits and adverts
 * between them. Every tail takes at most one head, so that the page as a whole is most likely. What stands twice on
 * both sides of a seam is cut, and a tail and a head that belong to nothing are the two sides of a gap.
 */
import { seamText, tableOf } from "../../language/index.ts";
import { isNumberAcross } from "../../language/punctuation.ts";
import { measureRows } from "../../layout/measure.ts";
import { weigh } from "../../model/weights.ts";
import { blockOffsets, quotedEnd, quotedStart } from "../../page/text.ts";
import type { Edit, Page, Proposal, Warning } from "../../page/types.ts";
import type { Tools } from "../types.ts";
import { acrossBy } from "./across.ts";
import { akinBy } from "./akin.ts";
import { seamChoices } from "./choices.ts";
import { type TextBlock, textBlocks } from "./ends.ts";
import { featuresOf, type SeamContext } from "./evidence.ts";
import { withFurther } from "./further.ts";
import { gapWeights, partGaps } from "./gaps.ts";
import { indentsOf } from "./indents.ts";
import { type Candidate, choose, judge, stopsTell } from "./judge.ts";
import { collectRuns, findTopics, shareRuns, wordPairs } from "./page-text.ts";
import { joinTerms, pairWeights } from "./pair-weights.ts";
import { nearPairs, type Pair, readingOf } from "./pairs.ts";
import { cutOf } from "./repeat.ts";
import { findRivals } from "./rivals.ts";
import { withSettledGaps, withSettledPairs, withVerdicts } from "./settled.ts";
import { stopHabitOf } from "./stops.ts";
import { collectWords } from "./words.ts";

export { type Candidate, choose, featuresOf, judge, type Pair, pairWeights, type SeamContext, stopsTell };

/** Between these probabilities a seam could as well be decided otherwise, and says so. */
const UNCERTAIN = [0.25, 0.75] as const;

/** A join that makes one figure of two says so unless it is surer than this. */
const SURE = 0.95;

export function seams(page: Page, tools: Tools): Proposal {
  const { settled } = tools;
  const { blocks, pairs: near, context: first } = seamPairs(page, tools);
  const pairs = settled ? withSettledPairs(near, blocks, first, settled) : near;
  const kind = tools.model ? "model" : "plain";
  // Where boxes part the page into stacks, most pairs of stacks look like a gap to who cannot read.
  const isBlind = !tools.model && page.lines.some(({ print }) => print);
  const isStopless = (blocks.length >= SHOWING && first.stopHabit.texts < HABIT) || pausesEnd(blocks);
  const gapless = isBlind || isStopless;
  const weights = pairWeights(tools.weights, kind, gapless);
  const { candidates: nearby, context } = judge(pairs, weights, first);
  const judged = isStopless ? nearby : withFurther(nearby, blocks, weights, context);
  const candidates = settled ? withVerdicts(judged, settled) : judged;
  const { whole: taken, gaps: found } = partGaps(choose(candidates), weights.likely);
  const gaps = settled ? withSettledGaps(found, candidates, taken, settled) : found;
  const edits = [
    ...taken.flatMap((it) => overlapEdit(page, it, tools)),
    ...chains(page, taken, gaps, context, tools),
  ];
  return {
    edits,
    warnings: [
      ...gaps.map(gapWarning),
      ...uncertainties(candidates, taken, gaps),
      ...taken.flatMap((it) => doubled(it, tools)),
    ],
    ...(tools.explain && { choices: seamChoices(candidates, taken, gaps, tools.weights, kind, context) }),
  };
}

/** All pairs of text blocks that may be one paragraph, and what they are seen against; the training looks at the same. */
export function seamPairs(
  page: Page,
  { model, encoder, words }: Pick<Tools, "model" | "encoder" | "words">,
): { blocks: TextBlock[]; pairs: readonly Pair[]; context: SeamContext } {
  const rows = measureRows(page);
  const table = tableOf(page.source.lang);
  const { blocks, titles } = textBlocks(page, rows, table, model);
  const texts = blocks.map(({ text }) => text);
  const numbered = wordPairs(page, [...texts, ...titles.values()]);
  const sections = [...blocks.map(({ headings }) => headings), ...titles.keys()];
  const pairs = nearPairs(blocks, { model, table });
  const readings = pairs.map((pair) => readingOf(pair, model));
  const context: SeamContext = {
    table,
    model,
    akin: model && encoder && akinBy(model, encoder),
    across: model && encoder?.cross ? acrossBy(model, encoder.cross) : null,
    runs: collectRuns(rows, texts),
    words: table.spaced ? collectWords(rows, words) : null,
    shared: shareRuns(numbered, blocks.length),
    topics: findTopics(numbered, sections, blocks.length),
    stopHabit: stopHabitOf(blocks),
    indents: indentsOf(blocks, table.spaced),
    readings,
    rivals: findRivals(pairs, readings),
    disorder: 0,
  };
  return { blocks, pairs, context };
}

/** Whether 、 is all that paragraphs of the page end with, as in papers of the 1930s. */
function pausesEnd(blocks: readonly TextBlock[]): boolean {
  const pauses = blocks.filter(({ text }) => text.endsWith("、")).length;
  return pauses >= 2 && !blocks.some(({ text }) => text.includes("。"));
}

/** Of that habit: where fewer texts end with a stop, an open end is no sign of a gap; fewer texts than that show no habit. */
const HABIT = 0.8;
const SHOWING = 8;

/** Takes the repeat out of the head. */
function overlapEdit(page: Page, it: Candidate, { model }: Tools): Edit[] {
  const { head } = it;
  const repeat = cutOf(it, model);
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
  { gapMark, bare, model, words, weights }: Tools,
): Edit[] {
  const termsOf = (it: Candidate) => [
    ...(it.verdict ? [it.verdict] : []),
    ...(isGap.has(it)
      ? weigh(featuresOf(it, context), gapWeights(weights, set))
      : joinTerms(featuresOf(it, context), weights.seams[set], it.together)),
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
      const cut = cutOf(at, model);
      const kind = isGap.has(at) ? "gap" : cut > 0 ? "overlap" : "column";
      const head = at.head.text.slice(cut);
      const { glue, dropped } = seamText(text, at.tail, head, context.table.spaced, words);
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
    message: `text is missing between “${quotedEnd(tail.text)}” and “${quotedStart(head.text)}”`,
    span: { start: tail.end, end: near ? head.start : tail.end },
  };
}

/** What stands on both sides of a join, and was left where it is. */
function doubled(it: Candidate, { model }: Tools): Warning[] {
  const { head, repeat } = it;
  if (repeat === cutOf(it, model)) return [];
  const text = quotedStart(head.text.slice(0, repeat));
  return [
    {
      code: "repeated-text",
      message: `“${text}” stands on both sides of a seam`,
      span: { start: head.start, end: head.start },
    },
  ];
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
        it.share + it.lost > UNCERTAIN[0] &&
        it.share + it.lost < (isNumberAcross(it.tail.text, it.head.text) ? SURE : UNCERTAIN[1]) &&
        (joined.has(it) || !(settled.has(`t${it.tail.index}`) || settled.has(`h${it.head.index}`))),
    )
    .map((it) => ({
      code: "uncertain-seam",
      message: `“${quotedEnd(it.tail.text)}” may ${joined.has(it) ? "not " : ""}go on in “${quotedStart(it.head.text)}”`,
      span: { start: it.tail.end, end: it.tail.end },
    }));
}
