/** What each line of a page in a spaced script is: heads of articles by evidence, the rest by its form. */
import { isDivision, isNameOfPerson, type LanguageTable, tableOf } from "../language/index.ts";
import { type Features, type FeatureWeights, logOdds } from "../model/weights.ts";
import type { Line, Page, Role } from "../page/types.ts";
import { type Headline, headlines, isSentence } from "./headlines.ts";
import { FOLIO, type LineFacts, lineFacts } from "./line-facts.ts";
import { subheadsAmong } from "./subheads.ts";

export interface LineRole {
  readonly role: Role;
  /** What decided it; nothing for what is told by its form. */
  readonly features: Features;
  readonly weights: FeatureWeights;
  /** Log-odds of its being in the head of an article; null for a line that is not set like one. */
  readonly odds: number | null;
  /** Number of the line with which the head of an article begins that the line is in; null for other lines. */
  readonly head: number | null;
  /** Number of the line that a caption told by its form begins with; null for other lines. */
  readonly told: number | null;
}

/** Wraps and roles both ask; the lines are those that were read and never change. */
const known = new WeakMap<readonly Line[], ReadonlyMap<number, LineRole>>();

/** The roles of the lines, by the offset at which a line begins: headings are set off by their lines, not by blocks. */
export function lineRoles(
  page: Page,
  { plain, printed, parted }: Readonly<Record<"plain" | "printed" | "parted", FeatureWeights>>,
): ReadonlyMap<number, LineRole> {
  const before = known.get(page.lines);
  if (before) return before;
  const table = tableOf(page.source.lang);
  const facts = lineFacts(page);
  const told = facts.some(({ block }) => block !== null) ? parted : printed;
  const weights = page.lines.some(({ print }) => print) ? told : plain;
  const heads = headlines(facts, table);
  const set = new Set(heads.flatMap(({ group: { first, last } }) => range(first, last)));
  const roles: LineRole[] = facts.map(({ outside }, i) => ({
    role:
      outside ??
      (endsSentence(facts, i)
        ? "text"
        : roleByForm(facts[i] as LineFacts, set.has(i), set.has(i - 1), table)),
    features: {},
    weights,
    odds: null,
    head: null,
    told: facts[i]?.told ?? null,
  }));
  for (const headline of heads) {
    const { first, last } = headline.group;
    const isLabel = first === last && roles[first]?.role === "section";
    // Fig. 1. belongs to a picture.
    const { text, byline } = facts[headline.title] as LineFacts;
    if (
      isLabel ||
      byline ||
      roles[headline.title]?.role === "furniture" ||
      isDivision(text) ||
      table.caption.test(text)
    )
      continue;
    const odds = logOdds(headline.features, weights);
    if (odds > 0 && isSignature(facts, first - 1))
      roles[first - 1] = { ...(roles[first - 1] as LineRole), role: "byline" };
    const above = range(first, headline.title - 1);
    const sentence =
      headline.serial === null ? above.findLast((i) => isSentence(facts[i] as LineFacts)) : undefined;
    const signature =
      above.findLast((i) => isSignature(facts, i)) ?? (sentence === undefined ? first : sentence + 1);
    for (const i of range(first, last)) {
      if (facts[i]?.outside) continue;
      const own = roles[i] as LineRole;
      if (odds <= 0) roles[i] = { ...own, odds: Math.max(odds, own.odds ?? odds) };
      // What stands above the signature is the end of its article.
      else if (i >= signature) {
        const role = roleInHead(i, headline, own.role, isSignature(facts, i));
        roles[i] = { role, features: headline.features, weights, odds, head: first, told: null };
      }
    }
    if (odds > 0 && headline.serial !== null)
      for (const i of range(headline.serial, headline.title - 1))
        if (!facts[i]?.outside)
          roles[i] = { role: "section", features: headline.features, weights, odds, head: first, told: null };
  }
  if (page.lines.some(({ print }) => print)) {
    const taken = heads.flatMap(({ group: { first, last }, title }) =>
      roles[title]?.role === "title" ? [{ first, last, title }] : [],
    );
    for (const i of subheadsAmong(facts, taken))
      roles[i] = { ...(roles[i] as LineRole), role: "subhead", head: null };
  }
  for (const i of roles.keys())
    if (isNameOfPage(roles, i) && !table.isJump(facts[i + 1]?.text ?? ""))
      roles[i] = { ...(roles[i] as LineRole), role: "furniture" };
  const byStart = new Map(page.lines.map(({ span }, i) => [span.start, roles[i] as LineRole]));
  known.set(page.lines, byStart);
  return byStart;
}

