/** The document: what pagefix gives, one a page. `src/write/schema.ts` holds the same shape for validation. */
import type { Choice, Confidence, Edit, Origin, Role, SeamKind, Source, WarningCode } from "./types.ts";

/** A place where a paragraph was cut. */
export interface DocumentSeam {
  /** UTF-16 offset in the text of the block where the second piece begins. */
  readonly at: number;
  /** `column`, `overlap` or `gap`; line ends are no seams of a document. */
  readonly kind: SeamKind;
  /** Probability that the two pieces belong together, from 0 to 1; at a gap, that text is missing there. */
  readonly confidence: number;
}

/** A paragraph or a subhead of an article. */
export interface BodyBlock {
  readonly type: "paragraph" | "subhead";
  /** Repaired; a gap reads as the gap mark. */
  readonly text: string;
  /** Only on paragraphs that were cut; in the order of their offsets. */
  readonly seams?: readonly DocumentSeam[];
  readonly spans: readonly Origin[];
  /** Only where it was asked for. */
  readonly confidence?: Confidence;
}

/** Somebody whom a byline names. */
export interface Person {
  readonly name: string;
  /** Null where the byline does not say. */
  readonly role: PersonRole | null;
}

/** What a byline calls people, in whatever language: 记者 is `reporter`, 通讯员 `correspondent`. */
export type PersonRole =
  | "reporter"
  | "correspondent"
  | "intern"
  | "photographer"
  | "author"
  | "editor"
  | "translator";

/** Who wrote an article, for whom, where and when, as far as it says so. */
export interface Byline {
  /** As printed. */
  readonly text: string;
  /** Paper or news agency: 本报, 新华社. */
  readonly agency: string | null;
  readonly place: string | null;
  /** As printed: 11月1日. */
  readonly date: string | null;
  readonly people: readonly Person[];
  readonly spans: readonly Origin[];
  /** Only where it was asked for. */
  readonly confidence?: Confidence;
}

/** What stands under a picture. */
export interface Caption {
  readonly text: string;
  /** Who made the picture, as printed; null where nobody is named. */
  readonly credit: string | null;
  readonly spans: readonly Origin[];
  /** Only where it was asked for. */
  readonly confidence?: Confidence;
}

/** An article, in its parts. A part that the page does not have is null. */
export interface Article {
  /** `a1`, `a2` … in reading order: names it within its document. */
  readonly id: string;
  readonly kind: "article" | "advert";
  /** Name of the column or department over the article. */
  readonly section: string | null;
  /** The line over the headline (引题). */
  readonly kicker: string | null;
  readonly title: string | null;
  /** The line under the headline (副题). */
  readonly subtitle: string | null;
  readonly byline: Byline | null;
  readonly body: readonly BodyBlock[];
  readonly captions: readonly Caption[];
  /** The page it comes from and the page it goes on at, as printed: 上接1版, 下转2版. */
  readonly continued: { readonly from: string | null; readonly to: string | null };
  /** Where section, kicker, title and subtitle stand; only the keys that the article has. */
  readonly spans: { readonly [part in Heading]?: readonly Origin[] };
  /** How likely section, kicker, title and subtitle are right; only the keys that the article has, and only where it was asked for. */
  readonly confidence?: { readonly [part in Heading]?: Confidence };
}

/** What stands over the text of an article. */
export type Heading = Extract<Role, "section" | "kicker" | "title" | "subtitle">;

/** What belongs to no article: masthead, folio, names of editors. */
export interface Furniture {
  readonly text: string;
  readonly spans: readonly Origin[];
  /** Only where it was asked for. */
  readonly confidence?: Confidence;
}

/** Something a reader should look at. */
export interface DocumentWarning {
  /** For programs; `message` says it to people. */
  readonly code: WarningCode;
  readonly message: string;
  /** The place; null where it is about the whole page. */
  readonly span: Origin | null;
  /** Id of the article it stands in; null where it stands in none. */
  readonly article: string | null;
}

/** What comes of a page. */
export interface Document {
  /** Of this contract; it changes with any change that could break a reader. */
  readonly version: 1;
  readonly source: Source;
  /** In reading order. */
  readonly articles: readonly Article[];
  readonly furniture: readonly Furniture[];
  readonly warnings: readonly DocumentWarning[];
  /** The log of every edit, in the order they were made; empty unless asked for. */
  readonly edits: readonly Edit[];
  /** Decisions with what spoke for them and what came second; only where it was asked for. */
  readonly choices?: readonly Choice[];
}
