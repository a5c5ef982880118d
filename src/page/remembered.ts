/** What was read of texts of late: several stages ask for the same pieces. */

/** Texts that are kept: those of a large page. */
const KEPT = 2000;

export function remembered<Reading>(
  memory: Map<string, Reading>,
  text: string,
  read: (text: string) => Reading,
): Reading {
  const known = memory.get(text);
  if (known !== undefined) return known;
  if (memory.size >= KEPT) memory.clear();
  const reading = read(text);
  memory.set(text, reading);
  return reading;
}
