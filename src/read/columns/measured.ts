/** Stretches of lines that run over several columns, told by how wide the columns of the page are. */
import { emWidth, endsSentence } from "../../language/punctuation.ts";
import type { Line } from "../../page/types.ts";
import { inColumns, type Part } from "./alignment.ts";
import { ALONE, BESIDE, FULL, measureOf, OVER, partsOf } from "./parts.ts";
import { type Pieces, piecesOf } from "./pieces.ts";
import type { Reader } from "./reader.ts";

/** A half-open range of lines, and what stands in each column. */
export interface MeasuredBand {
  readonly from: number;
  readonly to: number;
  readonly stacks: readonly (readonly Part[])[];
}

/** Lines of one column that may stand between two that run over several. */
const BETWEEN = 1;

/**
 * @param read what a language model says
 * @param may whether a line may run over columns
 * @returns in the order of the page
 */
export function bandsByMeasure(
  text: string,
  lines: readonly Line[],
  read: Reader,
  may: (line: Line) => boolean,
): MeasuredBand[] {
  const measure = measureOf(text, lines);
  if (measure === null) return [];
  const cut = cutLines(lines, (line, need) => {
    const parts = partsOf(text, line, measure, read, need);
    return parts && may(line) ? parts : null;
  });
  const bands: MeasuredBand[] = [];
  for (let from = 0; from < lines.length; from++) {
    if (!cut[from]) continue;
    const rows: (readonly Pieces[])[] = [];
    let to = from;
    for (let at = from; at < lines.length && at - to <= BETWEEN; at++) {
      const line = lines[at] as Line;
      const parts = cut[at] ?? (isProse(text, line, measure) ? [piecesOf(text, line)] : null);
      if (!parts) break;
      rows.push(parts);
      if (cut[at]) to = at + 1;
    }
    bands.push({ from, to, stacks: inColumns(rows.slice(0, to - from), measure, read) });
    from = to - 1;
  }
  return bands;
}

/** The parts of each line; null where it is not cut. Lines beside one that is are looked at again, down the page and up. */
function cutLines(
  lines: readonly Line[],
  cutLine: (line: Line, need: typeof ALONE | typeof BESIDE) => readonly Pieces[] | null,
): readonly (readonly Pieces[] | null)[] {
  const cut = lines.map((line) => cutLine(line, ALONE));
  const lookAgain = (at: number, beside: number) => {
    if (!cut[at] && cut[beside]) cut[at] = cutLine(lines[at] as Line, BESIDE);
  };
  for (let at = 1; at < lines.length; at++) lookAgain(at, at - 1);
  for (let at = lines.length - 2; at >= 0; at--) lookAgain(at, at + 1);
  return cut;
}

/** Whether a line that stands in one column is text of it, and no heading that has its row to itself. */
function isProse(text: string, { span }: Line, measure: number): boolean {
  const own = text.slice(span.start, span.end);
  const room = measure - emWidth(own);
  return room >= -OVER && (room <= FULL || endsSentence(own));
}
