/** A line in the order of reading, and how it comes behind the line before. */
import { flowOf } from "./flow-of-text.ts";
import type { Strip } from "./gutters.ts";
import type { Item } from "./items.ts";
import type { Joint } from "./order.ts";
import { around, type Box } from "./sheet.ts";
import type { Stack } from "./stacks.ts";

export interface Flowing {
  readonly strip: Strip;
  readonly joint: Joint;
  /** Size of its type in that of running text; one for all lines of a stack. */
  readonly size: number;
  readonly underPicture: boolean;
  readonly atEdge: boolean;
  /** Which part of the page its boxes are compared in, by number: 0 is the page, others run the other way. */
  readonly frame: number;
  /** It says how to read a line beside it, and is no text. */
  readonly ruby: boolean;
  /** Number of the box of rules that it stands in. */
  readonly boxed?: number;
}

/** What moves as a whole when the page is put in order, with its lines in theirs. */
export interface Part extends Item {
  readonly isBoxed?: boolean;
  readonly block: number;
  readonly lines: readonly Flowing[];
}

export function partOf(stack: Stack, edges: Edges): Part {
  return {
    ...stack,
    flow: flowOf(stack),
    block: (stack.strips[0] as Strip).block,
    lines: linesOf(stack, "below", edges),
  };
}

export interface Edges {
  readonly top: number;
  readonly foot: number;
}

/** Specks and running heads belong to no article, wherever they are. */
export const EVERYWHERE: Edges = { top: Number.POSITIVE_INFINITY, foot: Number.NEGATIVE_INFINITY };

export const NOWHERE: Edges = { top: Number.NEGATIVE_INFINITY, foot: Number.POSITIVE_INFINITY };

/** Share of the height of a page in which a long rule sets off masthead or folio; without one they are narrower. */
const RULED_EDGE = 0.12;
/** More lines than masthead, date and folio are, or an imprint: text. */
const FEW = 8;
const EDGE = 0.03;

export function edgesOf(strips: readonly Pick<Strip, "box">[], rules: readonly Box[]): Edges {
  const [, y, width, height] = around(strips.map(({ box }) => box));
  const long = rules.filter(([, , w]) => w > 0.5 * width).map(([, at]) => at);
  const isOff = (isBeyond: (box: Box) => boolean) => strips.filter(({ box }) => isBeyond(box)).length <= FEW;
  const tops = long.filter((at) => at < y + RULED_EDGE * height && isOff(([, top]) => top < at));
  const feet = long.filter((at) => at > y + (1 - RULED_EDGE) * height && isOff(([, top]) => top > at));
  return {
    top: tops.length > 0 ? Math.max(...tops) : y + EDGE * height,
    foot: feet.length > 0 ? Math.min(...feet) : y + (1 - EDGE) * height,
  };
}

export function linesOf(
  { strips, size, box: [, y, , height] }: Stack,
  joint: Joint,
  edges: Edges,
): Flowing[] {
  const atEdge = strips.length <= 3 && (y + 0.8 * height < edges.top || y + 0.2 * height > edges.foot);
  return strips.map((strip, i) => ({
    strip,
    size,
    joint: i === 0 ? joint : "below",
    underPicture: false,
    atEdge,
    frame: 0,
    ruby: false,
  }));
}
