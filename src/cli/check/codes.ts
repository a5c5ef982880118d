/** What `pagefix check` can find: the warnings of documents, and the repairs of the log that people ask about. */

export type Level = "error" | "warning" | "note";

export interface Code {
  readonly level: Level;
  readonly says: string;
}

export const UNREADABLE = "unreadable";

/** Warnings are for people to look at; a note is about what pagefix mends by itself. */
export const CODES: Readonly<Record<string, Code>> = {
  [UNREADABLE]: { level: "error", says: "the page could not be read" },
  "missing-text": { level: "warning", says: "text is missing" },
  "repeated-text": { level: "warning", says: "a passage stands twice on the page" },
  "uncertain-seam": { level: "warning", says: "two pieces may belong together" },
  "uncertain-article": { level: "warning", says: "a piece may belong to another article" },
  "unreadable-characters": { level: "warning", says: "bytes mean nothing in the encoding" },
  "broken-markup": { level: "warning", says: "the layout file is broken" },
  "missing-page": { level: "warning", says: "a page that a METS file names cannot be read" },
  "encoding-guessed": { level: "warning", says: "the encoding is a guess" },
  "stale-decision": { level: "warning", says: "a decision finds its place no more" },
  "unmet-decision": { level: "warning", says: "a decision could not be carried out" },
  column: { level: "note", says: "a sentence goes on elsewhere on the page" },
  overlap: { level: "note", says: "text stands twice where two pieces meet" },
  hyphen: { level: "note", says: "a hyphen parts a word at a line end" },
  "drop-capital": { level: "note", says: "the large first letter of a text stands apart from its word" },
  "column-rule": { level: "note", says: "a line runs over several columns" },
  matter: { level: "note", says: "text stands behind another article than its own" },
  "control-character": { level: "note", says: "a control character stands in the text" },
  "stray-space": { level: "note", says: "a space stands beside a mark" },
  "spread-letters": { level: "note", says: "spaces stand between all letters of a line" },
  "vertical-form": { level: "note", says: "a mark has the shape that it has in vertical text" },
  ruby: { level: "note", says: "ruby stands beside a line" },
  space: { level: "note", says: "a space stands between CJK letters" },
  "full-width": { level: "note", says: "a mark has half its width" },
  "label-frame": { level: "note", says: "ornaments stand around the label of a column" },
};
