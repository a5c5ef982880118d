/** Whether heads are about what tails are about. */
import { affinityOfVectors, type DualEncoder, encodeHead, encodeTail } from "../../model/dual-encoder.ts";
import type { LanguageModel } from "../../model/ngram.ts";
import type { Pair } from "./pairs.ts";
import { sidesBy } from "./sides.ts";

export interface Akin {
  /** By how many nats a head is likelier behind a tail than behind any. */
  readonly nats: (pair: Pair) => number;
}

export function akinBy({ alphabet }: LanguageModel, encoder: DualEncoder): Akin {
  const sidesOf = sidesBy(
    (text) => encodeTail(encoder, alphabet, text),
    (text) => encodeHead(encoder, alphabet, text),
  );
  return {
    nats: (pair) => {
      const { tail, head } = sidesOf(pair);
      return affinityOfVectors(encoder, tail, head);
    },
  };
}
