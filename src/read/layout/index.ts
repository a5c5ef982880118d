/** Layout files → pages. Loaded only for an input that is one. */
import type { Page } from "../../page/types.ts";
import { formatOf, type PageFormat, type PageSource } from "../formats.ts";
import { readAlto } from "./alto.ts";
import { readBboxLayout } from "./bbox.ts";
import { readHocr } from "./hocr.ts";
import { readFilesOf } from "./issue.ts";
import { readPaddle } from "./paddle.ts";
import { readPageXml } from "./page-xml.ts";
import { openVolume } from "./pages.ts";
import type { Reader } from "./sheet.ts";
import { readTsv } from "./tsv.ts";

const READERS: { readonly [format in PageFormat]: Reader } = {
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
  format: PageFormat,
  source: Omit<PageSource, "beside">,
): Page[] {
  const volume = openVolume(format, source);
  volume.add(READERS[format], typeof input === "string" ? [input] : input);
  return volume.pages();
}

/**
 * Reads the pages that a METS file names, in its order, as if they were in one file.
 *
 * @throws InputError where no page is left, and, with `strict`, where one is missing or broken
 */
export async function readIssue(input: string | Iterable<string>, source: PageSource): Promise<Page[]> {
  const volume = openVolume("mets", source);
  await readFilesOf(typeof input === "string" ? [input] : input, source, volume, readerOf);
  return volume.pages();
}

/** Null for what is no page with boxes. */
function readerOf(text: string): Reader | null {
  const format = formatOf(text);
  return format === "text" || format === "mets" ? null : READERS[format];
}
