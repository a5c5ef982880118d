/** How surely paragraphs of a page end with stops: on a page without any habit, an open end says nothing. */
import { endsSentence, isWider, PAUSES, STOPS } from "../../language/punctuation.ts";
import type { TextBlock } from "./ends.ts";

/** From 0 to 1: how much an open end says on a page. */
export interface StopHabit {
  /** By the texts that end with a stop. It tells too little where most of them are cut. */
  readonly texts: number;
  /** By the sentences inside the texts as well: of the text right behind a tail, and of all others. */
  readonly next: number;
  readonly further: number;
}

/** How much of what sentences tell counts: with more, more cuts are mended in the next text and lost further off (`src/model/weights/MODEL.md`). */
const [NEXT, FURTHER] = [0.6, 0.3] as const;

export function stopHabitOf(blocks: readonly TextBlock[]): StopHabit {
  const long = blocks.filter(({ text }) => isWider(text, PARAGRAPH));
  const texts = shareOfTexts(long);
  const more = Math.max(0, habitOfSentences(long) - texts);
  return { texts, next: texts + NEXT * more, further: texts + FURTHER * more };
}

/** Whether texts end with a stop: 1 from six in ten on. */
function shareOfTexts(long: readonly TextBlock[]): number {
  if (long.length === 0) return 1;
  const ending = long.filter(({ text }) => endsSentence(text)).length;
  return Math.min(1, (ending + 1) / (0.6 * long.length + 1));
}

/** Whether sentences do, by the stops for each pause: 0.2 to 0.5 in papers of today, under 0.15 in those of 1939. */
function habitOfSentences(long: readonly TextBlock[]): number {
  let [stops, pauses] = [0, 0];
  for (const { text } of long)
    for (const character of text) {
      if (STOPS.includes(character)) stops++;
      else if (PAUSES.includes(character)) pauses++;
    }
  return stops < SHOWING ? 0 : Math.min(1, Math.max(0, 10 * (stops / (pauses + 1)) - 1.5));
}

/** A paragraph is wider, in ems. */
const PARAGRAPH = 29.5;
/** Stops that show a habit. */
const SHOWING = 10;
