/** Text in columns of a terminal, where a Chinese character takes two. */
import stringWidth from "string-width";
import { printable } from "../printable.ts";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The end of a text in so many columns, to the right; `…` stands for what does not fit. */
export function endIn(text: string, columns: number): string {
  const shown = safe(text);
  const kept = fitted([...graphemes.segment(shown)].map(({ segment }) => segment).reverse(), columns);
  const end = kept.toReversed().join("");
  const cut = end === shown ? end : `…${end}`;
  return " ".repeat(Math.max(0, columns - stringWidth(cut))) + cut;
}

/** The beginning of a text in so many columns. */
export function beginningIn(text: string, columns: number): string {
  const shown = safe(text);
  const kept = fitted(
    [...graphemes.segment(shown)].map(({ segment }) => segment),
    columns,
  ).join("");
  return kept === shown ? kept : `${kept}…`;
}

/** A word and blanks behind it, so many columns together. */
export function padded(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - stringWidth(text)));
}

/** As many of the parts as stand in the columns, one of which is left for `…` where they do not all. */
function fitted(parts: readonly string[], columns: number): string[] {
  const widths = parts.map((part) => stringWidth(part));
  if (widths.reduce((sum, width) => sum + width, 0) <= columns) return [...parts];
  let [end, used] = [0, 1];
  while (used + (widths[end] as number) <= columns) used += widths[end++] as number;
  return parts.slice(0, end);
}

/** Line ends as blanks, what a terminal would obey as escapes. Of long texts only what may be shown is looked at. */
function safe(text: string): string {
  return printable(text.replace(/\s+/g, " "));
}
