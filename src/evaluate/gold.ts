/** Gold: what a page should become. A key that is absent is not scored; null says that the page has none. */
import { InputError } from "../page/errors.ts";
import { beginningOf } from "../page/snippet.ts";

export interface GoldBlock {
  /** `block`: its role is not known; `zone`: it may hold several paragraphs. */
  readonly type: "paragraph" | "subhead" | "block" | "zone";
  readonly text: string;
}

export interface GoldArticle {
  readonly kind?: "article" | "advert";
  readonly section?: string | null;
  readonly kicker?: string | null;
  readonly title?: string | null;
  readonly subtitle?: string | null;
  readonly byline?: string | null;
  readonly body?: readonly GoldBlock[] | null;
  readonly captions?: readonly { readonly text: string; readonly credit?: string | null }[] | null;
}

export interface GoldBreak {
  readonly tail: string;
  readonly head: string;
}

export interface GoldSeam extends GoldBreak {
  /** What the repaired text reads there. */
  readonly joined: string;
  readonly kind: (typeof SEAM_KINDS)[number];
}

export interface Gold {
  readonly id: string;
  readonly lang: string;
  /** `rendered`: printed and read by an OCR engine, whose errors are forgiven. */
  readonly kind?: string;
  readonly articles: readonly GoldArticle[];
  readonly seams?: readonly GoldSeam[];
  readonly breaks?: readonly GoldBreak[];
  readonly gaps?: readonly GoldBreak[];
}

export const SEAM_KINDS = ["wrap", "column", "overlap"] as const;
export const HEADINGS = ["section", "kicker", "title", "subtitle", "byline"] as const;

/**
 * Reads a gold file.
 *
 * @param text JSON
 * @throws InputError that names the key which is missing or of another kind
 */
export function readGold(text: string): Gold {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`no JSON (${(error as Error).message})`, "mend it; a JSON linter shows the place");
  }
  return goldOf(value);
}

type Loose = Readonly<Record<string, unknown>>;

function goldOf(value: unknown): Gold {
  const gold = objectAt(value, "gold");
  text(gold, "id", "gold");
  text(gold, "lang", "gold");
  for (const [i, item] of list(gold, "articles", "gold").entries()) checkArticle(item, `articles[${i}]`);
  for (const key of ["seams", "breaks", "gaps"])
    for (const [i, item] of optionalList(gold, key, "gold").entries()) {
      const [place, where] = [objectAt(item, `${key}[${i}]`), `${key}[${i}]`];
      text(place, "tail", where);
      text(place, "head", where);
      if (key !== "seams") continue;
      text(place, "joined", where);
      oneOf(place, "kind", where, SEAM_KINDS);
    }
  return value as Gold;
}

function checkArticle(item: unknown, where: string): void {
  const article = objectAt(item, where);
  for (const key of HEADINGS) optionalText(article, key, where);
  for (const [i, block] of optionalList(article, "body", where).entries()) {
    const own = `${where}.body[${i}]`;
    text(objectAt(block, own), "text", own);
    oneOf(block as Loose, "type", own, ["paragraph", "subhead", "block", "zone"]);
  }
  for (const [i, caption] of optionalList(article, "captions", where).entries()) {
    const own = `${where}.captions[${i}]`;
    text(objectAt(caption, own), "text", own);
    optionalText(caption as Loose, "credit", own);
  }
}

function objectAt(value: unknown, where: string): Loose {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw wrong(where, "is no object", `write ${where} as { … }`);
  return value as Loose;
}

function text(object: Loose, key: string, where: string): void {
  if (typeof object[key] !== "string")
    throw wrong(where, `has no "${key}"`, `add "${key}", a text`, object, key);
}

function optionalText(object: Loose, key: string, where: string): void {
  if (object[key] !== undefined && object[key] !== null) text(object, key, where);
}

function list(object: Loose, key: string, where: string): readonly unknown[] {
  if (!Array.isArray(object[key])) throw wrong(where, `has no "${key}"`, `add "${key}", a list`, object, key);
  return object[key];
}

function optionalList(object: Loose, key: string, where: string): readonly unknown[] {
  return object[key] === undefined || object[key] === null ? [] : list(object, key, where);
}

function oneOf(object: Loose, key: string, where: string, values: readonly string[]): void {
  if (!values.includes(object[key] as string))
    throw wrong(where, `has no "${key}"`, `give "${key}" as one of ${values.join(", ")}`, object, key);
}

/** What is missing, or what stands there and means nothing. */
function wrong(where: string, problem: string, advice: string, object: Loose = {}, key = ""): InputError {
  const found = object[key];
  return new InputError(
    found === undefined
      ? `${where} ${problem}`
      : `${where}.${key} is ${beginningOf(JSON.stringify(found), 40)}`,
    advice,
  );
}
