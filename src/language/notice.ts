/** Heads of notices and classified adverts. */
import { emWidth, hasMarks } from "./punctuation.ts";
import type { LanguageTable } from "./types.ts";

/** Longest heading of a notice, in ems. */
const HEADING = 8;

/** 遗失声明, 招聘启事: the heading of a notice, and nothing of its text. */
export function isNoticeHeading(text: string, table: LanguageTable): boolean {
  return emWidth(text) <= HEADING && !hasMarks(text) && table.notice.test(text);
}
