/** Running text around a heading: how it is told, and what of the heading it takes up again. */
import type { NumberedPairs } from "../../language/han-pairs.ts";
import { endsInStopOrNote, isWider } from "../../language/punctuation.ts";
import type { BlockView } from "../../page/view.ts";

/** Ems from which on a block is running text whatever it ends with. */
const RUNNING = 42;

export function isRunning({ text }: BlockView): boolean {
  return endsInStopOrNote(text) || isWider(text, RUNNING);
}

/** Running blocks below in which a heading is looked for. */
const BELOW = 2;

/**
 * How much of a short block comes back in the text below: the lead of an article takes up the words of its headline, and
 * not the name of the column it stands in. The share of its pairs of Han, by classes.
 *
 * @param pairs of the blocks
 */
export function echoFeatures(
  views: readonly BlockView[],
  { count, numbers, starts }: NumberedPairs,
): string[][] {
  /** For each pair the last block that it was sought for, from 1 on, and was found below. */
  const below = new Uint32Array(count);
  return views.map((view, i) => {
    const [from, to] = [starts[i] as number, starts[i + 1] as number];
    if (from === to || isRunning(view)) return [];
    for (let j = i + 1, seen = 0; j < views.length && j <= i + REACH && seen < BELOW; j++) {
      if (!isRunning(views[j] as BlockView)) continue;
      seen++;
      for (let at = starts[j] as number; at < (starts[j + 1] as number); at++)
        below[numbers[at] as number] = i + 1;
    }
    let found = 0;
    for (let at = from; at < to; at++) if (below[numbers[at] as number] === i + 1) found++;
    return [`echo:${Math.ceil((4 * found) / (to - from))}`];
  });
}

/**
 * Whether the text above a short block is about what the text below it is about: a subhead stands inside an article, a
 * headline between two. What their Han pairs have in common, in hundredths of the mean of how many they are, by classes.
 *
 * @param pairs of the blocks
 */
export function cohesionFeatures(views: readonly BlockView[], pairs: NumberedPairs): string[][] {
  const running = [...views.keys()].filter((i) => isRunning(views[i] as BlockView));
  const inCommon = sharesOf(pairs);
  /** By how many of them stand above; lines of one heading share it. */
  const known: string[][] = [];
  let above = 0;
  return views.map((_, i) => {
    if (running[above] === i) {
      above++;
      return [];
    }
    known[above] ??= cohesionAt(above);
    return known[above] as string[];
  });

  function cohesionAt(at: number): string[] {
    const hundredths = inCommon(running.slice(Math.max(0, at - NEAR), at), running.slice(at, at + NEAR));
    return hundredths === null ? [] : [`cohesion:${Math.min(CLASSES, Math.ceil(hundredths / CLASS))}`];
  }
}

/**
 * What the pairs of some texts and of others have in common, in hundredths of the mean of how many they are, each pair once; null
 * where there are none on one side.
 */
function sharesOf({
  count,
  numbers,
  starts,
}: NumberedPairs): (above: readonly number[], below: readonly number[]) => number | null {
  /** For each pair when it was last met: in which comparison, on which side. */
  const met = new Uint32Array(count);
  let round = 0;
  return (uppers, lowers) => {
    const [above, below] = [++round, ++round];
    let [upper, lower, shared] = [0, 0, 0];
    for (const text of uppers)
      for (let i = starts[text] as number; i < (starts[text + 1] as number); i++) {
        const pair = numbers[i] as number;
        if (met[pair] === above) continue;
        met[pair] = above;
        upper++;
      }
    for (const text of lowers)
      for (let i = starts[text] as number; i < (starts[text + 1] as number); i++) {
        const pair = numbers[i] as number;
        if (met[pair] === below) continue;
        if (met[pair] === above) shared++;
        met[pair] = below;
        lower++;
      }
    return upper > 0 && lower > 0 ? (100 * shared) / Math.sqrt(upper * lower) : null;
  };
}

/** Blocks of running text on either side. */
const NEAR = 2;
/** Hundredths in a class, and the last class. */
const CLASS = 2;
const CLASSES = 8;

/** Blocks below a heading in which the text begins, if it has any: other lines of the headline, a byline, a picture. */
const REACH = 8;
