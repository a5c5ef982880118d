/**
 * Punctuation and spacing of CJK text: full-width marks, no spaces between CJK letters. Runs last, for the spaces of
 * `本报讯 记者…报道` and of headlines are evidence until then. Numbers, Latin runs and `82.7%` are left alone.
 */
import { type LanguageTable, namesIn, partsNames, tableOf } from "../language/index.ts";
import { HAN, hasAny, is, isCjk, isCjkContext } from "../language/punctuation.ts";
import { quoteReadings } from "../language/quote-marks.ts";
import { isRowBehindRow } from "../layout/table-rows.ts";
import { halfWidthStops } from "../model/half-stops.ts";
import type { LanguageModel } from "../model/ngram.ts";
import { blockOffsets, blockText } from "../page/text.ts";
import type { Block, Edit, Page, Proposal, Role } from "../page/types.ts";
import type { Tools } from "./types.ts";

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};

/** Roles whose spaces part the lines of a heading, the names of people or the heading of a notice from its text. */
const SPACES_MEAN: ReadonlySet<Role> = new Set([
  "title",
  "kicker",
  "subtitle",
  "section",
  "subhead",
  "byline",
  "advert",
  "furniture",
]);

export function typography(page: Page, { keepTypography, model }: Tools): Proposal {
  const table = tableOf(page.source.lang);
  if (keepTypography || table.spaced) return { edits: [], warnings: [] };
  const changed = new Set(page.changes.map((change) => change.start));
  const edits: Edit[] = [];
  const texts = page.blocks.map((block) => blockText(page, block));
  page.blocks.forEach((block, i) => {
    const text = texts[i] as string;
    // The white of a table parts its cells.
    const spacesMean =
      SPACES_MEAN.has(block.role) ||
      isRowBehindRow(texts[i - 1] ?? "", text) ||
      isRowBehindRow(text, texts[i + 1] ?? "");
    for (const edit of blockEdits(page, { block, text, spacesMean }, changed, { table, model }))
      edits.push(edit);
  });
  return { edits, warnings: [] };
}

interface Readers {
  readonly table: LanguageTable;
  readonly model: LanguageModel | null;
}

/** A block, its text, and whether its spaces say something. */
interface Typeset {
  readonly block: Block;
  readonly text: string;
  readonly spacesMean: boolean;
}

/** A UTF-16 unit of a block's text that is to read otherwise. */
interface Correction {
  readonly at: number;
  readonly by: string;
}

/**
 * Corrects a block until nothing is left: a mark that became full-width makes the space beside it a stray one, and a
 * space that went brings a mark next to a CJK letter.
 */
function blockEdits(
  page: Page,
  { block, spacesMean, ...read }: Typeset,
  changed: ReadonlySet<number>,
  readers: Readers,
): Edit[] {
  /** By places of the input. */
  const reads: Correction[] = [];
  let { text } = read;
  let offsets: readonly number[] | undefined;
  for (;;) {
    const wanted = corrections(text, block.role, spacesMean, readers);
    if (wanted.length === 0) return editsOf(page, reads);
    const places = offsets ?? blockOffsets(page, block);
    const found = wanted.filter(({ at }) => (places[at] ?? -1) >= 0 && !changed.has(places[at] as number));
    if (found.length === 0) return editsOf(page, reads);
    let corrected = "";
    let from = 0;
    let drops = false;
    for (const { at, by } of inOrder(found)) {
      reads.push({ at: places[at] as number, by });
      if (by === "") drops = true;
      corrected += text.slice(from, at) + by;
      from = at + 1;
    }
    text = corrected + text.slice(from);
    offsets = drops ? withoutDropped(places, found) : places;
  }
}

/** Marks are found in order, and spaces behind them: most blocks have one kind alone. */
function inOrder(found: Correction[]): Correction[] {
  for (let i = 1; i < found.length; i++)
    if ((found[i - 1] as Correction).at > (found[i] as Correction).at)
      return found.sort((a, b) => a.at - b.at);
  return found;
}

function withoutDropped(places: readonly number[], found: readonly Correction[]): number[] {
  const dropped = new Set(found.filter(({ by }) => by === "").map(({ at }) => at));
  return places.filter((_, at) => !dropped.has(at));
}

function corrections(text: string, role: Role, spacesMean: boolean, { table, model }: Readers): Correction[] {
  return [
    ...halfWidthMarks(text),
    ...(table.curlyQuotes ? quoteReadings(text) : []),
    ...(model && text.includes(".") ? halfWidthStops(text, model).map((at) => ({ at, by: "。" })) : []),
    ...(spacesMean ? [] : straySpaces(text, role, table)),
    ...(role === "section" ? labelFrame(text) : []),
  ];
}

