/** The texts of gold and of documents, in one form: which article, which role, what it says. */
import { HEADINGS } from "./gold.ts";

/** An article of gold, or of a document: what both may have. Documents are read as they come, whatever made them. */
export interface AnyArticle {
  readonly section?: unknown;
  readonly kicker?: unknown;
  readonly title?: unknown;
  readonly subtitle?: unknown;
  readonly byline?: unknown;
  readonly body?: unknown;
  readonly captions?: unknown;
  readonly warnings?: unknown;
}

export interface AnyWarning {
  readonly code?: unknown;
  readonly span?: unknown;
  readonly source?: unknown;
}

export interface AnyDocument {
  readonly articles?: readonly AnyArticle[] | null;
  readonly furniture?: readonly unknown[] | null;
  readonly warnings?: readonly AnyWarning[] | null;
}

export interface Unit {
  /** Index of its article. */
  readonly article: number;
  readonly role: string;
  readonly text: string;
}

/** What a value says: a text, an object with one, a list of such. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(asText).join(" ");
  return asText((value as { readonly text?: unknown }).text);
}

export function unitsOf(articles: readonly AnyArticle[]): Unit[] {
  return articles.flatMap((article, i) => {
    const unit = (role: string, text: string): Unit => ({ article: i, role, text });
    const body = (article.body ?? []) as readonly { readonly type?: string }[];
    const captions = (article.captions ?? []) as readonly { text?: unknown; credit?: unknown }[];
    return [
      ...HEADINGS.filter((role) => asText(article[role]) !== "").map((role) =>
        unit(role, asText(article[role])),
      ),
      ...body.map((block) => unit(block.type ?? "paragraph", asText(block))),
      ...captions.map(({ text, credit }) => unit("caption", `${asText(text)} ${asText(credit)}`.trim())),
    ];
  });
}
