/** The functions of the package: an input of any format in, documents out. */
import { assemble } from "./assemble.ts";
import { repair } from "./fix.ts";
import { type Decisions, settle } from "./page/decisions.ts";
import type { Document } from "./page/document.ts";
import { applyEdits } from "./page/edits.ts";
import { InputError } from "./page/errors.ts";
import { foldBack, foldForth } from "./page/fold.ts";
import type { Language, Page, Warning } from "./page/types.ts";
import { withoutEdit } from "./page/undo.ts";
import {
  type Decoded,
  type DecodedPieces,
  decode,
  emptyInput,
  halvesIn,
  INPUT_FORMATS,
  type InputFormat,
  isBytes,
  readPages,
  readText,
  refuseNoInput,
  refuseNoText,
  refuseUnheardOf,
  type TextSource,
} from "./read/index.ts";

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
  /** Put the log into the document, and what spoke for each decision and came second. */
  readonly explain?: boolean;
  /** Say of each block how likely its role and its article are right. */
  readonly confidence?: boolean;
  /** What people have decided about the page, from a file of decisions (`readDecisions`). */
  readonly decisions?: Decisions;
}

/**
 * Repairs a page and parts it into articles.
 *
 * @param input the text of one page, or what `decode` made of its bytes
 * @throws InputError where the input holds no text or is none, or has several pages (form feeds part them): `fixPages` takes those
 */
export function fixPage(input: string | Decoded, options: FixOptions = {}): Document {
  const [document, ...others] = fixPages(input, options);
  if (!document || others.length > 0)
    throw new InputError(
      `the input has ${others.length + 1} pages`,
      "give it to fixPages, which takes several",
    );
  return document;
}

/**
 * Repairs every page of an input; form feeds part pages.
 *
 * @returns a document a page, in the order of the input; never none
 * @throws InputError where the input holds no text
 */
export function fixPages(input: string | Decoded, options: FixOptions = {}): Document[] {
  refuseNoText(input);
  refuseUnheardOf(options);
  return fixAll(readText(textOf(input), sourceOf(input, options)), options);
}

/** What a user may set for an input of any format. */
export interface FileOptions extends FixOptions {
  /** Format of the input; found from the input unless given. */
  readonly format?: InputFormat;
  /** Encoding of bytes; found from them unless given. */
  readonly encoding?: string;
  /** Throw where bytes mean nothing in the encoding or a layout file is broken, instead of reading what can be read. */
  readonly strict?: boolean;
  /**
   * Reads a file that the input names: a METS file is refused without it. The path is one from the folder of the input and leads
   * out of it by no `..`; that no link in the folder leads out of it is for this to see to.
   */
  readonly beside?: (path: string) => Uint8Array | Promise<Uint8Array>;
}

/**
 * The same for a file of any format that pagefix reads: text, or a layout file (ALTO, hOCR, PAGE XML …), whose spans are
 * the lines of the file.
 *
 * @param input bytes are decoded as `decode` does; pieces are read one after the other, and no more than a page is held of a layout file
 * @throws InputError where the input holds no text or is none, and, with `strict`, where it is broken
 */
export async function fixFile(
  input: string | Uint8Array | Decoded | DecodedPieces,
  options: FileOptions = {},
): Promise<Document[]> {
  return (await fixKeepingPages(input, options)).documents;
}

/** The same, and the pages as they were read, in whose lines the log counts. */
export async function fixKeepingPages(
  given: string | Uint8Array | Decoded | DecodedPieces,
  options: FileOptions = {},
): Promise<{ readonly documents: Document[]; readonly pages: readonly Page[] }> {
  refuseNoInput(given);
  refuseUnheardOf(options);
  const { format, strict = false, encoding, beside } = options;
  const input = isBytes(given) ? await decode(given, { strict, ...(encoding && { encoding }) }) : given;
  const text = typeof input === "string" || "text" in input ? textOf(input) : input.pieces;
  const known = { strict, ...(format && { format }), ...(beside && { beside }) };
  const pages = await readPages(text, { ...sourceOf(input, options), ...known });
  return { documents: fixAll(pages, options), pages };
}

function fixAll(pages: readonly Page[], options: FixOptions): Document[] {
  if (pages.length === 0) throw emptyInput();
  const explain = options.explain ?? false;
  const settled = options.decisions && settle(options.decisions, pages);
  return pages.map((page, i) => {
    const made = repair(settled?.pages[i] ?? page, {
      gapMark: options.gapMark ?? "[…]",
      keepTypography: options.keepTypography ?? false,
      bare: !(options.edits || explain),
      explain,
      confidence: options.confidence ?? false,
      settled: settled?.settled,
    });
    const placed = foldBack(options.edits || explain ? made : { ...made, log: [] });
    const document = assemble(placed.page, placed.log);
    return explain ? { ...document, choices: placed.choices } : document;
  });
}

function textOf(input: string | Decoded): string {
  return (typeof input === "string" ? input : input.text).toWellFormed();
}

/** What is known of an input before it is read. */
function sourceOf(input: string | Decoded | DecodedPieces, { path, sha256, lang }: FixOptions): TextSource {
  const known = { path: path ?? null, sha256: sha256 ?? null, ...(lang && { lang }) };
  if (typeof input === "string") return { ...known, encoding: "utf-16", warnings: halvesIn(input) };
  const warnings: Warning[] = "text" in input ? halvesIn(input.text) : [];
  if (input.guessed)
    warnings.push({
      code: "encoding-guessed",
      message: `the text was taken to be ${input.encoding}; name the encoding if it reads wrong`,
      span: null,
    });
  if (input.badBytes > 0)
    warnings.push({
      code: "unreadable-characters",
      message: `${input.badBytes} byte sequence${input.badBytes === 1 ? " is" : "s are"} no ${input.encoding} and became U+FFFD`,
      span: null,
    });
  return { ...known, encoding: input.encoding, warnings };
}

/**
 * A document without one of its edits, and without those that hung on it.
 *
 * @param input what the document was made from
 * @param document with its edits
 * @param n which edit, from 0
 * @param page which page of the input, from 0
 * @param beside as in `FileOptions`
 * @throws RangeError where the log has no such edit, or was not made on this input
 */
export async function undoEdit(
  input: string | Decoded,
  document: Document,
  n: number,
  page = 0,
  beside?: FileOptions["beside"],
): Promise<{ document: Document; also: readonly number[] }> {
  const { path, sha256, lang } = document.source;
  const format = INPUT_FORMATS.find((name) => name === document.source.format);
  if (!format)
    throw new RangeError(`the edits are of a page in a format that is not read: ${document.source.format}`);
  const source = sourceOf(input, {
    lang,
    ...(path !== null && { path }),
    ...(sha256 !== null && { sha256 }),
  });
  const read = (await readPages(textOf(input), { ...source, format, ...(beside && { beside }) }))[page];
  if (!read) throw new RangeError(`the input has no page ${page}`);
  const { log, also } = withoutEdit(document.edits, n);
  const made = { ...applyEdits(read, foldForth(read, log)), source: document.source };
  const { page: placed } = foldBack({ page: { ...made, warnings: [] }, log: [], choices: [] });
  const { choices } = document;
  const undone = { ...assemble(placed, log), warnings: document.warnings };
  return { document: { ...undone, ...(choices && { choices }) }, also };
}
