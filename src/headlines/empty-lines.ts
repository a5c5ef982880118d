/** What empty lines say of headings, where a page has them: which lines end a paragraph, and which stand below a headline as its deck. */
import type { LanguageTable } from "../language/index.ts";
import { type LineFacts, PARAGRAPH } from "./line-facts.ts";

/** Most lines of a heading that empty lines set off, and of one part of a deck. */
const LINES = 4;

/** Most lines between a text and an empty line that could be a heading and are none: its last line, who has signed it, and where from. */
const TAIL = 2;
/** Tenths of its column that the last line of a text fills at most, and a signature. */
const SHORT = 7;

/** Whether a line hangs on the text above it, with an empty line right behind it or behind one more short line: no heading stands so, but the end of a text does. */
export function hangsOnText(facts: readonly LineFacts[], i: number): boolean {
  if (i === 0 || facts[i]?.blankBefore !== 0) return false;
  for (let next = i + 1; next <= i + TAIL; next++) {
    const line = facts[next];
    if (!line) return facts.slice(-LAST).some(({ blankBefore }) => blankBefore > 0);
    if (line.blankBefore > 0) return true;
    if (line.fill > SHORT) return false;
  }
  return false;
}

/** Lines at the end of a page that show whether empty lines part its paragraphs. */
const LAST = 10;

/** The last line of the part of a page that a line is in: up to the next empty line, or one more than a heading has. */
export function partEnd(facts: readonly LineFacts[], i: number): number {
  let end = i;
  while (end - i <= LINES && end + 1 < facts.length && facts[end + 1]?.blankBefore === 0) end++;
  return end;
}

/** Whether the lines that two empty lines leave together are a heading as a whole: few, short, and without a stop. */
export function isHeadingPart(facts: readonly LineFacts[], i: number): boolean {
  const first = partStart(facts, i);
  const end = partEnd(facts, first);
  const lines = facts.slice(first, end + 1);
  if ((first > 0 && facts[first]?.blankBefore === 0) || end === facts.length - 1) return false;
  const [start, last] = [lines[0], lines.at(-1)] as [LineFacts, LineFacts];
  if (lines.length > LINES || lines.some(({ words, noisy, outside }) => words === 0 || noisy || outside))
    return false;
  if (lines.some(({ text }) => text.length > PARAGRAPH)) return false;
  if (
    !["capital", "figure", "opener"].includes(start.beginning) ||
    !["letter", "figure"].includes(last.ending)
  )
    return false;
  // A sentence that goes on behind the empty line was cut there.
  if (facts[end + 1]?.beginning === "small") return false;
  return lines.every(({ fill, ending }) => fill < FULL && ending !== "stop" && ending !== "colon");
}

/** Tenths of its column that a line of text fills. */
const FULL = 9;

function partStart(facts: readonly LineFacts[], i: number): number {
  let first = i;
  while (i - first <= LINES && first > 0 && facts[first]?.blankBefore === 0) first--;
  return first;
}

/** Letters and spaces of one part of a deck. */
const LONGEST = 160;
/** Words of a headline: what has fewer may be the label of a column, with a headline below it. */
const HEADLINE = 4;
/** Words of a part of a deck, and the share of them in capitals where it may have a stop: "Landlords to Be Called Tomorrow." */
const WORDS = 3;
const CAPITALISED = 0.75;

/**
 * The last line of the decks that empty lines part from the headline above and from each other; `last` where there are none. A headline
 * without a text of its own is none, so what stands right below it belongs to it, and is no headline either.
 */
export function decksEnd(
  facts: readonly LineFacts[],
  first: number,
  last: number,
  table: LanguageTable,
): number {
  const head = facts.slice(first, last + 1);
  const isSetOff = first === 0 || (facts[first]?.blankBefore ?? 0) > 0;
  if (!isSetOff || partEnd(facts, last) !== last || isLabel(head, table)) return last;
  if (head.some(({ byline }) => byline)) return last;
  let end = last;
  while (end + 1 < facts.length && isDeck(facts, end + 1)) end = partEnd(facts, end + 1);
  return end;
}

function isLabel(head: readonly LineFacts[], table: LanguageTable): boolean {
  if (head.some(({ text }) => table.section.test(text) || table.furniture.test(text))) return true;
  return head.reduce((sum, { words }) => sum + words, 0) < HEADLINE;
}

function isDeck(facts: readonly LineFacts[], i: number): boolean {
  const end = partEnd(facts, i);
  const lines = facts.slice(i, end + 1);
  const behind = facts[end + 1];
  const text = lines.map((line) => line.text).join(" ");
  if (!behind || lines.length > LINES || text.length > LONGEST || lines.some(({ byline }) => byline))
    return false;
  if (lines.some(({ outside, figures }) => outside || figures)) return false;
  const isText = behind.byline || ["capital", "opener", "dash", "other"].includes(behind.beginning);
  return isText && isPhrase(text, lines.at(-1) as LineFacts, lines[0] as LineFacts);
}

/** A phrase without a stop, or one whose words have capitals. */
function isPhrase(text: string, { ending }: LineFacts, { beginning }: LineFacts): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  if (words.length < WORDS) return false;
  const capitalised = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (capitalised >= CAPITALISED * words.length) return true;
  return (
    beginning !== "small" && !/\p{Ll}[.!?] \p{Lu}/u.test(text) && (ending === "letter" || ending === "figure")
  );
}
