/** Which warning stands at which part of an article. */
import type { Document, DocumentWarning } from "../page/document.ts";
import type { Origin } from "../page/types.ts";
import type { Part } from "./parts.ts";

export interface Footnote {
  /** Its mark: its number on the page, in reading order, with the number of the page before it where there are several. */
  readonly mark: string;
  readonly message: string;
}

export interface Footnotes {
  readonly at: ReadonlyMap<Part, readonly Footnote[]>;
  /** About the page as a whole, or in no part that is shown. */
  readonly elsewhere: readonly string[];
}

/**
 * @param parts of each article of the document, in the same order
 * @param prefix of the marks on this page
 */
export function footnotesOf(
  { articles, warnings }: Document,
  parts: readonly (readonly Part[])[],
  prefix: string,
): Footnotes {
  const messages = new Map<Part, string[]>();
  const elsewhere: string[] = [];
  for (const warning of warnings) {
    const number = articles.findIndex(({ id }) => id === warning.article);
    const part = touched(warning, parts[number] ?? []);
    if (part === undefined) elsewhere.push(warning.message);
    else messages.set(part, [...(messages.get(part) ?? []), warning.message]);
  }
  let last = 0;
  const at = new Map<Part, Footnote[]>();
  for (const part of parts.flat()) {
    const own = messages.get(part)?.map((message) => ({ mark: `${prefix}${++last}`, message }));
    if (own) at.set(part, own);
  }
  return { at, elsewhere };
}

/** The part that holds the place; else one it borders on, as the place of missing text does; else the first. */
function touched({ span }: DocumentWarning, parts: readonly Part[]): Part | undefined {
  if (span === null) return parts[0];
  return (
    parts.find(({ spans }) => spans.some((own) => gapBetween(own, span) < 0)) ??
    parts.find(({ spans }) => spans.some((own) => gapBetween(own, span) <= 0)) ??
    parts[0]
  );
}

/** Units between two ranges of a text: negative where they overlap. Lines of a layout are the same, or far apart. */
function gapBetween(a: Origin, b: Origin): number {
  if ("box" in a || "box" in b) return "box" in a && "box" in b && String(a.box) === String(b.box) ? -1 : 1;
  return Math.max(a.start - b.end, b.start - a.end);
}
