/**
 * How the lines of a block stand in the columns of the page: running text fills its column from line to line, but for the first line where
 * an engine has left the indent out, and for the last. Headlines are in larger type and have any width, captions are in smaller
 * type and run over.
 */
import { measureRows, usualColumn } from "../../layout/measure.ts";
import type { Page } from "../../page/types.ts";
import type { BlockView } from "../../page/view.ts";

/** In narrower columns, in ems, headlines fill their lines by chance. */
const NARROWEST = 11;

/** What the widths of the lines of each block say; nothing where boxes tell more, and where the page has no printed lines. */
export function columnFeatures(page: Page, views: readonly BlockView[]): string[][] {
  const column = page.lines.some(({ print }) => print) ? 0 : usualColumn(page);
  if (column < NARROWEST) return views.map(() => []);
  const widths = new Map(measureRows(page).map(({ line, width }) => [line.span.start, width]));
  return views.map(({ lines }) => {
    const rooms = lines.map(({ span }) => column - (widths.get(span.start) ?? 0));
    // What was cut from a longer line is as wide as that has made it.
    const isCut = lines.some(({ fillsColumn }) => fillsColumn);
    const name = !isCut && isWide(rooms, column) ? "smallerLines" : nameOf(rooms);
    return name === null ? [] : [name];
  });
}

/** @param rooms ems that each line leaves in its column */
function nameOf(rooms: readonly number[]): string | null {
  const [first, ...others] = rooms.map(standing);
  const last = others.pop();
  if (first === undefined || first === "over") return null;
  if (last === undefined)
    return first === "short" ? null : first === "full" ? "columnLine" : "columnLineIndented";
  if (first === "short" || last === "over" || others.some((own) => own !== "full")) return null;
  // Two lines of a headline are often as wide as each other.
  if (others.length === 0 && first === "indented" && last === "indented") return null;
  return last === "short" ? "columnLinesEnd" : "columnLines";
}

/** Ems by which a full line may miss its column, and an indented one. */
const FULL = 0.75;
const INDENTED = 2.75;
/** Ems by which a line may run over: marks hang. */
const OVER = 1.5;

function standing(room: number): "over" | "full" | "indented" | "short" {
  if (room < -OVER) return "over";
  if (room <= FULL) return "full";
  return room <= INDENTED ? "indented" : "short";
}

/** Ems by which the lines of smaller type run over at least, and share of the column by which they do at most. */
const WIDER = 0.75;
const WIDEST = 0.25;

function isWide(rooms: readonly number[], column: number): boolean {
  if (rooms.length < 2) return false;
  const most = WIDEST * column + 0.5;
  return rooms.every((room, i) => room >= -most && (i === rooms.length - 1 || room <= -WIDER));
}
