/** Cuts mended, and joins that are wrong. */
import type { Comparison } from "./comparison.ts";
import { canonical, letters, standsIn, UNIT } from "./forms.ts";
import { SEAM_KINDS } from "./gold.ts";

export type SeamKind = (typeof SEAM_KINDS)[number];

export interface SeamScores {
  readonly hits: Readonly<Record<SeamKind, number>>;
  readonly cuts: Readonly<Record<SeamKind, number>>;
  readonly falseJoins: number;
}

export function scoreSeams({ gold, goldTexts, ownTexts, cjk, noisy }: Comparison): SeamScores {
  // On noisy pages the engine's characters are compared by letters, one wrong letter allowed.
  const whole = (texts: readonly string[]) => (noisy ? letters(texts.join(UNIT)) : texts.join(UNIT));
  const [own, right] = [whole(ownTexts), whole(goldTexts)];
  const form = (text: string) => (noisy ? letters(canonical(text, cjk)) : canonical(text, cjk));
  const stands = noisy ? standsIn : (needle: string, text: string) => text.includes(needle);
  const hits = { wrap: 0, column: 0, overlap: 0 };
  const cuts = { wrap: 0, column: 0, overlap: 0 };
  let falseJoins = 0;
  for (const { kind, joined, tail } of gold.seams ?? []) {
    cuts[kind]++;
    if (stands(form(joined), own)) hits[kind]++;
    else if (goesOnElsewhere(form(tail), own)) falseJoins++;
  }
  for (const { tail, head } of gold.breaks ?? []) {
    const forms = new Set([form(tail + head), ...(cjk ? [] : [form(`${tail} ${head}`)])]);
    if ([...forms].some((joined) => own.includes(joined) && !right.includes(joined))) falseJoins++;
  }
  return { hits, cuts, falseJoins };
}

/** Whether a tail that stands once in the output goes on there. */
function goesOnElsewhere(tail: string, text: string): boolean {
  if ([...tail].length < 4) return false;
  const at = text.indexOf(tail);
  if (at < 0 || text.includes(tail, at + tail.length)) return false;
  const next = text.slice(at + tail.length, at + tail.length + 1).trim();
  return next !== "" && next !== UNIT;
}

export { SEAM_KINDS };
