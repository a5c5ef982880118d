/** Gold, pages and documents on the disk: which document belongs to which gold. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, parse, relative, resolve, sep } from "node:path";
import type { AnyDocument } from "../../evaluate/index.ts";
import { InputError } from "../../page/errors.ts";

export interface GoldFile {
  readonly path: string;
  /** The folder it lies in, relative to the one that was named; empty where it is that. */
  readonly folder: string;
  /** Name of its set: the folder above its own, and the page where that is not `page.txt`. */
  readonly set: string;
  /** The page beside it. */
  readonly page: string;
  /** Its text: the page itself, or where that has layout, `page.txt` beside it; null where there is none, and the page has to tell. */
  readonly source: string | null;
}

const GOLD = "gold.json";
/** The page that is read where no other is named; sets of others have the name of the page in theirs. */
export const PAGE = "page.txt";

/**
 * Gold files, in the order of their folders.
 *
 * @throws InputError where there is none, and errors of the system
 */
export function findGold(named: string, input: string): GoldFile[] {
  const isFolder = statSync(named).isDirectory();
  const root = isFolder ? named : dirname(named);
  const paths = isFolder
    ? readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter((path) => basename(path) === GOLD)
        .map((path) => join(root, path))
    : [named];
  const found = paths
    .map((path) => {
      const folder = relative(root, dirname(path));
      const beside = (name: string) => join(dirname(path), name);
      const text = beside(input.endsWith(".txt") ? input : PAGE);
      const source = existsSync(text) ? text : null;
      const set = input === PAGE ? setOf(root, folder) : `${setOf(root, folder)} ${input}`;
      return { path, folder, set, page: beside(input), source };
    })
    .filter(({ page }) => existsSync(page))
    .sort((a, b) => (a.path.split(sep).join("/") < b.path.split(sep).join("/") ? -1 : 1));
  if (found.length === 0)
    throw new InputError(
      `no page with ${isFolder ? GOLD : basename(named)} and ${input}`,
      `name a folder in which each page is a folder with ${GOLD} and ${input}, or another page with --input`,
    );
  return found;
}

function setOf(root: string, folder: string): string {
  const above = folder === "" ? ".." : dirname(folder);
  const set = above === "." ? "" : above;
  return set === "" || set === ".." ? basename(resolve(root, set)) : set.split(sep).join("/");
}

export type Documents = AnyDocument | readonly AnyDocument[];
/** The document of a gold file; null where there is none. */
export type FindDocument = (gold: GoldFile) => Documents | null;

/**
 * Documents by the gold they belong to: `folder/page.json` or `folder.json` in a folder; the one that names the page as its
 * source in a file of several; the only one there is.
 *
 * @throws InputError where it is no document, and errors of the system
 */
export function findDocuments(named: string, gold: readonly GoldFile[]): FindDocument {
  if (statSync(named).isDirectory()) {
    return ({ folder, page }) => {
      const name = `${parse(page).name}.json`;
      const path = [join(named, folder, name), `${join(named, folder)}.json`].find((it) => existsSync(it));
      return path === undefined ? null : readDocuments(path, readFileSync(path, "utf8"));
    };
  }
  const all = asList(readDocuments(named, readFileSync(named, "utf8")));
  if (gold.length === 1) return () => all;
  return ({ folder, page }) => {
    const end = join(folder, basename(page)).split(sep).join("/");
    const own = all.filter((document) => sourceOf(document).endsWith(end));
    return own.length === 0 ? null : own;
  };
}

function asList(documents: Documents): readonly AnyDocument[] {
  return (Array.isArray(documents) ? documents : [documents]) as readonly AnyDocument[];
}

function sourceOf(document: AnyDocument): string {
  const { path } = ((document as { readonly source?: unknown }).source ?? {}) as { readonly path?: unknown };
  return typeof path === "string" ? path.split(sep).join("/") : "";
}

/** JSON, or a line of JSON each. */
function readDocuments(name: string, text: string): Documents {
  const lines = /\.(?:ndjson|jsonl)$/i.test(name);
  try {
    const value: unknown = lines
      ? text
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line) => JSON.parse(line))
      : JSON.parse(text);
    const documents = asList(value as Documents);
    if (documents.every((it) => typeof it === "object" && it !== null && Array.isArray(it.articles)))
      return value as Documents;
  } catch (error) {
    throw new InputError(`${name}: no JSON (${(error as Error).message})`, "write it anew with pagefix");
  }
  throw new InputError(`${name}: no document of pagefix, it has no "articles"`, "write it anew with pagefix");
}
