/** What was read of texts of late: several stages ask for the same pieces, and pages of one paper have lines in common. */

/** Of texts that were read what was read, each at the place that it has by some of its units; another takes its place. */
export interface Memory<Reading> {
  readonly texts: (string | undefined)[];
  readonly readings: (Reading | undefined)[];
}

/** Of the number of places: those of the texts of a large page. */
const BITS = 11;

export function emptyMemory<Reading>(): Memory<Reading> {
  return { texts: new Array(1 << BITS).fill(undefined), readings: new Array(1 << BITS).fill(undefined) };
}

/**
 * A `Map` would do, but takes four times as long: it goes through all of a text for its hash, and grows to what no cache of the
 * processor holds.
 */
export function remembered<Reading>(
  { texts, readings }: Memory<Reading>,
  text: string,
  read: (text: string) => Reading,
): Reading {
  const place = placeOf(text);
  if (texts[place] === text) return readings[place] as Reading;
  const reading = read(text);
  texts[place] = text;
  readings[place] = reading;
  return reading;
}

/** Multiplied with these, numbers that lie side by side are spread over all bits. */
const [SPREAD, SPREAD_TOO] = [0x9e3779b1, 0x85ebca6b] as const;

/** By its length, and its first, its middle and its last unit: lines that begin alike seldom end alike as well. */
function placeOf(text: string): number {
  const last = text.length - 1;
  if (last < 0) return 0;
  const ends = (text.charCodeAt(0) << 16) | text.charCodeAt(last);
  const rest = (text.charCodeAt(last >> 1) << 8) ^ last;
  return (Math.imul(ends, SPREAD) ^ Math.imul(rest, SPREAD_TOO)) >>> (32 - BITS);
}
