/** The document: what pagefix gives, one a page. `src/write/schema.ts` holds the same shape for validation. */
import type { Choice, Edit, Origin, Role, SeamKind, Source, WarningCode } from "./types.ts";

export interface DocumentSeam {
  /** UTF-16 offset in the text of the block where the second piece begins. */
  readonly at: number;
  readonly kind: SeamKind;
  readonly confidence: number;
}

export interface BodyBlock {
  readonly type: "paragraph" | "subhead";
  readonly text: string;
  /** Only on paragraphs that were cut; in the order of their offsets. */
  readonly seams?: readonly DocumentSeam[];
  readonly spans: readonly Origin[];
}

export interface Person {
  readonly name: string;
  readonly role: PersonRole | null;
}

export type PersonRole =
  | "reporter"
  | "correspondent"
  | "intern"
  | "photographer"
  | "author"
  | "editor"
  | "translator";

export interface Byline {
  /** As printed. */
  readonly text: string;
  readonly agency: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly people: readonly Person[];
  readonly spans: readonly Origin[];
}

export interface Caption {
  readonly text: string;
  readonly credit: string | null;
  readonly spans: readonly Origin[];
}

export interface Article {
  readonly id: string;
  readonly kind: "article" | "advert";
  readonly section: string | null;
  readonly kicker: string | null;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly byline: Byline | null;
  readonly body: readonly BodyBlock[];
  readonly captions: readonly Caption[];
  readonly continued: { readonly from: string | null; readonly to: string | null };
  /** Where section, kicker, title and subtitle stand; only the keys that the article has. */
  readonly spans: { readonly [part in Heading]?: readonly Origin[] };
}

export type Heading = Extract<Role, "section" | "kicker" | "title" | "subtitle">;

export interface Furniture {
  readonly text: string;
  readonly spans: readonly Origin[];
}

export interface DocumentWarning {
  readonly code: WarningCode;
  readonly message: string;
  readonly span: Origin | null;
  /** Id of the article it stands in; null where it stands in none. */
  readonly article: string | null;
}

export interface Document {
  readonly version: 1;
  readonly source: Source;
  readonly articles: readonly Article[];
  readonly furniture: readonly Furniture[];
  readonly warnings: readonly DocumentWarning[];
  /** The log of every edit, in the order they were made; empty unless asked for. */
  readonly edits: readonly Edit[];
  /** Decisions with what spoke for them and what came second; only where it was asked for. */
  readonly choices?: readonly Choice[];
}
