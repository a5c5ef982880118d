/** Quotes of CJK text: straight ones, and such as stand the wrong way round. */
import { CLOSERS, isCjkContext, PAUSES, STOPS } from "./punctuation.ts";

/** A quote that is to read otherwise, by its place. */
export interface QuoteReading {
  readonly at: number;
  readonly by: string;
}

const KINDS = [
  { opener: "“", closer: "”", marks: /["“”]/g },
  { opener: "‘", closer: "’", marks: /['‘’]/g },
] as const;

/**
 * How the quotes of a paragraph read: one opens and the next closes it. Where they are not even, or one stands where none of its
 * kind does, nothing is sure and nothing is changed.
 */
export function quoteReadings(text: string): QuoteReading[] {
  return KINDS.flatMap((kind) => {
    const places = placesOf(kind.marks, text);
    const read = places.map((at) => text[at] as string);
    if (places.length === 0 || places.length % 2 === 1 || isBalanced(read, kind)) return [];
    const isSure = places.every((at, i) => (i % 2 === 0 ? mayOpen(text, at) : mayClose(text, at)));
    if (!isSure || !places.some((at) => isCjkContext(text[at - 1] ?? "") || isCjkContext(text[at + 1] ?? "")))
      return [];
    return places
      .map((at, i) => ({ at, by: i % 2 === 0 ? kind.opener : kind.closer }))
      .filter(({ at, by }) => text[at] !== by);
  });
}

/** Searched for without a match being made of each: many texts have many, and nearly all of them are as they should be. */
function placesOf(marks: RegExp, text: string): number[] {
  const places: number[] = [];
  marks.lastIndex = 0;
  while (marks.test(text)) {
    const at = marks.lastIndex - 1;
    if (!isApostrophe(text, at)) places.push(at);
  }
  return places;
}

/** it's, the '90s: a mark between or before letters of a spaced script. */
function isApostrophe(text: string, at: number): boolean {
  const isSingle = "'’‘".includes(text[at] as string);
  return isSingle && (/[A-Za-z]/.test(text[at - 1] ?? "") || /[0-9]/.test(text[at + 1] ?? ""));
}

function isBalanced(read: readonly string[], { opener, closer }: (typeof KINDS)[number]): boolean {
  let depth = 0;
  for (const mark of read) {
    if (mark === opener) depth++;
    else if (mark === closer) depth--;
    else return false;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const NO_FIRST = `${CLOSERS}${PAUSES}${STOPS}"'`;

function mayOpen(text: string, at: number): boolean {
  const next = text[at + 1] ?? "";
  return next.trim() !== "" && !NO_FIRST.includes(next) && !/[0-9A-Za-z]/.test(text[at - 1] ?? "");
}

function mayClose(text: string, at: number): boolean {
  const before = text[at - 1] ?? "";
  return (
    before.trim() !== "" && !"“‘「『（(《\"'".includes(before) && !/[0-9A-Za-z]/.test(text[at + 1] ?? "")
  );
}
