/** How a tail stands among the others that want the same head. */
import { clamp } from "../../model/weights.ts";
import type { Pair } from "./evidence.ts";

/**
 * Adds to each pair how it stands among the other tails that want its head: by how many nats the best of them fits it better, or
 * less well. (That the tail has other heads to choose from is in the choice itself.)
 */
export function seeRivals(pairs: readonly Pair[]): void {
  const best = new Map<number, [number, number]>();
  for (const pair of pairs) {
    const own = claim(pair);
    const [first, second] = best.get(pair.head.index) ?? [LEAST, LEAST];
    if (own > first) best.set(pair.head.index, [own, first]);
    else if (own > second) best.set(pair.head.index, [first, own]);
  }
  for (const pair of pairs) {
    if (!pair.reading) continue;
    const own = claim(pair);
    const [first, second] = best.get(pair.head.index) ?? [LEAST, LEAST];
    const lead = own - (own === first ? second : first);
    pair.features.betterTail = clamp(-lead, 0, 8);
    pair.features.bestTail = clamp(lead, 0, 8);
  }
}

/** How well the two fit, by the model alone, as against a paragraph's end between them. */
function claim({ reading, tail }: Pair): number {
  return reading && tail.asTail ? reading.link - reading.start - tail.asTail.end : 0;
}

/** A claim that nothing makes: there is no rival. */
const LEAST = -20;
