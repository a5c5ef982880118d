/** Paragraphs cut anywhere, as columns cut them: what the dual encoder is trained and tried on. */
import { type Alphabet, encode } from "../model/alphabet.ts";
import { HEAD, TAIL } from "../model/dual-encoder.ts";
import { loadModel } from "../model/load.ts";
import type { Cut } from "./contrast.ts";
import { paragraphsOf, purposeOf, readCorpus } from "./corpus.ts";
import type { Random } from "./random.ts";
import { RECIPES } from "./recipes.ts";

/** The paragraphs of a source in the order of its articles, as symbols. */
export type Source = readonly Uint16Array[];

/** Shortest paragraph that is cut, in symbols, and shortest piece of one. */
const SHORTEST = 24;
const PIECE = 5;
/** Pages hold articles of one time: as many paragraphs in a row as a batch is drawn from. */
const WINDOW = 3000;

/**
 * What the encoders of a language learn from, and what they are tried on.
 *
 * @throws Error where there is no recipe for the language
 */
export function sourcesOf(language: string, folder: string): Record<"sources" | "unseen", readonly Source[]> {
  const names = RECIPES[language]?.sources;
  const model = loadModel(language === "ja" ? "ja" : "zh-Hans");
  if (!names || !model) throw new Error(`no recipe for ${language}: ${Object.keys(RECIPES).join(", ")}`);
  return {
    sources: readSources(folder, names, "model", model.alphabet),
    unseen: readSources(folder, names, "validation", model.alphabet),
  };
}

function readSources(
  folder: string,
  names: readonly string[],
  purpose: "model" | "validation",
  alphabet: Alphabet,
): Source[] {
  return names.map((name) =>
    readCorpus(folder, [name])
      .filter((article) => purposeOf(article) === purpose)
      .flatMap(paragraphsOf)
      .map((text) => {
        const symbols = new Uint16Array(text.length);
        return symbols.slice(0, encode(alphabet, text, symbols, 0));
      })
      .filter((symbols) => symbols.length >= SHORTEST),
  );
}

/** Cuts of one source and one time. */
export function drawCuts(source: Source, count: number, random: Random): Cut[] {
  const start = random.below(Math.max(1, source.length - WINDOW));
  const window = Math.min(WINDOW, source.length - start);
  return Array.from({ length: count }, () => {
    let symbols = source[start + random.below(window)] as Uint16Array;
    // Long paragraphs are cut more often: a cut falls on any symbol alike.
    while (random.next() * 200 > symbols.length)
      symbols = source[start + random.below(window)] as Uint16Array;
    const at = PIECE + random.below(symbols.length - 2 * PIECE);
    return {
      tail: symbols.slice(Math.max(0, at - reach(TAIL.seen, random)), at).reverse(),
      head: symbols.slice(at, at + reach(HEAD.seen, random)),
    };
  });
}

/** A block may be short: every other piece is cut off somewhere. */
function reach(most: number, random: Random): number {
  return random.chance(0.5) ? most : PIECE + random.below(most - PIECE);
}
