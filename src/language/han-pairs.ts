/** Pairs of neighbouring characters, by which texts are compared: what names and matters are written in. */
import { flatMap } from "../page/flat-map.ts";
import { isHanUnit } from "./punctuation.ts";

/** The pairs of some texts, numbered, text by text as often as they stand there. */
export interface NumberedPairs {
  /** How many there are that differ. */
  readonly count: number;
  readonly numbers: Uint32Array;
  /** For each text where its numbers begin, and where those of the last end. */
  readonly starts: Uint32Array;
}

/** Pairs of Han of the basic plane. */
export function hanPairs(texts: readonly string[]): NumberedPairs {
  return numberPairs(texts, isHanUnit);
}

/** @param isOne whether a UTF-16 unit may be part of a pair */
export function numberPairs(texts: readonly string[], isOne: (unit: number) => boolean): NumberedPairs {
  let most = 0;
  for (const text of texts) most += text.length;
  const numbering = flatMap(most);
  const numbers = new Uint32Array(most);
  const starts = new Uint32Array(texts.length + 1);
  let end = 0;
  for (let n = 0; n < texts.length; n++) {
    const text = texts[n] as string;
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const own = isOne(unit) ? unit : 0;
      if (own !== 0 && before !== 0) numbers[end++] = numbering.numberOf(pairOf(before, own));
      before = own;
    }
    starts[n + 1] = end;
  }
  return { count: numbering.size(), numbers, starts };
}

/** Two UTF-16 units as one number. */
export function pairOf(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** The same pairs, in each text only where it has them first. */
export function eachOnce({ count, numbers, starts }: NumberedPairs): NumberedPairs {
  const once = new Uint32Array(numbers.length);
  const onceStarts = new Uint32Array(starts.length);
  /** The last text that each pair was seen in, from 1 on. */
  const seenIn = new Uint32Array(count);
  let end = 0;
  for (let text = 1; text < starts.length; text++) {
    for (let i = starts[text - 1] as number; i < (starts[text] as number); i++) {
      const pair = numbers[i] as number;
      if (seenIn[pair] === text) continue;
      seenIn[pair] = text;
      once[end++] = pair;
    }
    onceStarts[text] = end;
  }
  return { count, numbers: once, starts: onceStarts };
}
