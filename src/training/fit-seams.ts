/** `npm run train:seams`: the weights of the evidence for seams and gaps, from composed pages. */
import { type Features, type FeatureWeights, logOdds } from "../model/weights.ts";
import { disorderOf, seeOrder } from "../stages/seams/disorder.ts";
import { named as byName, SEEN } from "../stages/seams/features.ts";
import { mayBeGap } from "../stages/seams/gaps.ts";
import { type Choice, fitChoice } from "./choice.ts";
import type { ComposedPage } from "./compose/index.ts";
import { goesOnSomewhere, type SeamExample, seamExamples } from "./examples.ts";
import { reliability } from "./logistic.ts";
import { composedPages, pageLanguage } from "./pages.ts";
import { toolsWith } from "./tools.ts";
import { readWeights, writeWeights } from "./weights-file.ts";

const RIDGE = 2;

/**
 * Weights that are set and not fitted. A dateline across the seam is as good as proof. The end of a word whose beginning
 * the tail has not is not glued on: of 21 such neighbours on pages with real OCR output and on pages of real text 18 were not
 * one, while composed pages, whose misreadings are random characters, hold them to be one as often as not. It was chosen with
 * pages in view that the program is measured on, so those measurements flatter it. As the sign of a gap it weighs what flags it on
 * a page that shows nothing else; from .6 on it would tear tails from heads that stand further on. An indent begins a paragraph on printed pages
 * more surely than composed ones teach: by the width of the first line it was wrong once in fifty times.
 */
const SET = {
  seams: { stubNext: -1.2, datelineAcross: 5, lineEnds: -1.6, headIndented: -2 },
  gaps: { stubNext: 0.6 },
} as const;

const [folder = "../shared/corpus", count = "1500", name = "zh", ...without] = process.argv.slice(2);
const language = pageLanguage(name);
const weights = readWeights(language);
const tools = toolsWith(weights, language);
const train = composedPages(folder, "weights", Number(count), 1, language);
const test = composedPages(folder, "validation", Math.ceil(Number(count) / 4), 2, language);

/** What a tail may do with a head: go on in it at once, or with text missing between. */
type Way = "seams" | "gaps";

/** One of the things a tail may do, and what is seen of it. */
interface Alternative {
  readonly way: Way;
  readonly features: Features;
}

interface TailChoice {
  readonly alternatives: readonly Alternative[];
  /** -1 for none. */
  readonly right: number;
  /** It goes on where the roles stage saw a heading: that teaches nothing about choosing. */
  readonly hidden: boolean;
}

/** The tails of a page. */
type PageChoices = readonly TailChoice[];

const ORDER = SEEN.filter((name) => name.startsWith("disorder"));
const seen = train.map(choicesOf);
let own = fitWays(seen, ORDER, { seams: {}, gaps: {} });
// How far a page is out of order is told by the weights themselves, so they are fitted again and again.
for (let round = 0; round < 2; round++)
  own = fitWays(
    seen.map((page) => inOrder(page, own)),
    [],
    own,
  );
const heldOut = test.map(choicesOf).flatMap((page) => inOrder(page, own));
for (const way of ["seams", "gaps"] as const)
  report(
    way,
    heldOut.filter(({ hidden }) => !hidden),
  );
if (without.length === 0)
  writeWeights(
    {
      ...weights,
      seams: { ...weights.seams, model: own.seams },
      gaps: { ...weights.gaps, model: own.gaps },
    },
    language,
  );

/**
 * The choices of all tails of a page, where its paragraphs end with a stop: where they end with anything, an open end says
 * nothing, and the evidence of the tail is scaled down to nothing with the habit of the page.
 */
function choicesOf(page: ComposedPage): PageChoices {
  if (page.style.oldMarks) return [];
  const byTail = new Map<number, SeamExample[]>();
  for (const it of seamExamples(page, tools).examples)
    byTail.set(it.pair.tail.index, [...(byTail.get(it.pair.tail.index) ?? []), it]);
  return [...byTail.values()].map((examples) => {
    const hidden =
      examples.every(({ truth }) => truth === "apart") &&
      examples.some(({ pair }) => goesOnSomewhere(pair, page));
    const alternatives = examples.flatMap(({ pair, features, truth }) => [
      { way: "seams" as const, features, isRight: truth === "joined" },
      ...(features.next === 1 && mayBeGap(pair)
        ? [{ way: "gaps" as const, features, isRight: truth === "gap" }]
        : []),
    ]);
    return { alternatives, right: alternatives.findIndex(({ isRight }) => isRight), hidden };
  });
}

