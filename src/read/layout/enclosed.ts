/**
 * Lines of a block that stand between the lines of a stack, and are none of it by the size of their type. A swollen box, or one of
 * another line inside it, makes a line look larger than those around it: where the lines stand as far apart as elsewhere it is one of them.
 * Where there is more room it is a heading, and the text below it is another stack. Either way no line is read behind those below it.
 */
import type { Strip } from "./gutters.ts";
import { median } from "./stacks.ts";

type Strips = [Strip, ...Strip[]];

/** Most lines that are taken for lines of the text around them. */
const FEW = 2;
/** Of the usual step from line to line, what each line between two others may take up. */
const STEP = 1.3;
/** Share of its width with which a line stands between two others. */
const BETWEEN = 0.5;

/** The stacks of a block, each from the top, so that none stands inside another. */
export function withEnclosed(stacks: readonly Strips[]): Strips[] {
  let all = [...stacks];
  for (const own of stacks) {
    const around = all.find((stack) => stack !== own && placeIn(stack, own) > 0);
    if (!around || !all.includes(own)) continue;
    const at = placeIn(around, own);
    const [above, below] = [around.slice(0, at), around.slice(at)] as [Strips, Strips];
    const parts: Strips[] = isOfOneText(around, at, own)
      ? [[...above, ...own, ...below] as Strips]
      : [above, own, below];
    all = all.filter((stack) => stack !== own && stack !== around).concat(parts);
  }
  return all;
}

/** Between which lines of a stack others stand, by the number of the line below; 0 where they do not. */
function placeIn(stack: Strips, own: Strips): number {
  const [from, to] = [middleOf(own[0]), middleOf(own.at(-1) as Strip)];
  const at = stack.findIndex((strip) => middleOf(strip) > from);
  const [above, below] = [stack[at - 1], stack[at]];
  if (!above || !below || middleOf(below) < to) return 0;
  return [above, below].every((strip) => standsOver(own, strip)) ? at : 0;
}

function standsOver(own: Strips, { box: [left, , w] }: Strip): boolean {
  return own.every(({ box: [x, , width] }) => {
    const shared = Math.min(x + width, left + w) - Math.max(x, left);
    return shared > BETWEEN * Math.min(width, w);
  });
}

function isOfOneText(stack: Strips, at: number, own: Strips): boolean {
  const steps = stack.slice(1).map((strip, i) => middleOf(strip) - middleOf(stack[i] as Strip));
  const room = steps[at - 1] as number;
  return own.length <= FEW && room < STEP * (own.length + 1) * median(steps);
}

function middleOf({ box: [, y, , height] }: Strip): number {
  return y + height / 2;
}
