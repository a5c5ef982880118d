/** Reading a text from left to right: words of a list, and sticky patterns, at a place. */

export const SPACE = /\s*/y;
/** An engine may have made two of one. */
export const OPEN = /\s*[（(【［[〔〈《]{1,2}\s*/y;
export const CLOSE = /\s*[）)】］\]〕〉》]/y;
/** 本报讯: what stands behind the name of a paper. */
export const NEWS = /[讯訊]/y;
/** What OCR engines make of a square bullet before 记者, and now and then before 本报记者. */
const [SQUARES, RARER] = ["国國图圖回囗口日田", "加器吕品串"] as const;
/** Specks, and bullets as they are or are misread. */
export const LEAD = new RegExp(
  `[_。，,、."“”]{0,2}[\\s■◆●□◇◎▲★☆]*(?:[${SQUARES}](?=\\s?(?:本[报報])?[记記]者)|[${RARER}](?=\\s?本[报報][记記]者))?`,
  "y",
);

export function wordAt(text: string, at: number, words: readonly string[]): string | null {
  return entryAt(text, at, words) ?? null;
}

/** The first entry of a list whose word stands at a place. */
export function entryAt<T extends Entry>(text: string, at: number, list: readonly T[]): T | undefined {
  let entries = byFirstUnit.get(list) as ReadonlyMap<number, readonly T[]> | undefined;
  if (!entries) {
    entries = groupBy(list, (entry) => wordOf(entry).charCodeAt(0));
    byFirstUnit.set(list, entries);
  }
  return entries.get(text.charCodeAt(at))?.find((entry) => text.startsWith(wordOf(entry), at));
}

export type Entry = string | readonly [word: string, meaning: unknown];

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

export function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Ideographs that what is skipped begins with: those of `LEAD` and `NEWS`. */
export const SKIPPED = new Set([...`${SQUARES}${RARER}讯訊`].map((character) => character.charCodeAt(0)));

/** @param pattern sticky; of ideographs it begins with none but those that are skipped */
export function skip(pattern: RegExp, text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isIdeograph(unit) && !SKIPPED.has(unit)) return at;
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

export function isIdeograph(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
