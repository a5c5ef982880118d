/** What the evidence looks like on composed pages, and what is true. */
import { STEPS, type Step } from "../model/line-chain.ts";
import { applyEdits } from "../page/edits.ts";
import type { Page, Role } from "../page/types.ts";
import { readAsItStands } from "../read/text.ts";
import { characters } from "../stages/characters.ts";
import { roles } from "../stages/roles/index.ts";
import type { SeamFeatures } from "../stages/seams/features.ts";
import { featuresOf, type Pair, type SeamContext, seamPairs } from "../stages/seams/index.ts";
import type { Tools } from "../stages/types.ts";
import { lineEnds, wraps } from "../stages/wraps/index.ts";
import type { ComposedPage, Unit } from "./compose/index.ts";
import type { LineEndExample } from "./fit-steps.ts";

/** The truth about a tail and a head: they are one, text is missing between them, or neither. */
export type Truth = "joined" | "gap" | "apart";

/** Its lines as they stand: what is known of the page counts in the offsets of its text. */
export function readComposed(page: ComposedPage): Page {
  const [read] = readAsItStands(page.text, { path: null, encoding: "utf-8", sha256: null, lang: page.lang });
  return read as Page;
}

/** Whether the text that follows a tail in its unit stands on the page. */
export function goesOnSomewhere({ tail }: Pair, { unitAt, placeAt, units, lost }: ComposedPage): boolean {
  const last = originBefore(tail.end, unitAt);
  const unit = last < 0 ? undefined : units[unitAt[last] as number];
  const next = last < 0 ? 0 : (placeAt[last] as number) + 1;
  if (unit?.role !== "text" || next >= unit.text.trimEnd().length) return false;
  return !lost.some((it) => it.unit === unit.id && it.from <= next && next < it.to);
}

/** A pair as the seams stage would see it, and what is true of it. */
export interface SeamExample {
  readonly pair: Pair;
  readonly features: SeamFeatures;
  readonly truth: Truth;
}

/** All pairs of a page that the seams stage would look at, and what they are seen against. */
export function seamExamples(
  composed: ComposedPage,
  tools: Tools,
): { examples: SeamExample[]; context: SeamContext } {
  let page = readComposed(composed);
  for (const stage of [characters, wraps, roles]) page = applyEdits(page, stage(page, tools).edits);
  const { pairs, context } = seamPairs(page, tools);
  const examples = [...pairs].map((pair) => ({
    pair,
    features: featuresOf(pair, context),
    truth: truthOf(pair, composed),
  }));
  return { examples, context };
}

/** The line ends of a page in stretches, with the steps that are true of them. */
export function wrapExamples(composed: ComposedPage, tools: Tools): LineEndExample[][] {
  const read = readComposed(composed);
  const page = applyEdits(read, characters(read).edits);
  const { unitAt, placeAt, units } = composed;
  return lineEnds(page, tools).map((stretch) =>
    stretch.map(({ tail, head, features, traits }) => {
      const last = originBefore(tail.line.span.end, unitAt);
      const first = originFrom(head.line.span.start, unitAt);
      if (last < 0 || first < 0) return { features, traits, allowed: new Set(STEPS) };
      const between = (placeAt[first] as number) - (placeAt[last] as number);
      const one = unitAt[last] === unitAt[first] && between >= 1 && between <= 2;
      // A byline that text follows on its line is part of running text, to the line ends on either side alike.
      const isText = (at: number) => RUNNING.has((units[unitAt[at] as number] as Unit).role);
      const toText = isText(originBefore(head.line.span.end, unitAt));
      return { features, traits, allowed: new Set([stepOf(isText(last), toText, one)]) };
    }),
  );
}

/** Roles that are running text to the chain of lines; all others are headings to it. */
const RUNNING: ReadonlySet<Role> = new Set(["text", "advert", "caption"]);

function stepOf(fromText: boolean, toText: boolean, one: boolean): Step {
  if (fromText && toText) return one ? "textGoesOn" : "textAfterText";
  if (fromText) return "headingAfterText";
  if (toText) return "textAfterHeading";
  return one ? "headingGoesOn" : "headingAfterHeading";
}

function truthOf({ tail, head, repeat }: Pair, { unitAt, placeAt, units, lost }: ComposedPage): Truth {
  const last = originBefore(tail.end, unitAt);
  const first = originFrom(head.start, unitAt);
  if (last < 0 || first < 0 || unitAt[last] !== unitAt[first]) return "apart";
  // The lines of a headline are not this stage's to join.
  if (units[unitAt[last] as number]?.role !== "text") return "apart";
  const to = (placeAt[last] as number) + 1;
  const from = placeAt[first] as number;
  if (from === to - repeat) return "joined";
  // What the reader took for a repeat may be the text's own, and the other way round: the seam is right all the same.
  if (from === to || (from < to && to - from <= 40)) return "joined";
  const gap = lost.some((it) => it.unit === unitAt[last] && it.from <= to && it.to >= from && from > to);
  return gap ? "gap" : isWhite(from, to) ? "joined" : "apart";
}

/** White space at the cut is in neither piece. */
function isWhite(from: number, to: number): boolean {
  return from > to && from - to <= 1;
}

function originBefore(end: number, unitAt: Int32Array): number {
  let at = end - 1;
  while (at >= 0 && (unitAt[at] as number) < 0) at--;
  return at;
}

function originFrom(start: number, unitAt: Int32Array): number {
  let at = start;
  while (at < unitAt.length && (unitAt[at] as number) < 0) at++;
  return at < unitAt.length ? at : -1;
}
