/**
 * Text that stands behind one article and belongs to another: two whose columns run into each other, a column that was read in
 * the wrong place. What it is about tells, and what it goes on from.
 */
import { endsInStopOrNote } from "../../language/punctuation.ts";
import { affinityOf } from "../../model/dual-encoder.ts";
import { type HeadReading, readHead, readSeam, readTail } from "../../model/ngram.ts";
import { clamp, type Features, type FeatureWeights, logOdds } from "../../model/weights.ts";
import { blockText } from "../../page/text.ts";
import type { Block, Page } from "../../page/types.ts";
import type { Tools } from "../types.ts";
import { type Matters, mattersOf } from "./matters.ts";

/** Blocks that follow each other in an article, without a heading or a seam between that says so anew. */
export interface Stretch {
  /** Id of the block that opens the article. */
  readonly article: number;
  /** The text before it in the same article; null right behind a heading. */
  readonly before: Block | null;
  readonly blocks: readonly Block[];
}

/** The end of a stretch, from a block on, and another article that it may belong to. */
export interface Move {
  readonly stretch: Stretch;
  /** Index of its first block. */
  readonly from: number;
  readonly to: number;
  readonly features: Features;
}

/** Articles before that are looked at, and behind: each twofold distance costs 1.6 nats, and a column seldom leaps farther. */
const BACK = 3;
const AHEAD = 1;

/** All moves that may be; the training looks at the same. */
export function possibleMoves(
  page: Page,
  stretches: readonly Stretch[],
  articleOf: (block: Block) => number | null,
  { model, encoder }: Pick<Tools, "model" | "encoder">,
): Move[] {
  if (!model || !encoder) return [];
  const readers = { model, encoder };
  const texts = new Map(page.blocks.map((block) => [block, blockText(page, block)]));
  const textOf = (block: Block) => texts.get(block) as string;
  // Columns part texts within a sentence, as a rule: where every text has its end, all stand where they should.
  if (!page.blocks.some((block) => block.role === "text" && !endsInStopOrNote(textOf(block)))) return [];
  const about: { article: number; block: Block; text: string }[] = [];
  for (const block of page.blocks) {
    const article = articleOf(block);
    if (article !== null && TELLING.has(block.role)) about.push({ article, block, text: textOf(block) });
  }
  const matters = mattersOf(about, page.lines);
  const placeOf = new Map(about.map(({ block }, place) => [block, place]));
  const order = [...new Set(about.map(({ article }) => article))];
  const rankOf = new Map(order.map((article, rank) => [article, rank]));
  const lastBefore = lastTexts(about);
  return stretches.flatMap((stretch) => {
    const rank = rankOf.get(stretch.article) ?? -1;
    const others = order
      .slice(Math.max(0, rank - BACK), rank + 1 + AHEAD)
      .filter((article) => article !== stretch.article);
    return others.length === 0 ? [] : movesOf(stretch, others, matters);
  });

  function movesOf(stretch: Stretch, others: readonly number[], { leanings }: Matters): Move[] {
    const { article, before } = stretch;
    const telling = tellingIn(stretch, placeOf);
    const moves: Move[] = [];
    if (telling.length === 0) return moves;
    const leans = leanings(
      article,
      others,
      telling.map(({ place }) => place),
    );
    const sums = new Float64Array(others.length);
    for (let i = telling.length - 1; i >= 0; i--) {
      const { block, at, previous } = telling[i] as Telling;
      const own = leans[i] as Float64Array;
      for (let k = 0; k < others.length; k++) sums[k] = (sums[k] as number) + (own[k] as number);
      if (block.role !== "text") continue;
      const text = textOf(block);
      let head: HeadReading | undefined;
      for (let k = 0; k < others.length; k++) {
        // What is about its own article stays there, whatever it goes on from.
        if ((sums[k] as number) <= 0) continue;
        const to = others[k] as number;
        head ??= readHead(readers.model, text);
        const last = lastBefore(to, block);
        const isOpen = last !== null && !endsInStopOrNote(textOf(last));
        const reading = last && readSeam(readers.model, readTail(readers.model, textOf(last)), head);
        moves.push({
          stretch,
          from: at,
          to,
          features: {
            bias: 1,
            leans: clamp((sums[k] as number) / 10, -4, 4),
            leansFirst: clamp((own[k] as number) / 10, -2, 2),
            leansBefore: clamp((leans[i - 1]?.[k] ?? 0) / 10, -2, 2),
            behindHeading: i === 0 && !before ? 1 : 0,
            leavesOpen: previous && !endsInStopOrNote(textOf(previous)) ? 1 : 0,
            thereOpen: isOpen ? 1 : 0,
            goesOnThere: reading && isOpen ? clamp(reading.link / 5, -2, 3) : 0,
            startsText: reading ? clamp(reading.start / 5, -2, 2) : 0,
            akinThere: last ? affinity(textOf(last), text) : 0,
            akinHere: previous ? affinity(textOf(previous), text) : 0,
            thereNoText: last ? 0 : 1,
            farThere: Math.log2(Math.max(1, Math.abs((rankOf.get(article) ?? 0) - (rankOf.get(to) ?? 0)))),
            textsMoved: Math.log2(telling.length - i),
          },
        });
      }
    }
    return moves;
  }

  function affinity(tail: string, head: string): number {
    return clamp(affinityOf(readers.encoder, readers.model.alphabet, tail, head) / 5, -2, 2);
  }
}

