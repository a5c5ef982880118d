/** What is seen of a line of a spaced script by itself: how it fills its column, how it begins, ends and is set. */
import { CLOSERS, OPENERS, PAUSES, STOPS } from "../language/punctuation.ts";
import type { Page, Print } from "../page/types.ts";

export type Ending = "stop" | "pause" | "hyphen" | "colon" | "letter" | "figure" | "other";
export type Beginning = "capital" | "small" | "figure" | "opener" | "dash" | "other";
export type Setting = "capitals" | "titled" | "sentence" | "small" | "none";

export interface LineFacts {
  readonly text: string;
  readonly words: number;
  /** Share of the column that the line fills, in tenths, 12 at most. */
  readonly fill: number;
  readonly ending: Ending;
  readonly beginning: Beginning;
  readonly setting: Setting;
  /** Much of it is neither letter nor space: misread type, rules, tables. */
  readonly noisy: boolean;
  /** Much of it is digits: prices, quotations, timetables. */
  readonly figures: boolean;
  /** Empty lines above. */
  readonly blankBefore: number;
  /** Size of its type in that of the page's running text; null where no box tells. */
  readonly size: number | null;
  /** White of one width stands on either side of it. */
  readonly centred: boolean;
}

/** Narrower than the wider of its neighbours, with its middle under or over theirs. */
function isCentred({ box: [x, , w] }: Print, before: Print | undefined, behind: Print | undefined): boolean {
  return [before, behind].some((other) => {
    if (!other) return false;
    const [left, , width] = other.box;
    const [white, right] = [x - left, left + width - x - w];
    return white > 0.04 * width && right > 0.04 * width && Math.abs(white - right) < 0.12 * width;
  });
}

/** Lines on either side that show how wide the column is. */
const REACH = 8;
/** Of the lines near by this share is narrower than the column: last lines, headings. */
const FULL = 0.7;

/** A whole paragraph in a line, in characters: no column is set so wide. */
export const PARAGRAPH = 90;

export function lineFacts({ lines, text }: Pick<Page, "lines" | "text">): LineFacts[] {
  const texts = lines.map(({ span }) => text.slice(span.start, span.end));
  const widths = texts.map((own) => own.length);
  return lines.map(({ blankBefore, print }, i) => {
    const near = widths.slice(Math.max(0, i - REACH), i + REACH + 1).sort((a, b) => a - b);
    const widest = near.at(-1) as number;
    const measure = widest > PARAGRAPH ? widest : (near[Math.floor(FULL * (near.length - 1))] as number);
    // In a layout file every change of size or column is an empty line, which says less than one that was typed.
    return {
      ...factsOf(texts[i] as string, measure),
      blankBefore: print ? 0 : blankBefore,
      size: print?.size ?? null,
      centred: print !== undefined && isCentred(print, lines[i - 1]?.print, lines[i + 1]?.print),
    };
  });
}

function factsOf(text: string, measure: number): Omit<LineFacts, "blankBefore" | "size" | "centred"> {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  const visible = text.replace(/\s+/gu, "").length;
  return {
    text,
    words: text.match(/\p{L}{2,}/gu)?.length ?? 0,
    fill: Math.min(12, Math.floor((10 * text.length) / Math.max(1, measure))),
    ending: endingOf(text),
    beginning: beginningOf(text),
    setting: settingOf(text, letters),
    noisy: letters + digits < 0.75 * visible,
    figures: digits > 0.2 * visible,
  };
}

function endingOf(text: string): Ending {
  let end = text.length - 1;
  while (end > 0 && CLOSERS.includes(text[end] as string)) end--;
  const last = text[end] ?? "";
  if (STOPS.includes(last)) return "stop";
  if (last === ":") return "colon";
  if (PAUSES.includes(last)) return "pause";
  if (/\p{L}[-¬\u00ad]$/u.test(text)) return "hyphen";
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

/** Words that carry meaning have four letters or more; headlines in title case leave the others small. */
function settingOf(text: string, letters: number): Setting {
  if (letters < 2) return "none";
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (upper >= 0.7 * letters) return "capitals";
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  if (long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word))) return "titled";
  return /^[^\p{L}]*\p{Lu}/u.test(text) ? "sentence" : "small";
}
