/**
 * Punctuation and spacing of CJK text: full-width marks, no spaces between CJK letters. Runs last, for the spaces of
 * `本报讯 记者…报道` and of headlines are evidence until then. Numbers, Latin runs and `82.7%` are left alone.
 */
import { findCredit, type LanguageTable, tableOf } from "../language/index.ts";
import { hasAny, isCjk, isCjkContext } from "../language/punctuation.ts";
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

export function typography(page: Page, { keepTypography }: Tools): Proposal {
  const table = tableOf(page.source.lang);
  if (keepTypography || table.spaced) return { edits: [], warnings: [] };
  const changed = new Set(page.changes.map((change) => change.start));
  return { edits: page.blocks.flatMap((block) => blockEdits(page, block, changed, table)), warnings: [] };
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
function blockEdits(page: Page, block: Block, changed: ReadonlySet<number>, table: LanguageTable): Edit[] {
  const reads = new Map<number, string>();
  let text = blockText(page, block);
  let offsets = blockOffsets(page, block);
  for (;;) {
    const found = [
      ...halfWidthMarks(text),
      ...(SPACES_MEAN.has(block.role) ? [] : straySpaces(text, block.role, table)),
      ...(block.role === "section" ? labelFrame(text) : []),
    ].filter(({ at }) => (offsets[at] ?? -1) >= 0 && !changed.has(offsets[at] as number));
    if (found.length === 0) return editsOf(page, reads);
    const dropped = new Set<number>();
    let corrected = "";
    let from = 0;
    for (const { at, by } of found.sort((a, b) => a.at - b.at)) {
      reads.set(offsets[at] as number, by);
      if (by === "") dropped.add(at);
      corrected += text.slice(from, at) + by;
      from = at + 1;
    }
    text = corrected + text.slice(from);
    if (dropped.size > 0) offsets = offsets.filter((_, at) => !dropped.has(at));
  }
}

function halfWidthMarks(text: string): Correction[] {
  return [...text.matchAll(/[,;:?!()]/g)]
    .filter(({ index }) => isInCjk(text, index))
    .map(({ index, 0: mark }) => ({ at: index, by: FULL_WIDTH[mark] as string }));
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
  // 记者 王明 摄: the spaces of a credit part name and role, as those of a byline do.
  const end = role === "caption" ? (findCredit(text, table)?.at ?? text.length) : text.length;
  return [...text.matchAll(/[ \u00a0\u3000\t]+/g)]
    .filter(({ index, 0: run }) => index <= end && isSpaceless(text, index, index + run.length))
    .flatMap(({ index, 0: run }) => Array.from(run, (_, i) => ({ at: index + i, by: "" })));
}

/** One edit for each mark, and for each run of spaces of the input. */
function editsOf(page: Page, reads: ReadonlyMap<number, string>): Edit[] {
  const edits: Edit[] = [];
  const inOrder = [...reads].sort(([a], [b]) => a - b);
  for (let i = 0; i < inOrder.length; ) {
    const [start, text] = inOrder[i++] as [number, string];
    let end = start + 1;
    if (text === "") for (; inOrder[i]?.[0] === end && inOrder[i]?.[1] === ""; i++) end++;
    const was = page.text.slice(start, end);
    edits.push({
      kind: "replace",
      span: { start, end },
      was,
      text,
      reason: text !== "" ? "full-width" : was.trim() === "" ? "space" : "label-frame",
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
  const before = characterBefore(text, at);
  const after = characterAt(text, at + 1);
  if (/[0-9A-Za-z]/.test(before) && /[0-9A-Za-z]/.test(after)) return false;
  return (
    isCjkContext(before) ||
    isCjk(after) ||
    /[“‘「『（《]/.test(after) ||
    (/[”’]/.test(before) && !/[A-Za-z]/.test(after))
  );
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : (text[at - 1] ?? "");
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? "" : String.fromCodePoint(point);
}
