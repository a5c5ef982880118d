/** What single lines are, as the line ends on either side ask: credits, bylines, names, running heads. */
import {
  bringsAgency,
  findCredit,
  isSalute,
  type LanguageTable,
  letterSignatures,
  scanAcross,
  scanByline,
} from "../../language/index.ts";
import {
  classOf,
  endsSentence,
  firstCharacter,
  hasMarks,
  isWider,
  lastCharacter,
  narrowed,
} from "../../language/punctuation.ts";
import type { Row } from "../../layout/measure.ts";

/** What is asked of lines, and of a line behind the one before, from the line ends on either side. */
export interface Lines {
  readonly marks: readonly boolean[];
  readonly inBrackets: readonly boolean[];
  readonly isFurniture: (i: number) => boolean;
  readonly isCredit: (i: number) => boolean;
  readonly endsCaption: (i: number) => boolean;
  readonly namesPicture: (i: number) => boolean;
  readonly opensAnew: (i: number) => boolean;
  readonly isByline: (i: number) => boolean;
  readonly isName: (i: number) => boolean;
  /** The line before or this one is a part of how a letter ends. */
  readonly isFarewell: (i: number) => boolean;
  /** Names what stands beside an article, 编后, and nothing else. */
  readonly isNote: (i: number) => boolean;
}

export function linesOf(rows: readonly Row[], table: LanguageTable): Lines {
  const textAt = (i: number) => (rows[i] as Row).text;
  const signs = letterSignatures(
    rows.map(({ text }) => text),
    table,
  );
  const isSalutation = asked((i) => isSalute(textAt(i), table));
  return {
    marks: rows.map(({ text }) => hasMarks(text)),
    inBrackets: rows.map(({ text }) => isInBrackets(text)),
    isFurniture: asked((i) => table.furniture.test(narrowed(textAt(i)))),
    isCredit: asked((i) => isCredit(textAt(i), table)),
    endsCaption: asked((i) => endsCaption(textAt(i), table)),
    namesPicture: asked((i) => namesPicture(textAt(i), table)),
    opensAnew: asked((i) => opensAnew(textAt(i - 1), textAt(i), table)),
    isByline: asked((i) => isByline(textAt(i), rows[i + 1], table)),
    isName: asked((i) => isName(textAt(i), rows[i - 1], rows[i + 1], table)),
    isFarewell: (i) => isSalutation(i - 1) || isSalutation(i) || signs[i - 1] === "name" || signs[i] !== null,
    isNote: asked((i) => textAt(i).length <= NOTE && table.note.test(textAt(i))),
  };
}

/** The same answers, each found out once. */
function asked(answer: (i: number) => boolean): (i: number) => boolean {
  const answers: boolean[] = [];
  return (i) => {
    answers[i] ??= answer(i);
    return answers[i] as boolean;
  };
}

/** Longest name of a note, in UTF-16 units. */
const NOTE = 12;

/** （毛思誠）: a line that is one bracket from end to end, or set between signs. */
function isInBrackets(text: string): boolean {
  return (
    text.length >= 2 && text.length <= 14 && isBracket(firstCharacter(text)) && isBracket(lastCharacter(text))
  );
}

function isBracket(character: string): boolean {
  const kind = classOf(character);
  return kind === "mark" || kind === "sign";
}

/** 记者 何小川 摄: a line that is a credit and nothing else. */
function isCredit(text: string, table: LanguageTable): boolean {
  return text.length <= 24 && !endsSentence(text) && (findCredit(text, table)?.at ?? 9) <= 1;
}

/** 图为渡船靠岸: begins like a caption by its words; signs stand before items of news too. */
function namesPicture(text: string, table: LanguageTable): boolean {
  return classOf(firstCharacter(text)) === "letter" && table.caption.test(text);
}

/** 参观成果展。记者邹伟锋 摄: the last line of a caption, and its credit behind a stop. */
function endsCaption(text: string, table: LanguageTable): boolean {
  return (findCredit(text, table)?.at ?? 0) > 1;
}

/** 本报记者 何芸 通讯员 张望, 新华社: a line that is a byline and nothing else, or that goes on in the next as one; and no name alone. */
function isByline(text: string, next: Row | undefined, table: LanguageTable): boolean {
  if (table.byline.newsAgencies.includes(text.trimEnd()) || isSignature(text, table)) return true;
  const byline = scanByline(text, table.byline);
  if (byline !== null) return byline.length >= text.length;
  if (table.spaced || !next || next.line.blankBefore > 0 || isWider(text, BYLINE)) return false;
  const both = scanAcross(text, next.text, table.byline);
  return both !== null && both.people.length > 0 && both.length > text.length;
}

/** 何江楠: a name that the lines end with below a wider one; columns of two or three characters are full of such lines. */
function isName(text: string, before: Row | undefined, next: Row | undefined, table: LanguageTable): boolean {
  if (!table.byline.name.test(text) || (next && next.line.blankBefore === 0)) return false;
  return before !== undefined && isWider(before.text, NAME);
}

/** Widest name, in ems, with its space. */
const NAME = 5;

/** 【佐藤次郎】, （経済部 佐藤次郎）, 文・佐藤次郎. */
function isSignature(text: string, { byline }: LanguageTable): boolean {
  return byline.lineIsTold && byline.line.test(text);
}

/** Widest first line of a byline in two, in ems. */
const BYLINE = 30;

/** A byline or a caption begins with the head; a dateline that the line end cut (11月|1日电) begins in the tail. */
function opensAnew(tail: string, head: string, table: LanguageTable): boolean {
  if (table.caption.test(head)) return true;
  if (scanByline(head, table.byline) === null) return isDatelineCut(head, table);
  if (bringsAgency(head, table)) return true;
  return (scanAcross(tail, head, table.byline)?.length ?? 0) <= tail.length;
}

/** （重慶二十日美|聯電）: a dateline in brackets that the line end cut begins here. */
function isDatelineCut(head: string, table: LanguageTable): boolean {
  return !table.spaced && /^[（(【]/.test(head) && scanAcross(head, "电）", table.byline) !== null;
}
