/** The parts of an article in the order a reader meets them: what Markdown and plain text have in common. */
import type { Article } from "../page/document.ts";
import type { Language, Origin } from "../page/types.ts";
import { labelsFor } from "./labels.ts";

export type PartRole =
  | "label"
  | "section"
  | "kicker"
  | "title"
  | "subtitle"
  | "byline"
  | "paragraph"
  | "subhead"
  | "continuation"
  | "caption";

export interface Part {
  readonly role: PartRole;
  readonly text: string;
  /** Who took the photo, on a caption that says so. */
  readonly credit?: string;
  /** Empty where the part is pagefix's own word. */
  readonly spans: readonly Origin[];
}

/** Parts that have something to read, in reading order; captions last, since the document does not say where photos stood. */
export function partsOf(article: Article, lang: Language): Part[] {
  const labels = labelsFor(lang);
  const { continued, spans } = article;
  const parts: readonly (Part | null)[] = [
    article.kind === "advert" ? own("label", labels.advert) : null,
    printed("section", article.section, spans.section),
    printed("kicker", article.kicker, spans.kicker),
    printed("title", article.title, spans.title),
    printed("subtitle", article.subtitle, spans.subtitle),
    continued.from === null ? null : own("continuation", labels.continuedFrom(continued.from)),
    printed("byline", article.byline?.text ?? null, article.byline?.spans),
    ...article.body.map((block) => printed(block.type, block.text, block.spans)),
    continued.to === null ? null : own("continuation", labels.continuedTo(continued.to)),
    ...article.captions.map((caption) => captionPart(caption)),
  ];
  return parts.filter((part) => part !== null && (part.text !== "" || part.credit !== undefined)) as Part[];
}

function printed(role: PartRole, text: string | null, spans: readonly Origin[] = []): Part | null {
  return text === null ? null : { role, text, spans };
}

function own(role: PartRole, text: string): Part {
  return { role, text, spans: [] };
}

function captionPart({ text, credit, spans }: Article["captions"][number]): Part {
  return credit === null || text.includes(credit)
    ? { role: "caption", text, spans }
    : { role: "caption", text, credit, spans };
}
