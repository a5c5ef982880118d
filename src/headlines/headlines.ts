/** Which group of heading lines is the head of an article, and which of its lines are what. */
import { isBylineAlone, isDateline, isName, type LanguageTable } from "../language/index.ts";
import { clamp, type Features } from "../model/weights.ts";
import {
  type HeadingGroup,
  type HeadingHabit,
  headingGroups,
  headingHabit,
  proseAround,
} from "./heading-groups.ts";
import type { LineFacts } from "./line-facts.ts";
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
    group: { ...group, first: place(group.first), last: place(group.last) },
    title: place(title),
    deck: place(deck - 1) + 1,
    serial: serial === null ? null : place(serial),
    features,
  }));
}

function headlinesInside(facts: readonly LineFacts[], table: LanguageTable): Headline[] {
  const serials = serialHeads(facts, table);
  const byLine = headingGroups(facts, table, serials);
  const habit = headingHabit(facts, byLine);
  const groups = [...new Set(byLine)].filter((group) => group !== null);
  return groups.map((group) => {
    const title = titleStart(facts, group, { habit, table, serials });
    const deck = titleEnd(facts, group, title, table);
    const own = { group, title, deck, serial: serials.get(title - 1) ?? null };
    return {
      ...own,
      deck: blockEnd(facts, title, deck),
      features: {
        ...featuresOf(facts, own, habit, table),
        ...wordFeatures(facts, own),
        ...printFeatures(facts, own),
      },
    };
  });
}

/** What a headline is sought with. */
interface Sought {
  readonly habit: HeadingHabit;
  readonly table: LanguageTable;
  readonly serials: SerialHeads;
}

/** The headline is set as headings are on this page; a name above it has signed the article before. */
function titleStart(
  facts: readonly LineFacts[],
  { first, last }: HeadingGroup,
  { habit, table, serials }: Sought,
): number {
  const at = (i: number) => facts[i] as LineFacts;
  const maybe = (i: number) => at(i).beginning !== "small" && !isBylineAlone(at(i).text, table.byline);
  const isFolio = ({ text }: LineFacts) => text.length <= FOLIO && table.furniture.test(text);
  let start = first;
  for (let i = first; i < last; i++) if (serials.has(i)) start = i + 1;
  if (start > first) return start;
  while (start < last && isFolio(at(start))) start++;
  if (at(start).block !== null) {
    for (let i = start; i < last; i++) if (isFolio(at(i))) start = i + 1;
    const largest = largestPart(facts, start, last);
    if (largest !== null || start > first) return largest ?? start;
  }
  while (
    first > 0 &&
    start < last &&
    isName(at(start).text) &&
    !isBound(at(start), at(start + 1)) &&
    !isAlike(at(start), at(start + 1)) &&
    maybe(start + 1)
  )
    start++;
  for (let i = start + 1; i <= last && i < start + LABEL; i++)
    if (habit(at(i)) > habit(at(start)) && maybe(i)) start = i;
  return start;
}

/**
 * The first line of the part that is set in the largest type, where the engine has parted a group into blocks: below it
 * stands a deck, above it a signature or the label of a column.
 */
function largestPart(facts: readonly LineFacts[], first: number, last: number): number | null {
  const starts: number[] = [];
  for (let i = first; i <= last; i++)
    if (i === first || (facts[i]?.block !== facts[i - 1]?.block && facts[i]?.beginning !== "small"))
      starts.push(i);
  if (starts.length < 2) return null;
  const sizeAt = (i: number) => ((facts[i] as LineFacts).words > 0 ? (facts[i]?.size ?? 1) : 0);
  return starts.reduce((best, i) => (sizeAt(i) > SAME * sizeAt(best) ? i : best));
}

/** An empty line above and none below: the line belongs to what follows. */
function isBound(own: LineFacts, below: LineFacts): boolean {
  return own.blankBefore > 0 && below.blankBefore === 0;
}

/** A name and another name below it, or below it a line that is set otherwise. */
function isAlike(name: LineFacts, below: LineFacts): boolean {
  return isName(below.text) && (name.setting === "capitals") === (below.setting === "capitals");
}

/** Longest line of a folio or of where a text goes on. */
export const FOLIO = 100;

/** Most lines that a label above a headline has. */
const LABEL = 4;

/**
 * Lines in capitals go together; a headline that is a sentence goes on in lines that begin small. Where empty lines set a
 * heading off, what they leave together is the headline, up to a byline.
 */
function titleEnd(
  facts: readonly LineFacts[],
  { last }: HeadingGroup,
  title: number,
  table: LanguageTable,
): number {
  const own = facts[title] as LineFacts;
  const setOff = own.blankBefore > 0 || (title === 0 && (facts[last + 1]?.blankBefore ?? 0) > 0);
  let end = title + 1;
  for (; end <= last; end++) {
    const line = facts[end] as LineFacts;
    if (isBylineAlone(line.text, table.byline)) break;
    if ((setOff && line.blankBefore === 0) || isOfOneType(own, line)) continue;
    if (own.setting === "capitals" ? line.setting !== "capitals" : line.beginning !== "small") break;
  }
  return end;
}

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

