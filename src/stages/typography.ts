/**
 * Punctuation and spacing of CJK text: full-width marks, no spaces between CJK letters. Runs last, for the spaces of
 * `本报讯 记者…报道` and of headlines are evidence until then. Numbers, Latin runs and `82.7%` are left alone.
 */
import { type LanguageTable, tableOf } from "../language/index.ts";
import { isCjk, isCjkContext } from "../language/punctuation.ts";
import { blockOffsets, blockText } from "../page/text.ts";
import type { Block, Change, Edit, Page, Proposal, Role, StageOptions } from "../page/types.ts";

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};

/** Roles whose spaces part the lines of a heading or the names of people. */
const SPACES_MEAN: ReadonlySet<Role> = new Set([
  "title",
  "kicker",
  "subtitle",
  "section",
  "subhead",
  "byline",
  "furniture",
]);

export function typography(page: Page, options: StageOptions): Proposal {
  const table = tableOf(page.source.lang);
  if (options.keepTypography || table.spaced) return { edits: [], warnings: [] };
  const changed = new Set(page.changes.map((change: Change) => change.start));
  const edits = page.blocks.flatMap((block) =>
    blockEdits(page, block, table).filter((edit) => !changed.has(edit.span.start)),
  );
  return { edits, warnings: [] };
}

type Replacement = Extract<Edit, { kind: "replace" }>;

function blockEdits(page: Page, block: Block, table: LanguageTable): Replacement[] {
  const text = blockText(page, block);
  const offsets = blockOffsets(page, block);
  const edits: Replacement[] = [];
  const replace = (at: number, length: number, by: string, reason: string) => {
    const start = offsets[at] ?? -1;
    const end = (offsets[at + length - 1] ?? -1) + 1;
    // Only what stands in one run of the input can be replaced by one edit.
    if (start < 0 || end - start !== length) return;
    edits.push({ kind: "replace", span: { start, end }, was: page.text.slice(start, end), text: by, reason });
  };
  if (!SPACES_MEAN.has(block.role)) {
    // 记者 王明 摄: the spaces of a credit part name and role, as those of a byline do.
    const end = block.role === "caption" ? (table.credit.exec(text)?.index ?? text.length) : text.length;
    for (const { index, 0: run } of text.matchAll(/[ \u00a0\u3000\t]+/g))
      if (index <= end && isSpaceless(text, index, index + run.length))
        replace(index, run.length, "", "space");
  }
  for (const { index, 0: mark } of text.matchAll(/[,;:?!()]/g))
    if (isInCjk(text, index)) replace(index, 1, FULL_WIDTH[mark] as string, "full-width");
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
