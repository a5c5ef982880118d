/**
 * `npm run train:headlines`: weights of the evidence for heads of articles in spaced scripts (`roles.plain`, and
 * `roles.printed` where boxes tell, `roles.parted` where the blocks of the engine do too). Fitted to
 * real pages, for nothing composed shows how newspapers set their heads; tried on papers that it has not seen.
 */
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { headlines } from "../headlines/headlines.ts";
import { lineFacts } from "../headlines/line-facts.ts";
import { tableOf } from "../language/index.ts";
import { type FeatureWeights, logOdds } from "../model/weights.ts";
import { type GoldPage, goldPages } from "./gold-lines.ts";
import { type Example, fitLogistic } from "./logistic.ts";
import { readWeights, writeWeights } from "./weights-file.ts";

const SETS = ["mets-bl", "mets-bnf-en", "mets-luxembourg"];
const RIDGE = 3;

/**
 * Added to the fitted bias: a head that is missed runs two articles together, one too many parts an article. Of 0, 1,
 * 1.2 and 1.5, on papers left out of an earlier fit: articles (B-cubed F1) 59, 70, 70, 71; titles (F1) 31, 47, 46, 44.
 */
const BIAS = 1.2;

/**
 * Set and not fitted, for the pages have no empty lines and hardly a byline below a headline: what names an author is the
 * head of an article; a line between empty ones is rather one.
 */
const SET = { byline: 3, apart: 0.7 } as const;

export function fitHeadlines(pages: readonly GoldPage[]): FeatureWeights {
  const examples = pages.flatMap(headlineExamples);
  const names = [...new Set(examples.flatMap(({ features }) => Object.keys(features)))].filter(
    (name) => !(name in SET),
  );
  const own = fitLogistic(examples, names, RIDGE);
  return { ...own, ...SET, bias: Math.round(1000 * ((own.bias ?? 0) + BIAS)) / 1000 };
}

/** The groups of heading lines of a page; those that hold a title are heads of articles. */
function headlineExamples({ page, lines }: GoldPage): Example[] {
  return headlines(lineFacts(page), tableOf(page.source.lang)).map(({ group, features }) => ({
    features,
    positive: lines.slice(group.first, group.last + 1).some(({ role }) => role === "title"),
  }));
}

/** As an engine leaves a page that finds no blocks, or takes each column for one. */
function withoutBlocks(own: GoldPage): GoldPage {
  const lines = own.page.lines.map((line) => ({
    ...line,
    ...(line.print && { print: { ...line.print, block: 0 } }),
  }));
  return { ...own, page: { ...own.page, lines } };
}

/** Pages of one issue: their ids differ in the page number alone. */
function paperOf({ id }: GoldPage): string {
  return id.replace(/_?p\d+$/, "");
}

function tryOnOtherPapers(pages: readonly GoldPage[]): void {
  for (const paper of new Set(pages.map(paperOf))) {
    const weights = fitHeadlines(pages.filter((page) => paperOf(page) !== paper));
    const examples = pages.filter((page) => paperOf(page) === paper).flatMap(headlineExamples);
    const taken = examples.filter(({ features }) => logOdds(features, weights) > 0);
    const right = taken.filter(({ positive }) => positive).length;
    const real = examples.filter(({ positive }) => positive).length;
    console.log(
      `${paper}, left out: ${examples.length} groups, ${real} heads; taken ${taken.length}, ${right} right`,
    );
  }
}

function main(folder: string): void {
  const missing = SETS.map((set) => join(folder, set)).find((path) => !existsSync(path));
  if (missing) throw new Error(`${missing}: not found; the gold pages are not in this repository`);
  const pages = SETS.flatMap((set) => goldPages(join(folder, set)));
  tryOnOtherPapers(pages);
  const weights = readWeights();
  const parted = SETS.flatMap((set) => goldPages(join(folder, set), "page.alto.xml"));
  tryOnOtherPapers(parted);
  const printed = parted.map(withoutBlocks);
  tryOnOtherPapers(printed);
  const roles = {
    ...weights.roles,
    plain: fitHeadlines(pages),
    printed: fitHeadlines(printed),
    parted: fitHeadlines(parted),
  };
  writeWeights({ ...weights, roles });
}

if (process.argv[1] && basename(resolve(process.argv[1])) === basename(fileURLToPath(import.meta.url)))
  main(process.argv[2] ?? "../shared/bench/dev");
