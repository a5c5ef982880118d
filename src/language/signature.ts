/** Who signs a text at its end: （记者 何芸）, 本报记者 何芸, （何小芸）. A credit says who took a picture, and is none. */
import { parseByline, scanByline } from "./byline.ts";
import { findCredit } from "./credit.ts";
import { endsInStopOrNote } from "./punctuation.ts";
import type { LanguageTable } from "./types.ts";

export interface FoundSignature {
  /** UTF-16 offset where it begins, behind the stop and white space. */
  readonly at: number;
  readonly text: string;
}

/** Longest one, in UTF-16 units. Only so much of a text is looked at. */
const LONGEST = 40;
/** From the last stop on, or the bracket behind it that closes the text. */
const LAST =
  /[。！？!?”」』…]\s*([（(][^（）()。！？]{2,38}[）)]|[^。！？!?”」』…（）()\s][^。！？!?”」』…（）()]{2,38})\s*$/;

/** The signature at the end of a text that says something before; null where there is none. */
export function findSignature(text: string, table: LanguageTable): FoundSignature | null {
  if (table.spaced) return null;
  const from = Math.max(0, text.length - LONGEST);
  const match = LAST.exec(text.slice(from));
  const own = match?.[1]?.trimEnd();
  if (!match || !own || !signs(own, table) || findCredit(text, table) !== null) return null;
  return { at: from + match.index + match[0].indexOf(own), text: own };
}

/** Whether a text ends as sentences do, with a note in parentheses or who wrote it behind its last stop. */
export function endsSigned(text: string, table: LanguageTable): boolean {
  return endsInStopOrNote(text) || findSignature(text, table) !== null;
}

function signs(text: string, { byline }: LanguageTable): boolean {
  const scanned = scanByline(text, byline);
  if (scanned) return scanned.length >= text.length && scanned.people.length > 0;
  if (!/^[（(]/.test(text)) return false;
  const { people } = parseByline(text, byline);
  return people.length > 0 && people.every(({ name }) => byline.isPerson(name));
}
