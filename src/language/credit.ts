/** The photographer's credit that a caption ends with: 记者邹伟锋 摄. */
import { emptyMemory, type Memory, remembered } from "../page/remembered.ts";
import type { Pattern } from "./any-of.ts";
import type { LanguageTable } from "./types.ts";

export interface FoundCredit {
  /** UTF-16 offset where it begins; the stop or bracket that parts it from the caption is the caption's. */
  readonly at: number;
  readonly text: string;
}

/** Longest credit with several names, in UTF-16 units, and what stands before it. Only so much of a text is looked at. */
const LONGEST = 80;

/** The credit at the end of a text; null where there is none. */
export function findCredit(text: string, table: LanguageTable): FoundCredit | null {
  return findOnce(table.credit, text);
}

/** The same of what is known to be a caption, which an agency alone may sign. */
export function findCaptionCredit(text: string, table: LanguageTable): FoundCredit | null {
  return findOnce(table.captionCredit ?? table.credit, text);
}

/** Several stages ask about the same text. */
function findOnce(pattern: Pattern, text: string): FoundCredit | null {
  let memory = memories.get(pattern);
  if (!memory) {
    memory = emptyMemory();
    memories.set(pattern, memory);
  }
  return remembered(memory, text, (unread) => findBy(pattern, unread));
}

const memories = new WeakMap<Pattern, Memory<FoundCredit | null>>();

function findBy(pattern: Pattern, text: string): FoundCredit | null {
  const from = Math.max(0, text.length - LONGEST);
  const match = pattern.exec(text.slice(from));
  if (!match || (from > 0 && match.index === 0)) return null;
  const lead = /^[。！？!?.”」』）)…／/\s]+/.exec(match[0])?.[0].length ?? 0;
  const at = from + match.index + lead;
  return { at, text: text.slice(at).trim() };
}
