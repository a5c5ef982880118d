/** What is seen of a headline: its setting, its place, its words, its print. */
import { isBylineAlone, isDateline, isName, type LanguageTable } from "../language/index.ts";
import { clamp, type Features } from "../model/weights.ts";
import { type HeadingHabit, proseAround } from "./heading-groups.ts";
import type { Headline } from "./headlines.ts";
import { FOLIO, type LineFacts } from "./line-facts.ts";

/** Lines behind a heading in which its words are looked for. */
const ECHO = 12;

/** What the headline names, the text names again. */
export function wordFeatures(
  facts: readonly LineFacts[],
  { group, title, deck }: Omit<Headline, "features">,
): Features {
  const words = stems(facts.slice(title, deck));
  const text = new Set(stems(facts.slice(group.last + 1, group.last + 1 + ECHO)));
  const heard = words.filter((word) => text.has(word)).length;
  return { silent: words.length >= 2 && heard === 0 ? 1 : 0 };
}

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

/** Words of five letters or more, without their endings. */
function stems(lines: readonly LineFacts[]): string[] {
  return lines.flatMap(({ text }) =>
    (text.match(/\p{L}{5,}/gu) ?? []).map((word) =>
      word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").slice(0, 5),
    ),
  );
}

export function featuresOf(
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
