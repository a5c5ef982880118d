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
import { labelledPages } from "./labelled-pages.ts";
import { type Example, fitLogistic } from "./logistic.ts";
import { readWeights, writeWeights } from "./weights-file.ts";

const SETS = ["mets-bl", "mets-bnf-en", "mets-luxembourg"];
/** How the weights of one kind of page are fitted. */
interface Fit {
  readonly ridge: number;
  /**
   * Added to the fitted bias: a head that is missed runs two articles together, one too many parts an article. Articles on
   * papers left out (B-cubed F1): in text alone 78.5 with 0.9, 78.4, 78.2, 78.0 with 1.1, 1.3, 1.5; where only boxes tell 78.5
   * with 0.6, 79.5, 80.3 with 0.8, 1; where blocks tell 86.3, 86.0, 86.0. With the labelled pages, where only boxes tell: 75.8, 77.4,
   * 76.6 with 0.2, 0.5, 0.8, and of 489 heads 286, 321, 352 found.
   */
  readonly bias: number;
  /** Whether a group before which another article ends is a head without a title, or only what holds a title is one. */
  readonly untitled: boolean;
  /**
   * Whether labelled pages are fitted to as well: their blocks are whole columns. In text alone and where blocks tell
   * they help no paper that is left out (78.4 and 78.2; 86.3 and 85.8).
   */
  readonly labelled: boolean;
}

/** In text alone the first lines of an article without a title look like any others: to take them for heads costs titles. */
const FITS = {
  plain: { ridge: 3, bias: 1.1, untitled: false, labelled: false },
  printed: { ridge: 8, bias: 0.8, untitled: true, labelled: true },
  parted: { ridge: 5, bias: 0.8, untitled: true, labelled: false },
} as const satisfies Record<string, Fit>;

/**
 * Set and not fitted, for the pages have no empty lines and hardly a byline below a headline: what names an author is the
 * head of an article; a line between empty ones is rather one. The head of a serial stands above each of its parts.
 */
const SET = { byline: 3, apart: 0.7, serial: 6 } as const;

export function fitHeadlines(pages: readonly GoldPage[], { ridge, bias, untitled }: Fit): FeatureWeights {
  const examples = pages.flatMap((page) => headlineExamples(page, untitled));
  const names = [...new Set(examples.flatMap(({ features }) => Object.keys(features)))].filter(
    (name) => !(name in SET),
  );
  const own = fitLogistic(examples, names, ridge);
  return { ...own, ...SET, bias: Math.round(1000 * ((own.bias ?? 0) + bias)) / 1000 };
}

