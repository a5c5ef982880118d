/** What the end of a text says by itself of whether a paragraph ends there. */
import type { LanguageTable } from "../../language/index.ts";
import { endsSentence, hasAny, isWider, lastCharacter, OPENERS, PAUSES } from "../../language/punctuation.ts";

export interface Ending {
  readonly last: string;
  /** It ends a sentence, and with no abbreviation. */
  readonly isClosed: boolean;
  readonly isAbbreviated: boolean;
  readonly mark: "stop" | "opener" | "pause" | "letter";
  /** As short as headings, specks and signatures, and without a pause, which they seldom have and pieces of sentences often. */
  readonly isBrief: boolean;
  readonly isMinute: boolean;
}

/** Widest line, in ems, that may be a short headline rather than the beginning of a paragraph. */
const BRIEF = 16;
/** Widest speck or signature, in ems: hardly a column ends that soon after a paragraph began. */
const MINUTE = 6;

export function ending(text: string, table: LanguageTable): Ending {
  const last = lastCharacter(text);
  const isAbbreviated = table.abbreviated(text, "");
  const isClosed = !isAbbreviated && endsSentence(text);
  return {
    last,
    isClosed,
    isAbbreviated,
    mark: isClosed ? "stop" : OPENERS.includes(last) ? "opener" : PAUSES.includes(last) ? "pause" : "letter",
    isBrief: !isWider(text, BRIEF) && !hasAny(text, PAUSES),
    isMinute: !isWider(text, MINUTE),
  };
}
