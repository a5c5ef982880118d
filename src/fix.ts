/** The program in one page: which stages run, in which order. */
import { withConfidence } from "./confidence/index.ts";
import { loadEncoder, loadModel, loadWeights, loadWords } from "./model/load.ts";
import { pageWith } from "./page/copies.ts";
import { applyEdits } from "./page/edits.ts";
import { choicesThatStand, unmet } from "./page/settled.ts";
import type { Choice, Edit, Page, Sureness, Warning } from "./page/types.ts";
import { articles } from "./stages/articles/index.ts";
import { characters } from "./stages/characters.ts";
import { headings } from "./stages/headings/index.ts";
import { repeats } from "./stages/repeats.ts";
import { roles } from "./stages/roles/index.ts";
import { seams } from "./stages/seams/index.ts";
import type { Stage, Tools } from "./stages/types.ts";
import { typography } from "./stages/typography.ts";
import { wraps } from "./stages/wraps/index.ts";

/** The stages, in the order they run. */
export const STAGES: readonly Stage[] = [
  characters, // what the OCR engine spoiled inside a line
  wraps, //      physical lines → blocks
  roles, //      what each block is
  seams, //      which block goes on in which
  headings, //   kicker, headline, subtitle, byline, credit
  articles, //   which blocks belong together
  repeats, //    what stands twice
  typography, // punctuation and spacing, when spaces are evidence no more
];

/** Runs the stages over a page. The log is all that they changed: `applyEdits(page, log)` gives the same blocks. */
export function repair(
  page: Page,
  options: Pick<Tools, "gapMark" | "keepTypography" | "bare" | "explain" | "confidence" | "settled">,
): { page: Page; log: Edit[]; choices: Choice[] } {
  const { gapMark, keepTypography, bare = false, explain = false, confidence = false, settled } = options;
  const { lang } = page.source;
  const tools: Tools = {
    gapMark,
    keepTypography,
    bare,
    explain,
    confidence,
    settled,
    model: loadModel(lang),
    encoder: loadEncoder(lang),
    words: loadWords(lang),
    weights: loadWeights(lang),
  };
  const { page: made, log, choices, sureness } = runStages(page, tools);
  let repaired = made;
  if (confidence) repaired = withConfidence(repaired, sureness, tools);
  if (settled) repaired = withWarnings(repaired, unmet(repaired, settled));
  return { page: repaired, log, choices: choicesThatStand(repaired, choices) };
}

/** The stages one after the other, each on what the ones before have made, and all that they have said. */
export function runStages(
  page: Page,
  tools: Tools,
): { page: Page; log: Edit[]; choices: Choice[]; sureness: Sureness[] } {
  const log: Edit[] = [];
  const choices: Choice[] = [];
  const sureness: Sureness[] = [];
  let repaired = page;
  for (const stage of STAGES) {
    const proposed = stage(repaired, tools);
    const { edits, warnings } = proposed;
    // One by one: a long page has more of them than a call may have arguments.
    for (const edit of edits) log.push(edit);
    for (const choice of proposed.choices ?? []) choices.push(choice);
    for (const it of proposed.sureness ?? []) sureness.push(it);
    repaired = applyEdits(repaired, edits);
    repaired = withWarnings(repaired, warnings);
  }
  return { page: repaired, log, choices, sureness };
}

function withWarnings(page: Page, warnings: readonly Warning[]): Page {
  if (warnings.length === 0) return page;
  return pageWith(page, page.blocks, page.changes, [...page.warnings, ...warnings]);
}
