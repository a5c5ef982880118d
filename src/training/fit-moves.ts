/** `npm run train:moves`: the weights that move text into the article that it is about, from composed pages. */
import { applyEdits } from "../page/edits.ts";
import type { Block, Page } from "../page/types.ts";
import { inOrder } from "../stages/articles/in-order.ts";
import { judgeMoves, type Move, possibleMoves, type Stretch } from "../stages/articles/moves.ts";
import { characters } from "../stages/characters.ts";
import { headings } from "../stages/headings/index.ts";
import { roles } from "../stages/roles/index.ts";
import { seams } from "../stages/seams/index.ts";
import { wraps } from "../stages/wraps/index.ts";
import { type Choice, fitChoice } from "./choice.ts";
import type { ComposedPage } from "./compose/index.ts";
import { readComposed } from "./examples.ts";
import { reliability } from "./logistic.ts";
import { composedPages, pageLanguage } from "./pages.ts";
import { toolsWith } from "./tools.ts";
import { readWeights, writeWeights } from "./weights-file.ts";

const RIDGE = 2;

const [folder = "../shared/corpus", count = "1500", name = "zh"] = process.argv.slice(2);
const language = pageLanguage(name);
const weights = readWeights(language);
const tools = toolsWith(weights, language);

const train = composedPages(folder, "weights", Number(count), 11, language).flatMap(choicesOf);
const test = composedPages(folder, "validation", Math.ceil(Number(count) / 3), 12, language).flatMap(
  choicesOf,
);
const names = Object.keys(train[0]?.alternatives[0] ?? {});
const moves = fitChoice(train, names, RIDGE);
const rounded = Object.fromEntries(names.map((name) => [name, Math.round(1000 * (moves[name] ?? 0)) / 1000]));
report();
writeWeights({ ...weights, moves: rounded }, language);

interface MoveChoice extends Choice {
  readonly moves: readonly Move[];
}

/**
 * What may be done with each stretch of a page. A move is right where the text before it belongs to the article it stands in,
 * and it to the other one.
 */
function choicesOf(composed: ComposedPage): MoveChoice[] {
  let page: Page = readComposed(composed);
  for (const stage of [characters, wraps, roles, seams, headings])
    page = applyEdits(page, stage(page, tools).edits);
  const { articleOf, stretches } = inOrder(page);
  const blockOf = new Map(page.blocks.map((block) => [block.id, block]));
  const truth = (block: Block | undefined) => (block ? articleIn(block, composed) : -1);
  const byStretch = new Map<Stretch, Move[]>();
  for (const move of possibleMoves(page, stretches, ({ id }) => articleOf.get(id)?.id ?? null, tools)) {
    const own = byStretch.get(move.stretch);
    if (own) own.push(move);
    else byStretch.set(move.stretch, [move]);
  }
  return [...byStretch].map(([stretch, own]) => ({
    moves: own,
    alternatives: own.map(({ features }) => features),
    right: own.findIndex(({ from, to }) => {
      const there = truth(stretch.blocks[from]);
      const before = stretch.blocks.slice(0, from).findLast(({ role }) => role === "text") ?? stretch.before;
      const here = truth(before ?? blockOf.get(stretch.article));
      return there >= 0 && there === truth(blockOf.get(to)) && there !== here;
    }),
  }));
}

/** The article that most of a block is printed in. */
function articleIn(block: Block, { unitAt, units }: ComposedPage): number {
  const votes = new Map<number, number>();
  for (const { start, end } of block.pieces)
    for (let i = start; i < end; i++) {
      const article = units[unitAt[i] as number]?.article;
      if (article !== undefined) votes.set(article, (votes.get(article) ?? 0) + 1);
    }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? -1;
}

function report(): void {
  const made = test.flatMap(({ moves, right }) =>
    judgeMoves(moves, rounded)
      .filter(({ isMade }) => isMade)
      .map((move) => ({
        share: move.share,
        right: moves[right]?.features === move.features,
      })),
  );
  const there = test.filter(({ right }) => right >= 0).length;
  const { error, table } = reliability(
    made.map(({ share }) => share),
    made.map(({ right }) => right),
  );
  console.log(`moves: fitted on ${train.length} stretches; held out ${test.length}, ${there} with a move`);
  console.log(
    `  ${made.length} made, ${made.filter(({ right }) => right).length} right; calibration error ${error.toFixed(4)}`,
  );
  console.log(table.map((line) => `  ${line.replace("seams", "moves")}`).join("\n"));
  console.log(`  ${names.map((name) => `${name} ${rounded[name]}`).join(", ")}`);
}
