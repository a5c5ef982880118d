/** What is read of tails and heads together. */
import {
  type CrossReader,
  type Reading,
  readAcross,
  sideOfHead,
  sideOfTail,
} from "../../model/cross-encoder.ts";
import type { LanguageModel } from "../../model/ngram.ts";
import type { Pair } from "./pairs.ts";
import { sidesBy } from "./sides.ts";

export interface Across {
  /** In nats: whether a head goes on right behind a tail. */
  readonly read: (pair: Pair) => Reading;
}

export function acrossBy({ alphabet }: LanguageModel, reader: CrossReader): Across {
  const sidesOf = sidesBy(
    (text) => sideOfTail(reader, alphabet, text),
    (text) => sideOfHead(reader, alphabet, text),
  );
  return {
    read: (pair) => {
      const { tail, head } = sidesOf(pair);
      return readAcross(reader, tail, head);
    },
  };
}
