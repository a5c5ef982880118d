/** Heads of serials: Feuilleton du MATIN, and its date and number below. Each part of the novel stands under one. */
import type { LanguageTable } from "../language/index.ts";
import type { LineFacts } from "./line-facts.ts";

/** The lines of such heads, each with the line that its head begins with. */
export type SerialHeads = ReadonlyMap<number, number>;

export function serialHeads(facts: readonly LineFacts[], table: LanguageTable): SerialHeads {
  const heads = new Map<number, number>();
  for (const [i, { text }] of facts.entries()) {
    if (text.length > LONGEST || !table.serial.test(text) || GOES_ON.test(text) || !isAfterEnd(facts, i))
      continue;
    heads.set(i, i);
    for (let next = i + 1; next <= i + BELOW && isDateOrNumber(facts[next]); next++) heads.set(next, i);
  }
  return heads;
}

/** Most lines below the name of a serial that hold its date and number, and how long a line is at most. */
const BELOW = 2;
const LONGEST = 60;

/** Feuilleton du Matin, que nous donnons: a clause behind the name. */
const GOES_ON = /[,;:]\s*\p{Ll}/u;

/** Tenths of its column that a line of running text fills. */
const FULL = 9;

/** Whether the text above has ended, or the line is no full one: a line of running text is no head. */
function isAfterEnd(facts: readonly LineFacts[], i: number): boolean {
  const [before, own] = [facts[i - 1], facts[i] as LineFacts];
  if (!before || own.blankBefore > 0 || own.block !== before.block || own.fill < FULL) return true;
  return before.fill < 8 || !["letter", "pause", "hyphen"].includes(before.ending);
}

/** Whether a line may be the title below such a head, whatever else it looks like. */
export function mayBeTitle({ beginning, ending, fill }: LineFacts): boolean {
  return beginning !== "small" && (ending !== "stop" || fill < 8);
}

function isDateOrNumber(line: LineFacts | undefined): boolean {
  return line !== undefined && line.text.length <= LONGEST && /\d\W*$/.test(line.text);
}
