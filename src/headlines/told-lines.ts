/**
 * Lines that are no part of any article's text, told by their form and by empty lines where no boxes tell: the masthead and the imprint of the
 * page, and captions, which stand in the middle of a sentence as often as not. They are left out before headings are sought.
 */
import { isBareCredit, isCreditLine, isImprint, isMasthead, isNameOfPaper } from "../language/index.ts";
import type { LanguageTable } from "../language/types.ts";
import type { LineFacts } from "./line-facts.ts";

export interface Told {
  readonly role: "furniture" | "caption";
  /** The line that its text begins with. */
  readonly first: number;
}

/** Lines at the head of a page that may be its masthead, and at its foot its imprint. */
const HEAD = 6;
const FOOT = 4;

/** What lines of a page without boxes are told to be, by their numbers. */
export function toldLines(facts: readonly LineFacts[], table: LanguageTable): ReadonlyMap<number, Told> {
  const told = new Map<number, Told>();
  const furniture = (i: number) => told.set(i, { role: "furniture", first: i });
  for (const i of masthead(facts)) furniture(i);
  for (let i = Math.max(told.size, facts.length - FOOT); i < facts.length; i++)
    if (isImprint(facts[i]?.text ?? "")) furniture(i);
  // A page of nothing else has a text, whatever it looks like.
  if (told.size === facts.length) told.clear();
  for (let first = told.size; first < facts.length; ) {
    const end = partEnd(facts, first);
    if (!told.has(first) && isCaption(facts, first, end, table))
      for (let i = first; i <= end; i++) told.set(i, { role: "caption", first });
    first = end + 1;
  }
  return told;
}

/** The lines from the top on that are date, number and the like, and the name of the paper beside them. */
function masthead(facts: readonly LineFacts[]): number[] {
  const isMast = (i: number) => isMasthead(facts[i]?.text ?? "");
  const lines: number[] = [];
  for (let i = 0; i < Math.min(HEAD, facts.length); i++) {
    const isName = isNameOfPaper(facts[i]?.text ?? "") && (isMast(i + 1) || (i > 0 && isMast(i - 1)));
    if (!isMast(i) && !isName) break;
    lines.push(i);
  }
  return lines;
}

/** The last line of what empty lines part. */
function partEnd(facts: readonly LineFacts[], first: number): number {
  let end = first;
  while (end + 1 < facts.length && facts[end + 1]?.blankBefore === 0) end++;
  return end;
}

/** Most lines of a caption. */
const LINES = 8;

/** Who took the picture stands above the lines between two empty ones, below them or at their end; or they stand in the middle of a sentence, and are none of it. */
function isCaption(facts: readonly LineFacts[], first: number, end: number, table: LanguageTable): boolean {
  if (end - first >= LINES || !isSetOff(facts, first, end)) return false;
  const [top, last] = [facts[first] as LineFacts, facts[end] as LineFacts];
  const text = facts
    .slice(first, end + 1)
    .map((line) => line.text)
    .join(" ");
  if (isCreditLine(top.text) || isCreditLine(last.text) || endsWithCredit(text, table)) return true;
  if (!isBetween(facts, first, end)) return false;
  return (
    isBareCredit(top.text) ||
    isBareCredit(last.text) ||
    (isOpening(top) && last.ending === "stop" && !top.byline)
  );
}

/** Fig. 3., Photo: … at the end of a text, with no more of it behind. */
function endsWithCredit(text: string, { credit }: LanguageTable): boolean {
  return text.length <= LONGEST && credit.test(text);
}

/** Letters and spaces of a caption at most. */
const LONGEST = 500;

function isSetOff(facts: readonly LineFacts[], first: number, end: number): boolean {
  const isAbove = first === 0 || (facts[first]?.blankBefore ?? 0) > 0;
  return (
    isAbove &&
    (end + 1 === facts.length || (facts[end + 1]?.blankBefore ?? 0) > 0) &&
    facts.length > end - first + 1
  );
}

/** Words of a line that breaks off, at least. */
const WORDS = 3;

/** Whether the text above breaks off in the middle of a sentence and goes on below in small letters. */
function isBetween(facts: readonly LineFacts[], first: number, end: number): boolean {
  const [above, below] = [facts[first - 1], facts[end + 1]];
  if (!above || below?.beginning !== "small" || above.words < WORDS) return false;
  return ["letter", "pause", "hyphen"].includes(above.ending) && above.setting !== "capitals";
}

function isOpening({ beginning }: LineFacts): boolean {
  return beginning === "capital" || beginning === "opener" || beginning === "other";
}
