/** Lines set like headings that follow each other: signature of the article above, column label, headline, deck. */
import type { LanguageTable } from "../language/index.ts";
import { decksEnd, hangsOnText, isHeadingPart } from "./empty-lines.ts";
import {
  headingKind,
  isBylineApart,
  isHeadingLine,
  isLarge,
  isParagraph,
  isSetApart,
} from "./heading-lines.ts";
import type { LineFacts } from "./line-facts.ts";
import { mayBeTitle, type SerialHeads } from "./serials.ts";

export interface HeadingGroup {
  readonly first: number;
  readonly last: number;
  /** The first line of the decks that an empty line parts from the headline; one behind the last where there are none. */
  readonly apart: number;
  /** Lines shortly behind the group that go on in the middle of a sentence: prose does, lists and adverts do not. */
  readonly prose: number;
}

/** Per line the group it is in; null where it does not look like a heading. */
export function headingGroups(
  facts: readonly LineFacts[],
  serials: SerialHeads,
  table: LanguageTable,
): (HeadingGroup | null)[] {
  const groups: (HeadingGroup | null)[] = facts.map(() => null);
  for (let first = 0; first < facts.length; first++) {
    if (!serials.has(first) && (!startsHeading(facts, first) || isBylineApart(facts[first] as LineFacts)))
      continue;
    let last = first;
    // Right below the head of a serial stands its title, in any setting.
    while (
      last + 1 < facts.length &&
      (isBelowSerial(facts, last, serials) || goesOnInGroup(facts, first, last + 1, table))
    )
      last++;
    const apart = last + 1;
    const deck = decksEnd(facts, first, last, table);
    if (deck > last) for (last = deck; facts[last + 1]?.byline; ) last++;
    const prose = proseBehind(facts, last);
    // What was misread as a whole is a drawn headline above prose; elsewhere it is stains.
    const isLegible = facts.slice(first, last + 1).some(({ noisy }) => !noisy);
    if (isLegible || (prose >= PROSE && !isStained(facts, first, last)))
      groups.fill({ first, last, apart, prose }, first, last + 1);
    first = last;
  }
  return groups;
}

/** Lines behind that go on, of four, which only prose has. */
const PROSE = 2;

/** Lines on either side, and the share of them that is misread where the page is torn or stained. */
const BESIDE = 6;
const STAINED = 0.25;

function isStained(facts: readonly LineFacts[], first: number, last: number): boolean {
  const near = [
    ...facts.slice(Math.max(0, first - BESIDE), first),
    ...facts.slice(last + 1, last + 1 + BESIDE),
  ];
  return near.filter(({ noisy }) => noisy).length > STAINED * near.length;
}

function isBelowSerial(facts: readonly LineFacts[], last: number, serials: SerialHeads): boolean {
  return serials.has(last) && (serials.has(last + 1) || mayBeTitle(facts[last + 1] as LineFacts));
}

function goesOnInGroup(facts: readonly LineFacts[], first: number, i: number, table: LanguageTable): boolean {
  if ((facts[i] as LineFacts).blankBefore === 0 && isHeadingPart(facts, i)) return true;
  const isHeading =
    isHeadingLine(facts, i, true) || isBylineApart(facts[i] as LineFacts) || isAboveByline(facts, first, i);
  // Below the name of a column stands a headline.
  const isLabelled =
    i === first + 1 &&
    table.section.test((facts[first] as LineFacts).text) &&
    !table.furniture.test((facts[i] as LineFacts).text);
  return isHeading && (isLabelled || !isNextHead(facts, first, i));
}

/** Most lines of a headline. */
const LINES = 4;

/** A byline stands right below the few lines from the first of a heading on, with no empty line among them but perhaps one above the byline: they are all of it. */
function isAboveByline(facts: readonly LineFacts[], first: number, i: number): boolean {
  for (let j = first + 1; j <= first + LINES; j++) {
    const line = facts[j];
    if (!line) return false;
    if (line.byline) return i < j;
    if (line.blankBefore > 0) return false;
  }
  return false;
}

/** A first line of a group stands behind the end of a paragraph, or is clearly short: lines inside a paragraph are not. */
function startsHeading(facts: readonly LineFacts[], i: number): boolean {
  const before = facts[i - 1];
  const own = facts[i] as LineFacts;
  if (isSetApart(facts, i, false) || isLarge(own)) return true;
  if (hangsOnText(facts, i)) return false;
  if (own.blankBefore > 0 && isHeadingPart(facts, i) && !own.byline) return true;
  if (own.blankBefore > 0 && own.beginning === "capital" && isAboveByline(facts, i, i)) return true;
  const parted = !before || before.fill < 8 || !isOpen(before);
  return (parted || own.fill < 7) && isHeadingLine(facts, i, false) && own.beginning !== "small";
}

/** Whether a sentence goes on behind a line. */
function isOpen({ ending, abbreviated }: LineFacts): boolean {
  return abbreviated || ["letter", "pause", "hyphen"].includes(ending);
}

/** Behind an empty line, a heading set like the first one is another; a byline never is. */
function isNextHead(facts: readonly LineFacts[], first: number, i: number): boolean {
  const own = facts[i] as LineFacts;
  if (own.byline) return false;
  return own.blankBefore > 0 && headingKind(own) === headingKind(facts[first] as LineFacts);
}

function proseBehind(facts: readonly LineFacts[], last: number): number {
  if (isParagraph(facts[last + 1])) return 4;
  let count = 0;
  for (let j = last + 2; j < last + 6 && j < facts.length; j++) if (goesOn(facts, j)) count++;
  return count;
}

/** Lines on either side that show whether this is a part of the page with running text. */
const NEIGHBOURHOOD = 12;

/** Share of the lines near by that go on in the middle of a sentence, in fifths. */
export function proseAround(facts: readonly LineFacts[], i: number): number {
  const from = Math.max(1, i - NEIGHBOURHOOD);
  const to = Math.min(facts.length, i + NEIGHBOURHOOD);
  let count = 0;
  for (let j = from; j < to; j++) if (goesOn(facts, j)) count++;
  return Math.min(4, Math.round((5 * count) / Math.max(1, to - from)));
}

function goesOn(facts: readonly LineFacts[], i: number): boolean {
  return facts[i]?.beginning === "small" || facts[i - 1]?.ending === "hyphen" || isParagraph(facts[i]);
}
