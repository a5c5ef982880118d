/** A byline, the text behind it, and what the byline says. */
export type BylineRow = readonly [
  byline: string,
  rest: string,
  agency: string | null,
  place: string | null,
  date: string | null,
  people: string,
];

/** `李凡 reporter, 陈俊 correspondent`: people in one line. */
export function inOneLine(
  people: readonly { readonly name: string; readonly role: string | null }[],
): string {
  return people.map(({ name, role }) => `${name} ${role}`).join(", ");
}
