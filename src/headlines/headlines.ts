/** Which group of heading lines is the head of an article, and which of its lines are what. */
import { isHanging, isLinking, type LanguageTable } from "../language/index.ts";
import type { Features } from "../model/weights.ts";
import { acrossHeadlines } from "./across.ts";
import { type HeadingGroup, headingGroups } from "./heading-groups.ts";
import { type HeadingHabits, headingHabits } from "./heading-habits.ts";
import { featuresOf, printFeatures, textFeatures } from "./headline-features.ts";
import { FOLIO, type LineFacts } from "./line-facts.ts";
import { type SerialHeads, serialHeads } from "./serials.ts";

/** Lines `first` to `last` set like headings, and in them the headline, as half-open ranges of line numbers. */
export interface Headline {
  readonly group: HeadingGroup;
  /** Where the headline begins; before it a signature of the article above, or the label of a column. */
  readonly title: number;
  /** Where the deck begins. */
  readonly deck: number;
  /** Where the head of the serial begins that stands right above the headline; null where none does. */
  readonly serial: number | null;
  readonly features: Features;
}

/** All groups of heading lines of a page with what is seen of each; the training looks at the same. */
export function headlines(facts: readonly LineFacts[], table: LanguageTable): Headline[] {
  // What is in no article parts nothing: text goes on behind it.
  const places = [...facts.keys()].filter((i) => !facts[i]?.outside);
  const inside = places.map((i) => facts[i] as LineFacts);
  const place = (i: number) => places[i] as number;
  return headlinesInside(inside, table).map(({ group, title, deck, serial, features }) => ({
    group: {
      ...group,
      first: place(group.first),
      last: place(group.last),
      apart: place(group.apart - 1) + 1,
    },
    title: place(title),
    deck: place(deck - 1) + 1,
    serial: serial === null ? null : place(serial),
    features,
  }));
}

function headlinesInside(facts: readonly LineFacts[], table: LanguageTable): Headline[] {
  const serials = serialHeads(facts, table);
  const byLine = headingGroups(facts, serials, table);
  const habits = headingHabits(facts, byLine);
  const across = acrossHeadlines(facts);
  const groups = [...new Set(byLine)].filter((group) => group !== null);
  return groups.map((group) => {
    const title = titleStart(facts, group, { habits, table, serials });
    const deck = titleEnd(facts, group, title);
    const own = { group, title, deck, serial: serials.get(title - 1) ?? null };
    return {
      ...own,
      deck: blockEnd(facts, title, deck),
      features: {
        ...featuresOf(facts, own, habits, table),
        ...textFeatures(facts, own, habits, across),
        ...printFeatures(facts, own),
      },
    };
  });
}

/** What a headline is sought with. */
interface Sought {
  readonly habits: HeadingHabits;
  readonly table: LanguageTable;
  readonly serials: SerialHeads;
}

/** The headline is set as headings are on this page; a name above it has signed the article before. */
function titleStart(
  facts: readonly LineFacts[],
  { first, apart }: HeadingGroup,
  { habits: { share }, table, serials }: Sought,
): number {
  const at = (i: number) => facts[i] as LineFacts;
  const maybe = (i: number) => at(i).beginning !== "small" && !at(i).byline;
  const isLabel = (i: number) => table.section.test(at(i).text) && at(i + 1).words > 1;
  const isFolio = ({ text }: LineFacts) => text.length <= FOLIO && table.furniture.test(text);
  const last = apart - 1;
  let start = first;
  for (let i = first; i < last; i++) if (serials.has(i)) start = i + 1;
  if (start > first) return start;
  while (
    start < last &&
    (isFolio(at(start)) || isLabel(start) || (isSentence(at(start)) && !isSentence(at(start + 1))))
  )
    start++;
  if (at(start).size !== null) {
    for (let i = start; i < last; i++) if (isFolio(at(i))) start = i + 1;
    const largest = largestPart(facts, start, last);
    if (largest !== null || start > first) return largest ?? start;
  }
  while (
    first > 0 &&
    start < last &&
    at(start).name &&
    !isBound(at(start), at(start + 1)) &&
    !isAlike(at(start), at(start + 1)) &&
    maybe(start + 1)
  )
    start++;
  for (let i = start + 1; i <= last && i < start + LABEL; i++)
    if (share(at(i)) > share(at(start)) && maybe(i)) start = i;
  return start;
}

