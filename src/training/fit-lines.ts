/**
 * `npm run train:lines`: the weights of the wraps stage, from composed pages and, where their folder is named, from pages
 * of a real newspaper. Figures on the real pages come from weights that have not seen the page.
 */
import { loadModel } from "../model/load.ts";
import type { StepTable } from "../model/weights.ts";
import type { Tools } from "../stages/types.ts";
import { readEnds } from "../stages/wraps/index.ts";
import { wrapExamples } from "./examples.ts";
import { fitSteps, type LineEndExample } from "./fit-steps.ts";
import { reliability } from "./logistic.ts";
import { composedPages } from "./pages.ts";
import { randomFrom } from "./random.ts";
import { realPages } from "./real-pages.ts";
import { readWeights, writeWeights } from "./weights-file.ts";

/** A real page counts as so many composed ones. */
const REAL = 2;
const FOLDS = 4;

/**
 * Set and not fitted: a folio, a date or a list of editors is a line by itself, and behind a credit nothing goes on; composed
 * pages have few of either in a row. A line that is a byline and nothing else begins anew, also where an engine has written it
 * right below its headline, and a name alone there is that of the author. A dash at the head of a line of a heading opens the subtitle; composed headlines have none.
 * From the name of a column that all papers have nothing goes on, nor from another that is framed or has white above it. Where all lines end a sentence, each is a paragraph: composed pages
 * are wrapped. They have no lists, of which each item begins with a
 * sign, no letters with 敬礼 and a signature below, no notes with a name of their own (编后),
 * and no subheads with numbers. They have no tables either: no row goes on in the next, and no figure in another without a full line that was cut.
 */
const SET: StepTable = {
  besideFurniture: { textGoesOn: -4, headingGoesOn: -4 },
  betweenFurniture: { textGoesOn: -6, headingGoesOn: -6 },
  tailCredit: { textGoesOn: -8, headingGoesOn: -8 },
  headByline: { textGoesOn: -5, headingGoesOn: -5 },
  tailLabel: { textGoesOn: -4, headingGoesOn: -4 },
  headNamesPicture: { textGoesOn: -5, headingGoesOn: -5 },
  headName: { textGoesOn: -2, headingGoesOn: -5 },
  headDash: { textGoesOn: -4, headingGoesOn: -6 },
  tailColumn: { textGoesOn: -8, headingGoesOn: -8 },
  tailEndsCaption: { textGoesOn: -10, headingGoesOn: -10 },
  besideRow: { textGoesOn: -9, headingGoesOn: -9 },
  figuresMeet: { textGoesOn: -5, headingGoesOn: -9 },
  headOneALine: { textGoesOn: -9, headingGoesOn: -9 },
  besideFarewell: { textGoesOn: -12, headingGoesOn: -12 },
  besideNote: { textGoesOn: -9, headingGoesOn: -9 },
  besideSubhead: { textGoesOn: -12, headingGoesOn: -12 },
  headItem: { textGoesOn: -14, headingGoesOn: -14 },
};

/** The stretches of a page. */
type PageExamples = readonly (readonly LineEndExample[])[];

const [folder = "../shared/corpus", count = "300", real, without = "nothing"] = process.argv.slice(2);
const weights = readWeights();
const tools: Tools = {
  gapMark: "",
  keepTypography: false,
  model: loadModel("zh-Hans"),
  encoder: null,
  words: null,
  weights,
};
const composed = composedPages(folder, "weights", Number(count), 1).map(examplesOf);
const heldOut = composedPages(folder, "validation", Math.ceil(Number(count) / 4), 2).map(examplesOf);
const papers = real ? realPages(real, tools).map(({ stretches }) => stretches.map(cut)) : [];

if (papers.length > 0) {
  const scores: [boolean, number][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const table = fitTable(papers.filter((_, i) => i % FOLDS !== fold));
    scores.push(...papers.filter((_, i) => i % FOLDS === fold).flatMap((page) => judge(page, table)));
  }
  report(`${papers.length} real pages, each by weights that have not seen it`, scores);
}
const table = fitTable(papers);
report(
  `${heldOut.length} composed pages, held out`,
  heldOut.flatMap((page) => judge(page, table)),
);
if (without === "nothing") {
  const wraps = { ...weights.wraps, model: { ...table, ...SET } };
  writeWeights({ ...weights, wraps });
}

function examplesOf(page: Parameters<typeof wrapExamples>[0]): PageExamples {
  return wrapExamples(page, tools).map(cut);
}

/** Leaves out the features whose names begin with what the command line says: shows what they are worth. */
function cut(stretch: readonly LineEndExample[]): readonly LineEndExample[] {
  return stretch.map((end) => ({
    ...end,
    features: Object.fromEntries(Object.entries(end.features).filter(([name]) => !name.startsWith(without))),
  }));
}

/**
 * Fits on all pages as a first reading sees them, and on all pages again with the habits that a first reading shows.
 * That reading is by weights which have not seen the page: on pages it knows, it would be surer than it is elsewhere.
 */
function fitTable(papers: readonly PageExamples[]): StepTable {
  const weighed = (pages: readonly PageExamples[]) =>
    pages.flatMap((page) => (papers.includes(page) ? Array<PageExamples>(REAL).fill(page) : [page]));
  const all = [...composed, ...papers];
  const half = (side: number) => all.filter((_, i) => i % 2 === side);
  const again = [0, 1].flatMap((side) => {
    const first = fitSteps(weighed(half(1 - side)).flat(), randomFrom(3));
    return weighed(half(side)).map((page) => withHabits(page, first));
  });
  return fitSteps([...weighed(all), ...again].flat(), randomFrom(3));
}

function withHabits(page: PageExamples, table: StepTable): PageExamples {
  return readEnds(page, table).map((stretch) =>
    stretch.map(({ end, features }) => ({ ...end, features: features() })),
  );
}

/** For each line end whether the unit goes on, and the log-odds that it does; left out where the truth is not known. */
function judge(page: PageExamples, table: StepTable): [boolean, number][] {
  return readEnds(page, table).flatMap((stretch) =>
    stretch.flatMap((read): [boolean, number][] => {
      const on = [...read.end.allowed].map((step) => step.endsWith("GoesOn"));
      if (on.includes(true) && on.includes(false)) return [];
      return [[on.includes(true), read.odds.sum]];
    }),
  );
}

function report(name: string, scores: readonly [boolean, number][]): void {
  const count = (test: (on: boolean, sum: number) => boolean) =>
    scores.filter(([on, sum]) => test(on, sum)).length;
  const hits = count((on, sum) => on && sum > 0);
  const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(2)} %`;
  const { error, table } = reliability(
    scores.map(([, sum]) => 1 / (1 + Math.exp(-sum))),
    scores.map(([on]) => on),
  );
  console.log(
    `${name}: ${scores.length} line ends; recall ${percent(
      hits,
      count((on) => on),
    )}, precision ${percent(
      hits,
      count((_, sum) => sum > 0),
    )}, calibration error ${error.toFixed(4)}`,
  );
  console.log(table.map((line) => `  ${line}`).join("\n"));
}
