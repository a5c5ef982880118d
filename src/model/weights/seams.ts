/**
 * Weights of evidence, in nats, that one block goes on in another. Set by hand from counts over columns cut at
 * random; the training replaces the figures and keeps the names. The language model adds its own term.
 */
export const SEAM_WEIGHTS = {
  bias: -0.5,
  /** The tail ends a sentence. Some columns do break there. */
  tailStops: -5,
  tailLetter: 2.5,
  tailPauses: 4,
  tailOpens: 5,
  /** The head begins with a mark that nothing begins with. */
  headCloses: 4.5,
  /** The head begins as articles and paragraphs begin: a dateline, 近日 … */
  headOpens: -5,
  wordAcross: 2.5,
  /** What stands before the first mark of the head is a single character that makes no word with the tail. */
  orphan: -6,
  /** The head closes the bracket or quote that the tail left open. */
  bracketsFit: 3,
  /** The head closes one that the tail did not open. */
  bracketsMisfit: -3,
  /** The characters on both sides of the seam stand together elsewhere on the page. */
  pairOnPage: 0.7,
  tripleOnPage: 1.3,
  /** Text that lies between, for each block. */
  textBetween: -2.2,
  headingBetween: -2,
  backwards: -3.5,
  /** Line by line the two follow each other, and the line end was taken for an end. */
  lineEnded: -3,
  lastLineShort: -2.5,
  lastLineFull: 0.8,
  headIndented: -4.5,
  headNotIndented: 5,
  /** The same characters end the tail and begin the head. */
  repeatOne: 0.7,
  repeatEach: 1.5,
  repeatMost: 8,
} as const;

/** Below this, either way, a seam is left as it is with a warning. In nats: odds of about 3 to 1. */
export const UNCERTAIN = 1;