/** What is searched for without a match being made of each place: most texts have none, and some have many. */
const HALF_WIDTH = /[,;:?!()]/g;
const SPACE = /[ \u00a0\u3000\t]/g;

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0x09;
}

/** The first place of a character from an index on; -1 where there is none. */
function placeOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex - 1 : -1;
}

function halfWidthMarks(text: string): Correction[] {
  const found: Correction[] = [];
  for (let at = placeOf(HALF_WIDTH, text, 0); at >= 0; at = placeOf(HALF_WIDTH, text, at + 1))
    if (isInCjk(text, at)) found.push({ at, by: FULL_WIDTH[text[at] as string] as string });
  return found;
}

/** 【特集】, ｜時評｜: the ornaments around the label of a column. */
function labelFrame(text: string): Correction[] {
  let start = 0;
  while ("[［【〔｜|".includes(text[start] ?? "\0")) start++;
  let end = text.length;
  while (end > start && "]］】〕｜|".includes(text[end - 1] as string)) end--;
  if (start === 0 || start === end || end === text.length || hasAny(text.slice(start, end), "]］】〕"))
    return [];
  return Array.from(text.slice(0, start) + text.slice(end), (_, i) => ({
    at: i < start ? i : end + i - start,
    by: "",
  }));
}

function straySpaces(text: string, role: Role, table: LanguageTable): Correction[] {
  const found: Correction[] = [];
  let start = placeOf(SPACE, text, 0);
  if (start < 0) return found;
  const names = table.spaced ? [] : namesIn(text, role, table);
  const credit = role === "caption" ? names[0] : undefined;
  for (; start >= 0; ) {
    let end = start + 1;
    while (isSpace(text.charCodeAt(end))) end++;
    if (isSpaceless(text, start, end) && !isMeant(start, end))
      for (let at = start; at < end; at++) found.push({ at, by: "" });
    start = placeOf(SPACE, text, end);
  }
  return found;

  /** 记者 王明 摄: the spaces of a credit part name and role, as those of a byline do. */
  function isMeant(from: number, to: number): boolean {
    if (credit && to >= credit.start + 1)
      return to > credit.start + 1 || !hasAny(characterBefore(text, from), STOPS_AND_CLOSERS);
    return names.some(({ start, end }) => start <= from && to <= end) && partsNames(text, from, to);
  }
}

/** What parts a caption from its credit without a space. */
const STOPS_AND_CLOSERS = "。！？!?.…，、；：”」』）)》】／/";

/** One edit for each mark, and for each run of spaces of the input. */
function editsOf(page: Page, reads: Correction[]): Edit[] {
  const edits: Edit[] = [];
  const all = inOrder(reads);
  for (let i = 0; i < all.length; ) {
    const { at: start, by: text } = all[i++] as Correction;
    let end = start + 1;
    if (text === "") for (; all[i]?.at === end && all[i]?.by === ""; i++) end++;
    const was = page.text.slice(start, end);
    edits.push({
      kind: "replace",
      span: { start, end },
      was,
      text,
      reason:
        "“”‘’".includes(text) && text !== ""
          ? "quote"
          : text !== ""
            ? "full-width"
            : was.trim() === ""
              ? "space"
              : "label-frame",
    });
  }
  return edits;
}

/** A space that CJK typesetting does not set: next to a CJK letter or mark, and not between two Latin words. */
function isSpaceless(text: string, start: number, end: number): boolean {
  return isCjkContext(characterBefore(text, start)) || isCjkContext(characterAt(text, end));
}

/** A half-width mark in running CJK text: a CJK letter or mark on one side, and not inside a number or a Latin run. */
function isInCjk(text: string, at: number): boolean {
  // Nearly all stand behind an ideograph.
  if (is(HAN, text.charCodeAt(at - 1))) return true;
  const before = characterBefore(text, at);
  const after = characterAt(text, at + 1);
  if (isAlphanumeric(before) && isAlphanumeric(after)) return false;
  return (
    isCjkContext(before) ||
    isCjk(after) ||
    (after !== "" && "“‘「『（《".includes(after)) ||
    ((before === "”" || before === "’") && !/[A-Za-z]/.test(after))
  );
}

function isAlphanumeric(character: string): boolean {
  const unit = character.charCodeAt(0);
  return unit < 0x80 && /[0-9A-Za-z]/.test(character);
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : (text[at - 1] ?? "");
}

function characterAt(text: string, at: number): string {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff
    ? String.fromCodePoint(text.codePointAt(at) as number)
    : text.charAt(at);
}
