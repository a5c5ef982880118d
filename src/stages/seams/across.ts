/** What is read of tails and heads together: what each side makes of it is worked out once, for all its pairs. */
import {
  type CrossReader,
  type Reading,
  readAcross,
  sideOfHead,
  sideOfTail,
} from "../../model/cross-encoder.ts";
import type { LanguageModel } from "../../model/ngram.ts";
import type { Pair } from "./pairs.ts";

export interface Across {
  /** In nats: whether a head goes on right behind a tail. */
  readonly read: (pair: Pair) => Reading;
}

export function acrossBy({ alphabet }: LanguageModel, reader: CrossReader): Across {
  const tails: (Float32Array | undefined)[] = [];
  const heads: (Float32Array | undefined)[] = [];
  return {
    read: ({ tail, head, repeat }) => {
      tails[tail.index] ??= sideOfTail(reader, alphabet, tail.text);
      if (repeat === 0) heads[head.index] ??= sideOfHead(reader, alphabet, head.text);
      const side =
        repeat > 0
          ? sideOfHead(reader, alphabet, head.text.slice(repeat))
          : (heads[head.index] as Float32Array);
      return readAcross(reader, tails[tail.index] as Float32Array, side);
    },
  };
}
