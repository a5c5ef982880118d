/** What became of a page, in a line. */
import type { Document, DocumentSeam } from "../page/document.ts";

/** For example `6 articles, 212 lines joined, 7 seams mended, 1 gap, 2 warnings`; what there is none of is left out. */
export function summary(documents: readonly Document[]): string {
  const articles = documents.flatMap((document) => document.articles);
  const seams = articles.flatMap(({ body }) => body.flatMap(({ seams = [] }) => seams));
  const ofKind = (...kinds: readonly DocumentSeam["kind"][]) =>
    seams.filter(({ kind }) => kinds.includes(kind)).length;
  const adverts = articles.filter(({ kind }) => kind === "advert").length;
  return [
    documents.length > 1 ? counted(documents.length, "page") : null,
    counted(articles.length - adverts, "article"),
    some(adverts, "advert"),
    some(ofKind("wrap"), "line", " joined"),
    some(ofKind("column", "overlap"), "seam", " mended"),
    some(ofKind("gap"), "gap"),
    some(documents.flatMap(({ warnings }) => warnings).length, "warning"),
  ]
    .filter((part) => part !== null)
    .join(", ");
}

function some(count: number, noun: string, done = ""): string | null {
  return count === 0 ? null : counted(count, noun) + done;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
