/** Plain text: what a search index or a language model wants to eat. */
import type { Document } from "../page/document.ts";
import { type Part, partsOf } from "./parts.ts";

/**
 * Every block on a line of its own; an empty line between blocks, two between articles, a form feed between pages.
 * Furniture comes last on its page.
 *
 * @returns empty where no page has anything to read
 */
export function toText(documents: readonly Document[]): string {
  const pages = documents.map(pageText);
  return pages.every((page) => page === "") ? "" : `${pages.join("\n\f")}\n`;
}

function pageText({ articles, furniture, source }: Document): string {
  return [
    ...articles.map((article) => partsOf(article, source.lang).map(line).join("\n\n")),
    furniture.map(({ text }) => text).join("\n\n"),
  ]
    .filter((text) => text !== "")
    .join("\n\n\n");
}

function line({ text, credit }: Part): string {
  return [text, credit].filter(Boolean).join(" ");
}
