/** Running text around a heading: how it is told, and what of the heading it takes up again. */
import { type NumberedPairs, numberPairs } from "../../language/han-pairs.ts";
import { endsText, HAN, isHan, isWider } from "../../language/punctuation.ts";
import type { BlockView } from "../../page/view.ts";

/** Ems from which on a block is running text whatever it ends with. */
const RUNNING = 42;

export function isRunning({ text }: BlockView): boolean {
  return endsText(text) || isWider(text, RUNNING);
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
    const pairs = hanPairTexts(view.text);
    if (pairs.length === 0) return [];
    const below = views
      .slice(i + 1, i + 1 + REACH)
      .filter(isRunning)
      .slice(0, BELOW);
    const found = pairs.filter((pair) => below.some(({ text }) => text.includes(pair)));
    return [`echo:${Math.ceil((4 * found.length) / pairs.length)}`];
  });
}

/**
 * Whether the text above a short block is about what the text below it is about: a subhead stands inside an article, a
 * headline between two. What their Han pairs have in common, in hundredths of the mean of how many they are, by classes.
 */
export function cohesionFeatures(views: readonly BlockView[]): string[][] {
  const running = views.filter(isRunning);
  const inCommon = sharesOf(
    numberPairs(
      running.map(({ text }) => text),
      HAN,
    ),
  );
  /** By how many of them stand above; lines of one heading share it. */
  const known: string[][] = [];
  let above = 0;
  return views.map((view) => {
    if (running[above] === view) {
      above++;
      return [];
    }
    known[above] ??= cohesionAt(above);
    return known[above] as string[];
  });

  function cohesionAt(at: number): string[] {
    const hundredths = inCommon(Math.max(0, at - NEAR), at, Math.min(running.length, at + NEAR));
    return hundredths === null ? [] : [`cohesion:${Math.min(CLASSES, Math.ceil(hundredths / CLASS))}`];
  }
}

/**
 * What the pairs of texts from one place to another, and from there to a third, have in common, in hundredths of the mean of how
 * many they are, each pair once; null where there are none on one side.
 */
function sharesOf({
  count,
  numbers,
  starts,
}: NumberedPairs): (from: number, between: number, to: number) => number | null {
  /** For each pair when it was last met: in which comparison, on which side. */
  const met = new Uint32Array(count);
  let round = 0;
  return (from, between, to) => {
    const [above, below] = [++round, ++round];
    const [first, middle, last] = [starts[from] as number, starts[between] as number, starts[to] as number];
    let [upper, lower, shared] = [0, 0, 0];
    for (let i = first; i < middle; i++) {
      const pair = numbers[i] as number;
      if (met[pair] === above) continue;
      met[pair] = above;
      upper++;
    }
    for (let i = middle; i < last; i++) {
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

function hanPairTexts(text: string): string[] {
  const pairs: string[] = [];
  for (let i = 1; i < text.length; i++)
    if (isHan(text[i - 1] as string) && isHan(text[i] as string)) pairs.push(text.slice(i - 1, i + 1));
  return pairs;
}
