/** How far the columns of a page stand out of order: where they do, what lies between a tail and its head says less. */
import { AT, type SeamRow } from "./features.ts";

/** Joins that every page is taken to have besides its own: so many in order, and so many out of it. */
const USUAL = { next: 3, far: 0.3 } as const;

/** Nats: lists of wares and prices, whose lines all look cut, seem to have no order at all. */
const MOST = 1.5;

/**
 * Nats by which joins over other text are more frequent on a page than on most, by what its pairs are held to be without this.
 * Below 0 where its columns stand in order.
 */
export function disorderOf(
  joins: Iterable<{ readonly isNext: boolean; readonly probability: number }>,
): number {
  let next: number = USUAL.next;
  let far: number = USUAL.far;
  for (const { isNext, probability } of joins) {
    if (isNext) next += probability;
    else far += probability;
  }
  return Math.min(MOST, Math.log(far / next) - Math.log(USUAL.far / USUAL.next));
}

/** Where in a row stands what of a pair says more or less by the order of its page, and where what it says then. */
const BY_ORDER = [
  [AT.next, AT.disorderNext],
  [AT.oneBetween, AT.disorderOneBetween],
  [AT.textBetween, AT.disorderTextBetween],
  [AT.headingBetween, AT.disorderHeadingBetween],
  [AT.backwards, AT.disorderBackwards],
  [AT.headAfterOpen, AT.disorderHeadAfterOpen],
  [AT.tailBeforeHeading, AT.disorderTailBeforeHeading],
] as const;

/** Where in a row what the order of the page says begins; it goes on to its end. */
export const ORDER = AT.disorder;

/** What the place of a pair says by the order of its page. */
export function seeOrder(row: SeamRow, disorder: number): void {
  row[AT.disorder] = disorder;
  for (const [place, inOrder] of BY_ORDER) row[inOrder] = disorder * (row[place] as number);
}
