/** One name of a byline: 李凡, 李 凡, 阿依古丽·买买提, and where it ends if nothing parts it from what follows. */
import { entryAt, match, wordAt } from "./scanner.ts";
import type { BylineTable } from "./types.ts";

const NAME_RUN = /[\u3400-\u9fff\uf900-\ufaff\u30a1-\u30fc々·•・○]+/y;
/** Chinese and Japanese names have two to four characters; transcribed ones carry a middle dot. */
const NAME = /^(?:[^·•・]{2,4}|.{1,8}[·•・].{1,8})$/u;
/** 李 凡: set as wide as names of three characters. */
const SPACED = /([\u3400-\u9fff])[ \u3000]{1,2}([\u3400-\u9fff])(?![\u3400-\u9fff])/y;
const PICTURE = /^(.{2,4})[摄攝]$/;

export interface FoundName {
  readonly name: string;
  /** UTF-16 units it takes. */
  readonly length: number;
  /** 王明攝. */
  readonly tookPicture: boolean;
}

export function nameAt(text: string, at: number, table: BylineTable): FoundName | null {
  const run = match(NAME_RUN, text, at)?.[0];
  if (!run || wordAt(text, at, table.closings) || isRole(text, at, table)) return null;
  if (run.length === 1) {
    const spaced = match(SPACED, text, at);
    const name = spaced ? `${spaced[1]}${spaced[2]}` : "";
    return spaced && table.isPerson(name) ? { name, length: spaced[0].length, tookPicture: false } : null;
  }
  let end = run.length;
  const near = text.slice(at, at + run.length + "/图".length);
  // Names run into the next word where an engine sets no spaces: 记者李凡通讯员陈俊.
  for (const word of wordsBehindNames(table)) {
    const found = near.indexOf(word, 2);
    if (found > 0) end = Math.min(end, found);
  }
  const sent = table.sent.exec(text.slice(at, at + LONGEST));
  if (sent && sent.index >= 2) end = Math.min(end, sent.index);
  const whole = run.slice(0, end);
  const name = withoutPlace(whole, text, at, table);
  const picture = PICTURE.exec(name)?.[1];
  if (picture !== undefined && end === run.length && table.isPerson(picture))
    return { name: picture, length: name.length, tookPicture: true };
  return NAME.test(name) && !table.notNames.test(name)
    ? { name, length: name.length, tookPicture: false }
    : null;
}

/** Longest name with its place, and the date behind them. */
const LONGEST = 24;

/**
 * 呂清郎 of 呂清郎嘉義報導, 李明 of 李明深圳二十日電: a place that is known, or else what leaves a name of three characters, or of two
 * where there are four in all.
 */
function withoutPlace(run: string, text: string, at: number, table: BylineTable): string {
  if (run.length < 4 || table.isPerson(run)) return run;
  const lengths = [2, 3, 4].filter(
    (length) =>
      length <= run.length - 2 &&
      table.isPerson(run.slice(0, length)) &&
      match(table.tail, text, at + length)?.groups?.place === run.slice(length),
  );
  const known = lengths.find((length) => table.isPlace(run.slice(length)));
  const likely = known ?? lengths.find((length) => length === (run.length === 4 ? 2 : 3));
  return likely ? run.slice(0, likely) : run;
}

const behindNames = new WeakMap<BylineTable, readonly string[]>();

/** Closings, the paper itself, and roles of more than one character. */
function wordsBehindNames(table: BylineTable): readonly string[] {
  const known = behindNames.get(table);
  if (known) return known;
  const words = [
    ...table.closings,
    ...table.own,
    ...table.roles.map(([word]) => word).filter((word) => word.length > 1),
  ];
  behindNames.set(table, words);
  return words;
}

function isRole(text: string, at: number, table: BylineTable): boolean {
  const role = entryAt(text, at, table.roles);
  return role !== undefined && role[0].length > 1;
}
