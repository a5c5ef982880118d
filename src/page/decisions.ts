/**
 * Decisions: what people have corrected on a page, as a file. Places are named by the text around them, so that they are found
 * again when other lines have been read anew; an offset only tells the right one of several.
 */

import { type AnchorText, anchorText } from "./anchor-text.ts";
import { InputError } from "./errors.ts";
import type { SeamVerdict, Settled, SettledArticles, SettledRole, SettledSeam } from "./settled.ts";
import { beginningOf, endingOf } from "./snippet.ts";
import { type Page, ROLES, type Role, type Warning } from "./types.ts";

/** A place on the page. */
export interface Anchor {
  /** Some of the text there. Spaces, widths and quotes do not count. */
  readonly text: string;
  /** Where it began, in UTF-16 units: of several places the nearest is meant. */
  readonly offset?: number;
}

/**
 * What is wanted of a place; `was` is what pagefix had done there. One that wants what was is no decision: so a list of all that
 * may be decided can be edited where it is wrong.
 */
export type Decision =
  | { readonly do: SeamVerdict; readonly was?: string; readonly tail: Anchor; readonly head: Anchor }
  | { readonly do: Role; readonly was?: string; readonly from: Anchor; readonly to: Anchor }
  | {
      readonly do: "one-article" | "two-articles";
      readonly was?: string;
      readonly first: Anchor;
      readonly second: Anchor;
    };

/** A file of decisions. */
export interface Decisions {
  readonly version: 1;
  /** The page they were made on. */
  readonly source: { readonly path: string | null; readonly sha256: string | null };
  readonly decisions: readonly Decision[];
}

const SEAM_VERDICTS: readonly string[] = ["join", "apart", "gap"];
const ARTICLE_VERDICTS: readonly string[] = ["one-article", "two-articles"];
const VERDICTS: readonly string[] = [...SEAM_VERDICTS, ...ROLES, ...ARTICLE_VERDICTS];

/**
 * Reads a file of decisions.
 *
 * @throws InputError that names what is wrong, and where
 */
export function readDecisions(text: string): Decisions {
  const again = "mend it, or make it anew with pagefix decisions";
  let value: Partial<Decisions> | null;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""), (_, own) =>
      typeof own === "string" ? withoutHalves(own) : own,
    );
  } catch (error) {
    throw new InputError(`no JSON (${(error as Error).message})`, again);
  }
  if (!value || !Array.isArray(value.decisions))
    throw new InputError('no file of decisions: it has no "decisions"', again);
  if (value.version !== 1)
    throw new InputError(
      `decisions of version ${JSON.stringify(value.version)}`,
      "this pagefix reads version 1",
    );
  for (const [i, decision] of value.decisions.entries()) check(decision, `decisions[${i}]`);
  const { path = null, sha256 = null } = value.source ?? {};
  return { version: 1, source: { path, sha256 }, decisions: value.decisions };
}

/** Versions up to 1.0.0 cut texts that name a place between the halves of a surrogate pair. */
function withoutHalves(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "");
}

function check(decision: unknown, where: string): void {
  const given = (typeof decision === "object" && decision !== null ? decision : {}) as Readonly<
    Record<string, unknown>
  >;
  const { do: verdict } = given;
  if (typeof verdict !== "string" || !VERDICTS.includes(verdict))
    throw new InputError(
      `${where}.do is ${JSON.stringify(verdict) ?? "missing"}`,
      `use one of ${VERDICTS.join(", ")}`,
    );
  for (const key of keysOf(verdict)) {
    const anchor = given[key] as Partial<Anchor> | undefined;
    if (typeof anchor?.text !== "string" || anchorText(anchor.text).text === "")
      throw new InputError(
        `${where}.${key} has no text`,
        `give "${key}" as {"text": "some characters of the page"}`,
      );
    if (anchor.offset !== undefined && !Number.isInteger(anchor.offset))
      throw new InputError(`${where}.${key}.offset is no whole number`, "leave it out");
  }
}

function keysOf(verdict: string): readonly [string, string] {
  if (SEAM_VERDICTS.includes(verdict)) return ["tail", "head"];
  return ARTICLE_VERDICTS.includes(verdict) ? ["first", "second"] : ["from", "to"];
}

/**
 * Finds the places of decisions on the pages of an input.
 *
 * @returns what is settled, and the pages with warnings for what was not found or contradicts what stands before it
 */
