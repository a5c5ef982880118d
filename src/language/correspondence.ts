/** How letters to a paper end: 此致 above 敬礼, and below them who wrote, in two lines: 江口县供销社 above 陈玉兰. */
import { emWidth, endsInStopOrNote, hasMarks } from "./punctuation.ts";
import type { LanguageTable } from "./types.ts";

/** Widest line that says where who signs is from, and widest name, in ems. */
const UNIT = 14;
const NAME = 4;
/** Widest line below a signature that is a headline, and no text again: above that the two are headline and author. */
const HEADLINE = 30;

/** 此致, 敬礼！: a line that takes leave and says nothing else. */
export function isSalute(text: string, { salute }: LanguageTable): boolean {
  return text.length <= 10 && salute.test(text);
}

/** For each text, in the order of the page, whether it is the first or the second line of a signature. */
export function letterSignatures(
  texts: readonly string[],
  table: LanguageTable,
): readonly ("unit" | "name" | null)[] {
  const found = texts.map((): "unit" | "name" | null => null);
  if (table.spaced) return found;
  for (let i = 1; i + 1 < texts.length; i++) {
    const [before, unit, name, behind] = texts.slice(i - 1, i + 3) as [string, string, string, string?];
    if (
      !(endsInStopOrNote(before) || isSalute(before, table)) ||
      !isUnit(unit, table) ||
      !isName(name, table)
    )
      continue;
    if (behind !== undefined && (hasMarks(behind) || emWidth(behind) > HEADLINE)) continue;
    found[i] = "unit";
    found[i + 1] = "name";
  }
  return found;
}

function isUnit(text: string, { institution, signsFrom, byline }: LanguageTable): boolean {
  return (
    emWidth(text) <= UNIT &&
    !hasMarks(text) &&
    (signsFrom.test(text) || institution.test(text) || byline.isPlace(text))
  );
}

function isName(text: string, { byline }: LanguageTable): boolean {
  return emWidth(text) <= NAME && byline.signed(text) !== null;
}
