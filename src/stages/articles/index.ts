/** Which article each block belongs to: in the order of the page, and then by what its text is about. */
import { weigh } from "../../model/weights.ts";
import type { Settled } from "../../page/settled.ts";
import { blockText, opening } from "../../page/text.ts";
import type { Block, Edit, Evidence, Page, Proposal, Sureness, Warning } from "../../page/types.ts";
import type { Tools } from "../types.ts";
import { type Grouping, type Growing, holds, inOrder } from "./in-order.ts";
import { type Judged, judgeMoves, possibleMoves } from "./moves.ts";
import { noticeEdits } from "./notices.ts";

export function articles(page: Page, tools: ArticleTools = {}): Proposal {
  const { settled } = tools;
  const grouping = inOrder(page, settled);
  const { articleOf } = grouping;
  const moves = tools.weights ? movesOf(page, grouping, tools as Tools) : [];
  const moved = new Map<number, readonly Evidence[]>();
  const own = new Map([...articleOf.values()].map((article) => [article.id, article]));
  for (const { stretch, from, to, features, isMade } of moves) {
    if (!isMade) continue;
    for (const { id } of stretch.blocks.slice(from)) {
      articleOf.set(id, own.get(to) as Growing);
      moved.set(id, weigh(features, tools.weights?.moves ?? {}));
    }
  }
  if (settled) bringTogether(page, articleOf, settled);
  const edits: Edit[] = [];
  for (const block of page.blocks) {
    const edit = assignment(block, articleOf.get(block.id), moved.get(block.id));
    if (edit) edits.push(edit);
  }
  for (const edit of noticeEdits(page, grouping, settled)) edits.push(edit);
  return {
    edits,
    warnings: moves.flatMap((move) => uncertainty(page, move)),
    ...(tools.confidence && { sureness: moves.flatMap(surenessOf) }),
  };
}

/** Of the texts that a move takes along, or would. */
function surenessOf({ stretch, from, odds, isMade }: Judged): Sureness[] {
  const elsewhere = isMade ? 1 / (1 + odds) : odds / (1 + odds);
  return stretch.blocks.slice(from).map(({ id }) => ({ block: id, elsewhere, moved: isMade }));
}

type ArticleTools = Partial<Pick<Tools, "settled" | "weights" | "model" | "encoder" | "confidence">>;

/** What may be moved, by what it is about; people have not decided otherwise. */
function movesOf(
  page: Page,
  { articleOf, stretches }: Grouping,
  { settled, weights, model, encoder }: Tools,
): Judged[] {
  const articleAt = ({ id }: Block) => articleOf.get(id)?.id ?? null;
  const moves = possibleMoves(page, stretches, articleAt, { model, encoder });
  return judgeMoves(moves, weights.moves).filter(
    ({ stretch, from }) => !stretch.blocks.slice(from).some((block) => isSettled(block, settled)),
  );
}

/** Between these odds that some of its text is moved, where a stretch belongs could as well be decided otherwise. */
const UNCERTAIN = [1 / 3, 3] as const;

function uncertainty(page: Page, { stretch, from, odds, isMade }: Judged): Warning[] {
  const block = stretch.blocks[from];
  if (!block || odds < UNCERTAIN[0] || odds > UNCERTAIN[1]) return [];
  const start = block.pieces[0]?.start ?? block.id;
  return [
    {
      code: "uncertain-article",
      message: `“${opening(blockText(page, block))}” may ${isMade ? "belong where it stands after all" : "belong to another article"}`,
      span: { start, end: start },
    },
  ];
}

function isSettled(block: Block, settled: Settled | undefined): boolean {
  return settled?.articles.some(({ first, second }) => holds(block, first) || holds(block, second)) ?? false;
}

/** Makes one of articles that were said to be one: the later goes into the earlier. */
function bringTogether(page: Page, articleOf: Map<number, Growing>, settled: Settled): void {
  const articleAt = (offset: number) => {
    const block = page.blocks.find((it) => holds(it, offset));
    return block && articleOf.get(block.id);
  };
  for (const { together, first, second } of settled.articles) {
    const [one, other] = [articleAt(first), articleAt(second)];
    if (!together || !one || !other) continue;
    const [kept, gone] = one.id <= other.id ? [one, other] : [other, one];
    for (const [id, article] of articleOf) if (article === gone) articleOf.set(id, kept);
  }
}

function assignment(
  block: Block,
  article: Growing | undefined,
  evidence: readonly Evidence[] | undefined,
): Edit | null {
  const id = article?.id ?? null;
  const was = block.article;
  if (id === was) return null;
  return evidence
    ? { kind: "assign", block: block.id, was, article: id, reason: "matter", evidence }
    : { kind: "assign", block: block.id, was, article: id, reason: "article" };
}
