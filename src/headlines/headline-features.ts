/** What is seen of a headline: its setting, its place, its words, its print. */
import { isDateline, isHanging, type LanguageTable } from "../language/index.ts";
import { clamp, type Features } from "../model/weights.ts";
import { type Across, stems } from "./across.ts";
import { proseAround } from "./heading-groups.ts";
import type { HeadingHabits } from "./heading-habits.ts";
import type { Headline } from "./headlines.ts";
import { FOLIO, type LineFacts } from "./line-facts.ts";

/**
 * What the text alone says where no boxes tell: whether the headings of the page are in capitals, what of the headline stands in
 * the text above it, what the texts above and below have in common, and how late it stands: advertisements stand at the end of the page.
 * Where boxes tell, nothing of it holds on papers left out.
 */
export function textFeatures(
  facts: readonly LineFacts[],
  { group, title, deck }: Omit<Headline, "features">,
  { capitals }: HeadingHabits,
  across: Across,
): Features {
  const own = facts[title] as LineFacts;
  if (own.size !== null) return {};
  const before = facts[group.first - 1];
  const lines = facts.slice(title, deck);
  return {
    capitalsHere: capitals.share,
    smallAmongCapitals: own.setting === "capitals" ? 0 : Math.log(1 + capitals.count),
    afterLastLine: before !== undefined && before.ending === "stop" && before.fill < 8 ? 1 : 0,
    breaksOff: isHanging(
      lines
        .at(-1)
        ?.text.match(/\p{L}+/gu)
        ?.at(-1) ?? "",
    )
      ? 1
      : 0,
    late: facts.length < LONG ? 0 : title / facts.length,
    commaInside: lines.some(({ text }) => text.includes(",")) ? 1 : 0,
    ...across(group.first, group.last, stems(lines)),
  };
}

/** Empty lines around a headline, above its group and below itself: above one stands the end of a text, so that says more. */
function emptyAround(facts: readonly LineFacts[], first: number, deck: number): number {
  const before = facts[first - 1];
  if (!before || facts[first]?.blankBefore === 0) return 0;
  // A column that was cut in the middle of a sentence goes on behind white, too.
  if (before.fill >= FULL && ["letter", "pause", "hyphen"].includes(before.ending)) return 0;
  // Nor does a headline go on behind white in small letters.
  if (facts[deck]?.beginning === "small") return 0;
  if ((facts[deck]?.blankBefore ?? 0) > 0) return ABOVE + 1;
  // White stands above each paragraph: its first line has it, too.
  return facts[first]?.setting === "capitals" ? ABOVE : 0;
}

const ABOVE = 1.5;
/** Tenths of its column that a line of text fills. */
const FULL = 8;

/** Lines of a page that has a foot, where advertisements stand. */
const LONG = 60;

/** What print says of the headline; nothing where there are no boxes. */
export function printFeatures(
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

export function featuresOf(
  facts: readonly LineFacts[],
  { group, title, deck, serial }: Omit<Headline, "features">,
  { share }: HeadingHabits,
  table: LanguageTable,
): Features {
  const own = facts[title] as LineFacts;
  const before = facts[group.first - 1];
  const behind = facts[group.last + 1];
  const lines = group.last - group.first + 1;
  const flag = (is: boolean) => (is ? 1 : 0);
  return {
    bias: 1,
    habit: share(own),
    usual: flag(share(own) >= 0.5),
    rare: flag(share(own) < 0.2),
    prose: group.prose,
    noProse: flag(group.prose === 0),
    proseAround: proseAround(facts, title),
    dateline: flag(behind !== undefined && isDateline(behind.text)),
    afterStop: flag(!before || before.ending === "stop"),
    afterOpen: flag(before?.ending === "letter" || before?.ending === "pause"),
    afterTail: flag(before !== undefined && before.fill < 8),
    behindCapital: flag(behind?.beginning === "capital" || behind?.beginning === "opener"),
    labelled: flag(title > group.first),
    crowd: flag(lines >= 5),
    full: flag(own.fill >= 8),
    stub: flag(own.fill < 2),
    oneWord: flag(own.words === 1),
    wordy: flag(own.words >= 6),
    name: flag(own.name),
    atTop: flag(group.first < 4),
    byline: flag(facts.slice(deck, group.last + 1).some((line) => line.byline)),
    apart: emptyAround(facts, group.first, deck),
    atBottom: flag(facts.length >= LONG && group.last >= facts.length - 4),
    folio: flag(own.text.length <= FOLIO && table.furniture.test(own.text)),
    serial: flag(serial !== null),
  };
}
