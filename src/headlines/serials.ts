/** Heads of serials: Feuilleton du MATIN, and its date and number below. Each part of the novel stands under one. */
import type { LanguageTable } from "../language/index.ts";
import type { LineFacts } from "./line-facts.ts";

/** The lines of such heads, each with the line that its head begins with. */
export type SerialHeads = ReadonlyMap<number, number>;

export function serialHeads(facts: readonly LineFacts[], table: LanguageTable): SerialHeads {
  const heads = new Map<number, number>();
  for (const [i, { text }] of facts.entries()) {
    if (text.length > LONGEST || !table.serial.test(text)) continue;
    heads.set(i, i);
    for (let next = i + 1; next <= i + BELOW && isDateOrNumber(facts[next]); next++) heads.set(next, i);
  }
  return heads;
}

/** Most lines below the name of a serial that hold its date and number, and how long a line is at most. */
const BELOW = 2;
const LONGEST = 60;

function isDateOrNumber(line: LineFacts | undefined): boolean {
  return line !== undefined && line.text.length <= LONGEST && /\d\W*$/.test(line.text);
}
