/** What a language model says of a text going on in another. */
import { type LanguageModel, readHead, readSeam, readTail } from "../../model/ngram.ts";
import type { Span } from "../../page/types.ts";

/** How well a text goes on in another, in nats against any text standing there. */
export type Reader = (tail: Span, head: Span) => number;

/** What one seam may say at most, for and against. */
export const MOST = 6;
export const LEAST = -2;
/** No column begins with these: a misread rule, or white that the engine took for a mark. */
const SPECKS = /^[”’"'。，、_‘|｜│¦:：;；\])）·]+\s*/;

/** Remembers what it has read, by where the tail ends and the head begins: how far either reaches bears little on the seam. */
export function readerOf(text: string, model: LanguageModel): Reader {
  const known = new Map<number, number>();
  return ({ start: from, end }, { start, end: to }) => {
    const key = end * text.length + start;
    let nats = known.get(key);
    if (nats === undefined) {
      const before = readTail(model, text.slice(from, end));
      const behind = readHead(model, text.slice(start, to).replace(SPECKS, ""));
      const { link, start: fresh } = readSeam(model, before, behind);
      const ends = Math.exp(before.end);
      nats = Math.log((1 - ends) * Math.exp(link) + ends * Math.exp(fresh));
      nats = Math.min(MOST, Math.max(LEAST, nats));
      known.set(key, nats);
    }
    return nats;
  };
}
