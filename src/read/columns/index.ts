/**
 * Lines that run over several columns, as `pdftotext -layout` writes them and as engines that keep white space do where
 * lines of neighbouring columns stand at one height: each is cut at the gutters, and the columns are read one by one.
 */
import { hasModel, loadModel } from "../../model/load.ts";
import type { Language, Line, Page, Span } from "../../page/types.ts";
import { blocksOf } from "../blocks.ts";
import { bandsIn, rowsBelow, stacksOf } from "./bands.ts";
import { type Cell, cellsOf } from "./cells.ts";
import { type Piece, type Pieces, piecesOf } from "./pieces.ts";
import { stacksBySense, stretchesIn } from "./sense.ts";

/** A line of a page, or a piece of one. */
interface Placed extends Span {
  readonly indent: number;
  readonly blankBefore: number;
  readonly trailingSpace: boolean;
}

/** A stretch of lines that run over columns, as a half-open range, and how they are read. */
interface Band {
  readonly from: number;
  readonly to: number;
  readonly placed: readonly Placed[];
}

/** The page with its lines in the order they are read; the same page where none runs over columns. */
export function unfold(page: Page): Page {
  const { text, lines, span } = page;
  const bands = bandsOf(page);
  if (bands.length === 0) return page;
  const placed: Placed[] = [];
  let done = 0;
  const readOn = (to: number) =>
    lines.slice(done, to).forEach((line, i) => {
      placed.push({ ...asPlaced(line), ...(i === 0 && done > 0 && APART) });
    });
  for (const band of bands) {
    readOn(band.from);
    for (const line of band.placed) placed.push(line);
    done = band.to;
  }
  readOn(lines.length);
  return {
    ...page,
    ...asPage(text, placed),
    folded: { text, span, starts: placed.map(({ start }) => start) },
  };
}

/** In the order of the page. */
function bandsOf(page: Page): Band[] {
  const bands: Band[] = [];
  let done = 0;
  for (const band of bandsByWhite(page)) {
    bands.push(...bandsBySense(page, done, band.from), band);
    done = band.to;
  }
  bands.push(...bandsBySense(page, done, page.lines.length));
  return bands;
}

/** White that parts columns by itself; seldom on a page, so that it is looked for first. */
const WIDE_WHITE = /\S(?:[ \t\u00a0]{2,}|\u3000{2,}| [|｜│¦]|[|｜│¦] )\S?/;

/** Stretches whose columns show by white. */
function bandsByWhite({ text, lines }: Page): Band[] {
  if (!WIDE_WHITE.test(text)) return [];
  const rows = lines.map((line) => cellsOf(text, line));
  return bandsIn(text, rows).map(({ from, to: last, columns }) => {
    const gap = lines.findIndex(({ blankBefore }, i) => i >= last && blankBefore > 0);
    const to = last + rowsBelow(text, rows.slice(last, gap < 0 ? undefined : gap), columns);
    return { from, to, placed: stacksOf(text, rows.slice(from, to), columns).flatMap(linesOfCells) };
  });
}

/** Where white shows none, columns show by what goes on below, if there is a model to tell. */
function bandsBySense({ text, lines, source }: Page, start: number, end: number): Band[] {
  if (!hasModel(source.lang)) return [];
  return stretchesIn(text, lines.slice(start, end)).flatMap(([from, to]) => {
    const own = lines.slice(start + from, start + to);
    const stacks = stacksIn(text, own, source.lang);
    return stacks ? [{ from: start + from, to: start + to, placed: linesOfPieces(stacks, own) }] : [];
  });
}

/** Null where lines are read as they stand, and where there is no model to tell. */
function stacksIn(text: string, lines: readonly Line[], lang: Language): Pieces[][] | null {
  const model = loadModel(lang);
  const rows = lines.map((line) => piecesOf(text, line));
  return model && stacksBySense(text, rows, model);
}

/** A stack stands apart. */
function linesOfPieces(stacks: readonly (readonly Pieces[])[], lines: readonly Line[]): Placed[] {
  // Where most lines have white above, it stands between lines and not between paragraphs.
  const isLoose = lines.filter(({ blankBefore }) => blankBefore > 0).length > lines.length / 2;
  return stacks.flatMap((stack) =>
    stack.map((pieces, i): Placed => {
      const { start } = pieces[0] as Piece;
      const { end } = pieces.at(-1) as Piece;
      const line = lines.findLast(({ span }) => span.start <= start) as Line;
      const isWhole = line.span.start === start && line.span.end === end;
      const blankBefore = i === 0 ? 1 : isLoose && !isWhole ? 0 : line.blankBefore;
      return isWhole
        ? { ...asPlaced(line), blankBefore }
        : { start, end, indent: 0, blankBefore, trailingSpace: false };
    }),
  );
}

const APART = { blankBefore: 1 };

function asPlaced({ span, ...line }: Line): Placed {
  return { ...span, ...line };
}

/** The same of cells. */
function linesOfCells(stack: readonly Cell[]): Placed[] {
  const edge = edgeOf(stack);
  return stack.map(({ start, end, left }, i) => ({
    start,
    end,
    indent: edge === null ? 0 : Math.max(0, left - edge),
    blankBefore: i === 0 ? 1 : 0,
    trailingSpace: false,
  }));
}

/** Share of the cells that begin at the very edge where the white of a line is exact. */
const AT_EDGE = 0.4;

/** Where the lines of a stack begin; null where the white is too rough to tell indents. */
function edgeOf(stack: readonly Cell[]): number | null {
  const counts = new Map<number, number>();
  for (const { left } of stack) counts.set(left, (counts.get(left) ?? 0) + 1);
  const edges = [...counts].filter(([, count]) => count >= AT_EDGE * stack.length);
  return edges.length === 0 ? null : Math.min(...edges.map(([left]) => left));
}

function asPage(text: string, placed: readonly Placed[]): Pick<Page, "text" | "span" | "lines" | "blocks"> {
  let own = "";
  const lines = placed.map(({ start, end, ...line }): Line => {
    if (own !== "") own += "\n";
    const at = own.length;
    own += text.slice(start, end);
    return { ...line, span: { start: at, end: own.length } };
  });
  return {
    text: own,
    span: { start: 0, end: own.length },
    lines,
    blocks: blocksOf(lines),
  };
}
