/** Layout files → pages. Loaded only for an input that is one. */
import type { Page } from "../../page/types.ts";
import type { LayoutFormat, PageSource } from "../formats.ts";
import { readAlto } from "./alto.ts";
import { readBboxLayout } from "./bbox.ts";
import { readHocr } from "./hocr.ts";
import { readPaddle } from "./paddle.ts";
import { readPageXml } from "./page-xml.ts";
import { openVolume } from "./pages.ts";
import type { Reader } from "./sheet.ts";
import { readTsv } from "./tsv.ts";

const READERS: { readonly [format in LayoutFormat]: Reader } = {
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
 * @param input the file, whole or in pieces: no more of it is held than a page
 * @throws InputError where no text is left, and, with `strict`, where the file is broken
 */
export function readLayout(
  input: string | Iterable<string>,
  format: LayoutFormat,
  source: PageSource,
): Page[] {
  const volume = openVolume(format, source);
  volume.add(READERS[format], typeof input === "string" ? [input] : input);
  return volume.pages();
}
