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

/** What papers print below and beside their names: price, subscription, office, editor, how often they come out. */
const WORDS =
  /\b(?:quotidien|journal|abonnements?|insertions?|annonces|bureaux|r[ée]daction|administration|directeur|centimes|penny|pence|price|published|established|subscriptions?|advertiser|erscheint|bezugspreis|redaktion|expedition|verlag|organ)\b/i;

/**
 * The lines of the masthead, in no order; none where a page has none. Else name and price are the head of the first article.
 *
 * @param body size of running text, in the unit of the boxes
 */
export function masthead(strips: readonly Strip[], body: number): Strip[] {
  const [, top, , height] = around(strips.map(({ box }) => box));
  const names = strips.filter((strip) => typeSize(strip) > NAME * body && strip.box[1] < top + TOP * height);
  if (names.length === 0) return [];
  const reach = greatest(names, (name) => endOf(name, 1)) + BELOW * body;
  const said = strips.filter((strip) => endOf(strip, 1) < reach && WORDS.test(textOf(strip)));
  if (said.length < SAID) return [];
  const foot = greatest([...names, ...said], (strip) => endOf(strip, 1));
  return strips.filter(({ box }) => box[1] + box[3] / 2 < foot);
}

function textOf({ words }: Strip): string {
  return words.map(({ text }) => text).join(" ");
}
