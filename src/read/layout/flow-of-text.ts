/** What the text of a part says of the part that it goes on in, where white and rules leave it open: how it begins and how it ends. */
import { CLOSERS, endsSentence } from "../../language/punctuation.ts";
import { HEADING } from "./items.ts";
import type { Stack } from "./stacks.ts";

/**
 * From −1, where a text surely begins or ends, to 1, where it surely goes on; a word cut by a hyphen goes on twice as surely. Scripts
 * without capitals say nothing: a column of theirs may begin anywhere in a sentence.
 */
export interface Flow {
  readonly before: number;
  readonly behind: number;
}

const CASED = /\p{Lu}|\p{Ll}/u;

export function flowOf({ strips, size }: Pick<Stack, "strips" | "size">): Flow {
  const [first, last] = [strips[0], strips.at(-1)];
  const text = first ? textOf(first.words) : "";
  if (!last || !CASED.test(text)) return { before: 0, behind: 0 };
  const isHeading = size >= HEADING;
  return { before: isHeading ? -1 : beginning(text), behind: isHeading ? 0 : ending(textOf(last.words)) };
}

/** How much speaks for what follows a text: what begins nothing behind what ends nothing, and what begins behind what ends. */
export function goesOn(tail: Flow | undefined, head: Flow | undefined): number {
  return (tail?.behind ?? 0) * (head?.before ?? 0);
}

function textOf(words: readonly { readonly text: string }[]): string {
  return words.map(({ text }) => text).join(" ");
}

function beginning(text: string): number {
  if (/^\P{L}*\p{Ll}/u.test(text)) return 1;
  // A sentence, a name or a figure begins there.
  return /^\P{L}*[\p{Lu}\p{Nd}]/u.test(text) ? -0.3 : 0.5;
}

function ending(text: string): number {
  if (/\p{L}[-¬\u00ad⸗]$/u.test(text)) return 2;
  return endsSentence(text) || CLOSERS.includes(text.slice(-1)) || /[:：;；—»”"]$/.test(text) ? -1 : 1;
}
