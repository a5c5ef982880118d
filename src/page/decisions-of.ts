/** A document as a list of what may be decided otherwise: each entry says what pagefix did, and decides nothing until it is edited. */
import type { Anchor, Decision, Decisions } from "./decisions.ts";
import type { Article, Document, Heading } from "./document.ts";
import type { SeamVerdict } from "./settled.ts";
import { beginningOf, endingOf } from "./snippet.ts";
import { spansAmong } from "./text.ts";
import type { Span, Verdict } from "./types.ts";

/** UTF-16 units of text that name a place: so long a text seldom stands twice on a page. */
const LENGTH = 24;
const HEADINGS: readonly Heading[] = ["section", "kicker", "title", "subtitle"];
const GAP_MARK = /(?:\[…\]|〔…+〕|⟦…⟧|(?<!□)□+)$/;

/** Places where seams were decided, headings, and articles that follow each other. */
export function decisionsOf({ source, articles, choices }: Document): Decisions {
  const { path, sha256 } = source;
  const seams = choices
    ? choices
        .filter(({ about }) => about === "seam")
        .flatMap(({ decided, tail, head }) =>
          tail
            ? [
                seam(
                  decided,
                  { text: endingOf(tail.text, LENGTH), offset: tail.start },
                  anchorOf(head.text, head),
                ),
              ]
            : [],
        )
    : articles.flatMap(seamsIn);
  const headings = articles.flatMap((article) =>
    HEADINGS.flatMap((role) =>
      article[role] === null ? [] : heading(role, article[role], spansAmong(article.spans[role] ?? [])),
    ),
  );
  const pairs = articles.flatMap((article, i): Decision[] => {
    const [first, second] = [openingOf(articles[i - 1]), openingOf(article)];
    return first && second ? [{ do: "two-articles", was: "two-articles", first, second }] : [];
  });
  return { version: 1, source: { path, sha256 }, decisions: [...seams, ...headings, ...pairs] };
}

const VERDICTS: { readonly [decided in Verdict]?: SeamVerdict } = {
  joined: "join",
  apart: "apart",
  gap: "gap",
};

function seam(decided: Verdict, tail: Anchor, head: Anchor): Decision {
  const verdict = VERDICTS[decided] ?? "join";
  return { do: verdict, was: verdict, tail, head };
}

/** Seams from the texts alone, where the document does not hold what spoke for them. */
function seamsIn({ body }: Article): Decision[] {
  return body.flatMap(({ text, seams = [], spans }) =>
    seams.map(({ at, kind }) => {
      const tail = text.slice(0, at).replace(GAP_MARK, "").trimEnd();
      const head = pieceAt(spansAmong(spans), at);
      return seam(
        kind === "gap" ? "gap" : "joined",
        { text: endingOf(tail, LENGTH), offset: Math.max(0, (head?.before.end ?? 0) - LENGTH) },
        anchorOf(text.slice(at), head?.span),
      );
    }),
  );
}

/** The piece that begins about so far into a text, and the one before it. */
function pieceAt(spans: readonly Span[], at: number): { span: Span; before: Span } | null {
  let [length, nearest] = [0, Number.POSITIVE_INFINITY];
  let found: { span: Span; before: Span } | null = null;
  spans.forEach((span, i) => {
    const before = spans[i - 1];
    if (before && Math.abs(length - at) < nearest) {
      nearest = Math.abs(length - at);
      found = { span, before };
    }
    length += span.end - span.start;
  });
  return found;
}

function heading(role: Heading, text: string, spans: readonly Span[]): Decision[] {
  const last = spans.at(-1);
  const to = {
    text: endingOf(text, LENGTH),
    ...(last && { offset: Math.max(last.start, last.end - LENGTH) }),
  };
  return [{ do: role, was: role, from: anchorOf(text, spans[0]), to }];
}

function openingOf(article: Article | undefined): Anchor | null {
  if (!article) return null;
  const text = article.title ?? article.body[0]?.text ?? "";
  const [span] = spansAmong(article.spans.title ?? article.body[0]?.spans ?? []);
  return text === "" ? null : anchorOf(text, span);
}

function anchorOf(text: string, span: Span | undefined): Anchor {
  return { text: beginningOf(text, LENGTH), ...(span && { offset: span.start }) };
}
