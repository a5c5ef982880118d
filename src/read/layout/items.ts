/** What is put in order, and how it stands. */
import type { Flow } from "./flow-of-text.ts";
import type { Box } from "./sheet.ts";

/** What is put in order, e.g. a stack of lines. */
export interface Item {
  readonly box: Box;
  /** Size of its type in that of the page's running text. */
  readonly size: number;
  /** It runs the other way than the text of the page. */
  readonly isAside?: boolean;
  /** Whether its text goes on from somewhere and to somewhere, where that is known. */
  readonly flow?: Flow;
}

export interface Surroundings {
  readonly rules: readonly Box[];
  /** They are no white, and what stands under them is read elsewhere. */
  readonly pictures?: readonly Box[];
  /** Size of running text, in the unit of the boxes. */
  readonly em: number;
  /** Of a page whose text runs from top to bottom, and was turned: white between two of its lines, in the unit of the boxes. */
  readonly down?: { readonly white: number };
}

/** Type that is larger than running text by this factor heads it. */
export const HEADING = 1.25;

/** Boxes of neighbours may overlap by this much at either side, in ems: they are slanted, and swollen by specks. */
export const OVERLAP = 0.3;

/** All of some places, or so many of them: a page with more edges than that has no columns. */
export function someOf<T>(places: readonly T[]): readonly T[] {
  const step = Math.ceil(places.length / MOST_PLACES);
  return step < 2 ? places : places.filter((_, i) => i % step === 0);
}

const MOST_PLACES = 300;

/** 0 runs from left to right, 1 from top to bottom. */
export type Axis = 0 | 1;

/** Whatever has a box. */
export type Boxed = Pick<Item, "box">;

export function endOf({ box }: Boxed, axis: Axis): number {
  return box[axis] + (axis === 0 ? box[2] : box[3]);
}

export function centerOf(item: Boxed, axis: Axis): number {
  return (item.box[axis] + endOf(item, axis)) / 2;
}

export function crosses(item: Item, axis: Axis, at: number, slack: number): boolean {
  return item.box[axis] + slack < at && at < endOf(item, axis) - slack;
}

export function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
