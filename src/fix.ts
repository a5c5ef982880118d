/** The program in one page: which stages run, in which order. */
import type { Document } from "./page/document.ts";
import type { Language } from "./page/types.ts";
import type { Decoded } from "./read/decode.ts";

/** What a user may set. */
export interface FixOptions {
  /** Path for `source.path`. */
  readonly path?: string;
  /** Lower-case hex SHA-256 of the input bytes, for `source.sha256`. */
  readonly sha256?: string;
  /** Language of the text; found from the text unless given. */
  readonly lang?: Language;
  /** What stands for missing text; `[…]` unless given, empty for nothing. */
  readonly gapMark?: string;
  /** Leave punctuation, quotes and spacing as they were read. */
  readonly keepTypography?: boolean;
  /** Put the log of edits into the document. */
  readonly edits?: boolean;
}

/** Every page of an input; form feeds part pages. */
export function fixPages(_input: string | Decoded, _options: FixOptions = {}): Document[] {
  throw new Error("not built yet");
}
