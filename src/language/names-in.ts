/** Where in running text spaces part names and what people are: （记者 何芸 通讯员 林舟）, 何芸 摄 at the end. */
import type { Role, Span } from "../page/types.ts";
import { scanByline } from "./byline.ts";
import { findCaptionCredit } from "./credit.ts";
import { findSignature } from "./signature.ts";
import type { LanguageTable } from "./types.ts";

const BRACKETS = /[（(【〔][^（）()【】〔〕。]{4,60}[）)】〕]/g;

/** Stretches of a text in which a space parts names, in UTF-16 units; most texts have none. */
export function namesIn(text: string, role: Role, table: LanguageTable): readonly Span[] {
  const found: Span[] = [];
  const end = text.length;
  const credit = findCaptionCredit(text, table);
  // The space before a credit is the only thing that parts it from the caption where no stop does.
  if (credit) found.push({ start: credit.at - (role === "caption" ? 1 : 0), end });
  if (role !== "text") return found;
  const byline = scanByline(text, table.byline);
  if (byline) found.push({ start: 0, end: byline.length });
  const signature = findSignature(text, table);
  if (signature) found.push({ start: signature.at, end });
  for (const { 0: bracket, index } of text.matchAll(BRACKETS))
    if (namesRole(bracket, table)) found.push({ start: index, end: index + bracket.length });
  return found;
}

function namesRole(text: string, { byline }: LanguageTable): boolean {
  return byline.roles.some(([word]) => word.length > 1 && text.includes(word));
}

/** What a space in such a stretch may part a single character from: 何芸 摄. */
const DONE = "摄攝图圖文";
const MARK = /[（）()【】〔〕、，,；;：:／/。！？]/;

/** Whether a space there parts two names, or a name and a role, and none of either: not 记 者, 何 芸. */
export function partsNames(text: string, start: number, end: number): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  if (after === "" || MARK.test(before) || MARK.test(after)) return false;
  const isDone = (at: number) => DONE.includes(text.charAt(at));
  const last = (at: number) => at < 0 || at >= text.length || MARK.test(text.charAt(at));
  const ends = (at: number) => last(at) || /\s/.test(text.charAt(at));
  // 王 of 通讯员 王 洋 begins a name that a space has cut; 洋 ends it.
  const cutBefore = ends(start - 2) && !isDone(start - 1);
  const cutBehind = last(end + 1) && !isDone(end);
  return !cutBefore && !cutBehind;
}
