/** The masthead of a front page: the name of the paper in type as large as nothing else, and what stands beside it. */
import type { Strip } from "./gutters.ts";
import { endOf } from "./items.ts";
import { around, greatest } from "./sheet.ts";
import { typeSize } from "./type-size.ts";

/** Type of a name, in that of running text: no headline is as large. */
const NAME = 5;
/** Share of the height of a page in which it stands, and how far below it what belongs to it reaches, in ems. */
const TOP = 0.15;
const BELOW = 8;
/** Lines that say so, at least. */
const SAID = 2;

/**
 * The lines of the masthead, in no order; none where a page has none. Else name and price are the head of the first article.
 *
 * @param body size of running text, in the unit of the boxes
 * @param words what papers print beside their names
 */
export function masthead(strips: readonly Strip[], body: number, words: RegExp): Strip[] {
  const [, top, , height] = around(strips.map(({ box }) => box));
  const names = strips.filter((strip) => typeSize(strip) > NAME * body && strip.box[1] < top + TOP * height);
  if (names.length === 0) return [];
  const reach = greatest(names, (name) => endOf(name, 1)) + BELOW * body;
  const said = strips.filter((strip) => endOf(strip, 1) < reach && words.test(textOf(strip)));
  if (said.length < SAID) return [];
  const foot = greatest([...names, ...said], (strip) => endOf(strip, 1));
  return strips.filter(({ box }) => box[1] + box[3] / 2 < foot);
}

function textOf({ words }: Strip): string {
  return words.map(({ text }) => text).join(" ");
}
