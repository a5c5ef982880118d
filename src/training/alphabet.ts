/** Makes the alphabet of a language from a corpus: which characters are worth a symbol, and which fall together. */
import * as OpenCC from "opencc-js";
import { type Alphabet, NOTHING, UNKNOWN } from "../model/alphabet.ts";

const FIRST_LETTER = 4;
const DIGIT = 2;
const LATIN = 3;

/** Marks that are one to the model, each behind the form it takes. */
const SAME_MARKS = [
  "，,﹐､",
  "。．｡",
  "、﹑",
  "；;",
  "：:",
  "？?",
  "！!",
  "（(﹙",
  "）)﹚",
  '“「『〝"＂',
  "”」』〞",
  "‘",
  "’'",
  "《〈«‹",
  "》〉»›",
  "…⋯",
  "—―─-－–",
  "·・•‧",
];

/** What a character is scored as; the empty string for white space and control characters. */
export function folding(traditional: boolean): (character: string) => string {
  const simplify = traditional ? simplifier() : (character: string) => character;
  const marks = new Map(
    SAME_MARKS.flatMap((same) => [...same].map((mark) => [mark, same[0] as string] as const)),
  );
  return (character) => {
    if (/[\s\p{C}]/u.test(character)) return "";
    if (/\p{Nd}/u.test(character)) return "0";
    if (/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(character)) return "a";
    return marks.get(character) ?? simplify(character);
  };
}

function simplifier(): (character: string) => string {
  const steps = [
    OpenCC.Converter({ from: "hk", to: "cn" }),
    OpenCC.Converter({ from: "tw", to: "cn" }),
    OpenCC.Converter({ from: "t", to: "cn" }),
  ];
  return (character) => {
    for (const step of steps) {
      const simple = step(character);
      if (simple !== character && [...simple].length === 1) return simple;
    }
    return character;
  };
}

/**
 * @param size symbols at most, the two special ones, digits and Latin letters included
 * @param fold what each character is scored as
 */
export function makeAlphabet(
  texts: Iterable<string>,
  size: number,
  fold: (character: string) => string,
): Alphabet {
  const counts = new Map<number, number>();
  for (const text of texts)
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
  const folded = new Map<string, number>();
  for (const [unit, count] of counts) {
    const form = fold(String.fromCharCode(unit));
    if (form !== "" && form !== "0" && form !== "a") folded.set(form, (folded.get(form) ?? 0) + count);
  }
  const frequent = [...folded]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, size - FIRST_LETTER)
    .map(([form], i) => [form, FIRST_LETTER + i] as const);
  const symbols = new Map<string, number>([...frequent, ["0", DIGIT], ["a", LATIN], ["", NOTHING]]);
  const alphabet = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++)
    alphabet[unit] = symbols.get(isSurrogate(unit) ? "\ud800" : fold(String.fromCharCode(unit))) ?? UNKNOWN;
  return alphabet;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
