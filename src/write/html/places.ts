/** What people should look at on a page: warnings in their order, then what was decided near even odds, the least sure first. */
import type { Document } from "../../page/document.ts";
import { beginningOf } from "../../page/snippet.ts";
import { quotedEnd, quotedStart } from "../../page/text.ts";
import type { Choice } from "../../page/types.ts";

export interface PlaceToCheck {
  /** Unique in the sheet. */
  readonly id: string;
  readonly kind: string;
  readonly says: string;
  /** Offset in the input; null where it is about the whole page. */
  readonly at: number | null;
  /** Index in the choices of the document, where it is about one. */
  readonly choice: number | null;
}

/** Below this a decision is worth a look. */
export const SURE = 0.75;

export function placesToCheck(document: Document, prefix: string): PlaceToCheck[] {
  const { warnings, choices = [] } = document;
  const told = new Set<number>();
  const places: Omit<PlaceToCheck, "id">[] = warnings.map(({ code, message, span }) => {
    const at = span && "start" in span ? span.start : null;
    const choice = at === null ? -1 : choices.findIndex((it) => it.tail?.end === at && isAbout(code, it));
    if (choice >= 0) told.add(choice);
    return { kind: code, says: message, at, choice: choice < 0 ? null : choice };
  });
  const uncertain = choices
    .map((choice, i) => ({ choice, i }))
    .filter(({ choice, i }) => choice.probability < SURE && !told.has(i))
    .sort((a, b) => a.choice.probability - b.choice.probability);
  for (const { choice, i } of uncertain)
    places.push({ kind: "uncertain", says: inWords(choice), at: choice.head.start, choice: i });
  return places.map((place, i) => ({ ...place, id: `${prefix}${i}` }));
}

function isAbout(code: string, { about, decided }: Choice): boolean {
  return (
    about === "seam" &&
    (code === "missing-text" ? decided === "gap" : code === "uncertain-seam" && decided !== "gap")
  );
}

export const DECIDED: Readonly<Record<string, string>> = {
  joined: "joined",
  apart: "left apart",
  gap: "text is missing",
};

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function inWords({ tail, head, decided, probability }: Choice): string {
  const sure = `${DECIDED[decided] ?? decided}, ${percent(probability)}`;
  return tail === null
    ? `“${beginningOf(head.text, 16)}”: ${sure}`
    : `“${quotedEnd(tail.text)}” and “${quotedStart(head.text)}”: ${sure}`;
}
