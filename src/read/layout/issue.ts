/** A METS file and the files that it names → pages, each with what METS says stands on it. */
import { InputError } from "../../page/errors.ts";
import type { Source } from "../../page/types.ts";
import { decode } from "../decode.ts";
import type { PageSource } from "../formats.ts";
import { pathOf } from "./href.ts";
import { type MetsArticle, type MetsFile, readMets } from "./mets.ts";
import type { Volume } from "./pages.ts";
import { around, type Reader, type Sheet } from "./sheet.ts";

/**
 * @param readerOf who reads a page; null for what is none
 * @throws InputError where no page is left, and, with `strict`, where one is missing
 */
export async function readFilesOf(
  chunks: Iterable<string>,
  { beside, strict = false }: PageSource,
  volume: Volume,
  readerOf: (text: string) => Reader | null,
): Promise<void> {
  if (!beside)
    throw new InputError(
      "this is a METS file, which names the files of its pages, and here it has no folder to find them in",
      "give its path, e.g. pagefix issue.mets.xml, or name its ALTO files themselves",
    );
  const { pages, articles, flaws } = readMets(chunks);
  volume.add(() => flaws, []);
  if (pages.length === 0)
    throw new InputError(
      "this METS file names no file with the text of a page",
      "name its ALTO files themselves",
    );
  const missing: InputError[] = [];
  for (const [i, file] of pages.entries()) {
    const page = await openPage(file, beside, strict, readerOf);
    if (page instanceof InputError) {
      const problem = `page ${i + 1} cannot be read: ${file.href}: ${page.problem}`;
      if (strict) throw new InputError(problem, `${page.advice}, or leave out --strict to read the others`);
      missing.push(new InputError(problem, page.advice));
    } else
      volume.add(page.reader, [page.text], (sheet) => saidOf(sheet, file, page.path, articles), page.path);
  }
  if (missing[0] && missing.length === pages.length) throw missing[0];
  for (const { problem, advice } of missing)
    volume.warn({ code: "missing-page", message: `${problem}; ${advice}`, span: null });
}

interface Opened {
  readonly path: string;
  readonly text: string;
  readonly reader: Reader;
}

/** Why there is none, as a value: the others are read. */
async function openPage(
  { href }: MetsFile,
  beside: NonNullable<PageSource["beside"]>,
  strict: boolean,
  readerOf: (text: string) => Reader | null,
): Promise<Opened | InputError> {
  try {
    const path = pathOf(href);
    const { text } = await decode(await beside(path), { strict });
    const reader = readerOf(text);
    return reader ? { path, text, reader } : new InputError("it has no boxes", "name an ALTO file there");
  } catch (error) {
    return error instanceof InputError ? error : new InputError((error as Error).message, "look at the file");
  }
}

/** The file of a page, and where on it stands what METS calls articles. */
function saidOf(
  { lines }: Sheet,
  { id }: MetsFile,
  file: string,
  articles: readonly MetsArticle[],
): Partial<Source> {
  const stated = articles.flatMap(({ parts, ...article }) => {
    const own = parts.get(id);
    if (!own) return [];
    const spans = lines
      .filter((line) => line.within.some((it) => own.has(it)) || (line.id !== null && own.has(line.id)))
      .map((line) => ({ id: line.id, box: around(line.words.map(({ place }) => place)) }));
    return spans.length > 0 ? [{ ...article, spans }] : [];
  });
  return { file, articles: stated };
}

/** The paths of the files that a METS file names, as far as they lie in its folder. */
export function filesNamedIn(chunks: Iterable<string>): readonly string[] {
  return readMets(chunks).pages.flatMap(({ href }) => {
    try {
      return pathOf(href);
    } catch {
      return [];
    }
  });
}
