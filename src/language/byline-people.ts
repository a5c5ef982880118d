/** The people of a byline: 记者李凡 通讯员陈俊、王鹏报道, with what they are and where they are. */
import type { Person, PersonRole } from "../page/document.ts";
import { nameAt } from "./byline-names.ts";
import { CLOSE, entryAt, match, OPEN, SPACE, skip, wordAt } from "./scanner.ts";
import type { BylineTable } from "./types.ts";

const BEFORE_NAME = /\s*(?:[：:／/|｜＝=]\s*)?/y;
/** 文 | 王明, 图/李红: a role of one character needs a sign behind it, or it is the first character of a word. */
const SIGN = /^\s?[：:／/|｜]/;
const BETWEEN_NAMES = /\s*[、，,；;]\s*|\s+/y;

export interface People {
  readonly end: number;
  readonly agency: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly people: readonly Person[];
  /** It can be nothing but people, whatever stands before it. */
  readonly isSure: boolean;
}

/** What stands before the people. */
export interface Before {
  readonly end: number;
  /** A bracket was opened and is still open. */
  readonly open: boolean;
  /** It tells by itself that this is a byline. */
  readonly anchored: boolean;
}

/**
 * Groups of people after the lead. In the open they count only where 报道 closes them or the text ends with them:
 * otherwise 记者 and what follows may be the subject of a sentence.
 */
export function scanPeople(text: string, before: Before, table: BylineTable): People | null {
  const inside = before.open ? before.end : skip(OPEN, text, before.end);
  const bracketed = before.open || inside > before.end;
  const desk = match(table.desk, text, inside)?.[0].length ?? 0;
  const groups = scanGroups(text, inside + desk, table);
  const { people, end } = groups;
  if (end === inside) return null;
  const tail = tailAt(text, end, table);
  let at = tail?.end ?? end;
  const closing = wordAt(text, skip(tail ? SPACE : BEFORE_CLOSING, text, at), table.closings);
  if (closing) at = skip(tail ? SPACE : BEFORE_CLOSING, text, at) + closing.length;
  const isSure =
    closing !== null ||
    tail !== null ||
    groups.count > 1 ||
    people.length > 1 ||
    groups.agency !== null ||
    isPerson(text, people, table);
  const facts = {
    agency: groups.agency,
    place: tail?.place ?? null,
    date: tail?.date ?? null,
    people,
    isSure,
  };
  if (bracketed) {
    const closed = skip(CLOSE, text, at);
    return closed > at ? { end: closed, ...facts } : null;
  }
  if (closing || tail || skip(SPACE, text, at) === text.length) return { end: at, ...facts };
  return before.anchored ? scanUnclosed(text, inside, table) : null;
}

/** 本报讯 记者 李凡 近日，: behind 本报讯 a space alone closes them, unless what follows says what they did. */
function scanUnclosed(text: string, from: number, table: BylineTable): People | null {
  const { people, agency, end } = scanGroups(text, from, table, table.isPerson);
  const next = skip(SPACE, text, end);
  if (people.length === 0 || next === end || table.subject.test(text.charAt(next))) return null;
  return { end, agency, place: null, date: null, people, isSure: true };
}

interface Groups {
  readonly people: readonly Person[];
  readonly agency: string | null;
  readonly count: number;
  readonly end: number;
}

/** @param mayBe whether a word may be a name */
function scanGroups(
  text: string,
  from: number,
  table: BylineTable,
  mayBe: (name: string) => boolean = isAny,
): Groups {
  const people: Person[] = [];
  let agency: string | null = null;
  let count = 0;
  let end = from;
  for (;;) {
    const start = skip(SPACE, text, skip(BETWEEN_GROUPS, text, end));
    const employer = employerAt(text, start, table);
    const group = scanGroup(text, start + (employer?.length ?? 0), table, mayBe);
    // 李红摄影报道：昨日: it closes, and what follows is no name.
    const closes = people.length > 0 && wordAt(text, start, table.closings) !== null;
    if (!group || (closes && !group.people.every(({ name }) => table.isPerson(name))))
      return { people, agency, count, end };
    agency ??= employer?.name ?? group.agency;
    count++;
    people.push(...group.people);
    end = group.end;
  }
}

const BEFORE_CLOSING = /\s*(?:[／/｜|]\s*)?/y;
const BETWEEN_GROUPS = /\s*[、，,；;]/y;

function isAny(): boolean {
  return true;
}

interface Employer {
  readonly name: string;
  /** UTF-16 units with what stands behind the name: 本报驻美国. */
  readonly length: number;
}

function employerAt(text: string, at: number, table: BylineTable): Employer | null {
  const told = match(table.employer, text, at);
  if (told) return { name: told.groups?.name ?? told[0], length: told[0].length };
  const name = wordAt(text, at, table.agencies);
  return name === null ? null : { name, length: name.length };
}

/** ／台北報導, 杭州报道, 深圳二十日電, 发自台州. Behind a space, what may be a name is one, unless it is known for a place. */
function tailAt(text: string, at: number, table: BylineTable): Pick<People, "end" | "place" | "date"> | null {
  const found = match(table.tail, text, at);
  if (!found) return null;
  const { mark, place = null, from = null, date = null } = found.groups ?? {};
  if (!mark && place && /^\s/.test(found[0]) && !table.isPlace(place) && table.isPerson(place)) return null;
  return { end: at + found[0].length, place: place ?? from, date };
}

/** 记者走基层 and 【记者调查】 are labels of columns; 记者 李凡, 记者李凡 are people. */
function isPerson(text: string, [person]: readonly Person[], { surnames }: BylineTable): boolean {
  return surnames === "" || /\S\s+\S/.test(text) || surnames.includes(person?.name.charAt(0) ?? "");
}

/** One role and the names it stands before: 通讯员陈俊、王鹏. */
function scanGroup(
  text: string,
  from: number,
  table: BylineTable,
  mayBe: (name: string) => boolean,
): Pick<People, "end" | "people" | "agency"> | null {
  const role = entryAt(text, from, table.roles);
  const behind = from + (role?.[0].length ?? 0);
  const signed = SIGN.test(text.slice(behind, behind + 2));
  if (!role || (role[0].length === 1 && !signed)) return null;
  const second = signed ? staffAt(text, skip(BEFORE_NAME, text, behind), table) : null;
  const means: PersonRole = second && role[1] === "author" ? second.role : role[1];
  const agency = second?.agency ?? null;
  const people: Person[] = [];
  let at = second?.end ?? behind;
  for (;;) {
    const start = skip(people.length === 0 ? BEFORE_NAME : BETWEEN_NAMES, text, at);
    if (people.length > 0 && (start === at || tailAt(text, at, table))) return { end: at, people, agency };
    const name = nameAt(text, start, table);
    if (!name || !mayBe(name.name)) return people.length > 0 ? { end: at, people, agency } : null;
    people.push({ name: name.name, role: name.tookPicture ? "photographer" : means });
    at = start + name.length;
  }
}

/** 文/本报记者 王明: what somebody is, behind what he has done. */
function staffAt(
  text: string,
  at: number,
  table: BylineTable,
): { readonly agency: string | null; readonly role: PersonRole; readonly end: number } | null {
  const employer = employerAt(text, at, table);
  const from = skip(SPACE, text, at + (employer?.length ?? 0));
  const role = entryAt(text, from, table.roles);
  return role && role[0].length > 1
    ? { agency: employer?.name ?? null, role: role[1], end: from + role[0].length }
    : null;
}
