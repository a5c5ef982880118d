/**
 * Bylines and datelines: 本报讯 记者李凡 通讯员陈俊、王鹏报道, 据新华社北京11月1日电（记者王明）, ■本报记者 张伟 文/图,
 * （重慶廿日海通電）, PARIS, April 29.—. Read from left to right without going back, in linear time.
 */
import type { Person, PersonRole } from "../page/document.ts";
import { emptyMemory, type Memory, remembered } from "../page/remembered.ts";
import { scanPeople } from "./byline-people.ts";
import { CLOSE, entryAt, isDigit, isIdeograph, LEAD, match, OPEN, SKIPPED, skip, wordAt } from "./scanner.ts";
import type { BylineTable, LanguageTable } from "./types.ts";

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

/** Reads a byline at the start of a text that several stages ask about; null where none stands there. */
export function scanByline(text: string, table: BylineTable): ScannedByline | null {
  let memory = memories.get(table);
  if (!memory) {
    memory = emptyMemory();
    memories.set(table, memory);
  }
  return remembered(memory, text, (unread) => scanOnce(unread, table));
}

const memories = new WeakMap<BylineTable, Memory<ScannedByline | null>>();

/** Of each table the ideographs that a byline begins with, but for the place of a dateline, which may be any. */
const beginnings = new WeakMap<BylineTable, ReadonlySet<number>>();

/** Whether a byline other than a dateline may begin with a unit. With most ideographs, and with digits, none does. */
function mayBegin(unit: number, table: BylineTable): boolean {
  if (!isIdeograph(unit) && !isDigit(unit)) return true;
  let units = beginnings.get(table);
  if (!units) {
    const words = [...table.agencies, ...table.roles.map(([word]) => word), "据", "據"];
    units = new Set([...SKIPPED, ...words.map((word) => word.charCodeAt(0))]);
    beginnings.set(table, units);
  }
  return units.has(unit);
}

/** UTF-16 units that a dateline, or the name of a paper, has at most where no bracket stands before it. */
const LONGEST_FORM = 60;

/** The same of two texts as one. They are put together only where a byline may begin with the first: long texts follow each other on every page. */
export function scanAcross(tail: string, head: string, table: BylineTable): ScannedByline | null {
  const isToldByTail = tail === "" || mayBegin(tail.charCodeAt(0), table);
  // Of the forms that no list tells, datelines alone are so long that cuts part them.
  if (!isToldByTail && !match(table.dateline, tail + head.slice(0, LONGEST_FORM), 0)) return null;
  return scanBegun(tail + head, table);
}

function scanOnce(text: string, table: BylineTable): ScannedByline | null {
  return mayBegin(text.charCodeAt(0), table) || beginsByForm(text, table) ? scanBegun(text, table) : null;
}

function scanBegun(text: string, table: BylineTable): ScannedByline | null {
  const lead = scanLead(text, table);
  const anchored = lead.news || lead.dateline;
  const rest = scanPeople(text, { end: lead.end, open: lead.open, anchored }, table);
  const { agency, place, date } = lead;
  if (rest && (rest.isSure || anchored || agency !== null))
    return {
      agency: agency ?? rest.agency,
      place: place ?? rest.place,
      date: date ?? rest.date,
      people: rest.people,
      length: rest.end,
    };
  return anchored && !lead.open ? { agency, place, date, people: lead.people, length: lead.end } : null;
}

/** 重庆11月1日电, 晚报讯, 晚报记者, 綜合中心／綜合報導. */
function beginsByForm(text: string, table: BylineTable): boolean {
  const begins = (form: RegExp) => match(form, text, 0) !== null;
  const head = text.slice(0, LONGEST_FORM);
  if (table.form.wire.test(head) && begins(table.dateline)) return true;
  if (table.form.outlet.test(head) && begins(table.outlet)) return true;
  return table.form.staff.test(head) && (begins(table.employer) || begins(table.desk));
}

/** Reads the facts of a text that is known to be a byline; what it does not say is null or empty. */
export function parseByline(text: string, table: BylineTable): ParsedByline {
  const byline = scanByline(text, table);
  if (byline) {
    const { agency, place, date, people } = byline;
    // What is remembered is no caller's to change.
    return { agency, place, date, people: people.map((person) => ({ ...person })) };
  }
  const bare = table.newsAgencies.find((agency) => agency === text.trim());
  const { agency = bare ?? null, name = table.signature(text.trim()) ?? table.signed(text.trim()) ?? "" } =
    table.line.exec(text)?.groups ?? {};
  return { ...NOTHING, agency, people: peopleIn(name, roleIn(text.replace(name, ""), table), table) };
}

