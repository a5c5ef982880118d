/** A composed page: real articles laid out as newspapers and OCR engines leave them, with the truth about every character. */
import type { Role } from "../../page/types.ts";

/** A printed unit: a paragraph, a headline, a caption. */
export interface Unit {
  readonly id: number;
  readonly role: Role;
  /** Which article it belongs to; -1 for none. */
  readonly article: number;
  /** As printed, OCR errors included. */
  readonly text: string;
  /** So many of its characters, from the first, are the byline or dateline that opens it. */
  readonly opening: number;
}

/** A stretch of a unit as it stands on the page. */
export interface Chunk {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  /** It stands in a block of its own: empty lines around it, whatever the style. */
  readonly apart: boolean;
}

export interface ComposedPage {
  readonly id: string;
  readonly lang: "zh-Hans" | "zh-Hant" | "ja";
  readonly style: Style;
  readonly text: string;
  readonly units: readonly Unit[];
  /** For each UTF-16 unit of the text: the unit it is printed in, -1 for layout. */
  readonly unitAt: Int32Array;
  /** Its offset in that unit. */
  readonly placeAt: Int32Array;
  /** Per unit the stretches that stand nowhere on the page. */
  readonly lost: readonly { readonly unit: number; readonly from: number; readonly to: number }[];
}

/** How a page is set. */
export interface Style {
  /** Characters in a line; 0 where a paragraph piece is one line. */
  readonly measure: number;
  /** Lines are broken by width (a digit is half a character), not by count. */
  readonly byWidth: boolean;
  /** Ems that the first line of a paragraph is indented by. */
  readonly indent: number;
  /** By how many ems the first line of a paragraph is short because the reader left its indent out. */
  readonly lostIndent: number;
  /** Empty lines between paragraphs: none, one, now and then more, or one and two between articles. */
  readonly blank: "none" | "one" | "ragged" | "graded";
  readonly halfWidth: boolean;
  /** Share of characters that the engine misreads. */
  readonly noise: number;
  /** Chance that a paragraph is cut at the foot of a column. */
  readonly cuts: number;
  /** Chance that a cut lost text, and that it repeats text. */
  readonly gaps: number;
  readonly overlaps: number;
  /** Chance that an empty line falls inside a paragraph of printed lines. */
  readonly stray: number;
  /** Chance that two articles run into each other, and that columns stand in the wrong order. */
  readonly interleave: number;
  readonly disorder: number;
  /** Columns of the page are of different widths. */
  readonly mixed: boolean;
  /** Headlines are stacked in lines of so many characters; 0 where they are not. */
  readonly stacked: number;
  /** Punctuation of the 1930s: 、 for every mark, at the end of paragraphs too. */
  readonly oldMarks: boolean;
}
