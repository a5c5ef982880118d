/** Plain text: what a search index or a language model wants to eat. */
import type { Article, Document } from "../page/document.ts";
import type { Language } from "../page/types.ts";
import { type Part, partsOf } from "./parts.ts";

/**
 * Every block on a line of its own; an empty line between blocks, two between articles, a form feed between pages.
 * Furniture comes last on its page. Nothing stands in it that did not stand on the page: read again it gives the same.
 *
 * @returns empty where no page has anything to read
 */
export function toText(documents: readonly Document[]): string {
  const pages = documents.map(pageText);
  return pages.every((page) => page === "") ? "" : `${pages.join("\n\f")}\n`;
}

function pageText({ articles, furniture, source }: Document): string {
  return [
    ...articles.map((article) => printedParts(article, source.lang).map(line).join("\n\n")),
    furniture.map(({ text }) => text).join("\n\n"),
  ]
    .filter((text) => text !== "")
    .join("\n\n\n");
}

/** The parts of an article without those that are pagefix's own words. */
function printedParts(article: Article, lang: Language): Part[] {
  return partsOf(article, lang).filter(({ role }) => role !== "label" && role !== "continuation");
}

function line({ text, credit }: Part): string {
  return [text, credit].filter(Boolean).join(" ");
}