function roleIn(sign: string, { roles }: BylineTable): PersonRole {
  return roles.find(([word]) => sign.includes(word))?.[1] ?? "author";
}

/** Sign between what somebody has done and the name: 写真・山田花子. */
const DONE = /^[・／/＝=：:|｜]\s?/;

/** Between names: 、, and, und, et. */
const PARTED = /、| (?:and|AND|und|UND|et|ET) /;

/** @param names parted so, each with what that one has done before it where it is not `role` */
function peopleIn(names: string, role: PersonRole, { roles }: BylineTable): Person[] {
  if (names === "") return [];
  return names.split(PARTED).flatMap((part) => {
    const name = part.trim();
    const own = roles.find(([word]) => name.startsWith(word) && DONE.test(name.slice(word.length)));
    if (own) return [{ name: name.slice(own[0].length).replace(DONE, ""), role: own[1] }];
    return name === "" ? [] : [{ name, role }];
  });
}

/** Whether a whole line is a byline and nothing else. */
export function isBylineAlone(line: string, table: BylineTable): boolean {
  if (table.line.test(line) || table.newsAgencies.includes(line.trim())) return true;
  const byline = scanByline(line, table);
  return byline !== null && byline.length >= line.trimEnd().length;
}

/** Whether a text begins with a byline that begins with its agency: 晚报讯 goes on from no headline, as 一日海通電 does from 華沙廿. */
export function bringsAgency(text: string, table: LanguageTable): boolean {
  const agency = scanByline(text, table.byline)?.agency ?? null;
  return agency !== null && text.replace(BEFORE_AGENCY, "").startsWith(agency);
}

const BEFORE_AGENCY = /^[\s■◆●□◇◎▲★☆（(【［[〔〈《据據]*/;

interface Lead {
  readonly end: number;
  /** A bracket was opened and is still open. */
  readonly open: boolean;
  readonly news: boolean;
  readonly dateline: boolean;
  readonly agency: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly people: readonly Person[];
}

/** Agency, place and date, up to 讯 or 电: 本报讯, 据新华社北京11月1日电, （重慶廿日海通電）, 【台北訊】. */
function scanLead(text: string, table: BylineTable): Lead {
  let at = skip(LEAD, text, 0);
  const inside = skip(OPEN, text, at);
  const open = inside > at;
  at = inside;
  if (text[at] === "据" || text[at] === "據") at++;
  // 本报记者李明深圳二十日电: what stands before the date is no place alone, and whose they are is said with the people.
  const employs = match(table.employer, text, at) !== null;
  const agency = employs ? null : agencyAt(text, at, table);
  if (agency) at += agency.length;
  const staff = employs || entryAt(text, at, table.roles);
  const origin = staff ? null : originAt(text, at, agency !== null, open, table);
  if (origin) at += origin[0].length;
  const dateline = origin || staff ? null : match(table.dateline, text, at);
  if (dateline) at += dateline[0].length;
  const said = origin !== null || dateline !== null;
  // 【共同】: an agency in brackets and nothing else.
  const closed = open && (said || isNewsAgency(agency, table)) ? skip(CLOSE, text, at) : at;
  const isClosed = closed > at;
  return {
    end: closed,
    open: open && !isClosed,
    news: origin !== null || (isClosed && !dateline),
    dateline: dateline !== null,
    agency: agency ?? dateline?.groups?.agency ?? null,
    place: origin?.groups?.place ?? dateline?.groups?.place ?? null,
    date: dateline?.groups?.date ?? null,
    people: peopleIn(dateline?.groups?.name ?? "", "reporter", table),
  };
}

/** One that is told by its form is taken where the news behind it is its own: 中央日報訊 is none of 中央. */
function agencyAt(text: string, at: number, table: BylineTable): string | null {
  const listed = wordAt(text, at, table.agencies);
  // Most are, and the form of the others costs much to compile.
  if (listed !== null && (listed.endsWith("社") || table.own.includes(listed))) return listed;
  if (!table.form.outlet.test(text.slice(at, at + LONGEST_FORM))) return listed;
  return match(table.outlet, text, at)?.[0] ?? listed;
}

/** Behind an agency, or between brackets, where nothing else may stand: 【台北訊】. */
function originAt(
  text: string,
  at: number,
  byAgency: boolean,
  open: boolean,
  table: BylineTable,
): RegExpExecArray | null {
  const origin = match(table.origin, text, at);
  if (!origin || byAgency) return origin;
  const end = at + origin[0].length;
  return open && /.[讯訊电電]$/.test(origin[0]) && skip(CLOSE, text, end) > end ? origin : null;
}

function isNewsAgency(agency: string | null, { newsAgencies }: BylineTable): boolean {
  return agency !== null && newsAgencies.includes(agency);
}
