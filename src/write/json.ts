/** JSON: the contract itself. */
import type { Article, BodyBlock, Byline, Caption, Document, DocumentWarning } from "../page/document.ts";
import type { Confidence, Origin } from "../page/types.ts";

/**
 * One document as an object, several (or none) as an array; two spaces of indent and a line feed at the end.
 * Keys come in the order of the published contract, however the documents were built.
 */
export function toJson(documents: readonly Document[]): string {
  const [only, ...others] = documents;
  return only !== undefined && others.length === 0 ? print(inContractOrder(only)) : toJsonArray(documents);
}

/** Always an array: for a caller who asked for several pages and must not see the shape change when one came. */
export function toJsonArray(documents: readonly Document[]): string {
  return print(documents.map(inContractOrder));
}

function print(value: Document | readonly Document[]): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The same document with its keys in the order of the contract; edits stay as the stages made them. */
export function inContractOrder({
  version,
  source,
  articles,
  furniture,
  warnings,
  edits,
  choices,
}: Document): Document {
  const { path, format, encoding, lang, sha256, file, articles: stated } = source;
  return {
    version,
    source: {
      path,
      format,
      encoding,
      lang,
      sha256,
      ...(file !== undefined && { file }),
      ...(stated && { articles: stated }),
    },
    articles: articles.map(article),
    furniture: furniture.map(({ text, spans, confidence }) => ({
      text,
      spans: spans.map(span),
      ...(confidence && { confidence: sure(confidence) }),
    })),
    warnings: warnings.map(warning),
    edits,
    ...(choices && { choices }),
  };
}

function article(value: Article): Article {
  const { id, kind, section, kicker, title, subtitle, continued, spans, confidence } = value;
  return {
    id,
    kind,
    section,
    kicker,
    title,
    subtitle,
    byline: value.byline && byline(value.byline),
    body: value.body.map(block),
    captions: value.captions.map(caption),
    continued: { from: continued.from, to: continued.to },
    spans: {
      ...(spans.section && { section: spans.section.map(span) }),
      ...(spans.kicker && { kicker: spans.kicker.map(span) }),
      ...(spans.title && { title: spans.title.map(span) }),
      ...(spans.subtitle && { subtitle: spans.subtitle.map(span) }),
    },
    ...(confidence && {
      confidence: {
        ...(confidence.section && { section: sure(confidence.section) }),
        ...(confidence.kicker && { kicker: sure(confidence.kicker) }),
        ...(confidence.title && { title: sure(confidence.title) }),
        ...(confidence.subtitle && { subtitle: sure(confidence.subtitle) }),
      },
    }),
  };
}

function byline({ text, agency, place, date, people, spans, confidence }: Byline): Byline {
  return {
    text,
    agency,
    place,
    date,
    people: people.map(({ name, role }) => ({ name, role })),
    spans: spans.map(span),
    ...(confidence && { confidence: sure(confidence) }),
  };
}

function block({ type, text, seams, spans, confidence }: BodyBlock): BodyBlock {
  const places = spans.map(span);
  const own = seams
    ? {
        type,
        text,
        seams: seams.map(({ at, kind, confidence }) => ({ at, kind, confidence })),
        spans: places,
      }
    : { type, text, spans: places };
  return confidence ? { ...own, confidence: sure(confidence) } : own;
}

function caption({ text, credit, spans, confidence }: Caption): Caption {
  return { text, credit, spans: spans.map(span), ...(confidence && { confidence: sure(confidence) }) };
}

function warning({ code, message, span: place, article }: DocumentWarning): DocumentWarning {
  return { code, message, span: place && span(place), article };
}

function sure({ role, membership }: Confidence): Confidence {
  return { role, membership };
}

function span(origin: Origin): Origin {
  if ("box" in origin) return { id: origin.id, box: origin.box };
  return { start: origin.start, end: origin.end };
}
