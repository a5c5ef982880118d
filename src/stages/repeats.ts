/** A long passage that stands twice on the page is flagged, never deleted: it may be printed so, or read twice. */
import { wholeBefore, wholeBehind } from "../page/snippet.ts";
import { blockOffsets, blockText, quotedEnd, quotedStart, wholeWords } from "../page/text.ts";
import type { Page, Proposal, Warning } from "../page/types.ts";

/** Letters that a passage must have to be flagged. Names of bodies and meetings run to two dozen. */
const LENGTH = 30;
/** Every passage of `LENGTH` holds a whole window of this length that begins on one of the posts, which stand this far apart. */
const WINDOW = 15;

/** So many bits of a hash tell most windows from the posts of a usual page, which are some hundreds. */
const BITS = 13;

/** A place on the page: a block, its text and an index into it. */
interface Place {
  readonly block: number;
  readonly text: string;
  readonly at: number;
  /** The block behind it. */
  readonly next?: number | undefined;
}

export function repeats(page: Page): Proposal {
  const warnings: Warning[] = [];
  /** For each window on a post, by its hash, where it stands first. */
  const posts = new Map<number, Place>();
  /** By some bits of a hash, whether there is a post: nearly all windows have none. */
  const mayBePosts = new Uint8Array(1 << BITS);
  for (const [n, block] of page.blocks.entries()) {
    if (block.role !== "text") continue;
    const text = blockText(page, block);
    let told = 0;
    let offsets: readonly number[] | undefined;
    let hash = hashOf(text);
    for (let at = 0; at + WINDOW <= text.length; at++) {
      if (at > 0) hash = rolled(hash, text, at);
      const post = mayBePosts[hash >>> (32 - BITS)] === 0 ? undefined : posts.get(hash);
      if (post === undefined) {
        if (at % WINDOW !== 0) continue;
        posts.set(hash, { block: block.id, text, at, next: page.blocks[n + 1]?.id });
        mayBePosts[hash >>> (32 - BITS)] = 1;
        continue;
      }
      const found = at < told ? null : passageAt(post, { block: block.id, text, at }, told);
      if (!found) continue;
      told = found.end;
      offsets ??= blockOffsets(page, block);
      warnings.push(...flag(offsets, text, found.start, found.end));
    }
  }
  return { edits: [], warnings };
}

/** The passage that two places share, where it is long enough: its ends in the text of the second. */
function passageAt(first: Place, second: Place, from: number): { start: number; end: number } | null {
  const same = (by: number) => first.text[first.at + by] === second.text[second.at + by];
  // Inside one block the second place begins behind the first passage.
  const apart = first.block === second.block ? second.at - first.at : Number.POSITIVE_INFINITY;
  let after = 0;
  while (second.at + after < second.text.length && first.at + after < first.text.length && same(after))
    after++;
  let before = 0;
  while (second.at - before > from && first.at - before > 0 && same(-before - 1)) before++;
  const length = Math.min(before + after, apart);
  const isWhole = first.at === before && after === first.text.length - first.at && isAgain(first, second);
  return after >= WINDOW && (length >= LENGTH || isWhole)
    ? { start: second.at - before, end: second.at - before + length }
    : null;
}

/** A paragraph that stands again right below, or in what is right below, was read twice, however short it is: unless it is a heading. */
function isAgain({ text, next }: Place, second: Place): boolean {
  return next === second.block && (text === second.text || /[，。！？]|,\S/.test(text));
}

function flag(offsets: readonly number[], text: string, first: number, last: number): Warning[] {
  // Two characters may have half of their units in common.
  const [from, to] = [wholeBehind(text, first), wholeBefore(text, last)];
  const [start, end] = [offsets[from] ?? -1, offsets[to - 1] ?? -1];
  if (start < 0 || end < start) return [];
  const twice = wholeWords(text, from, to);
  const message = `“${quotedStart(twice)}…${quotedEnd(twice)}” stands twice on the page`;
  return [{ code: "repeated-text", message, span: { start, end: end + 1 } }];
}

const BASE = 31;
/** What the first unit of a window counts in its hash. */
const FIRST = Array.from({ length: WINDOW - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Of the first window of a text. */
function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < WINDOW; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}

/** The hash of the window at an index, from that of the one before. */
function rolled(hash: number, text: string, at: number): number {
  const without = hash - Math.imul(text.charCodeAt(at - 1), FIRST);
  return (Math.imul(without, BASE) + text.charCodeAt(at + WINDOW - 1)) | 0;
}
