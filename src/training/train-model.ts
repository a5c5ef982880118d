/** `npm run train:model -- zh|ja`: the language model of a language, from the training texts. */
import { mkdirSync, writeFileSync } from "node:fs";
import { type Alphabet, encode, PARAGRAPH, SYMBOLS } from "../model/alphabet.ts";
import { modelToBytes } from "../model/model-file.ts";
import { folding, makeAlphabet } from "./alphabet.ts";
import { writeChecksums } from "./checksums.ts";
import { type CorpusArticle, paragraphsOf, purposeOf, readCorpus } from "./corpus.ts";
import { smoothAll } from "./kneser-ney.ts";
import { pack } from "./pack.ts";
import { RECIPES } from "./recipes.ts";

/** An article as the model is trained on it: ¶ before, between and behind its paragraphs. */
export function symbolsOf(article: CorpusArticle, alphabet: Alphabet): Uint16Array {
  const paragraphs = paragraphsOf(article);
  const symbols = new Uint16Array(paragraphs.reduce((sum, text) => sum + text.length + 1, 1));
  symbols[0] = PARAGRAPH;
  let at = 1;
  for (const paragraph of paragraphs) {
    at = encode(alphabet, paragraph, symbols, at);
    symbols[at++] = PARAGRAPH;
  }
  return symbols.slice(0, at);
}

const [language = "zh", folder = "../shared/corpus", ...sweep] = process.argv.slice(2);
const recipe = RECIPES[language];
if (!recipe) throw new Error(`no recipe for ${language}: ${Object.keys(RECIPES).join(", ")}`);
const articles = readCorpus(folder, recipe.sources).filter((article) => purposeOf(article) === "model");
const alphabet = makeAlphabet(articles.flatMap(paragraphsOf), SYMBOLS, folding(recipe.traditional));
const texts = articles.map((article) => symbolsOf(article, alphabet));
console.log(
  `${language}: ${articles.length} articles, ${texts.reduce((sum, text) => sum + text.length, 0)} symbols`,
);
const smoothed = smoothAll(texts, recipe.order, console.log);
mkdirSync("src/model/weights", { recursive: true });
// A sweep names gains, as 4,8,16,20, and gets a file for each.
for (const gains of sweep.length > 0 ? sweep.map((list) => list.split(",").map(Number)) : [recipe.gains]) {
  const bytes = modelToBytes(pack(smoothed.slice(0, gains.length + 1), alphabet, { gains }, console.log));
  const name =
    sweep.length > 0 ? `.training/${language}-${gains.join("-")}.bin` : `src/model/weights/${language}.bin`;
  writeFileSync(name, bytes);
  console.log(`${name}: ${(bytes.length / 1e6).toFixed(2)} MB`);
}
writeChecksums();
