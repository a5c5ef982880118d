/** `npm run train:together`: what the evidence on both sides of a cut says together, beyond its terms; from composed pages. */
import { hiddenLayer, natsTogether } from "../model/hidden-layer.ts";
import type { SEEN } from "../stages/seams/features.ts";
import { judge, pairWeights, stopsTell } from "../stages/seams/index.ts";
import type { ComposedPage } from "./compose/index.ts";
import { goesOnSomewhere, type SeamExample, seamExamples } from "./examples.ts";
import { fitHiddenUnits, type Ways } from "./hidden-units.ts";
import { reliability } from "./logistic.ts";
import { composedPages, pageLanguage } from "./pages.ts";
import { randomFrom } from "./random.ts";
import { toolsWith } from "./tools.ts";
import { readWeights, writeWeights } from "./weights-file.ts";

const UNITS = 32;
const ROUNDS = 7;

/**
 * What the two sides say, whatever page they stand on. How pages are laid out is left to terms of their own: composed pages differ in that
 * from printed ones, and units that see it learn the difference (`src/model/weights/MODEL.md`). So is what has a weight that is set.
 */
const INPUTS = [
  "firstFits",
  "firstFitsNot",
  "restFits",
  "restFitsNot",
  "headStarts",
  "headStartsNot",
  "tailEndsNot",
  "akin",
  "akinNot",
  "readsWhole",
  "readsTorn",
  "readsOn",
  "readsOff",
  "tailStops",
  "tailOpens",
  "tailPauses",
  "tailLetter",
  "tailBrief",
  "tailMinute",
  "headCloses",
  "headOpens",
  "headOpensProse",
  "bracketsFit",
  "bracketsMisfit",
  "pairOnPage",
  "tripleOnPage",
  "pairNowhere",
  "decimalAcross",
  "repeatOne",
  "repeatEach",
  "betterTail",
  "bestTail",
] as const satisfies readonly (typeof SEEN)[number][];

const [folder = "../shared/corpus", count = "7500", name = "zh"] = process.argv.slice(2);
const language = pageLanguage(name);
const weights = readWeights(language);
const tools = toolsWith(weights, language);
const terms = { ...pairWeights(weights, "model", false), together: [] };

const train = composedPages(folder, "weights", Number(count), 21, language).flatMap(choicesOf);
const test = composedPages(folder, "validation", Math.ceil(Number(count) / 10), 2, language).flatMap(
  choicesOf,
);
const together = fitHiddenUnits(train, INPUTS, UNITS, ROUNDS, randomFrom(1));
console.log(`${together.length} units, from ${train.length} tails`);
report("terms alone", ({ known }) => known);
const layer = hiddenLayer(together, INPUTS);
report(
  "with what they say together",
  ({ known, row }) => known + natsTogether(layer, Float64Array.from(row)),
);
writeWeights({ ...weights, seams: { ...weights.seams, together } }, language);

/** The choices of all tails of a page, as the stage weighs them by their terms. */
function choicesOf(page: ComposedPage): Ways[] {
  const { examples, context } = seamExamples(page, tools);
  if (!stopsTell(context)) return [];
  const { candidates } = judge(
    examples.map(({ pair }) => pair),
    terms,
    context,
  );
  const byTail = new Map<number, { example: SeamExample; known: number }[]>();
  for (const [n, example] of examples.entries()) {
    const it = { example, known: candidates[n]?.sum as number };
    const own = byTail.get(example.pair.tail.index);
    if (own) own.push(it);
    else byTail.set(example.pair.tail.index, [it]);
  }
  return [...byTail.values()]
    .filter(
      (own) =>
        own.some(({ example: { truth } }) => truth !== "apart") ||
        // It goes on where the roles stage saw a heading: that teaches nothing about choosing.
        !own.some(({ example: { pair } }) => goesOnSomewhere(pair, page)),
    )
    .map((own) =>
      own.map(({ example: { features, truth }, known }) => ({
        known,
        row: Float32Array.from(INPUTS, (input) => features[input]),
        isRight: truth !== "apart",
      })),
    );
}

/** How well the held-out tails choose. */
function report(title: string, natsFor: (way: Ways[number]) => number): void {
  const chances: number[] = [];
  const truths: boolean[] = [];
  let likelihood = 0;
  for (const ways of test) {
    const odds = ways.map((way) => Math.exp(natsFor(way)));
    const all = odds.reduce((sum, it) => sum + it, 1);
    const best = odds.indexOf(Math.max(...odds));
    const right = ways.findIndex(({ isRight }) => isRight);
    likelihood += Math.log((right < 0 ? 1 : (odds[right] as number)) / all);
    ways.forEach(({ isRight }, w) => {
      const chance = (odds[w] as number) / all;
      if (!(w === best || isRight || chance > 0.01)) return;
      chances.push(chance);
      truths.push(isRight);
    });
  }
  const taken = chances.filter((chance) => chance > 0.5).length;
  const hits = chances.filter((chance, i) => chance > 0.5 && truths[i]).length;
  const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(2)} %`;
  const { error } = reliability(chances, truths);
  console.log(
    `${title}: ${test.length} held-out tails at ${(-likelihood / test.length).toFixed(4)} nats; ${percent(hits, truths.filter(Boolean).length)} of the joins found, ${percent(hits, taken)} right, calibration error ${error.toFixed(4)}`,
  );
}