export function settle(
  { decisions, source }: Decisions,
  pages: readonly Page[],
): { settled: Settled; pages: Page[] } {
  const page = anchorText(pages[0]?.text ?? "");
  const wanted = decisions.filter((decision) => decision.do !== decision.was);
  const seams: SettledSeam[] = [];
  const roles: SettledRole[] = [];
  const articles: SettledArticles[] = [];
  const warnings: Warning[] = [];
  let stale = 0;
  for (const decision of wanted) {
    const says = inWords(decision);
    const [a, b] = anchorsOf(decision);
    const [first, second] = [find(page, a), find(page, b)];
    if (!first || !second) {
      stale++;
      warnings.push({
        code: "stale-decision",
        message: `${says}: “${(first ? b : a).text}” is not on the page; decide anew, or take it out of the file`,
        span: null,
      });
      continue;
    }
    const settledSeam = { verdict: decision.do as SeamVerdict, tail: first.end, head: second.start, says };
    const span = { start: first.start, end: second.end };
    const pair = { together: decision.do === "one-article", first: first.start, second: second.start, says };
    const against = isSeam(decision)
      ? seams.find((it) => contradicts(it, settledSeam))
      : isAboutArticles(decision)
        ? articles.find(
            (it) => it.first === pair.first && it.second === pair.second && it.together !== pair.together,
          )
        : roles.find((it) => it.span.start < span.end && span.start < it.span.end && it.role !== decision.do);
    if (against)
      warnings.push({
        code: "unmet-decision",
        message: `${says}: this contradicts “${against.says}”, which stands before it and counts; take one of them out of the file`,
        span: { start: second.start, end: second.start },
      });
    else if (isSeam(decision)) seams.push(settledSeam);
    else if (isAboutArticles(decision)) articles.push(pair);
    else roles.push({ role: decision.do, span, says });
  }
  const told = stale > 1 && stale === wanted.length ? [forAnotherPage(stale, source.path)] : warnings;
  return {
    settled: { seams, roles, articles },
    pages: pages.map((page, i) => ({
      ...page,
      warnings: [
        ...page.warnings,
        ...told.filter(({ span }) => (span ? contains(page, span.start) : i === 0)),
      ],
    })),
  };
}

function contains({ span }: Page, at: number): boolean {
  return span.start <= at && at < span.end;
}

function forAnotherPage(count: number, path: string | null): Warning {
  return {
    code: "stale-decision",
    message: `none of the ${count} decisions finds its place: they are for another page${path === null ? "" : `, ${path}`}; name the file of this page with --decisions, or leave it out with --no-decisions`,
    span: null,
  };
}

type SeamDecision = Extract<Decision, { readonly tail: Anchor }>;
type ArticleDecision = Extract<Decision, { readonly first: Anchor }>;

function isSeam(decision: Decision): decision is SeamDecision {
  return "tail" in decision && SEAM_VERDICTS.includes(decision.do);
}

function isAboutArticles(decision: Decision): decision is ArticleDecision {
  return "first" in decision && ARTICLE_VERDICTS.includes(decision.do);
}

function anchorsOf(decision: Decision): readonly [Anchor, Anchor] {
  if (isSeam(decision)) return [decision.tail, decision.head];
  if (isAboutArticles(decision)) return [decision.first, decision.second];
  return [decision.from, decision.to];
}

/** A tail goes on in one head, and a head is gone on in by one tail. */
function contradicts(a: SettledSeam, b: SettledSeam): boolean {
  if (a.tail === b.tail && a.head === b.head) return a.verdict !== b.verdict;
  return (a.tail === b.tail || a.head === b.head) && a.verdict !== "apart" && b.verdict !== "apart";
}

/** A decision as warnings name it. */
function inWords(decision: Decision): string {
  const [a, b] = anchorsOf(decision);
  if (isSeam(decision)) return `${decision.do} “…${endingOf(a.text, 12)}” and “${beginningOf(b.text, 12)}…”`;
  if (isAboutArticles(decision))
    return `${decision.do} “${beginningOf(a.text, 12)}…” and “${beginningOf(b.text, 12)}…”`;
  return `${decision.do} “${beginningOf(a.text, 16)}”`;
}

/** Where an anchor's text stands; of several places the one nearest to its offset. */
function find(page: AnchorText, { text, offset = 0 }: Anchor): { start: number; end: number } | null {
  const wanted = anchorText(text).text;
  let best: { start: number; end: number } | null = null;
  for (let at = page.text.indexOf(wanted); at >= 0; at = page.text.indexOf(wanted, at + 1)) {
    const start = page.offsets[at] as number;
    const end = page.ends[at + wanted.length - 1] as number;
    if (!best || Math.abs(start - offset) < Math.abs(best.start - offset)) best = { start, end };
  }
  return best;
}