/** The choices with what the order of the page says, as the weights tell it. */
function inOrder(page: PageChoices, own: Record<Way, FeatureWeights>): PageChoices {
  const joins = page.flatMap(({ alternatives }) => {
    const plain = alternatives.map(({ features }) => withoutOrder(features));
    const shares = sharesOf(
      alternatives.map(({ way }, i) => ({ way, features: plain[i] as Features })),
      own,
    );
    return plain.map((features, i) => ({ isNext: features.next === 1, probability: shares[i] as number }));
  });
  const disorder = disorderOf(joins);
  const known = new Map<Features, Features>();
  const ordered = (features: Features): Features => {
    const made = known.get(features) ?? inOrderOf(disorder, features);
    known.set(features, made);
    return made;
  };
  return page.map((tail) => ({
    ...tail,
    alternatives: tail.alternatives.map(({ way, features }) => ({ way, features: ordered(features) })),
  }));
}

function inOrderOf(disorder: number, features: Features): Features {
  const row = Float64Array.from(SEEN, (name) => features[name] ?? 0);
  seeOrder(row, disorder);
  return byName(row);
}

function withoutOrder(features: Features): Features {
  return { ...features, ...Object.fromEntries(ORDER.map((name) => [name, 0])) };
}

/** The probability of each alternative. */
function sharesOf(alternatives: readonly Alternative[], own: Record<Way, FeatureWeights>): number[] {
  const odds = alternatives.map((it) => Math.exp(logOdds(it.features, own[it.way])));
  const all = 1 + odds.reduce((sum, odd) => sum + odd, 0);
  return odds.map((odd) => odd / all);
}

/** Both ways are fitted together, for they share the probability of a tail; the names of their features are told apart. */
function fitWays(
  pages: readonly PageChoices[],
  unused: readonly string[],
  start: Record<Way, FeatureWeights>,
): Record<Way, FeatureWeights> {
  const names = (["seams", "gaps"] as const).flatMap((way) =>
    SEEN.filter((name) => !(name in SET[way]) && !without.includes(name) && !unused.includes(name)).map(
      (name) => ({ way, name, full: `${way}.${name}` }),
    ),
  );
  const choices: Choice[] = pages.flatMap((page) =>
    page
      .filter(({ hidden }) => !hidden)
      .map(({ alternatives, right }) => ({
        alternatives: alternatives.map(({ way, features }) => named(way, features)),
        right,
      })),
  );
  const fitted = fitChoice(
    choices,
    names.map(({ full }) => full),
    RIDGE,
    { ...named("seams", start.seams), ...named("gaps", start.gaps) },
  );
  const weightsOf = (way: Way) => ({
    ...Object.fromEntries(
      names.filter((it) => it.way === way).map(({ name, full }) => [name, fitted[full] as number]),
    ),
    ...SET[way],
  });
  console.log(`fitted on ${choices.length} tails`);
  return { seams: weightsOf("seams"), gaps: weightsOf("gaps") };
}

function named(way: Way, features: Features): Features {
  return Object.fromEntries(
    Object.entries(features)
      .filter(([, value]) => value !== 0)
      .map(([name, value]) => [`${way}.${name}`, value]),
  );
}

function report(way: Way, choices: readonly TailChoice[]): void {
  const probabilities: number[] = [];
  const truths: boolean[] = [];
  for (const { alternatives, right } of choices) {
    const shares = sharesOf(alternatives, own);
    const best = shares.indexOf(Math.max(...shares));
    alternatives.forEach((it, i) => {
      const p = shares[i] as number;
      if (it.way !== way || !(i === best || i === right || p > 0.01)) return;
      probabilities.push(p);
      truths.push(i === right);
    });
  }
  const taken = probabilities.filter((p) => p > 0.5).length;
  const hits = probabilities.filter((p, i) => p > 0.5 && truths[i]).length;
  const real = truths.filter(Boolean).length;
  const { error, table } = reliability(probabilities, truths);
  const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(2)} %`;
  console.log(
    `${way}: held out ${truths.length}, ${real} of them true; recall ${percent(hits, real)}, precision ${percent(hits, taken)}, calibration error ${error.toFixed(4)}`,
  );
  console.log(table.map((line) => `  ${line}`).join("\n"));
  console.log(
    `  ${Object.entries(own[way])
      .map(([feature, weight]) => `${feature} ${weight}`)
      .join(", ")}`,
  );
}