/** Plus interest from | February 20, 1986.: the end of a sentence that began in a full line right above. */
function endsSentence(facts: readonly LineFacts[], i: number): boolean {
  const [before, own] = [facts[i - 1], facts[i] as LineFacts];
  if (!before || own.blankBefore > 0 || own.ending !== "stop") return false;
  return before.fill >= FULL && before.ending === "letter" && before.setting !== "capitals";
}

/** Tenths of its column that a line inside a paragraph fills at least. */
const FULL = 9;

/** What is set like a label or a headline among date, folio and masthead, with no article below it, is the name of the page, or of the paper. */
function isNameOfPage(roles: readonly LineRole[], i: number): boolean {
  const role = roles[i]?.role;
  if ((role !== "section" && role !== "title") || roles[i + 1]?.role !== "furniture") return false;
  return i === 0 || roles[i - 1]?.role === "furniture";
}

/**
 * What two lines in a row being headings says of their belonging together: lines of one headline, label or deck are one,
 * what differs in role is two, and so are two lines that each say who wrote. Null where both are text, and the line end has to tell.
 */
export function headingBond(
  tail: LineRole | undefined,
  head: LineRole | undefined,
): Pick<LineRole, "features" | "weights"> | null {
  if (!tail || !head) return null;
  if (tail.told !== null && tail.told === head.told) return ONE;
  if (tail.told !== null && head.told !== null) return APART;
  const isOne = tail.role === head.role && tail.role !== "byline";
  if (isOne && !IN_HEADS.has(tail.role)) return null;
  return isOne && tail.head === head.head ? head : { features: {}, weights: {} };
}

/** What form tells is certain. */
const ONE: Pick<LineRole, "features" | "weights"> = { features: { told: 1 }, weights: { told: 9 } };
const APART: typeof ONE = { features: {}, weights: {} };

const IN_HEADS: ReadonlySet<Role> = new Set(["section", "title", "subtitle"]);

/** Tenths of its column that a signature fills at most. */
const SHORT = 7;

/** Whether a line is the signature of the article above: a name, behind the end of a text. */
function isSignature(facts: readonly LineFacts[], i: number): boolean {
  const [before, own] = [facts[i - 1], facts[i]];
  if (!before || before.outside || !own?.name || own.outside || own.fill > SHORT || !isNameOfPerson(own.text))
    return false;
  return before.ending === "stop" || /\p{P}$/u.test(before.text);
}

/** Above the headline stands the label of a column, or the signature of the article above; below it a deck. */
function roleInHead(i: number, { title, deck }: Headline, form: Role | undefined, signs: boolean): Role {
  if (form === "furniture") return form;
  if (i < title) return signs ? "byline" : "section";
  return i < deck ? "title" : form === "byline" ? form : "subtitle";
}

/**
 * @param apart whether the line is set apart as headings are: a word in the text that names a column is none
 * @param headed whether the line before is
 */
function roleByForm(
  { text, byline }: LineFacts,
  apart: boolean,
  headed: boolean,
  table: LanguageTable,
): Role {
  if (text.length <= FOLIO && table.furniture.test(text)) return "furniture";
  if ((apart || headed) && byline) return "byline";
  if (apart && table.section.test(text)) return "section";
  return table.caption.test(text) ? "caption" : "text";
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
