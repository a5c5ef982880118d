/**
 * Weights of evidence, in nats, for a line end that is no paragraph end. Set by hand from counts over printed lines
 * (how often each sign stands at a line end inside a paragraph, and how often at its end).
 */
export const WRAP_WEIGHTS = {
  /** The line reaches the measure of its column: the next character would not have fitted. */
  full: 2.5,
  /** One or two ems short, as lines are that a mark may not begin. */
  almostFull: 0.5,
  /** Short of the measure, and for each em more, up to `shortMost`. */
  short: -2.5,
  shortEach: -0.25,
  shortMost: -3,
  /** Longer than any column is printed: not a physical line, but a paragraph in one line. */
  paragraphLine: -2,
  /** The page has no lines of one width that would show a column. */
  noMeasure: -2,
  tailStops: -2,
  tailPauses: 1,
  tailOpens: 4,
  tailLetter: 1.2,
  tailHyphen: 4,
  headCloses: 4,
  headLowerCase: 2.5,
  headOpening: -4,
  headIndented: -5,
  /** The page indents its paragraphs, and this line is not indented. */
  headNotIndented: 2.5,
  /** One of the two lines is in capitals, the other not. */
  capitalsChange: -5,
} as const;
