/**
 * Bylines and datelines: 本报讯 记者李凡 通讯员陈俊、王鹏报道, 据新华社北京11月1日电（记者王明）, ■本报记者 张伟 文/图,
 * （重慶廿日海通電）, PARIS, April 29.—. Read from left to right without going back, in linear time.
 */
import type { Person, PersonRole } from "../page/document.ts";
import { emptyMemory, type Memory, remembered } from "../page/remembered.ts";
import { scanPeople } from "./byline-people.ts";
import { CLOSE, isIdeograph, LEAD, match, NEWS, OPEN, SKIPPED, skip, wordAt } from "./scanner.ts";
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

/** The same of a text that is put together to ask this once. */
export function scanOnce(text: string, table: BylineTable): ScannedByline | null {
  if (!mayBegin(text.charCodeAt(0), table) && !match(table.dateline, text, 0)) return null;
  const lead = scanLead(text, table);
  const rest = scanPeople(text, lead.end, lead.open, table);
  const anchored = lead.news || lead.dateline;
  const { agency, place, date } = lead;
  if (rest && (rest.isSure || anchored || agency !== null))
    return { agency: agency ?? rest.agency, place, date, people: rest.people, length: rest.end };
  return anchored && !lead.open ? { agency, place, date, people: lead.people, length: lead.end } : null;
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
  const { agency = bare ?? null, name = table.signature(text.trim()) ?? "" } =
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

/** Agency, place and date, up to 讯 or 电: 本报讯, 据新华社北京11月1日电, （重慶廿日海通電）. */
function scanLead(text: string, table: BylineTable): Lead {
  let at = skip(LEAD, text, 0);
  const inside = skip(OPEN, text, at);
  const open = inside > at;
  at = inside;
  if (text[at] === "据" || text[at] === "據") at++;
  const agency = wordAt(text, at, table.agencies);
  if (agency) at += agency.length;
  const afterNews = agency ? skip(NEWS, text, at) : at;
  const news = afterNews > at;
  at = afterNews;
  const dateline = news ? null : match(table.dateline, text, at);
  if (dateline) at += dateline[0].length;
  // 【共同】: an agency in brackets and nothing else.
  const closed = open && (news || dateline || isNewsAgency(agency, table)) ? skip(CLOSE, text, at) : at;
  const isClosed = closed > at;
  return {
    end: closed,
    open: open && !isClosed,
    news: news || (isClosed && !dateline),
    dateline: dateline !== null,
    agency: agency ?? dateline?.groups?.agency ?? null,
    place: dateline?.groups?.place ?? null,
    date: dateline?.groups?.date ?? null,
    people: peopleIn(dateline?.groups?.name ?? "", "reporter", table),
  };
}

function isNewsAgency(agency: string | null, { newsAgencies }: BylineTable): boolean {
  return agency !== null && newsAgencies.includes(agency);
}
