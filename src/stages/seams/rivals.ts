/** How a tail stands among the others that want the same head. */
import type { SeamReading } from "../../model/ngram.ts";
import { clamp } from "../../model/weights.ts";
import { AT, type SeamRow } from "./features.ts";
import type { Pair } from "./pairs.ts";

/** Of each head, by its index: how well the tail near it that it fits best claims it, and how well the next best. */
export type Rivals = ReadonlyMap<number, readonly [first: number, second: number]>;

/** @param readings of the pairs, in their order */
export function findRivals(pairs: readonly Pair[], readings: readonly (SeamReading | null)[]): Rivals {
  const best = new Map<number, [number, number]>();
  for (let n = 0; n < pairs.length; n++) {
    const pair = pairs[n] as Pair;
    const reading = readings[n];
    if (!reading) continue;
    const own = claim(pair, reading);
    let claims = best.get(pair.head.index);
    if (!claims) {
      claims = [LEAST, LEAST];
      best.set(pair.head.index, claims);
    }
    if (own > claims[0]) {
      claims[1] = claims[0];
      claims[0] = own;
    } else if (own > claims[1]) claims[1] = own;
  }
  return best;
}

/**
 * How a pair stands among the other tails that want its head: by how many nats the best of them fits it better, or less well. (That
 * the tail has other heads to choose from is in the choice itself.)
 */
export function seeRivals(row: SeamRow, pair: Pair, reading: SeamReading, rivals: Rivals): void {
  const own = claim(pair, reading);
  const [first, second] = rivals.get(pair.head.index) ?? [LEAST, LEAST];
  const lead = own - (own === first ? second : first);
  row[AT.betterTail] = clamp(-lead, 0, 8);
  row[AT.bestTail] = clamp(lead, 0, 8);
}

/** How well the two fit, by the model alone, as against a paragraph's end between them. */
function claim({ tail }: Pair, { link, start }: SeamReading): number {
  return link - start - (tail.asTail?.end ?? 0);
}

/** A claim that nothing makes: there is no rival. */
const LEAST = -20;
