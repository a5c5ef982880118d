/** The public API. */
export { type FileOptions, type FixOptions, fixFile, fixPage, fixPages } from "./api.ts";
export { type Anchor, type Decision, type Decisions, readDecisions } from "./page/decisions.ts";
export type {
  Article,
  BodyBlock,
  Byline,
  Caption,
  Document,
  DocumentSeam,
  DocumentWarning,
  Furniture,
  Heading,
  Person,
  PersonRole,
} from "./page/document.ts";
export { InputError } from "./page/errors.ts";
export type { SeamVerdict } from "./page/settled.ts";
export type {
  Alternative,
  AssignEdit,
  Box,
  Choice,
  Confidence,
  Edit,
  Evidence,
  JoinEdit,
  LabelEdit,
  Language,
  Origin,
  Place,
  Quote,
  ReplaceEdit,
  Role,
  Seam,
  SeamKind,
  Source,
  Span,
  SplitEdit,
  Standing,
  StatedArticle,
  Verdict,
  WarningCode,
} from "./page/types.ts";
export { type Decoded, type DecodedPieces, type DecodeOptions, decode } from "./read/decode.ts";
export type { EncodingName } from "./read/encodings.ts";
export type { InputFormat, LayoutFormat, PageFormat } from "./read/formats.ts";
export { type ReviewPage, type Scan, toHtml } from "./write/html/index.ts";
export { toJson } from "./write/json.ts";
export { type MarkdownOptions, toMarkdown } from "./write/markdown.ts";
export { toNdjson } from "./write/ndjson.ts";
export { toText } from "./write/text.ts";
