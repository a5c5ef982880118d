/** Whether a text begins with an indent: by its white, or, where an engine has left that out, by a first line that is as much narrower. */
import { type Row, WIDEST_COLUMN } from "../../layout/measure.ts";
import type { TextBlock } from "./ends.ts";

/** Ems by which a full line may miss its column, and the narrowest and widest indent. */
const FULL = 0.75;
const INDENT = [1.5, 2.75] as const;
/** In narrower columns, in ems, lines are as much narrower by chance; a page most of whose columns are shows nothing. */
const NARROWEST = 11;
/** Texts that have to begin in a narrower line, and their share of those that begin in that or a full one. */
const FEWEST = 5;
const SHARE = 0.3;

/** What is known of the beginning of a text: null where nothing is. */
export type IndentReader = (block: TextBlock) => boolean | null;

/** How the page sets its paragraphs off, if it does by indents. */
export function indentsOf(blocks: readonly TextBlock[], spaced: boolean): IndentReader | null {
  if (blocks.some(({ firstRow }) => firstRow.line.indent >= 1))
    return ({ firstRow }) => firstRow.line.indent >= 1;
  if (spaced || blocks.some(({ firstRow }) => firstRow.line.print)) return null;
  const wide = blocks.filter(({ firstRow }) => firstRow.measureAfter >= NARROWEST).length;
  if (2 * wide < blocks.filter(({ firstRow }) => firstRow.measureAfter > 0).length) return null;
  const seen = blocks.map(({ firstRow }) => isNarrower(firstRow));
  const narrower = seen.filter((own) => own === true).length;
  const full = seen.filter((own) => own === false).length;
  return narrower >= FEWEST && narrower >= SHARE * (narrower + full)
    ? ({ firstRow }) => isNarrower(firstRow)
    : null;
}

/** Whether a line is narrower than its column by an indent; null where it is neither that nor full. */
function isNarrower({ width, measureAfter }: Row): boolean | null {
  if (measureAfter < NARROWEST || width > WIDEST_COLUMN) return null;
  const room = measureAfter - width;
  if (Math.abs(room) <= FULL) return false;
  return room > INDENT[0] && room <= INDENT[1] ? true : null;
}
