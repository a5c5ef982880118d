/** How the language model reads a block: as running text, and as going on in a later one. */
import {
  endsInStopOrNote,
  firstCharacter,
  isCjk,
  isWider,
  lastCharacter,
} from "../../language/punctuation.ts";
import { affinityOf, type DualEncoder } from "../../model/dual-encoder.ts";
import { type LanguageModel, perSymbol, readHead, readSeam, readTail } from "../../model/ngram.ts";
import type { BlockView } from "../../page/view.ts";
import { isRunning } from "./running.ts";

/** What reads a page: its language model, and the dual encoder if there is one. */
export interface Readers {
  readonly model: LanguageModel;
  readonly encoder: DualEncoder | null;
}

/** Running blocks ahead among which a block looks for its continuation. */
const AHEAD = 8;

/**
 * How well an open block goes on in the next one and, at best, in one of the later ones, as the language model reads
 * them, by classes of nats; and for the later one how well it comes on from here.
 */
export function flowFeatures(views: readonly BlockView[], model: LanguageModel): string[][] {
  const features: string[][] = views.map(() => []);
  const running = views.map(isRunning);
  const heads = views.map(({ text }) => (isCjk(firstCharacter(text)) ? readHead(model, text) : null));
  const comes = views.map(() => Number.NEGATIVE_INFINITY);
  views.forEach(({ text }, i) => {
    if (endsInStopOrNote(text) || !isCjk(lastCharacter(text))) return;
    const tail = readTail(model, text);
    const bond = (j: number) => {
      const head = heads[j];
      if (!head) return Number.NEGATIVE_INFINITY;
      const { link, start } = readSeam(model, tail, head);
      return link - Math.max(0, start);
    };
    if (heads[i + 1]) features[i]?.push(`flowsNext:${nats(bond(i + 1))}`);
    let best = Number.NEGATIVE_INFINITY;
    for (let j = i + 1, seen = 0; j < views.length && seen < AHEAD; j++) {
      if (!running[j]) continue;
      seen++;
      const own = bond(j);
      best = Math.max(best, own);
      comes[j] = Math.max(comes[j] as number, own);
    }
    if (best > Number.NEGATIVE_INFINITY) features[i]?.push(`flows:${nats(best)}`);
  });
  comes.forEach((best, j) => {
    if (best > Number.NEGATIVE_INFINITY) features[j]?.push(`comes:${nats(best)}`);
  });
  return features;
}

/** Nats for going on in the next block, and in any later one at most, where it goes on there and nowhere else. */
const LINK = 3;
const ELSEWHERE = 2;

/** Whether a block goes on in the next one and in no other near by. */
export function goesOnNextAlone(views: readonly BlockView[], i: number, model: LanguageModel): boolean {
  const bonds = bondsBehind(views, i, 1 + AHEAD, model);
  if (!bonds) return false;
  const [next = Number.NEGATIVE_INFINITY, ...others] = bonds;
  return next >= LINK && others.every((other) => other < ELSEWHERE);
}

/** Whether a block parts two that are one: the one before goes on in the one behind, and not in this, which ends where it should. */
export function parts(views: readonly BlockView[], i: number, model: LanguageModel): boolean {
  if (i === 0 || !endsInStopOrNote((views[i] as BlockView).text)) return false;
  const [own, behind] = bondsBehind(views, i - 1, 2, model) ?? [];
  return behind !== undefined && behind >= LINK && (own as number) < 0;
}

/** Nats for a block going on in each of those behind it; null where it ends, or no model can tell. */
function bondsBehind(
  views: readonly BlockView[],
  i: number,
  count: number,
  model: LanguageModel,
): number[] | null {
  const { text } = views[i] as BlockView;
  if (endsInStopOrNote(text) || !isCjk(lastCharacter(text))) return null;
  const tail = readTail(model, text);
  return views.slice(i + 1, i + 1 + count).map((view) => {
    const { link, start } = readSeam(model, tail, readHead(model, view.text));
    return link - Math.max(0, start);
  });
}

/**
 * Whether the running text below a block goes with that above it in matter: a subhead stands inside an article, a headline
 * between two. By classes of nats.
 */
export function matterFeatures(views: readonly BlockView[], { model, encoder }: Readers): string[][] {
  if (!encoder) return views.map(() => []);
  let above: BlockView | undefined;
  /** The nearest running block at or below each place. */
  const below: (BlockView | undefined)[] = [];
  for (let i = views.length - 1; i >= 0; i--) {
    const view = views[i] as BlockView;
    below[i] = isRunning(view) ? view : below[i + 1];
  }
  return views.map((view, i) => {
    if (isRunning(view)) {
      above = view;
      return [];
    }
    const next = below[i];
    if (!above || !next) return [];
    return [`matter:${nats(affinityOf(encoder, model.alphabet, above.text, next.text))}`];
  });
}

/** Classes two nats wide. */
function nats(value: number): number {
  return 2 * Math.max(-2, Math.min(5, Math.round(value / 2)));
}

/** Widest headline, in ems; what is longer is prose without asking. */
const HEADLINE = 50;

/** How well the block reads as running text, in nats a character, by classes. */
export function proseFeatures(text: string, model: LanguageModel): string[] {
  if (isWider(text, HEADLINE)) return [];
  const mean = perSymbol(model, text);
  if (Number.isNaN(mean)) return [];
  return [`prose:${Math.max(-7, Math.min(-2, Math.round(mean)))}`];
}
