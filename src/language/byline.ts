/**
 * Bylines and datelines: 本报讯 记者李凡 通讯员陈俊、王鹏报道, 据新华社北京11月1日电（记者王明）, ■本报记者 张伟 文/图,
 * （重慶廿日海通電）, PARIS, April 29.—. Read from left to right without going back, in linear time.
 */
import type { Person, PersonRole } from "../page/document.ts";
import { remembered } from "../page/remembered.ts";
import type { BylineTable } from "./types.ts";

export interface ParsedByline {
  readonly agency: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly people: readonly Person[];
}

export interface ScannedByline extends ParsedByline {
  /** UTF-16 length of the byline at the start of the text, without white space behind it. */
  readonly length: number;
}

const NOTHING: ParsedByline = { agency: null, place: null, date: null, people: [] };
/** Bullets, and what OCR engines make of a square one before 记者. */
const LEAD = /[\s■◆●□◇◎▲★☆]*(?:[国國图圖回囗口日田](?=\s?(?:本[报報])?[记記]者))?/y;
const SPACE = /\s*/y;
const OPEN = /\s*[（(【［[〔〈《]\s*/y;
const CLOSE = /\s*[）)】］\]〕〉》]/y;
const NEWS = /[讯訊]/y;
const BEFORE_NAME = /\s*(?:[：:／/|｜＝=]\s*)?/y;
/** 文 | 王明, 图/李红: a role of one character needs a sign behind it, or it is the first character of a word. */
const SIGN = /^\s?[：:／/|｜]/;
const BETWEEN_NAMES = /\s*[、，,；;]\s*|\s+/y;
const NAME_RUN = /[\u3400-\u9fff\uf900-\ufaff\u30a1-\u30fc々·•・○]+/y;
/** Chinese and Japanese names have two to four characters; transcribed ones carry a middle dot. */
const NAME = /^(?:[^·•・]{2,4}|.{1,8}[·•・].{1,8})$/u;

/** Reads a byline at the start of a text that several stages ask about; null where none stands there. */
export function scanByline(text: string, table: BylineTable): ScannedByline | null {
  let memory = memories.get(table);
  if (!memory) {
    memory = new Map();
    memories.set(table, memory);
  }
  return remembered(memory, text, (unread) => scanOnce(unread, table));
}

const memories = new WeakMap<BylineTable, Map<string, ScannedByline | null>>();

/** Of each table the ideographs that a byline begins with, but for the place of a dateline, which may be any. */
const beginnings = new WeakMap<BylineTable, ReadonlySet<number>>();

/** Whether a byline may begin with a unit. With most ideographs none does. */
function mayBegin(unit: number, table: BylineTable): boolean {
  if (!isIdeograph(unit)) return true;
  let units = beginnings.get(table);
  if (!units) {
    const words = [...table.agencies, ...table.roles.map(([word]) => word), "据", "據"];
    units = new Set([...SKIPPED, ...words.map((word) => word.charCodeAt(0))]);
    beginnings.set(table, units);
  }
  return units.has(unit);
}

function isIdeograph(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

/** The same of a text that is put together to ask this once. */
export function scanOnce(text: string, table: BylineTable): ScannedByline | null {
  if (!mayBegin(text.charCodeAt(0), table) && !match(table.dateline, text, 0)) return null;
  const lead = scanLead(text, table);
  const rest = scanPeople(text, lead.end, lead.open, table);
  const anchored = lead.news || lead.dateline;
  const { agency, place, date } = lead;
  if (rest && (rest.isSure || anchored || agency !== null))
    return { agency: agency ?? rest.agency, place, date, people: rest.people, length: rest.end };
  return anchored && !lead.open ? { agency, place, date, people: [], length: lead.end } : null;
}

/** Reads the facts of a text that is known to be a byline; what it does not say is null or empty. */
export function parseByline(text: string, table: BylineTable): ParsedByline {
  const byline = scanByline(text, table);
  if (byline) {
    const { length: _, people, ...facts } = byline;
    // What is remembered is no caller's to change.
    return { ...facts, people: people.map((person) => ({ ...person })) };
  }
  const named = table.line.exec(text)?.groups?.name ?? table.signature(text.trim());
  return named ? { ...NOTHING, people: [{ name: named.trim(), role: "author" }] } : NOTHING;
}

/** Whether a whole line is a byline and nothing else. */
export function isBylineAlone(line: string, table: BylineTable): boolean {
  if (table.line.test(line) || table.newsAgencies.includes(line.trim())) return true;
  const byline = scanByline(line, table);
  return byline !== null && byline.length >= line.trimEnd().length;
}

interface Lead {
  readonly end: number;
  /** A bracket was opened and is still open. */
  readonly open: boolean;
  readonly news: boolean;
  readonly dateline: boolean;
  readonly agency: string | null;
  readonly place: string | null;
  readonly date: string | null;
}

/** Agency, place and date, up to 讯 or 电: 本报讯, 据新华社北京11月1日电, （重慶廿日海通電）. */
function scanLead(text: string, table: BylineTable): Lead {
  let at = skip(LEAD, text, 0);
  const inside = skip(OPEN, text, at);
  let open = inside > at;
  at = inside;
  if (text[at] === "据" || text[at] === "據") at++;
  const agency = wordAt(text, at, table.agencies);
  if (agency) at += agency.length;
  const afterNews = agency ? skip(NEWS, text, at) : at;
  const news = afterNews > at;
  at = afterNews;
  const dateline = news ? null : match(table.dateline, text, at);
  if (dateline) at += dateline[0].length;
  if (open && (news || dateline)) {
    const closed = skip(CLOSE, text, at);
    if (closed > at) open = false;
    at = closed;
  }
  return {
    end: at,
    open,
    news,
    dateline: dateline !== null,
    agency: agency ?? dateline?.groups?.agency ?? null,
    place: dateline?.groups?.place ?? null,
    date: dateline?.groups?.date ?? null,
  };
}

interface People {
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
function scanPeople(text: string, from: number, opened: boolean, table: BylineTable): People | null {
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

function wordAt(text: string, at: number, words: readonly string[]): string | null {
  return entryAt(text, at, words) ?? null;
}

/** The first entry of a list whose word stands at a place. */
function entryAt<T extends Entry>(text: string, at: number, list: readonly T[]): T | undefined {
  let entries = byFirstUnit.get(list) as ReadonlyMap<number, readonly T[]> | undefined;
  if (!entries) {
    entries = groupBy(list, (entry) => wordOf(entry).charCodeAt(0));
    byFirstUnit.set(list, entries);
  }
  return entries.get(text.charCodeAt(at))?.find((entry) => text.startsWith(wordOf(entry), at));
}

type Entry = string | readonly [word: string, meaning: unknown];

/** Most places begin no word of a list: that is told by one look at the first character. */
const byFirstUnit = new WeakMap<readonly Entry[], ReadonlyMap<number, readonly Entry[]>>();

function wordOf(entry: Entry): string {
  return typeof entry === "string" ? entry : entry[0];
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Ideographs that what is skipped begins with: those of `LEAD` and `NEWS`. */
const SKIPPED = new Set([..."国國图圖回囗口日田讯訊"].map((character) => character.charCodeAt(0)));

/** @param pattern sticky; of ideographs it begins with none but those that are skipped */
function skip(pattern: RegExp, text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isIdeograph(unit) && !SKIPPED.has(unit)) return at;
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
