/** Headings of one kind at a distance from each other, with text between: 一、路通了 … 二、人回来了, 【农机篇】 … 【水利篇】, 学生：… 校方：… 学者：…. They part one article. */
import type { LanguageTable } from "../language/index.ts";
import {
  emWidth,
  endsInStopOrNote,
  hasMarks,
  isWider,
  lastCharacter,
  PAUSES,
} from "../language/punctuation.ts";

/** Widest subhead, in ems. */
const SUBHEAD = 22;

const CHINESE = "一二三四五六七八九十";
/** What numbers of headings look like, and the number in it. */
const NUMBERS: readonly RegExp[] = [
  /^([一二三四五六七八九十]{1,3})\s?[、．.]/,
  /^[（(]\s?([一二三四五六七八九十]{1,3})\s?[）)]/,
  /^(\d{1,2})\s?[、．.](?!\d)/,
  /^[（(]\s?(\d{1,2})\s?[）)]/,
  /^第([一二三四五六七八九十]{1,3})[章节節部篇：:、\s]/,
];
/** 【农机篇】. */
const FRAMED = /^[【［[〔]([^【】［］[\]〔〕]{2,8})[】］\]〕]$/;

/** 学生：打工时间更长了: who speaks below, and what they say; by name it is a headline. Two headlines may look so too. */
const SPEAKER = /^([\u3400-\u9fff]{2,4})[：:]\s?[\u3400-\u9fff]{3,}/;

/** A number as it stands at the head of a text. */
interface Numbered {
  readonly form: number;
  readonly value: number;
}

/** The number that a text begins with; null for none. */
export function numberOf(text: string): Numbered | null {
  for (const [form, pattern] of NUMBERS.entries()) {
    const digits = pattern.exec(text)?.[1];
    if (digits !== undefined) return { form, value: /\d/.test(digits) ? Number(digits) : worthOf(digits) };
  }
  return null;
}

/** 三, 十, 十二, 二十一. */
function worthOf(digits: string): number {
  const [tens, ones] = digits.includes("十") ? digits.split("十") : ["", digits];
  const digit = (text: string | undefined, none: number) => (text ? CHINESE.indexOf(text) + 1 : none);
  return (digits.includes("十") ? 10 * digit(tens, 1) : 0) + digit(ones, 0);
}

/** Whether a text may be a subhead by itself: short, and no sentence. */
export function mayBeSubhead(text: string): boolean {
  return emWidth(text) <= SUBHEAD && !endsInStopOrNote(text) && !PAUSES.includes(lastCharacter(text));
}

/**
 * For each text of a page, in order, whether it is one of a series of subheads: the next or the one before is of its form and another, its number is
 * the next, and there is running text between the two.
 */
export function subheadSeries(texts: readonly string[], table: LanguageTable): boolean[] {
  const found = texts.map(() => false);
  if (table.spaced) return found;
  const runs = new Map<string, Run>();
  for (const [i, text] of texts.entries()) {
    const own = mayBeSubhead(text) && beginsAnew(texts[i - 1]) ? keyOf(text, table) : null;
    if (!own) {
      if (isRunningLine(text)) for (const run of runs.values()) run.parted = true;
      continue;
    }
    const before = runs.get(own.key);
    const last = before?.members.at(-1);
    const isNext = own.value === 0 ? text !== texts[last ?? i] : own.value === (before?.value ?? 0) + 1;
    const members = before?.parted && isNext ? [...before.members, i] : [i];
    if (members.length >= own.fewest) for (const member of members) found[member] = true;
    runs.set(own.key, { members, value: own.value, parted: false });
  }
  return found;
}

/** What has been met of a series, and whether there was text behind the last of it. */
interface Run {
  readonly members: readonly number[];
  readonly value: number;
  parted: boolean;
}

/** Whether a text may begin behind another: that has its end, or is a heading. */
function beginsAnew(before: string | undefined): boolean {
  return before === undefined || endsInStopOrNote(before) || !hasMarks(before);
}

/** What others of a series share with a text, its number there, 0 where the series has none, and how many show one. */
interface Key {
  readonly key: string;
  readonly value: number;
  readonly fewest: number;
}

function keyOf(text: string, { byline, furniture }: LanguageTable): Key | null {
  const number = numberOf(text);
  if (number) return { key: `number:${number.form}`, value: number.value, fewest: 2 };
  const framed = FRAMED.exec(text)?.[1];
  if (framed) return { key: `framed:${lastCharacter(framed)}`, value: 0, fewest: 2 };
  const speaker = SPEAKER.exec(text)?.[1];
  if (!speaker || byline.isPerson(speaker) || furniture.test(text)) return null;
  return { key: "speaker", value: 0, fewest: 3 };
}

function isRunningLine(text: string): boolean {
  return hasMarks(text) && (endsInStopOrNote(text) || isWider(text, SUBHEAD / 2));
}
