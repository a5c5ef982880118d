/** What of a line alone, and of the lines right beside it, makes it part of a heading. */
import { isDateline } from "../language/index.ts";
import { type LineFacts, PARAGRAPH } from "./line-facts.ts";

/** In which manner a line may be set as a heading: papers have theirs in capitals or not, with a stop behind or not. */
export type HeadingKind = "capitals,open" | "capitals,stop" | "sentence,open" | "sentence,stop";

/** Accident. — Hier matin: an item with its head in the line. */
const ITEM = /\p{Ll}[.:] ?[—–] ?\S/u;

/** The manner in which a line could be a heading; null for what is none. */
export function headingKind(own: LineFacts): HeadingKind | null {
  if (own.words === 0 || own.fill >= 10 || isParagraph(own) || own.figures || own.noisy) return null;
  if (beginsText(own)) return null;
  const setting = own.setting === "capitals" ? "capitals" : "sentence";
  if (setting === "sentence" && ITEM.test(own.text)) return null;
  if (own.ending === "letter" || own.ending === "figure" || /[?!]$/.test(own.text)) return `${setting},open`;
  if (own.ending === "pause" && isInCapitals(own)) return "capitals,open";
  return own.ending === "stop" && own.fill < (own.block === null ? 8 : 7) && own.words < 6
    ? `${setting},stop`
    : null;
}

/** T HE President: a headline is in capitals from end to end, and has no large letter at its head. */
function beginsText({ initial, setting, text }: LineFacts): boolean {
  return initial && setting !== "capitals" && /\p{Ll}{2}/u.test(text);
}

/** VIC-|TORIA: a word in capitals that goes on in the next line. */
const CUT_CAPITALS = /\p{Lu}\p{Lu}[-¬\u00ad⸗=]$/u;

/** @param headed whether it stands below another line of the heading */
export function isHeadingLine(facts: readonly LineFacts[], i: number, headed: boolean): boolean {
  const own = facts[i] as LineFacts;
  const before = facts[i - 1];
  if (isSetApart(facts, i, headed) || isLarge(own)) return true;
  const kind = headingKind(own);
  if (!kind || isDateline(own.text)) return false;
  if (isInCapitals(own)) return !before || !CUT_CAPITALS.test(before.text);
  if (before?.ending === "hyphen") return false;
  if (kind.startsWith("sentence") && own.fill >= (headed ? 8 : 9)) return false;
  if (own.beginning === "small") return own.fill < 8 && kind.endsWith("open") && !runsOn(facts[i + 1]);
  if (runsOn(facts[i + 1])) return false;
  return (
    kind !== "sentence,stop" ||
    !before ||
    (before.ending === "stop" && !before.abbreviated) ||
    headingKind(before) !== null
  );
}

/**
 * A line in capitals is no part of the sentence around it, wherever the reader has left it. Where the engine has parted headings
 * from text it has done so better.
 */
function isInCapitals({ setting, block }: LineFacts): boolean {
  return block === null && setting === "capitals";
}

/**
 * Lines that the engine has set apart and that look like a heading by their type or their place, whatever they read. White stands above
 * the first paragraph below a headline as well.
 */
export function isSetApart(facts: readonly LineFacts[], i: number, headed: boolean): boolean {
  const own = facts[i] as LineFacts;
  if (!own.apart || own.words === 0 || isParagraph(own) || own.figures || beginsText(own)) return false;
  if (own.size === null || own.size < (own.noisy ? LARGE : SMALL)) return false;
  if (own.size > LARGE || own.setting === "capitals") return true;
  if (runsOn(facts[i + 1])) return false;
  return (
    (own.centred && own.fill < 9) ||
    (!headed && (own.above ?? 0) > WHITE && own.ending === "letter" && own.beginning === "capital")
  );
}

/** Sizes of type, in that of running text, below which none is a heading and above which it is one wherever it stands. */
const SMALL = 0.8;
const LARGE = 1.12;
/** White above a headline that fills its column in the type of the text, in ems. */
const WHITE = 0.8;

/** In type that no text is set in a line is part of a heading, however much of its column it fills and whatever ends it. */
export function isLarge(own: LineFacts): boolean {
  return (
    own.block === null &&
    own.size !== null &&
    own.size >= DISPLAY &&
    own.words > 0 &&
    !own.noisy &&
    !own.figures &&
    !isParagraph(own)
  );
}

/** Size of such type, in that of running text. */
const DISPLAY = 1.35;

/** A byline in a block of its own belongs to the head above it, and is none by itself. */
export function isBylineApart({ apart, byline }: LineFacts): boolean {
  return apart && byline;
}

/** The line behind goes on in the sentence, and is no second line of a heading. */
function runsOn(behind: LineFacts | undefined): boolean {
  return behind?.beginning === "small" && (behind.fill >= 8 || headingKind(behind) === null);
}

export function isParagraph(line: LineFacts | undefined): boolean {
  return line !== undefined && line.text.length > PARAGRAPH;
}