/** A block that says what its article is about. */
interface Telling {
  readonly block: Block;
  /** Its place in the stretch, and among all such blocks of the page. */
  readonly at: number;
  readonly place: number;
  /** The text before it. */
  readonly previous: Block | null;
}

function tellingIn({ blocks, before }: Stretch, placeOf: ReadonlyMap<Block, number>): Telling[] {
  const telling: Telling[] = [];
  let previous = before;
  for (const [at, block] of blocks.entries()) {
    const place = placeOf.get(block);
    if (place === undefined) continue;
    telling.push({ block, at, place, previous });
    if (block.role === "text") previous = block;
  }
  return telling;
}

/** Roles whose words say what an article is about. */
const TELLING: ReadonlySet<Block["role"]> = new Set(["text", "subhead", "title", "kicker", "subtitle"]);

/** The last text of each article above a block; null where it has none there. */
function lastTexts(
  about: readonly { readonly article: number; readonly block: Block }[],
): (article: number, block: Block) => Block | null {
  const byArticle = new Map<number, Block[]>();
  for (const { article, block } of about) {
    if (block.role !== "text") continue;
    const own = byArticle.get(article);
    if (own) own.push(block);
    else byArticle.set(article, [block]);
  }
  return (article, { id }) => {
    const own = byArticle.get(article) ?? [];
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((own[middle] as Block).id < id) low = middle + 1;
      else high = middle;
    }
    return own[low - 1] ?? null;
  };
}

/** The likeliest move of a stretch. */
export interface Judged extends Move {
  /** That some move of the stretch is right, against none. */
  readonly odds: number;
  /** Probability of this one. */
  readonly share: number;
  readonly isMade: boolean;
}

/**
 * Odds of one to two are enough: moves that differ by a paragraph share what is likely, and text that stays where it does not
 * belong spoils two articles.
 */
const ENOUGH = 0.5;

/** Weighs the moves; each stretch chooses one of its own, or none. */
export function judgeMoves(moves: readonly Move[], weights: FeatureWeights): Judged[] {
  const best = new Map<Stretch, { readonly move: Move; readonly sum: number }>();
  const all = new Map<Stretch, number>();
  for (const move of moves) {
    const { stretch } = move;
    const sum = logOdds(move.features, weights);
    all.set(stretch, (all.get(stretch) ?? 0) + Math.exp(sum));
    if (sum > (best.get(stretch)?.sum ?? Number.NEGATIVE_INFINITY)) best.set(stretch, { move, sum });
  }
  return [...best.values()].map(({ move, sum }) => {
    const odds = all.get(move.stretch) as number;
    return { odds, share: Math.exp(sum) / (1 + odds), isMade: odds > ENOUGH, ...move };
  });
}
