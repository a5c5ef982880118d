/** Marks before a text that no printed line begins with: specks, and rules between columns that the engine has read. */
import type { LanguageTable } from "../../language/index.ts";
import { closerOf } from "../../language/punctuation.ts";
import { type Row, WIDEST_COLUMN } from "../../layout/measure.ts";
import { type HeadReading, type LanguageModel, readHead } from "../../model/ngram.ts";
import { type Beginning, beginning } from "./beginning.ts";
import { brackets } from "./brackets.ts";

/** A text without the marks before it. */
export interface Bare {
  readonly text: string;
  readonly closes: string | null;
  readonly beginning: Beginning;
  readonly asHead: HeadReading | null;
}

/** Setting keeps them at the end of the line before. Straight quotes may open, and a comma says that text is missing. */
const SPECKS = /^[”’_|｜│¦)）\]】』」·]{1,2}\s*(?=[\p{L}\p{N}“‘「『（《])/u;

/** A quote that nothing in the text closes. As many are opened there as are read in a gutter; the language model tells which. */
const OPENED = /^[“‘]\s*(?=[\p{L}\p{N}])/u;

/** @returns null where nothing stands before the text, or where it is cut into no lines */
export function bareOf(
  text: string,
  { measureAfter, width }: Row,
  table: LanguageTable,
  model: LanguageModel | null,
): Bare | null {
  if (table.spaced || measureAfter === 0 || width > WIDEST_COLUMN) return null;
  const speck = SPECKS.exec(text) ?? (isLeftOpen(text) ? OPENED.exec(text) : null);
  if (!speck) return null;
  const bare = text.slice(speck[0].length);
  return {
    text: bare,
    closes: brackets(bare).closes,
    beginning: beginning(bare, table),
    asHead: model && readHead(model, bare),
  };
}

function isLeftOpen(text: string): boolean {
  return /^[“‘]/.test(text) && brackets(text).open[0] === closerOf(text.charAt(0));
}
