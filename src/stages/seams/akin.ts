/** Whether heads are about what tails are about: the vector of each is made once, for all its pairs. */
import {
  affinityOfVectors,
  type DualEncoder,
  encodeHead,
  encodeTail,
  type TailVector,
} from "../../model/dual-encoder.ts";
import type { LanguageModel } from "../../model/ngram.ts";
import type { Pair } from "./pairs.ts";

export interface Akin {
  /** By how many nats a head is likelier behind a tail than behind any. */
  readonly nats: (pair: Pair) => number;
}

export function akinBy({ alphabet }: LanguageModel, encoder: DualEncoder): Akin {
  const tails: (TailVector | undefined)[] = [];
  const heads: (Float32Array | undefined)[] = [];
  return {
    nats: ({ tail, head, repeat }) => {
      tails[tail.index] ??= encodeTail(encoder, alphabet, tail.text);
      if (repeat === 0) heads[head.index] ??= encodeHead(encoder, alphabet, head.text);
      return affinityOfVectors(
        encoder,
        tails[tail.index] as TailVector,
        repeat > 0
          ? encodeHead(encoder, alphabet, head.text.slice(repeat))
          : (heads[head.index] as Float32Array),
      );
    },
  };
}
