/** What is seen of a line of a spaced script by itself: how it fills its column, how it begins, ends and is set. */
import {
  endsInHyphen,
  isBylineAlone,
  isName,
  isPost,
  type LanguageTable,
  tableOf,
} from "../language/index.ts";
import { lettersOf } from "../language/letters.ts";
import { CLOSERS, OPENERS, PAUSES, STOPS } from "../language/punctuation.ts";
import { clamp } from "../model/weights.ts";
import type { Page, Print } from "../page/types.ts";
import { toldLines } from "./told-lines.ts";

export type Ending = "stop" | "pause" | "hyphen" | "colon" | "letter" | "figure" | "other";
export type Beginning = "capital" | "small" | "figure" | "opener" | "dash" | "other";
export type Setting = "capitals" | "sentence" | "small" | "none";

/** Longest line of a folio or of where a text goes on. */
export const FOLIO = 100;

export interface LineFacts {
  readonly text: string;
  readonly words: number;
  /** Share of the column that the line fills, in tenths, 12 at most. */
  readonly fill: number;
  readonly ending: Ending;
  /** The point that it ends with is that of an abbreviation behind which a sentence goes on: by Mr. */
  readonly abbreviated: boolean;
  readonly beginning: Beginning;
  readonly setting: Setting;
  /** It may be a name of a person, for it is set like one, and none of its words stands in small letters on the page. */
  readonly name: boolean;
  /** It says who wrote what stands below, or where that is from, and nothing else. */
  readonly byline: boolean;
  /** Much of it is neither letter nor space: misread type, rules, tables. */
  readonly noisy: boolean;
  /** Much of it is digits: prices, quotations, timetables. */
  readonly figures: boolean;
  /** A text begins with it, for its first letter was set large: read apart from its word, in its line or above. */
  readonly initial: boolean;
  /** Empty lines above. */
  readonly blankBefore: number;
  /** Size of its type in that of the page's running text; null where no box tells. */
  readonly size: number | null;
  /** White of one width stands on either side of it. */
  readonly centred: boolean;
  /** Ems of white above it, up to three, and three where it stands at the head of a column; null where no box tells. */
  readonly above: number | null;
  /** What the engine took for one block; null where no box tells, or blocks do not part headings from text. */
  readonly block: number | null;
  /** It stands in a block of its own, of so few lines that it can be a heading. */
  readonly apart: boolean;
  /** What boxes, the file or its form say that it is: the running head, part of an advertisement, a caption, where the text goes on; null for what is in the text of an article. */
  readonly outside: "furniture" | "advert" | "caption" | null;
  /** The line with which its caption or its jump begins, or its line of the masthead, where its form tells what it is. */
  readonly told: number | null;
}

/** More white than this says no more, in ems. */
const WIDE = 3;

/** The whites on either side of a centred line, in ems and as a share of both. */
const LEAST = 0.8;
const UNEVEN = 0.35;

function isCentred({ white: { left, right } }: Print): boolean {
  return Math.min(left, right) > LEAST && Math.abs(left - right) < UNEVEN * (left + right);
}

/** A block of more lines is text. */
const HEAD = 4;
/** Lines of a block, on average: with fewer each line is one, with more whole columns are. */
const BLOCK = [1.8, 40] as const;

/** The blocks of the lines, where the engine has found blocks that say something. */
function blocksOf(lines: Page["lines"]): number[] | null {
  const blocks = lines.map(({ print }) => print?.block ?? -1);
  const runs = blocks.filter((block, i) => block !== blocks[i - 1]).length;
  const average = lines.length / Math.max(1, runs);
  return average > BLOCK[0] && average < BLOCK[1] ? blocks : null;
}

function isApart(blocks: readonly number[], i: number): boolean {
  let [first, end] = [i, i + 1];
  while (first > 0 && end - first <= HEAD && blocks[first - 1] === blocks[i]) first--;
  while (end < blocks.length && end - first <= HEAD && blocks[end] === blocks[i]) end++;
  return end - first <= HEAD;
}

/** Lines on either side that show how wide the column is. */
const REACH = 8;
/** Of the lines near by this share is narrower than the column: last lines, headings. */
const FULL = 0.7;

/** A whole paragraph in a line, in characters: no column is set so wide. */
export const PARAGRAPH = 90;