/** The groups of heading lines of a page; those that hold a title, or before which another article ends, are heads of articles. */
function headlineExamples({ page, lines }: GoldPage, untitled: boolean): Example[] {
  const facts = lineFacts(page);
  const articleAt = (places: readonly number[]) =>
    places.map((i) => lines[i]?.article ?? -1).find((article) => article >= 0) ?? -1;
  const telling = [...facts.keys()].filter(
    (i) => !facts[i]?.outside && (facts[i]?.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= TELLING,
  );
  return headlines(facts, tableOf(page.source.lang)).map(({ group, title, features }) => {
    const above = articleAt(telling.filter((i) => i < group.first).reverse());
    const behind = lines[telling.find((i) => i >= title) ?? title]?.article ?? -1;
    const opens = behind >= 0 && behind !== above;
    const titled = lines.slice(group.first, group.last + 1).some(({ role }) => role === "title");
    return { features, positive: titled || (untitled && opens) };
  });
}

/** Letters of a line, at least, that says which article it is of. */
const TELLING = 6;

/** As an engine leaves a page that finds no blocks, or takes each column for one. */
function withoutBlocks(own: GoldPage): GoldPage {
  const lines = own.page.lines.map((line) => ({
    ...line,
    ...(line.print && { print: { ...line.print, block: 0 } }),
  }));
  return { ...own, page: { ...own.page, lines } };
}

/** Pages of one issue: their ids differ in the page number alone. Of the Library of Congress all issues of a century are one paper. */
function paperOf({ id }: GoldPage): string {
  return id.replace(/_?p\d+$/, "").replace(/^(sn\d+-\d\d).*/, "$1");
}

/** Fits to all papers but one, tries on that one: heads found, and articles, as B-cubed F1 over letters in the order of the page. */
function tryOnOtherPapers(name: string, pages: readonly GoldPage[], fit: Fit): void {
  const scores: number[] = [];
  for (const paper of new Set(pages.map(paperOf))) {
    const weights = fitHeadlines(
      pages.filter((page) => paperOf(page) !== paper),
      fit,
    );
    const left = pages.filter((page) => paperOf(page) === paper);
    const examples = left.flatMap((page) => headlineExamples(page, fit.untitled));
    const taken = examples.filter(({ features }) => logOdds(features, weights) > 0);
    const right = taken.filter(({ positive }) => positive).length;
    const real = examples.filter(({ positive }) => positive).length;
    const own = left.map((page) => articlesFound(page, weights));
    scores.push(...own);
    console.log(
      `${name}, ${paper} left out: ${examples.length} groups, ${real} heads; taken ${taken.length}, ${right} right; articles ${percent(own)}`,
    );
  }
  console.log(`${name}: articles ${percent(scores)}`);
}

function percent(shares: readonly number[]): string {
  return `${((100 * shares.reduce((all, share) => all + share, 0)) / shares.length).toFixed(1)} %`;
}

function articlesFound({ page, lines }: GoldPage, weights: FeatureWeights): number {
  const facts = lineFacts(page);
  const opens = new Set(
    headlines(facts, tableOf(page.source.lang))
      .filter(({ features }) => logOdds(features, weights) > 0)
      .map(({ title }) => title),
  );
  let own = 0;
  const units = facts.flatMap(({ text, outside }, i) => {
    if (opens.has(i)) own++;
    const article = lines[i]?.article ?? -1;
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    return outside || article < 0 || letters === 0 ? [] : [{ own, article, letters }];
  });
  return bCubed(units);
}

/** Bagga and Baldwin 1998: for a letter, the share of its article that is of its true one, and the other way round. */
function bCubed(
  units: readonly { readonly own: number; readonly article: number; readonly letters: number }[],
): number {
  const sums = new Map<string, number>();
  const add = (key: string, letters: number) => sums.set(key, (sums.get(key) ?? 0) + letters);
  for (const { own, article, letters } of units) {
    add(`own ${own}`, letters);
    add(`true ${article}`, letters);
    add(`${own} ${article}`, letters);
  }
  let [all, precision, recall] = [0, 0, 0];
  for (const { own, article, letters } of units) {
    const both = sums.get(`${own} ${article}`) ?? 0;
    all += letters;
    precision += (letters * both) / (sums.get(`own ${own}`) ?? 1);
    recall += (letters * both) / (sums.get(`true ${article}`) ?? 1);
  }
  return (2 * precision * recall) / Math.max(1, (precision + recall) * all);
}

const KINDS = ["plain", "printed", "parted"] as const;

/** Fits the kinds of pages that are named, and leaves the weights of the others. */
function main(bench: string, kinds: readonly string[]): void {
  const folder = join(bench, "dev");
  const missing = SETS.map((set) => join(folder, set)).find((path) => !existsSync(path));
  if (missing) throw new Error(`${missing}: not found; the gold pages are not in this repository`);
  const read = (file?: "page.alto.xml") => SETS.flatMap((set) => goldPages(join(folder, set), file));
  const parted = read("page.alto.xml");
  const pages = { plain: read, parted: () => parted, printed: () => parted.map(withoutBlocks) };
  const labelled = labelledPages(join(bench, "unlabelled"));
  const weights = readWeights();
  const roles = { ...weights.roles };
  for (const kind of KINDS) {
    if (!kinds.includes(kind)) continue;
    const fit = FITS[kind];
    const own = [...pages[kind](), ...(fit.labelled ? labelled : [])];
    tryOnOtherPapers(kind, own, fit);
    roles[kind] = fitHeadlines(own, fit);
  }
  writeWeights({ ...weights, roles });
}

if (process.argv[1] && basename(resolve(process.argv[1])) === basename(fileURLToPath(import.meta.url)))
  main(process.argv[2] ?? "../shared/bench", process.argv.length > 3 ? process.argv.slice(3) : KINDS);
