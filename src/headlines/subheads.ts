/** Subheads of printed pages: set like headlines, but in the size of the text, between two paragraphs of a story that has a large headline. */
import { isDateline } from "../language/index.ts";
import type { LineFacts } from "./line-facts.ts";

/** The lines of a head, and the line of its headline. */
export interface PrintedHead {
  readonly first: number;
  readonly last: number;
  readonly title: number;
}

/** Lines of a story above its first subhead, and words of a subhead at most. */
const STORY = 4;
const WORDS = 6;
/** Largest type of a subhead, in that of running text; how many times as large the headline of its story is at least. Of 1.2, 1.25, 1.3 times the least parts articles of printed pages wrongly. */
const LARGEST = 1.25;
const RATIO = 1.3;
/** White above a subhead at most, in ems: of 1 and 1.5 the second takes headlines of short items for subheads. */
const WHITE = 1;

/** The first lines of the heads that are subheads. @param heads of articles, in the order of reading */
export function subheadsAmong(
  facts: readonly LineFacts[],
  heads: readonly PrintedHead[],
): ReadonlySet<number> {
  const found = new Set<number>();
  let story: PrintedHead | undefined;
  for (const head of heads) {
    if (story && isSubhead(facts, head, story)) found.add(head.first);
    else story = head;
  }
  return found;
}

function isSubhead(
  facts: readonly LineFacts[],
  { first, last, title }: PrintedHead,
  story: PrintedHead,
): boolean {
  const [before, own, behind] = [facts[first - 1], facts[title] as LineFacts, facts[last + 1]];
  const size = own.size ?? 1;
  if (first !== last || own.words > WORDS || !before || !behind || first - story.last < STORY) return false;
  if (size > LARGEST || (facts[story.title]?.size ?? 1) < RATIO * size) return false;
  if ((own.above ?? 3) > WHITE) return false;
  if (before.outside || before.ending !== "stop" || behind.outside || behind.byline) return false;
  return behind.beginning !== "small" && !isDateline(behind.text) && behind.fill >= 8;
}