export function lineFacts({
  lines,
  text,
  source,
  changes,
}: Pick<Page, "lines" | "text" | "source" | "changes">): LineFacts[] {
  const texts = lines.map(({ span }) => text.slice(span.start, span.end));
  const widths = Uint32Array.from(texts, (own) => own.length);
  const blocks = blocksOf(lines);
  const table = tableOf(source.lang);
  const small = new Set(texts.flatMap((own) => own.match(SMALL) ?? []));
  const spaces = spacesBehindInitials(text, changes);
  const jumps = jumpsIn(texts, table);
  const facts = lines.map(({ span, blankBefore, print }, i): LineFacts => {
    const own = texts[i] as string;
    const named = isName(own);
    const near = widths.slice(Math.max(0, i - REACH), i + REACH + 1).sort();
    const widest = near.at(-1) as number;
    const measure =
      widest > PARAGRAPH && !print ? widest : (near[Math.floor(FULL * (near.length - 1))] as number);
    const { letters, capitals, digits, words, white } = lettersOf(own);
    const visible = own.length - white;
    return {
      text: own,
      words,
      fill: Math.min(12, Math.floor((10 * own.length) / Math.max(1, measure))),
      ending: endingOf(own),
      abbreviated: table.abbreviated(own, ""),
      beginning: beginningOf(own),
      setting: settingOf(own, letters, capitals),
      name: named && !hasAnyOf(own, small),
      // Ann Moore, above Staff Writer: a name with no word before it.
      byline:
        isBylineAlone(own, table.byline) ||
        (named && lines[i + 1]?.blankBefore === 0 && isPost(texts[i + 1] as string)),
      initial: spaces.has(span.start) || ALONE.test(texts[i - 1] ?? ""),
      noisy: letters + digits < 0.75 * visible,
      figures: digits > 0.2 * visible,
      // In a layout file every change of size or column is an empty line, which says less than one that was typed.
      blankBefore: print ? 0 : blankBefore,
      size: print?.size ?? null,
      centred: print !== undefined && isCentred(print),
      above: print ? clamp(print.white.above ?? WIDE, 0, WIDE) : null,
      block: blocks ? (print?.block ?? null) : null,
      apart: blocks ? isApart(blocks, i) : false,
      outside: outsideOf(print) ?? (jumps[i] === null ? null : "furniture"),
      told: jumps[i] as number | null,
    };
  });
  if (lines.some(({ print }) => print)) return facts;
  const told = toldLines(facts, table);
  return facts.map((own, i) => {
    const it = told.get(i);
    return it ? { ...own, outside: it.role, told: it.first } : own;
  });
}

const ALONE = /^["“«„'‘]?\p{Lu}$/u;

/** Offsets of lines in which the space behind the first letter was dropped. */
function spacesBehindInitials(text: string, changes: Page["changes"]): ReadonlySet<number> {
  const spaces = changes.filter(({ start, end, text: by }) => by === "" && text.slice(start, end) === " ");
  return new Set(spaces.flatMap(({ start }) => [start - 1, start - 2]));
}

/** For each line that says where a text goes on, or comes from, the number of the first line that says so: narrow columns part it in two. */
function jumpsIn(texts: readonly string[], { isJump }: LanguageTable): (number | null)[] {
  const firsts: (number | null)[] = texts.map((text, i) => (isJump(text) ? i : null));
  for (let i = 0; i + 1 < texts.length; i++) {
    if (firsts[i] !== null || !isJump(`${texts[i]} ${texts[i + 1]}`)) continue;
    firsts[i] = i;
    firsts[i + 1] = i;
  }
  return firsts;
}

function outsideOf(print: Print | undefined): LineFacts["outside"] {
  if (print?.advert !== undefined) return "advert";
  if (print?.underPicture) return "caption";
  return print?.atEdge ? "furniture" : null;
}

/** Words in small letters: four of them, for Claude is a name where de is a word. */
const SMALL = /(?<!\p{L})\p{Ll}{4,}/gu;

function hasAnyOf(text: string, small: ReadonlySet<string>): boolean {
  return (text.match(/\p{L}{4,}/gu) ?? []).some((word) => small.has(word.toLowerCase()));
}

function endingOf(text: string): Ending {
  let end = text.length - 1;
  while (end > 0 && CLOSERS.includes(text[end] as string)) end--;
  const last = text[end] ?? "";
  if (STOPS.includes(last)) return "stop";
  if (last === ":") return "colon";
  if (PAUSES.includes(last)) return "pause";
  if (endsInHyphen(text)) return "hyphen";
  if (/\p{L}/u.test(last)) return "letter";
  return /\p{Nd}/u.test(last) ? "figure" : "other";
}

function beginningOf(text: string): Beginning {
  if (/^\p{Lu}/u.test(text)) return "capital";
  if (/^\p{L}/u.test(text)) return "small";
  if (/^\p{Nd}/u.test(text)) return "figure";
  if (/^[—–-]/.test(text)) return "dash";
  return OPENERS.includes(text[0] ?? "\0") || /^["'«„]/.test(text) ? "opener" : "other";
}

function settingOf(text: string, letters: number, capitals: number): Setting {
  if (letters < 2) return "none";
  if (capitals >= 0.7 * letters) return "capitals";
  return /^[^\p{L}]*\p{Lu}/u.test(text) ? "sentence" : "small";
}
