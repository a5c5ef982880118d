/** Layout files → pages. Loaded only for an input that is one. */
import { InputError } from "../../page/errors.ts";
import type { Page, Warning } from "../../page/types.ts";
import { blocksOf } from "../blocks.ts";
import type { LayoutFormat } from "../formats.ts";
import { emptyInput } from "../sniff.ts";
import type { TextSource } from "../text.ts";
import { readAlto } from "./alto.ts";
import { readBboxLayout } from "./bbox.ts";
import { readHocr } from "./hocr.ts";
import { readPaddle } from "./paddle.ts";
import { readPageXml } from "./page-xml.ts";
import type { Flaw, Reading, Sheet } from "./sheet.ts";
import { readTsv } from "./tsv.ts";
import { typeset } from "./typeset.ts";

const READERS: { readonly [format in LayoutFormat]: (source: string) => Reading } = {
  alto: readAlto,
  hocr: readHocr,
  tsv: readTsv,
  page: readPageXml,
  paddle: readPaddle,
  bbox: readBboxLayout,
};

/**
 * Reads a layout file: its lines in the order of the printed page, each a block of its own, with the boxes they have in
 * the file. Spans are UTF-16 offsets into the text of all pages, which form feeds part.
 *
 * @throws InputError where no text is left, and, with `strict`, where the file is broken
 */
export function readLayout(
  source: string,
  format: LayoutFormat,
  { lang, ...known }: TextSource & { readonly strict?: boolean },
): Page[] {
  const { sheets, flaws } = READERS[format](source);
  const found = flaws.map(({ message, at }) => ({ message, place: positionIn(source, at) }));
  if (known.strict && found[0])
    throw new InputError(
      `${found[0].message} (${found[0].place})`,
      "mend the file, or leave out --strict to read what can be read",
    );
  const warnings: Warning[] = found.map(({ message, place }) => ({
    code: "broken-markup",
    message: `${message} (${place}); what can be read was read`,
    span: null,
  }));
  let text = "";
  const pages = sheets.map((sheet) => {
    if (text !== "") text += "\f";
    const page = typeset(sheet, text.length);
    const span = { start: text.length, end: text.length + page.text.length };
    text += page.text;
    return { ...page, span, doubts: doubtsOf(sheet) };
  });
  if (text === "") throw emptyInput();
  return pages.map(({ lines, lang: own, span, doubts }) => ({
    source: { path: known.path, format, encoding: known.encoding, lang: lang ?? own, sha256: known.sha256 },
    text,
    span,
    lines,
    blocks: blocksOf(lines),
    changes: [],
    warnings: [...(known.warnings ?? []), ...warnings, ...doubts],
  }));
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

function positionIn(source: string, at: Flaw["at"]): string {
  const before = source.slice(0, at).split("\n");
  return `line ${before.length}, column ${(before.at(-1) as string).length + 1}`;
}
