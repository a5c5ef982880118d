/** The names of what is seen of a tail and a head, and the rows that it is kept in. */

/**
 * All that may be seen of a pair, in the order in which it is summed. A page has hundreds of pairs: what is seen of one stands in a
 * row of numbers, for an object with as many names takes five times as long to fill and to sum.
 */
export const SEEN = [
  "bias",
  "firstFits",
  "firstFitsNot",
  "restFits",
  "restFitsNot",
  "headStarts",
  "headStartsNot",
  "tailEndsNot",
  "akin",
  "akinNot",
  "readsWhole",
  "readsTorn",
  "readsOn",
  "readsOff",
  "tailStops",
  "tailOpens",
  "tailPauses",
  "tailLetter",
  "headCloses",
  "headOpens",
  "headOpensProse",
  "bracketsFit",
  "bracketsMisfit",
  "pairOnPage",
  "tripleOnPage",
  "pairNowhere",
  "next",
  "tailBrief",
  "tailMinute",
  "tailDoubtful",
  "tailHeading",
  "headDoubtful",
  "headHeading",
  "headAfterHeading",
  "headAfterOpen",
  "headAfterEdge",
  "tailBeforeHeading",
  "oneBetween",
  "textBetween",
  "headingBetween",
  "backwards",
  "lastLineShort",
  "lastLineFull",
  "lineEnds",
  "headIndented",
  "headNotIndented",
  "stubNext",
  "datelineAcross",
  "decimalAcross",
  "sharedRuns",
  "topic",
  "repeatOne",
  "repeatEach",
  "headLowerCase",
  "tailHyphen",
  "tailHangs",
  "wordOnPage",
  "wordKnown",
  "wordNowhere",
  "wordsOnPage",
  "betterTail",
  "bestTail",
  "disorder",
  "disorderNext",
  "disorderOneBetween",
  "disorderTextBetween",
  "disorderHeadingBetween",
  "disorderBackwards",
  "disorderHeadAfterOpen",
  "disorderTailBeforeHeading",
] as const;

export type SeamFeature = (typeof SEEN)[number];
export type SeamFeatures = { [name in SeamFeature]: number };
/** What is seen of a pair, each at its place. */
export type SeamRow = Float64Array;

/** The place of each in a row. */
export const AT = Object.fromEntries(SEEN.map((name, at) => [name, at])) as Readonly<
  Record<SeamFeature, number>
>;

/** A row in which nothing is seen. */
export function emptyRow(): SeamRow {
  return clear(new Float64Array(SEEN.length));
}

/** The same row, empty again. */
export function clear(row: SeamRow): SeamRow {
  row.fill(0);
  row[AT.bias] = 1;
  return row;
}

/** What stands in a row, by name. */
export function named(row: SeamRow): SeamFeatures {
  return Object.fromEntries(SEEN.map((name, at) => [name, row[at]])) as SeamFeatures;
}
