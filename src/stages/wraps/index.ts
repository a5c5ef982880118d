/**
 * Which line ends are no ends of a paragraph: physical lines, as OCR engines write them, become blocks. Looks only
 * at lines that follow each other without an empty line; what is cut across blocks is for the seams.
 */

import { headingBond, lineRoles } from "../../headlines/line-roles.ts";
import { seamText, tableOf } from "../../language/index.ts";
import type { Row } from "../../layout/measure.ts";
import { type GoingOn, oddsOfGoingOn, readSteps, STEPS, type Step } from "../../model/line-chain.ts";
import {
  addStepWeights,
  asListed,
  type Features,
  type FeatureWeights,
  type Listed,
  logOdds,
  probability,
  type StepTable,
  weigh,
} from "../../model/weights.ts";
import { decisionTerm, verdictOnLines } from "../../page/settled.ts";
import type { Choice, Edit, Evidence, Page, Proposal, ReplaceEdit } from "../../page/types.ts";
import type { Tools } from "../types.ts";
import { dropCapitals } from "./drop-capitals.ts";
import { type LineEnd, lineEnds } from "./evidence.ts";
import { habitFeatures, learnHabits } from "./habits.ts";
import { readTwice } from "./read-twice.ts";

export { type LineEnd, lineEnds } from "./evidence.ts";

export function wraps(page: Page, tools: Tools): Proposal {
  const table = tableOf(page.source.lang);
  const weights = tools.weights.wraps[tools.model ? "model" : "plain"];
  const lines = tools.model ? null : lineRoles(page, tools.weights.roles);
  const { edits: letters, letterOf } = dropCapitals(page, tools);
  const startOf = ({ line: { span } }: Row) => letterOf.get(span.start) ?? span.start;
  const edits: Edit[] = [...letters];
  const choices: Choice[] = [];
  for (const stretch of readAll(lineEnds(page, tools), ({ seen }) => seen, weights)) {
    let start = startOf(stretch[0]?.end.tail as Row);
    for (const [n, read] of stretch.entries()) {
      const { tail, head, isCredit } = read.end;
      if (letterOf.get(head.line.span.start) === tail.line.span.start) continue;
      const bond = lines && headingBond(lines.get(tail.line.span.start), lines.get(head.line.span.start));
      const verdict = verdictOnLines(tools.settled, tail.line.span, head.line.span);
      const term = verdict && decisionTerm(verdict === "join");
      const sum = (bond ? logOdds(bond.features, bond.weights) : read.odds.sum) + (term?.weight ?? 0);
      const terms = () => [
        ...(term ? [term] : []),
        ...(bond ? weigh(bond.features, bond.weights) : weighEnd(read, weights)),
      ];
      if (tools.explain && Math.abs(sum) < DOUBTFUL) choices.push(lineEndChoice(read.end, sum, terms()));
      if (sum <= 0) {
        start = startOf(head);
        continue;
      }
      const end = { text: tail.text, end: tail.line.span.end };
      const { glue, dropped } = seamText(page.text, end, head.text, table.spaced, tools.words);
      edits.push(...dropped);
      const again = repeatEdit(
        page,
        head,
        readTwice(tail.text, head.text, stretch[n + 1]?.end.head, tools.model),
      );
      edits.push(...again);
      edits.push({
        kind: "join",
        tail: start,
        head: head.line.span.start,
        seam: {
          kind: again.length > 0 ? "overlap" : head.line.print?.opensColumn ? "column" : "wrap",
          // A credit that has a line of its own keeps apart from the words of its caption.
          glue: again.some(({ was }) => was === head.text) ? "" : isCredit ? " " : glue,
          confidence: probability(sum),
        },
        was: { role: "text", article: null },
        reason: again.length > 0 ? "overlap" : "wrap",
        ...(!tools.bare && { evidence: terms() }),
      });
    }
  }
  return { edits, warnings: [], ...(tools.explain && { choices }) };
}

/** Takes what was read twice out of a line, where nothing has been repaired in it. */
function repeatEdit({ text }: Page, { line, text: read }: Row, length: number): ReplaceEdit[] {
  const span = { start: line.span.start, end: line.span.start + length };
  const was = text.slice(span.start, span.end);
  return length > 0 && was === read.slice(0, length)
    ? [{ kind: "replace", span, was, text: "", reason: "overlap" }]
    : [];
}

/** Nats: line ends nearer to even odds are shown to those who ask why. */
const DOUBTFUL = 2;

/** The line end as those see it who ask why. */
function lineEndChoice({ tail, head }: LineEnd, sum: number, evidence: readonly Evidence[]): Choice {
  const sure = probability(Math.abs(sum));
  const [decided, other] = sum > 0 ? (["joined", "apart"] as const) : (["apart", "joined"] as const);
  return {
    about: "seam",
    decided,
    probability: sure,
    tail: { ...tail.line.span, text: tail.text },
    head: { ...head.line.span, text: head.text },
    evidence,
    second: { decided: other, probability: Math.round(1000 * (1 - sure)) / 1000, head: null },
  };
}

/** A line end with what the habits of the page add, and what the page says of it. */
export interface ReadEnd<End extends Seen = LineEnd> {
  readonly end: End;
  /** Put together when it is asked for: a page of many lines would keep most of what it keeps twice. */
  readonly features: () => Features;
  readonly odds: GoingOn;
}

/** What of a line end is weighed. */
type Seen = Pick<LineEnd, "features" | "traits">;

/** Reads a page twice: the second time with the habits that the first has shown. */
export function readEnds<End extends Seen>(
  stretches: readonly (readonly End[])[],
  table: StepTable,
): ReadEnd<End>[][] {
  return readAll(stretches, ({ features }) => asListed(features), table);
}

/** @param seenOf a line end */
function readAll<End extends Seen>(
  stretches: readonly (readonly End[])[],
  seenOf: (end: End) => Listed,
  table: StepTable,
): ReadEnd<End>[][] {
  const seen = stretches.map((stretch) =>
    stretch.map((end) => {
      const sums = new Float64Array(STEPS.length);
      addStepWeights(sums, seenOf(end), table);
      return sums;
    }),
  );
  const habits = learnHabits(
    stretches.flatMap((stretch) => stretch.map(({ traits }) => traits)),
    seen.flatMap(readSteps),
  );
  return stretches.map((stretch, n) => {
    const sums = seen[n] as readonly Float64Array[];
    stretch.forEach(({ traits }, i) => {
      addStepWeights(sums[i] as Float64Array, asListed(habitFeatures(traits, habits)), table);
    });
    const logs = readSteps(sums);
    return stretch.map((end, i) => ({
      end,
      features: () => ({ ...end.features, ...habitFeatures(end.traits, habits) }),
      odds: oddsOfGoingOn(logs[i] as Float64Array),
    }));
  });
}

/**
 * The terms of the log-odds that the unit goes on at a line end. They compare the likeliest step on which it goes on
 * with the likeliest on which it does not; the rest of the sum is what the lines around say.
 */
function weighEnd({ features: seen, odds: { sum, on, off } }: ReadEnd, table: StepTable): Evidence[] {
  const features = seen();
  const terms = weigh(features, difference(table, features, on, off));
  terms.push({ name: "linesAround", weight: sum - terms.reduce((all, { weight }) => all + weight, 0) });
  return terms.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

function difference(table: StepTable, features: Features, on: Step, off: Step): FeatureWeights {
  const weights: Record<string, number> = {};
  for (const name in features) weights[name] = (table[name]?.[on] ?? 0) - (table[name]?.[off] ?? 0);
  return weights;
}
