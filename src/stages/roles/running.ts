/** Running text around a heading: how it is told, and what of the heading it takes up again. */
import { emWidth, endsSentence, isHan } from "../../language/punctuation.ts";
import type { BlockView } from "../../page/view.ts";

/** Ems from which on a block is running text whatever it ends with. */
const RUNNING = 42;

export function isRunning({ text }: BlockView): boolean {
  return endsSentence(text) || emWidth(text) > RUNNING;
}

/** Running blocks below in which a heading is looked for. */
const BELOW = 2;

/**
 * How much of a short block comes back in the text below: the lead of an article takes up the words of its headline, and
 * not the name of the column it stands in. The share of its pairs of Han, by classes.
 */
export function echoFeatures(views: readonly BlockView[]): string[][] {
  return views.map((view, i) => {
    if (isRunning(view)) return [];
    const pairs = hanPairs(view.text);
    if (pairs.length === 0) return [];
    const below = views
      .slice(i + 1, i + 1 + REACH)
      .filter(isRunning)
      .slice(0, BELOW);
    const found = pairs.filter((pair) => below.some(({ text }) => text.includes(pair)));
    return [`echo:${Math.ceil((4 * found.length) / pairs.length)}`];
  });
}

/** Blocks below a heading in which the text begins, if it has any: other lines of the headline, a byline, a picture. */
const REACH = 8;

function hanPairs(text: string): string[] {
  const pairs: string[] = [];
  for (let i = 1; i < text.length; i++)
    if (isHan(text[i - 1] as string) && isHan(text[i] as string)) pairs.push(text.slice(i - 1, i + 1));
  return pairs;
}