/** Nothing was decided that evening.: the end of the text above, for it has words in small letters and a stop. */
export function isSentence({ text, ending, setting }: LineFacts): boolean {
  return (
    setting === "sentence" &&
    ending === "stop" &&
    (text.match(/(?<!\p{L})\p{Ll}{4,}/gu)?.length ?? 0) >= SMALL
  );
}

/** Words in small letters of a sentence. */
const SMALL = 2;

/**
 * The first line of the part that is set in the largest type, where the engine has parted a group into blocks: below it
 * stands a deck, above it a signature or the label of a column.
 */
function largestPart(facts: readonly LineFacts[], first: number, last: number): number | null {
  const starts: number[] = [];
  for (let i = first; i <= last; i++)
    if (i === first || (isNewPart(facts, i) && facts[i]?.beginning !== "small")) starts.push(i);
  if (starts.length < 2) return null;
  const sizeAt = (i: number) => ((facts[i] as LineFacts).words > 0 ? (facts[i]?.size ?? 1) : 0);
  return starts.reduce((best, i) => (sizeAt(i) > SAME * sizeAt(best) ? i : best));
}

/** Where the engine has parted no headings from text, a part is what is set in type of one size. */
function isNewPart(facts: readonly LineFacts[], i: number): boolean {
  const [above, own] = [facts[i - 1] as LineFacts, facts[i] as LineFacts];
  if (own.block !== null) return own.block !== above.block;
  const [a, b] = [above.size ?? 1, own.size ?? 1];
  return Math.max(a, b) > SAME * Math.min(a, b);
}

/** An empty line above and none below: the line belongs to what follows. */
function isBound(own: LineFacts, below: LineFacts): boolean {
  return own.blankBefore > 0 && below.blankBefore === 0;
}

/** A name and another name below it, or below it a line that is set otherwise. */
function isAlike(name: LineFacts, below: LineFacts): boolean {
  return below.name && (name.setting === "capitals") === (below.setting === "capitals");
}

/** Most lines that a label above a headline has. */
const LABEL = 4;

/**
 * Lines in capitals go together; a headline that is a sentence goes on in lines that begin small. Where empty lines set a
 * heading off, what they leave together is the headline, up to a byline.
 */
function titleEnd(facts: readonly LineFacts[], { last, apart }: HeadingGroup, title: number): number {
  const own = facts[title] as LineFacts;
  const setOff = own.blankBefore > 0 || (title === 0 && (facts[last + 1]?.blankBefore ?? 0) > 0);
  let end = title + 1;
  for (; end < apart; end++) {
    const line = facts[end] as LineFacts;
    if (line.byline) break;
    if ((setOff && line.blankBefore === 0) || isOfOneType(own, line)) continue;
    if (own.setting === "capitals" ? line.setting !== "capitals" : line.beginning !== "small") break;
    if (
      own.size === null &&
      own.setting === "capitals" &&
      !goesOnInCapitals(facts[end - 1] as LineFacts, line)
    )
      break;
  }
  return end;
}

/**
 * A headline in capitals goes on in a line that hangs together with it, or that it had no room for; what else stands below
 * it is a deck, or the first headline of what it is the label of.
 */
function goesOnInCapitals(above: LineFacts, { text }: LineFacts): boolean {
  const last = above.text.match(WORDS)?.at(-1) ?? "";
  const first = text.match(WORDS)?.[0] ?? "";
  return isLinking(first) || isHanging(last) || (above.fill >= WRAPPED && above.ending === "letter");
}

const WORDS = /\p{L}+/gu;

/** Tenths of the column that a line of a headline fills at least, where the next word found no room in it. */
const WRAPPED = 7;

/** What the engine took for another block is another part of the head, unless the sentence goes on. */
function blockEnd(facts: readonly LineFacts[], title: number, deck: number): number {
  const { block } = facts[title] as LineFacts;
  for (let i = title + 1; i < deck; i++)
    if (facts[i]?.block !== block && facts[i]?.beginning !== "small") return i;
  return deck;
}

/** Lines in type of one size, larger than that of running text. */
function isOfOneType({ size: a }: LineFacts, { size: b }: LineFacts): boolean {
  return a !== null && b !== null && Math.min(a, b) > LARGE && Math.max(a, b) < SAME * Math.min(a, b);
}

const LARGE = 1.2;
/** Sizes of one type differ by what cannot be measured. */
const SAME = 1.15;
