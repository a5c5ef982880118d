/** What a reader makes of tails and of heads: worked out once for each, for all its pairs. */
import type { Pair } from "./pairs.ts";

/** Both sides of a pair; a head without what it repeats is read anew. */
export function sidesBy<Tail, Head>(
  readTail: (text: string) => Tail,
  readHead: (text: string) => Head,
): (pair: Pair) => { readonly tail: Tail; readonly head: Head } {
  const tails: (Tail | undefined)[] = [];
  const heads: (Head | undefined)[] = [];
  return ({ tail, head, repeat }) => {
    tails[tail.index] ??= readTail(tail.text);
    if (repeat === 0) heads[head.index] ??= readHead(head.text);
    return {
      tail: tails[tail.index] as Tail,
      head: repeat > 0 ? readHead(head.text.slice(repeat)) : (heads[head.index] as Head),
    };
  };
}
