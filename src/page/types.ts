/**
 * The page: plain, frozen values. A reader makes one, stages propose edits to it, `apply` carries them out,
 * `assemble` turns it into a document. All offsets are UTF-16 code units into the decoded input.
 */
export type * from "./log.ts";

/** Half-open range of UTF-16 offsets into the decoded input. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Corner, width and height, in the unit of the file: pixels, as a rule. */
export type Box = readonly [x: number, y: number, w: number, h: number];

/** Where a text stands in a layout file. */
export interface Place {
  /** Of the element that the line is in the file; null where the format has none. */
  readonly id: string | null;
  readonly box: Box;
}

/** Where a text comes from: a range of a text file, or a line of a layout file. */
export type Origin = Span | Place;

/** How a line is printed, as a layout file tells. */
export interface Print extends Place {
  /** Size of its type in that of the page's running text. */
  readonly size: number;
  /** Where the line ends, in ems from the left edge of its column, and how wide that column is; 0 where none shows. */
  readonly width: number;
  readonly measure: number;
  /** Around it, in ems of running text: up to the next line above, null where none is near; to the edges of its column. */
  readonly white: { readonly above: number | null; readonly left: number; readonly right: number };
  /** What the engine took for one block, by number: lines that follow each other in one have the same. */
  readonly block: number;
  /** It stands at the head of a column, and the line before at the foot of another. */
  readonly opensColumn: boolean;
  readonly underPicture: boolean;
  /** A line or two at the very top or foot of the page, or what is no text. */
  readonly atEdge: boolean;
  /** It stands beside a line and says how to read it: no text of the page. */
  readonly ruby?: boolean;
  /** Number of the advertisement that the file says it is part of. */
  readonly advert?: number;
  /** Number of the box of printed rules that it stands in. */
  readonly boxed?: number;
}

/** Where a page came from, as far as it is known. */
export interface Source {
  readonly path: string | null;
  /** Name of the input format, e.g. `text`. */
  readonly format: string;
  /** WHATWG-style name of the encoding the bytes were decoded from. */
  readonly encoding: string;
  readonly lang: Language;
  /** Lower-case hex digest of the input bytes; null where the caller gave text instead of bytes. */
  readonly sha256: string | null;
  /** Of a METS file the file of this page, by its path from there. */
  readonly file?: string;
  /** What a METS file says stands on this page: nothing is made of it, it is there to compare with. */
  readonly articles?: readonly StatedArticle[];
}

/** An article, an advertisement or the like, as the input states it. */
export interface StatedArticle {
  readonly id: string | null;
  /** As it is written: `ARTICLE`, `ADVERTISEMENT`. */
  readonly type: string;
  readonly title: string | null;
  /** Its lines on this page, in the order of the file. */
  readonly spans: readonly Place[];
}

/** BCP 47 tag of the language a page is mostly written in; `und` where it has no letters. */
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGES = ["zh-Hans", "zh-Hant", "ja", "ko", "en", "fr", "de", "und"] as const;

/** A physical line of the input that holds something besides white space. */
export interface Line {
  /** Without the white space at either end. */
  readonly span: Span;
  /** Width of the white space before the text, in ems (an ideographic space is 1, a space 0.5, a tab 2). */
  readonly indent: number;
  /** Empty lines between this line and the one before. */
  readonly blankBefore: number;
  /** White space stood between the text and the line end. */
  readonly trailingSpace: boolean;
  /** Width in ems of the other half of the printed line, where an engine took it for two; absent where it is whole. */
  readonly otherHalf?: number;
  /** It was cut from a line that ran over several columns, and is as wide as its own: running text, and no heading. */
  readonly fillsColumn?: true;
  /** Absent in text formats, and where no line of a layout file says where it stands. */
  readonly print?: Print;
  /** Its element in such a file, with a box of nothing. */
  readonly place?: Place;
}

export const ROLES = [
  "text",
  "title",
  "kicker",
  "subtitle",
  "section",
  "byline",
  "subhead",
  "caption",
  "credit",
  "furniture",
  "advert",
] as const;
/** What a block is on the page. */
export type Role = (typeof ROLES)[number];

/** How two pieces of text came to be one. `wrap`: a line end; `column`: across blocks; `overlap`: a repeat was cut;
 * `gap`: text is missing between them. */
export type SeamKind = "wrap" | "column" | "overlap" | "gap";

/** Where one piece of text goes on in another. */
export interface Seam {
  readonly kind: SeamKind;
  /** What reads between the two pieces: nothing, a space or the gap mark. */
  readonly glue: string;
  /** Probability that the two belong together, from 0 to 1. */
  readonly confidence: number;
}

/** A stretch of the input inside a block. */
export interface Piece extends Span {
  /** How it goes on from the piece before; absent on the first. */
  readonly seam?: Seam;
}

/** A unit of the page: a line as read, a paragraph or a heading once it is repaired. */
export interface Block {
  /** Offset of its first character as read; stays when other blocks join it. */
  readonly id: number;
  readonly pieces: readonly Piece[];
  readonly role: Role;
  /** How sure the role is, from 0 to 1, where the chain of roles has said; what later stages make of it is not asked. */
  readonly certainty?: number;
  /** Id of the block that opens its article; null where it belongs to none (furniture, or not decided). */
  readonly article: number | null;
  /** Only at the very end, and where it was asked for. */
  readonly confidence?: Confidence;
}

/** How likely it is that what was decided about a block is right, from 0 to 1. */
export interface Confidence {
  /** That it is what its role says. */
  readonly role: number;
  /**
   * That it belongs with the block that opens its article; of that block itself, that an article opens there. Null where the block
   * belongs to no article.
   */
  readonly membership: number | null;
}

/** What a block is apart from its text: given back to it when a join is undone. */
export type Standing = Pick<Block, "role" | "certainty" | "article">;

/** Characters of the input that read otherwise in the output. */
export interface Change extends Span {
  readonly text: string;
}

/** What a warning is about, for programs. */
export type WarningCode =
  | "missing-text"
  | "repeated-text"
  | "uncertain-seam"
  | "uncertain-article"
  | "unreadable-characters"
  | "encoding-guessed"
  | "broken-markup"
  | "missing-page"
  | "stale-decision"
  | "unmet-decision";

export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  /** The place; null where the warning is about the whole input. */
  readonly span: Span | null;
}

export interface Page {
  readonly source: Source;
  /** The whole decoded input, of which this page may be a part; of a folded page or a layout file its lines in reading order. */
  readonly text: string;
  /** What part of the input this page is. */
  readonly span: Span;
  readonly lines: readonly Line[];
  /** In reading order. */
  readonly blocks: readonly Block[];
  /** In the order of their offsets; never overlapping. */
  readonly changes: readonly Change[];
  readonly warnings: readonly Warning[];
  /** Where its lines come from, if they do not stand in the input in the order they are read. */
  readonly folded?: Folded;
}

/** A page whose lines ran over several columns: `text` of the page is its lines, cut and put in order. */
export interface Folded {
  /** The whole decoded input, and what part of it the page is. */
  readonly text: string;
  readonly span: Span;
  /** Per line of the page where it begins in the input. */
  readonly starts: readonly number[];
}
