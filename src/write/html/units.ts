/** A document as a review shows it: units of text, each with its places in the input and the seams in it. */
import type { Document, DocumentSeam, Heading } from "../../page/document.ts";
import { beginningOf } from "../../page/snippet.ts";
import { spansAmong } from "../../page/text.ts";
import type { Choice, Origin, Place, Role } from "../../page/types.ts";

export interface Unit {
  /** Unique in the sheet; stands on both halves. */
  readonly id: string;
  readonly role: Role;
  readonly text: string;
  readonly credit: string | null;
  readonly places: readonly Origin[];
  readonly seams: readonly UnitSeam[];
  /** Its text came before text that it stands behind now. */
  readonly moved: boolean;
}

export interface UnitSeam extends DocumentSeam {
  /** Index in the choices of the document; null where it does not hold what spoke for the seam. */
  readonly choice: number | null;
}

export interface ArticleUnits {
  readonly id: string;
  readonly kind: "article" | "advert";
  readonly title: string;
  readonly units: readonly Unit[];
}

export interface DocumentUnits {
  readonly articles: readonly ArticleUnits[];
  readonly furniture: readonly Unit[];
}

const HEADINGS: readonly Heading[] = ["section", "kicker", "title", "subtitle"];

type Draft = Omit<Unit, "id" | "moved">;

/** @param prefix begins the ids, which are unique in a sheet of several pages by it */
export function unitsOf(document: Document, prefix: string): DocumentUnits {
  let count = 0;
  let furthest = -1;
  const finish = (draft: Draft): Unit => {
    const starts = draft.places.flatMap((place) => (isBoxed(place) ? [] : [place.start]));
    const first = starts[0] ?? Number.POSITIVE_INFINITY;
    const moved = first < furthest && draft.role !== "furniture";
    furthest = Math.max(furthest, ...starts);
    return { ...draft, id: `${prefix}${count++}`, moved };
  };
  const seamsOf = seamFinder(document);
  const articles = document.articles.map((article) => {
    const plain = (
      role: Role,
      text: string,
      places: readonly Origin[],
      credit: string | null = null,
    ): Draft => ({
      role,
      text,
      credit,
      places,
      seams: [],
    });
    const drafts = [
      ...HEADINGS.flatMap((role) =>
        article[role] === null ? [] : [plain(role, article[role], article.spans[role] ?? [])],
      ),
      ...(article.byline ? [plain("byline", article.byline.text, article.byline.spans)] : []),
      ...article.body.map(({ type, text, spans, seams = [] }) => ({
        ...plain(type === "subhead" ? "subhead" : article.kind === "advert" ? "advert" : "text", text, spans),
        seams: seamsOf(seams, spans),
      })),
      ...article.captions.map(({ text, credit, spans }) => plain("caption", text, spans, credit)),
    ];
    return {
      id: article.id,
      kind: article.kind,
      title: article.title ?? article.kicker ?? (beginningOf(article.body[0]?.text ?? "", 24) || article.id),
      units: drafts.map(finish),
    };
  });
  const furniture = document.furniture.map(({ text, spans }) =>
    finish({ role: "furniture", text, credit: null, places: spans, seams: [] }),
  );
  return { articles, furniture };
}

export function isBoxed(place: Origin): place is Place {
  return "box" in place;
}

/** Which choice each seam of a text came of: both know the piece that begins there. */
function seamFinder({ edits, choices = [] }: Document) {
  const heads = new Set(
    edits.flatMap((edit) => (edit.kind === "join" && edit.seam.kind !== "wrap" ? [edit.head] : [])),
  );
  const byHead = new Map<number, number>();
  choices.forEach((choice, i) => {
    if (isJoin(choice)) byHead.set(choice.head.start, i);
  });
  return (seams: readonly DocumentSeam[], spans: readonly Origin[]): UnitSeam[] => {
    const pieces = spansAmong(spans).filter(({ start }) => heads.has(start));
    return seams.map((seam, i) => ({ ...seam, choice: byHead.get(pieces[i]?.start ?? -1) ?? null }));
  };
}

function isJoin({ about, decided }: Choice): boolean {
  return about === "seam" && decided !== "apart";
}
