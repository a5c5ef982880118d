/** Nothing lost, nothing added: the letters and digits of the page against those of the output. */
import type { Comparison } from "./comparison.ts";
import { withoutGapMarks } from "./forms.ts";
import { Counts } from "./shingles.ts";
import { asText } from "./units.ts";

export interface LetterScores {
  readonly kept: number;
  readonly extra: number;
}

export function scoreLetters({ source, document, ownUnits }: Comparison): LetterScores {
  const furniture = (document.furniture ?? []).map(asText).join(" ");
  const [page, own] = [count(source), count(`${ownUnits.map(({ text }) => text).join(" ")} ${furniture}`)];
  let [kept, extra, held] = [0, 0, 0];
  for (const [letter, n] of page) kept += Math.min(n, own.get(letter) ?? 0);
  for (const [letter, n] of own) {
    extra += Math.max(0, n - (page.get(letter) ?? 0));
    held += n;
  }
  const all = [...page.values()].reduce((sum, n) => sum + n, 0);
  return { kept: kept / Math.max(1, all), extra: extra / Math.max(1, held) };
}

function count(text: string): Counts<string> {
  const counts = new Counts<string>();
  for (const letter of withoutGapMarks(text).normalize("NFKC"))
    if (/[\p{L}\p{N}]/u.test(letter)) counts.add(letter);
  return counts;
}
