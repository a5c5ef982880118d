/** Text → pages: a page a form feed, a line a line end, every offset into the whole text. */
import { detectLanguage } from "../language/detect.ts";
import type { Language, Line, Page, Span, Warning } from "../page/types.ts";
import { blocksOf } from "./blocks.ts";
import { unfold } from "./columns/index.ts";
import { emptyInput } from "./sniff.ts";
import { isWhiteSpace, LINE_ENDS, whiteSpaceWidth } from "./white-space.ts";

/** What is known of a text before it is read. */
export interface TextSource {
  readonly path: string | null;
  readonly encoding: string;
  /** Found page by page where it is absent. */
  readonly lang?: Language;
  readonly sha256: string | null;
  /** What went before, on the way to text; every page carries it. */
  readonly warnings?: readonly Warning[];
}

/**
 * Reads plain text: a page between two form feeds, a line between two line ends (LF, CR, CR LF, VT, NEL, LS, PS). Each
 * line that holds something besides white space is a block of its own. A page of white space alone is no page.
 *
 * Spans are UTF-16 offsets into the whole of `text`, on later pages too. `blankBefore` of a page's first line counts the
 * empty lines above it. Lines that run over several columns are cut there and put in order: `folded` says where they stood.
 *
 * @throws InputError where no page is left.
 */
export function readText(text: string, source: TextSource): Page[] {
  return readAsItStands(text, source).map(unfold);
}

/** The same with every line where it stands. */
export function readAsItStands(text: string, source: TextSource): Page[] {
  const pages: Page[] = [];
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf("\f", start);
    const end = feed < 0 ? text.length : feed;
    const lines = readLines(text, { start, end });
    if (lines.length > 0) pages.push(pageOf(text, { start, end }, lines, source));
    start = end + 1;
  }
  if (pages.length === 0) throw emptyInput();
  return pages;
}

function pageOf(text: string, span: Span, lines: readonly Line[], source: TextSource): Page {
  return {
    source: {
      path: source.path,
      format: "text",
      encoding: source.encoding,
      lang: source.lang ?? detectLanguage(text.slice(span.start, span.end)),
      sha256: source.sha256,
    },
    text,
    span,
    lines,
    blocks: blocksOf(lines),
    changes: [],
    warnings: source.warnings ?? [],
  };
}

const PAGE_OR_LINE_END = new RegExp(`[\f${LINE_ENDS}]`, "g");

function readLines(text: string, page: Span): Line[] {
  const lines: Line[] = [];
  let blankBefore = 0;
  for (let at = page.start; at < page.end; ) {
    PAGE_OR_LINE_END.lastIndex = at;
    const end = PAGE_OR_LINE_END.test(text) ? PAGE_OR_LINE_END.lastIndex - 1 : page.end;
    const line = lineOf(text, { start: at, end }, blankBefore);
    if (line) lines.push(line);
    blankBefore = line ? 0 : blankBefore + 1;
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return lines;
}

/** Undefined where the line is white space alone. */
function lineOf(text: string, { start, end }: Span, blankBefore: number): Line | undefined {
  let first = start;
  let indent = 0;
  for (; first < end && isWhiteSpace(text.charCodeAt(first)); first++)
    indent += whiteSpaceWidth(text.charCodeAt(first));
  if (first === end) return undefined;
  let last = end;
  while (isWhiteSpace(text.charCodeAt(last - 1))) last--;
  return { span: { start: first, end: last }, indent, blankBefore, trailingSpace: last < end };
}
