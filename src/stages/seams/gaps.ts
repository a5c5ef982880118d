/** Places where the page has lost text: a tail that cannot end, a head that cannot begin, and no partner for either. */
import { endsSentence } from "../../language/punctuation.ts";
import type { TextBlock } from "./ends.ts";
import type { Candidate } from "./evidence.ts";

/** Terms that say the head is the rest of a sentence, whatever the tail. */
const CANNOT_BEGIN = new Set(["orphan", "headCloses", "headNotIndented", "bracketsMisfit"]);
/** Terms that say the tail is the beginning of one. */
const CANNOT_END = new Set(["tailLetter", "tailPauses", "tailOpens"]);

/**
 * The gaps of a page. Its two sides follow each other, with nothing but transparent blocks between.
 *
 * @param taken the joins that were decided
 */
export function findGaps(
  blocks: readonly TextBlock[],
  candidates: readonly Candidate[],
  taken: readonly Candidate[],
): Candidate[] {
  const tails = new Set(taken.map((it) => it.tail.index));
  const heads = new Set(taken.map((it) => it.head.index));
  return candidates.filter(
    ({ tail, head, evidence }) =>
      head.index === tail.index + 1 &&
      head.headings === tail.headings &&
      !tails.has(tail.index) &&
      !heads.has(head.index) &&
      !endsSentence(blocks[tail.index]?.text ?? "") &&
      evidence.some((term) => CANNOT_END.has(term.name) && term.weight >= 1.5) &&
      evidence.some((term) => CANNOT_BEGIN.has(term.name)),
  );
}
