/** Lines set like headings that follow each other: signature of the article above, column label, headline, deck. */
import { isDateline, type LanguageTable } from "../language/index.ts";
import { decksEnd, hangsOnText, isHeadingPart } from "./empty-lines.ts";
import { type LineFacts, PARAGRAPH } from "./line-facts.ts";
import { mayBeTitle, type SerialHeads } from "./serials.ts";

export interface HeadingGroup {
  readonly first: number;
  readonly last: number;
  /** The first line of the decks that an empty line parts from the headline; one behind the last where there are none. */
  readonly apart: number;
  /** Lines shortly behind the group that go on in the middle of a sentence: prose does, lists and adverts do not. */
  readonly prose: number;
}

/** In which manner a line may be set as a heading: papers have theirs in capitals or not, with a stop behind or not. */
export type HeadingKind = "capitals,open" | "capitals,stop" | "sentence,open" | "sentence,stop";

export interface HeadingHabits {
  /** Share of the headings of the page that are set as a line is. */
  readonly share: (own: LineFacts) => number;
  /** Headings in capitals, with full lines below, and their share of all such headings. */
  readonly capitals: { readonly count: number; readonly share: number };
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

/** Accident. — Hier matin: an item with its head in the line. */
const ITEM = /\p{Ll}[.:] ?[—–] ?\S/u;

/** The manner in which a line could be a heading; null for what is none. */
function headingKind(own: LineFacts): HeadingKind | null {
  if (own.words === 0 || own.fill >= 10 || isParagraph(own) || own.figures || own.noisy) return null;
  if (beginsText(own)) return null;
  const setting = own.setting === "capitals" ? "capitals" : "sentence";
  if (setting === "sentence" && ITEM.test(own.text)) return null;
  if (own.ending === "letter" || own.ending === "figure" || /[?!]$/.test(own.text)) return `${setting},open`;
  if (own.ending === "pause" && isInCapitals(own)) return "capitals,open";
  return own.ending === "stop" && own.fill < (own.block === null ? 8 : 7) && own.words < 6
    ? `${setting},stop`
    : null;
}

/** T HE President: a headline is in capitals from end to end, and has no large letter at its head. */
function beginsText({ initial, setting, text }: LineFacts): boolean {
  return initial && setting !== "capitals" && /\p{Ll}{2}/u.test(text);
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

/** VIC-|TORIA: a word in capitals that goes on in the next line. */
const CUT_CAPITALS = /\p{Lu}\p{Lu}[-¬\u00ad⸗=]$/u;

function isHeadingLine(facts: readonly LineFacts[], i: number, headed: boolean): boolean {
  const own = facts[i] as LineFacts;
  const before = facts[i - 1];
  if (isSetApart(facts, i, headed) || isLarge(own)) return true;
  const kind = headingKind(own);
  if (!kind || isDateline(own.text)) return false;
  if (isInCapitals(own)) return !before || !CUT_CAPITALS.test(before.text);
  if (before?.ending === "hyphen") return false;
  if (kind.startsWith("sentence") && own.fill >= (headed ? 8 : 9)) return false;
  if (own.beginning === "small") return own.fill < 8 && kind.endsWith("open") && !runsOn(facts[i + 1]);
  if (runsOn(facts[i + 1])) return false;
  return (
    kind !== "sentence,stop" ||
    !before ||
    (before.ending === "stop" && !before.abbreviated) ||
    headingKind(before) !== null
  );
}

/**
 * A line in capitals is no part of the sentence around it, wherever the reader has left it. Where the engine has parted headings
 * from text it has done so better.
 */
function isInCapitals({ setting, block }: LineFacts): boolean {
  return block === null && setting === "capitals";
}

/**
 * Lines that the engine has set apart and that look like a heading by their type or their place, whatever they read. White stands above
 * the first paragraph below a headline as well.
 */
function isSetApart(facts: readonly LineFacts[], i: number, headed: boolean): boolean {
  const own = facts[i] as LineFacts;
  if (!own.apart || own.words === 0 || isParagraph(own) || own.figures || beginsText(own)) return false;
  if (own.size === null || own.size < (own.noisy ? LARGE : SMALL)) return false;
  if (own.size > LARGE || own.setting === "capitals") return true;
  if (runsOn(facts[i + 1])) return false;
  return (
    (own.centred && own.fill < 9) ||
    (!headed && (own.above ?? 0) > WHITE && own.ending === "letter" && own.beginning === "capital")
  );
}

/** Sizes of type, in that of running text, below which none is a heading and above which it is one wherever it stands. */
const SMALL = 0.8;
const LARGE = 1.12;
/** White above a headline that fills its column in the type of the text, in ems. */
const WHITE = 0.8;

/** In type that no text is set in a line is part of a heading, however much of its column it fills and whatever ends it. */
function isLarge(own: LineFacts): boolean {
  return (
    own.block === null &&
    own.size !== null &&
    own.size >= DISPLAY &&
    own.words > 0 &&
    !own.noisy &&
    !own.figures &&
    !isParagraph(own)
  );
}

/** Size of such type, in that of running text. */
const DISPLAY = 1.35;

/** A byline in a block of its own belongs to the head above it, and is none by itself. */
function isBylineApart({ apart, byline }: LineFacts): boolean {
  return apart && byline;
}

/** Behind an empty line, a heading set like the first one is another; a byline never is. */
function isNextHead(facts: readonly LineFacts[], first: number, i: number): boolean {
  const own = facts[i] as LineFacts;
  if (own.byline) return false;
  return own.blankBefore > 0 && headingKind(own) === headingKind(facts[first] as LineFacts);
}

/** The line behind goes on in the sentence, and is no second line of a heading. */
function runsOn(behind: LineFacts | undefined): boolean {
  return behind?.beginning === "small" && (behind.fill >= 8 || headingKind(behind) === null);
}

function proseBehind(facts: readonly LineFacts[], last: number): number {
  if (isParagraph(facts[last + 1])) return 4;
  let count = 0;
  for (let j = last + 2; j < last + 6 && j < facts.length; j++) if (goesOn(facts, j)) count++;
  return count;
}

function isParagraph(line: LineFacts | undefined): boolean {
  return line !== undefined && line.text.length > PARAGRAPH;
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

/**
 * How usual each manner of setting headings is on this page, as a share. Counted are lines that are clearly short, with
 * prose behind them; capitals count twice, for short lines of text are seldom set in them.
 */
export function headingHabits(
  facts: readonly LineFacts[],
  groups: readonly (HeadingGroup | null)[],
): HeadingHabits {
  const counts = new Map<HeadingKind, number>();
  let all = 0;
  groups.forEach((group, i) => {
    const own = facts[i] as LineFacts;
    const kind = headingKind(own);
    if (!group || !kind || own.fill > 7 || group.prose < 2) return;
    const weight = kind.startsWith("capitals") ? 2 : kind.endsWith("stop") ? 0.5 : 1;
    all += weight;
    counts.set(kind, (counts.get(kind) ?? 0) + weight);
  });
  return {
    share: (own) => (counts.get(headingKind(own) ?? "sentence,stop") ?? 0) / Math.max(3, all),
    capitals: capitalsAmong(facts, groups),
  };
}

function capitalsAmong(
  facts: readonly LineFacts[],
  groups: readonly (HeadingGroup | null)[],
): HeadingHabits["capitals"] {
  const heads = [...new Set(groups)].filter((group) => group !== null && fullBelow(facts, group.last) > MOST);
  const firsts = heads.map((group) => facts[(group as HeadingGroup).first] as LineFacts);
  const count = firsts.filter(({ setting }) => setting === "capitals").length;
  const small = firsts.filter(({ setting, fill }) => setting !== "capitals" && fill < 7).length;
  return { count, share: count / Math.max(3, count + small) };
}

/** Lines below a heading that show whether text begins there, and the share of them that is full where it does. */
const BELOW = 8;
const MOST = 0.6;

/** Share of the lines below that fill their column: text does, lists and adverts do not. */
function fullBelow(facts: readonly LineFacts[], last: number): number {
  const below = facts.slice(last + 1, last + 1 + BELOW);
  return below.filter(({ fill }) => fill >= 9).length / Math.max(1, below.length);
}
