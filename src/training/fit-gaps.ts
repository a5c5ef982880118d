/** `npm run train:gaps`: what tells, of a tail and a head that are one paragraph, that text is missing between; from composed pages. */
import { chanceOf, logOdds } from "../model/weights.ts";
import { SEEN } from "../stages/seams/features.ts";
import { mayBeGap } from "../stages/seams/gaps.ts";
import type { ComposedPage } from "./compose/index.ts";
import { seamExamples } from "./examples.ts";
import { type Example, fitLogistic, reliability } from "./logistic.ts";
import { composedPages, pageLanguage } from "./pages.ts";
import { toolsWith } from "./tools.ts";
import { readWeights, writeWeights } from "./weights-file.ts";

const RIDGE = 2;

/** Set and not fitted, for the reason that `fit-seams.ts` has: composed pages misread at random, and see no sign of a gap in the end of a word. */
const SET = { stubNext: 1.2 } as const;

/** From which probability on a gap is taken to be one: swept on held-out composed pages (`src/model/weights/MODEL.md`). */
const LIKELY = { zh: 0.5, ja: 0.35 } as const;

const [folder = "../shared/corpus", count = "1500", name = "zh", ...without] = process.argv.slice(2);
const language = pageLanguage(name);
const weights = readWeights(language);
const tools = toolsWith(weights, language);
/** How far a page is out of order is known only when its tails are judged. */
const names = SEEN.filter(
  (feature) => !feature.startsWith("disorder") && !(feature in SET) && !without.includes(feature),
);

const fitted = fitLogistic(
  composedPages(folder, "weights", Number(count), 1, language).flatMap(examplesOf),
  names,
  RIDGE,
);
const within = { ...fitted, ...SET };
const heldOut = composedPages(folder, "validation", Math.ceil(Number(count) / 3), 5, language).flatMap(
  examplesOf,
);
report(heldOut);
if (without.length === 0)
  writeWeights({ ...weights, gaps: { ...weights.gaps, within, likely: LIKELY[language] } }, language);

/** The tails and heads that are one paragraph, positive where text is missing. Where paragraphs end with anything, none is sought. */
function examplesOf(page: ComposedPage): Example[] {
  if (page.style.oldMarks) return [];
  return seamExamples(page, tools)
    .examples.filter(
      ({ truth, features, pair }) => truth !== "apart" && features.headOpens !== 1 && mayBeGap(pair),
    )
    .map(({ truth, features }) => ({ features, positive: truth === "gap" }));
}

function report(examples: readonly Example[]): void {
  const chances = examples.map(({ features }) => chanceOf(logOdds(features, within)));
  const truths = examples.map(({ positive }) => positive);
  const gaps = truths.filter(Boolean).length;
  for (const least of [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]) {
    const flagged = truths.filter((_, i) => (chances[i] as number) > least);
    const found = flagged.filter(Boolean).length;
    console.log(
      `from ${least} on ${found} of ${gaps} gaps, ${flagged.length - found} of ${examples.length - gaps} joins`,
    );
  }
  const { error, table } = reliability(chances, truths);
  console.log(`calibration error ${error.toFixed(4)}`);
  console.log(table.map((line) => `  ${line}`).join("\n"));
  console.log(
    Object.entries(within)
      .map(([feature, weight]) => `${feature} ${weight}`)
      .join(", "),
  );
}
