/** What readers make of files becomes pages: set one behind the other, in one text that form feeds part. */
import { InputError } from "../../page/errors.ts";
import type { Page, Source, Span, Warning } from "../../page/types.ts";
import { blocksOf } from "../blocks.ts";
import type { TextSource } from "../text.ts";
import type { Flaw, Reader, Sheet } from "./sheet.ts";
import { type TypesetPage, typeset } from "./typeset.ts";

/** A page that has its place in the text of all. */
interface SetPage extends TypesetPage {
  readonly span: Span;
  readonly known: Partial<Source>;
  readonly warnings: readonly Warning[];
}

export interface Volume {
  /**
   * Reads a file and sets its pages behind those that are there.
   *
   * @param known what is known of a page beyond its file
   * @param name of the file, for messages; the input itself has none
   */
  readonly add: (
    read: Reader,
    chunks: Iterable<string>,
    known?: (sheet: Sheet) => Partial<Source>,
    name?: string,
  ) => void;
  /** What the first page warns of before all else. */
  readonly warn: (warning: Warning) => void;
  /** @throws InputError where no text is there */
  readonly pages: () => Page[];
}

/** @throws InputError with `strict`, where a file is broken */
export function openVolume(
  format: string,
  { lang, path, encoding, sha256, warnings = [], strict }: TextSource & { readonly strict?: boolean },
): Volume {
  const set: SetPage[] = [];
  const first: Warning[] = [];
  let length = 0;
  return {
    add: (read, chunks, known = () => ({}), name) => {
      const own: SetPage[] = [];
      const flaws = read(chunks, (sheet) => {
        if (length > 0) length++;
        const page = typeset(sheet, length);
        const span = { start: length, end: length + page.text.length };
        length = span.end;
        own.push({ ...page, span, known: known(sheet), warnings: doubtsOf(sheet) });
      });
      const [flaw] = flaws;
      if (strict && flaw)
        throw new InputError(
          told(flaw, name),
          "mend the file, or leave out --strict to read what can be read",
        );
      const broken = flaws.map((it): Warning => {
        const message = `${told(it, name)}; what can be read was read`;
        return { code: "broken-markup", message, span: null };
      });
      for (const page of own) set.push({ ...page, warnings: [...broken, ...page.warnings] });
      // A file without a page of its own, as METS is.
      if (own.length === 0) first.push(...broken);
    },
    warn: (warning) => void first.push(warning),
    pages: () => {
      const text = set.map((page) => page.text).join("\f");
      if (text === "")
        throw new InputError(
          `no text is in it, read as ${format}`,
          "look whether the OCR engine wrote any, or name another format with --format-in",
        );
      return set.map(({ lines, lang: found, span, known, warnings: own }, i) => ({
        source: { path, format, encoding, lang: lang ?? found, sha256, ...known },
        text,
        span,
        lines,
        blocks: blocksOf(lines),
        changes: [],
        warnings: [...warnings, ...(i === 0 ? first : []), ...own],
      }));
    },
  };
}

function told({ message, place }: Flaw, name: string | undefined): string {
  return `${name === undefined ? "" : `${name}: `}${message} (line ${place.line}, column ${place.column})`;
}

/** Below this confidence a word is as likely wrong as right. */
const DOUBTFUL = 0.5;
/** Engines doubt a few words of any page; a page is worth a warning from one in five on. */
const MANY = 0.2;

function doubtsOf({ lines }: Sheet): Warning[] {
  const known = lines.flatMap(({ words }) => words).filter(({ confidence }) => confidence !== null);
  const low = known.filter(({ confidence }) => (confidence as number) < DOUBTFUL).length;
  if (low === 0 || low < MANY * known.length) return [];
  const message = `the engine was not sure of ${low} of ${known.length} words`;
  return [{ code: "unreadable-characters", message, span: null }];
}