/** Lines behind a heading in which its words are looked for. */
const ECHO = 12;

/** What the headline names, the text names again. */
function wordFeatures(
  facts: readonly LineFacts[],
  { group, title, deck }: Omit<Headline, "features">,
): Features {
  const words = stems(facts.slice(title, deck));
  const text = new Set(stems(facts.slice(group.last + 1, group.last + 1 + ECHO)));
  const heard = words.filter((word) => text.has(word)).length;
  return { silent: words.length >= 2 && heard === 0 ? 1 : 0 };
}

/** What print says of the headline; nothing where there are no boxes. */
function printFeatures(
  facts: readonly LineFacts[],
  { group, title, deck }: Omit<Headline, "features">,
): Features {
  const { size, centred } = facts[title] as LineFacts;
  if (size === null) return {};
  const sizes = facts.slice(title, deck).map((line) => line.size ?? 1);
  const largest = Math.max(...sizes);
  const below = facts[group.last + 1]?.size ?? 1;
  const [first, last] = [facts[title] as LineFacts, facts[deck - 1] as LineFacts];
  const tells = first.block !== null;
  const opens = tells && facts[title - 1]?.block !== first.block;
  const closes = tells && facts[deck]?.block !== last.block;
  return {
    whiteAbove: first.above ?? 0,
    whiteBelow: facts[group.last + 1]?.above ?? 3,
    ownBlock: opens && closes ? 1 : 0,
    opensBlock: opens && !closes ? 1 : 0,
    insideBlock: tells && !opens && !closes ? 1 : 0,
    printed: 1,
    large: clamp(largest - 1.15, 0, 1),
    veryLarge: largest > 1.6 ? 1 : 0,
    smaller: largest < 0.95 ? 1 : 0,
    contrast: clamp(largest / below - 1.1, -0.3, 1),
    centred: centred ? 1 : 0,
    capitalsLarge: largest > 1.15 && facts[title]?.setting === "capitals" ? 1 : 0,
  };
}

/** Words of five letters or more, without their endings. */
function stems(lines: readonly LineFacts[]): string[] {
  return lines.flatMap(({ text }) =>
    (text.match(/\p{L}{5,}/gu) ?? []).map((word) =>
      word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").slice(0, 5),
    ),
  );
}

function featuresOf(
  facts: readonly LineFacts[],
  { group, title, deck, serial }: Omit<Headline, "features">,
  habit: HeadingHabit,
  table: LanguageTable,
): Features {
  const own = facts[title] as LineFacts;
  const before = facts[group.first - 1];
  const behind = facts[group.last + 1];
  const lines = group.last - group.first + 1;
  const flag = (is: boolean) => (is ? 1 : 0);
  return {
    bias: 1,
    habit: habit(own),
    usual: flag(habit(own) >= 0.5),
    rare: flag(habit(own) < 0.2),
    capitals: flag(own.setting === "capitals"),
    titled: flag(own.setting === "titled"),
    stops: flag(own.ending === "stop"),
    prose: group.prose,
    noProse: flag(group.prose === 0),
    proseAround: proseAround(facts, title),
    dateline: flag(behind !== undefined && isDateline(behind.text)),
    afterStop: flag(!before || before.ending === "stop"),
    afterOpen: flag(before?.ending === "letter" || before?.ending === "pause"),
    afterTail: flag(before !== undefined && before.fill < 8),
    behindCapital: flag(behind?.beginning === "capital" || behind?.beginning === "opener"),
    behindFull: flag(behind !== undefined && behind.fill >= 8),
    behindNoisy: flag(behind !== undefined && (behind.noisy || behind.figures)),
    labelled: flag(title > group.first),
    decked: flag(deck <= group.last),
    severalLines: flag(deck - title > 1),
    crowd: flag(lines >= 5),
    full: flag(own.fill >= 8),
    stub: flag(own.fill < 2),
    oneWord: flag(own.words === 1),
    wordy: flag(own.words >= 6),
    name: flag(isName(own.text)),
    atTop: flag(group.first < 4),
    byline: flag(facts.slice(deck, group.last + 1).some(({ text }) => isBylineAlone(text, table.byline))),
    apart: flag(title > 0 && own.blankBefore > 0 && (facts[deck]?.blankBefore ?? 0) > 0),
    atBottom: flag(group.last >= facts.length - 4),
    folio: flag(own.text.length <= FOLIO && table.furniture.test(own.text)),
    serial: flag(serial !== null),
  };
}
