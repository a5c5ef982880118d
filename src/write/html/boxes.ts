/** The left half where the input has layout: boxes of the lines, on the scan where there is one. */
import { beginningOf } from "../../page/snippet.ts";
import { html, type Markup } from "./template.ts";
import { type DocumentUnits, isBoxed } from "./units.ts";

/** The scan of a page. */
export interface Scan {
  /** A `data:` address: the sheet loads nothing. */
  readonly src: string;
  /** In px; boxes count in the same. */
  readonly width: number;
  readonly height: number;
}

/** Space around boxes that no scan frames, in px. */
const MARGIN = 20;

/** The page as a picture; null where no unit has a box. The one place where boxes are drawn. */
export function boxDrawing({ articles, furniture }: DocumentUnits, scan: Scan | null): Markup | null {
  const units = [...articles.flatMap((article) => article.units), ...furniture];
  const boxes = units.flatMap((unit) =>
    unit.places.flatMap((place) => (isBoxed(place) ? [{ unit, id: place.id, box: place.box }] : [])),
  );
  if (boxes.length === 0) return null;
  const width = scan?.width ?? MARGIN + boxes.reduce((most, { box: [x, , w] }) => Math.max(most, x + w), 0);
  const height =
    scan?.height ?? MARGIN + boxes.reduce((most, { box: [, y, , h] }) => Math.max(most, y + h), 0);
  return html`<svg class="boxes" viewBox="0 0 ${width} ${height}" role="group" aria-label="Boxes of the page">
${scan && html`<image href="${scan.src}" width="${width}" height="${height}" preserveAspectRatio="none"/>`}
${boxes.map(
  ({ unit, id, box: [x, y, w, h] }) =>
    html`<rect class="s ${unit.role}${unit.moved && " moved"}" data-u="${unit.id}" x="${x}" y="${y}" width="${w}" height="${h}"><title>${`${id === null ? "" : `${id}: `}${unit.role}, ${beginningOf(unit.text, 24)}`}</title></rect>`,
)}
</svg>`;
}
