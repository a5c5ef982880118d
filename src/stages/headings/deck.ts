/**
 * The full head of a Chinese paper has three decks: kicker (引题), headline (主题), subtitle (副题). Where a dash opens the
 * subtitle and two phrases stand above it, the upper is the kicker, though they follow each other line by line.
 */
import { type LanguageModel, readHead, readSeam, readTail } from "../../model/ngram.ts";
import { spanText } from "../../page/text.ts";
import type { Edit, Page } from "../../page/types.ts";
import { type BlockView, standingOf } from "../../page/view.ts";
import { label, split } from "./edits.ts";

/**
 * Nats of going on below which a line end parts two phrases: 10 of 11 ends of phrases in printed heads have less than one, and of the line
 * ends inside a phrase 7 of 8 more than four.
 */
const PHRASES = 1.5;

/** Where the lines of a heading part: the headline begins with this piece of this block. */
interface Parting {
  readonly block: number;
  readonly piece: number;
}

/** The place where the lines of a heading go on least, if a phrase ends there. */
function partingOf(page: Page, blocks: readonly BlockView[], model: LanguageModel): Parting | null {
  const lines = blocks.flatMap(({ block: { pieces } }, block) =>
    pieces.map((span, piece) => ({ block, piece, text: spanText(page, span).trim() })),
  );
  const textOf = (from: number, to: number) => lines.slice(from, to).map(({ text }) => text);
  let parting: Parting | null = null;
  let least = PHRASES;
  for (let i = 1; i < lines.length; i++) {
    const tail = readTail(model, textOf(0, i).join(""));
    const { link, start } = readSeam(model, tail, readHead(model, textOf(i, lines.length).join("")));
    const bond = link - Math.max(0, start);
    if (bond >= least) continue;
    least = bond;
    parting = lines[i] as Parting;
  }
  return parting;
}

/** Makes kicker and headline of the lines that stand above a subtitle; null where they are one phrase. */
export function deckEdits(
  page: Page,
  blocks: readonly BlockView[],
  model: LanguageModel | null | undefined,
): Edit[] | null {
  const parting = model ? partingOf(page, blocks, model) : null;
  if (!parting) return null;
  const isWhole = parting.piece === 0;
  const cut = blocks[parting.block] as BlockView;
  const kicker = blocks.slice(0, parting.block + (isWhole ? 0 : 1));
  const at = (cut.block.pieces[parting.piece] as { start: number }).start;
  return [
    ...(isWhole ? [] : [split(page, cut.block, at, at, "kicker")]),
    ...joined(kicker.map(({ block }) => block.id)),
    label(kicker[0] as BlockView, "kicker"),
    ...joined([at, ...blocks.slice(parting.block + 1).map(({ block }) => block.id)]),
  ];

  function joined([first, ...others]: readonly number[]): Edit[] {
    return others.map((head) => ({
      kind: "join",
      tail: first as number,
      head,
      seam: { kind: "wrap", glue: " ", confidence: 1 },
      was: standingOf((blocks.find(({ block }) => block.id === head) as BlockView).block),
      reason: "heading-lines",
    }));
  }
}
