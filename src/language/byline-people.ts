/** The people of a byline: 记者李凡 通讯员陈俊、王鹏报道, with what they are. */
import type { Person, PersonRole } from "../page/document.ts";
import { CLOSE, entryAt, match, OPEN, SPACE, skip, wordAt } from "./scanner.ts";
import type { BylineTable } from "./types.ts";

const BEFORE_NAME = /\s*(?:[：:／/|｜＝=]\s*)?/y;
/** 文 | 王明, 图/李红: a role of one character needs a sign behind it, or it is the first character of a word. */
const SIGN = /^\s?[：:／/|｜]/;
const BETWEEN_NAMES = /\s*[、，,；;]\s*|\s+/y;
const NAME_RUN = /[\u3400-\u9fff\uf900-\ufaff\u30a1-\u30fc々·•・○]+/y;
/** Chinese and Japanese names have two to four characters; transcribed ones carry a middle dot. */
const NAME = /^(?:[^·•・]{2,4}|.{1,8}[·•・].{1,8})$/u;

export interface People {
  readonly end: number;
  readonly agency: string | null;
  readonly people: readonly Person[];
  /** It can be nothing but people, whatever stands before it. */
  readonly isSure: boolean;
}

/**
 * Groups of people after the lead. In the open they count only where 报道 closes them or the text ends with them:
 * otherwise 记者 and what follows may be the subject of a sentence.
 */
export function scanPeople(text: string, from: number, opened: boolean, table: BylineTable): People | null {
  const inside = opened ? from : skip(OPEN, text, from);
  const bracketed = opened || inside > from;
  const people: Person[] = [];
  let agency: string | null = null;
  let groups = 0;
  let at = inside;
  for (;;) {
    const start = skip(SPACE, text, at);
    const employer = wordAt(text, start, table.agencies);
    const group = scanGroup(text, start + (employer?.length ?? 0), table);
    if (!group) break;
    agency ??= employer;
    groups++;
    people.push(...group.people);
    at = group.end;
  }
  if (people.length === 0) return null;
  const closing = wordAt(text, skip(SPACE, text, at), table.closings);
  if (closing) at = skip(SPACE, text, at) + closing.length;
  const isSure =
    closing !== null || groups > 1 || people.length > 1 || agency !== null || isPerson(text, people, table);
  const facts = { agency, people, isSure };
  if (bracketed) {
    const closed = skip(CLOSE, text, at);
    return closed > at ? { end: closed, ...facts } : null;
  }
  return closing || skip(SPACE, text, at) === text.length ? { end: at, ...facts } : null;
}

/** 记者走基层 and 【记者调查】 are labels of columns; 记者 李凡, 记者李凡 are people. */
function isPerson(text: string, [person]: readonly Person[], { surnames }: BylineTable): boolean {
  return surnames === "" || /\S\s+\S/.test(text) || surnames.includes(person?.name.charAt(0) ?? "");
}

/** One role and the names it stands before: 通讯员陈俊、王鹏. */
function scanGroup(text: string, from: number, table: BylineTable): Pick<People, "end" | "people"> | null {
  const role = entryAt(text, from, table.roles);
  if (!role || (role[0].length === 1 && !SIGN.test(text.slice(from + 1, from + 3)))) return null;
  const people: Person[] = [];
  let at = from + role[0].length;
  for (;;) {
    const start = skip(people.length === 0 ? BEFORE_NAME : BETWEEN_NAMES, text, at);
    const name = start === at && people.length > 0 ? null : nameAt(text, start, table);
    if (!name) return people.length > 0 ? { end: at, people } : null;
    people.push({ name, role: role[1] });
    at = start + name.length;
  }
}

function nameAt(text: string, at: number, table: BylineTable): string | null {
  const run = match(NAME_RUN, text, at)?.[0];
  if (!run || wordAt(text, at, table.closings) || roleAt(text, at, table)) return null;
  let end = run.length;
  const near = text.slice(at, at + run.length + "/图".length);
  // Names run into the next word where an engine sets no spaces: 记者李凡通讯员陈俊.
  for (const word of wordsBehindNames(table)) {
    const found = near.indexOf(word, 2);
    if (found > 0) end = Math.min(end, found);
  }
  const name = run.slice(0, end);
  return NAME.test(name) ? name : null;
}

const behindNames = new WeakMap<BylineTable, readonly string[]>();

/** Closings, and roles of more than one character. */
function wordsBehindNames(table: BylineTable): readonly string[] {
  const known = behindNames.get(table);
  if (known) return known;
  const words = [...table.closings, ...table.roles.map(([word]) => word).filter((word) => word.length > 1)];
  behindNames.set(table, words);
  return words;
}

function roleAt(text: string, at: number, table: BylineTable): PersonRole | undefined {
  const role = entryAt(text, at, table.roles);
  return role && role[0].length > 1 ? role[1] : undefined;
}
