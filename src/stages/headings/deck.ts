/**
 * Kicker and headline that follow each other line by line. The full head of a Chinese paper has three decks: kicker (引题), headline
 * (主题), subtitle (副题). So where a dash opens the subtitle and two phrases stand above it, the upper is the kicker; elsewhere a kicker
 * shows by how it ends.
 */
import type { LanguageTable } from "../../language/index.ts";
import { emWidth } from "../../language/punctuation.ts";
import { type LanguageModel, readHead, readSeam, readTail } from "../../model/ngram.ts";
import { spanText } from "../../page/text.ts";
import type { Edit, Page } from "../../page/types.ts";
import { type BlockView, standingOf } from "../../page/view.ts";
import { label, split } from "./edits.ts";

/**
 * Nats of going on below which a line end parts two phrases: 10 of 11 ends of phrases in printed heads have less than one, and of the line
 * ends inside a phrase 7 of 8 more than four; that is enough where the first has the form of a kicker.
 */
export const PHRASES = 1.1;
const WITHIN = 4;

/** Where the lines of a heading part: the headline begins with this piece of this block. */
export interface Parting {
  readonly block: number;
  readonly piece: number;
}

interface HeadLine extends Parting {
  readonly text: string;
}

function linesOf(page: Page, blocks: readonly BlockView[]): HeadLine[] {
  return blocks.flatMap(({ block: { pieces } }, block) =>
    pieces.map((span, piece) => ({ block, piece, text: spanText(page, span).trim() })),
  );
}

/** Narrowest kicker that is told by how it ends, in ems: 下午三时 is none. */
const NARROWEST = 8;
/** Lines that are looked at: no heading has more above its headline. */
const MOST_LINES = 8;

/** Behind the last line that ends as kickers do, if the heading goes on there with another phrase. */
export function partingByForm(
  page: Page,
  blocks: readonly BlockView[],
  model: LanguageModel,
  { leaning }: LanguageTable,
  isKicker: (text: string) => boolean,
  isFormed: (text: string) => boolean,
): Parting | null {
  const lines = linesOf(page, blocks);
  for (let i = Math.min(lines.length - 1, MOST_LINES); i > 0; i--) {
    const text = textOf(lines.slice(0, i));
    if (
      (emWidth(text) >= NARROWEST || isFormed(text)) &&
      isKicker(text) &&
      mayEndHere(lines, i, leaning) &&
      bondAt(lines, i, model) < (isFormed(text) ? WITHIN : PHRASES)
    )
      return lines[i] as HeadLine;
  }
  return null;
}

/** Nats for the heading going on behind so many lines. */
function bondAt(lines: readonly HeadLine[], i: number, model: LanguageModel): number {
  const tail = readTail(model, textOf(lines.slice(0, i)));
  const { link, start } = readSeam(model, tail, readHead(model, textOf(lines.slice(i))));
  return link - Math.max(0, start);
}

function textOf(lines: readonly HeadLine[]): string {
  return lines.map(({ text }) => text).join("");
}

/** The place where the lines of a heading go on least, if a phrase ends there. */
export function partingBySense(
  page: Page,
  blocks: readonly BlockView[],
  model: LanguageModel,
  { leaning }: LanguageTable,
): Parting | null {
  const lines = linesOf(page, blocks);
  let parting: Parting | null = null;
  let least = PHRASES;
  for (let i = 1; i < lines.length; i++) {
    const bond = bondAt(lines, i, model);
    if (bond >= least || !mayEndHere(lines, i, leaning)) continue;
    least = bond;
    parting = lines[i] as HeadLine;
  }
  return parting;
}

/** Shortest headline, in ems. */
const SHORTEST = 5;

/** What is behind is long enough for a headline, and what is before does not lean on it. */
function mayEndHere(lines: readonly HeadLine[], i: number, leaning: RegExp): boolean {
  return emWidth(textOf(lines.slice(i))) >= SHORTEST && !leaning.test(textOf(lines.slice(0, i)));
}

/** Makes kicker and headline of the lines of a heading. */
export function deckEdits(page: Page, blocks: readonly BlockView[], parting: Parting): Edit[] {
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
