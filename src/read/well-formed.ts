/** Halves of surrogate pairs, which no decoder gives: strings of programs and escapes in JSON may hold them, and documents may not. */
import type { Page, Warning } from "../page/types.ts";

/** None where each pair of the text is whole. */
export function halvesIn(text: string): Warning[] {
  if (text.isWellFormed()) return [];
  const count = text.match(/\p{Surrogate}/gu)?.length ?? 0;
  const message = `${count} ${count === 1 ? "half of a character has" : "halves of characters have"} no other half and became U+FFFD`;
  return [{ code: "unreadable-characters", message, span: null }];
}

/** The same page with U+FFFD for each half, which is as long. */
export function withoutHalves(page: Page): Page {
  const { text, span, warnings } = page;
  const found = halvesIn(text.slice(span.start, span.end));
  return { ...page, text: text.toWellFormed(), warnings: [...warnings, ...found] };
}
