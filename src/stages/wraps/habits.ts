/** What a page does as a rule: how its paragraphs end and how they begin. */
import { endsSentence, lastCharacter, PAUSES } from "../../language/punctuation.ts";
import { type Row, WIDEST_COLUMN } from "../../layout/measure.ts";

export type EndKind = "stop" | "pause" | "letter";
export type EndHabit = Readonly<Record<EndKind, number>>;

export function endKind(text: string): EndKind {
  if (endsSentence(text)) return "stop";
  return PAUSES.includes(lastCharacter(text)) ? "pause" : "letter";
}

/**
 * What paragraphs of this page end with, learnt from the page: for each kind of ending, the log-odds of standing on a
 * line that is well short of its measure, against a full one. Old papers close paragraphs with 、 and even with
 * nothing. One line of each kind is taken as seen beforehand, so that few lines say little.
 */
export function endHabit(rows: readonly Row[]): EndHabit {
  const short = { stop: 1, pause: 1, letter: 1 };
  const full = { stop: 1, pause: 1, letter: 1 };
  for (const { text, width, measure } of rows) {
    if (measure === 0 || width > WIDEST_COLUMN) continue;
    const room = measure - width;
    if (room >= 3) short[endKind(text)]++;
    else if (room < 1) full[endKind(text)]++;
  }
  const all = (counts: Record<EndKind, number>) => counts.stop + counts.pause + counts.letter;
  const odds = (kind: EndKind) => Math.log(short[kind] / all(short)) - Math.log(full[kind] / all(full));
  return { stop: odds("stop"), pause: odds("pause"), letter: odds("letter") };
}

/** Whether the page sets its paragraphs off by an indent: some lines do, and most do not. */
export function usesIndents(rows: readonly Row[]): boolean {
  const indented = rows.filter((row) => row.line.indent >= 1).length;
  return indented >= 3 && indented >= 0.03 * rows.length && indented <= 0.6 * rows.length;
}

/** Whether the page ends its sentences with stops. Papers of the 1930s often did not: 、 is their only mark. */
export function usesStops(rows: readonly Row[]): boolean {
  let stops = 0;
  let pauses = 0;
  for (const { text } of rows) {
    if (/[。！？!?.]/.test(text)) stops++;
    if (/[、，,]/.test(text)) pauses++;
  }
  return pauses < 8 || stops > 0.1 * pauses;
}

/** Classes of a line end of which a page may have a habit. */
export interface Traits {
  readonly end: string;
  readonly room: string;
  readonly opening: string;
  readonly start: string;
  readonly indent: string;
}

const TRAITS = ["end", "room", "opening", "start", "indent"] as const;

/** What a page does at line ends where its text goes on, and where it ends: log-odds for each class of each trait. */
export interface Habits {
  readonly odds: { readonly [trait in keyof Traits]: ReadonlyMap<string, number> };
  /** Log-odds of one heading line behind another being of one heading, on this page. */
  readonly headings: number;
}

/** Line ends that are taken as seen beforehand, so that few lines say little. */
const PRIOR = 4;

/**
 * Learns the habits of a page from a first reading of it.
 *
 * @param logs for each line end the log-probabilities of its steps, as `readSteps` gives them
 */
export function learnHabits(traits: readonly Traits[], logs: readonly Float64Array[]): Habits {
  const chance = (i: number, step: number) => Math.exp((logs[i] as Float64Array)[step] as number);
  const on = traits.map((_, i) => chance(i, 0));
  const off = traits.map((_, i) => chance(i, 1) + 0.5 * chance(i, 2) + 0.5 * chance(i, 5));
  const odds = Object.fromEntries(
    TRAITS.map((trait) => [
      trait,
      oddsOf(
        traits.map((own) => own[trait]),
        on,
        off,
      ),
    ]),
  ) as { [trait in keyof Traits]: ReadonlyMap<string, number> };
  let joined = PRIOR / 2;
  let apart = PRIOR / 2;
  for (let i = 0; i < logs.length; i++) {
    joined += chance(i, 3);
    apart += chance(i, 4);
  }
  return { odds, headings: Math.log(joined / apart) };
}

/** For each class the log-odds of standing where a paragraph begins against where it goes on. */
function oddsOf(
  classes: readonly string[],
  on: readonly number[],
  off: readonly number[],
): ReadonlyMap<string, number> {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const share = new Map<string, { on: number; off: number }>();
  classes.forEach((own, i) => {
    const counts = share.get(own) ?? { on: 0, off: 0 };
    counts.on += on[i] as number;
    counts.off += off[i] as number;
    share.set(own, counts);
  });
  const allOn = sum(on);
  const allOff = sum(off);
  const whole = allOn + allOff;
  return new Map(
    [...share].map(([own, counts]) => {
      const usual = (counts.on + counts.off) / Math.max(1e-9, whole);
      const begins = (counts.off + PRIOR * usual) / (allOff + PRIOR);
      const goesOn = (counts.on + PRIOR * usual) / (allOn + PRIOR);
      return [own, Math.log(begins / goesOn)];
    }),
  );
}

/** What the habits of the page say at a line end. */
export function habitFeatures(traits: Traits, { odds, headings }: Habits): Record<string, number> {
  return {
    habitEnd: odds.end.get(traits.end) ?? 0,
    habitRoom: odds.room.get(traits.room) ?? 0,
    habitOpening: odds.opening.get(traits.opening) ?? 0,
    habitStart: odds.start.get(traits.start) ?? 0,
    habitIndent: odds.indent.get(traits.indent) ?? 0,
    habitHeadings: headings,
  };
}
