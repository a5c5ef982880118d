/**
 * METS (https://www.loc.gov/standards/mets/): which files are the pages of an issue, in which order, and which articles it says there
 * are. Every library writes it in a way of its own; what is asked here is what they share.
 */
import { number } from "./numbers.ts";
import type { Flaw } from "./sheet.ts";
import { type Attributes, type Chunks, walkXml } from "./xml.ts";

/** A file that METS names. */
export interface MetsFile {
  readonly id: string;
  /** As it is written. */
  readonly href: string;
}

/** What METS calls an article, an advertisement or the like. */
export interface MetsArticle {
  readonly id: string | null;
  /** As it is written, e.g. `ARTICLE`. */
  readonly type: string;
  readonly title: string | null;
  /** Ids of elements of the pages, by the id of the file. */
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Mets {
  /** Files with the text of pages, in the order of the pages. */
  readonly pages: readonly MetsFile[];
  readonly articles: readonly MetsArticle[];
  readonly flaws: readonly Flaw[];
}

interface Division {
  readonly attributes: Attributes;
  readonly inner: Division[];
  readonly pointers: { readonly file: string; readonly begin: string | undefined }[];
}

interface Named extends MetsFile {
  /** How much speaks for its being the text of a page with boxes; 0 for none. */
  readonly rank: number;
}

/** Divisions that are nested deeper are taken for ones of this depth. */
const DEEPEST = 64;

export function readMets(chunks: Chunks): Mets {
  const files = new Map<string, Named>();
  const maps: Division[] = [];
  const groups: Attributes[] = [];
  let file: Attributes | null = null;
  let open: Division[] = [];
  let skipped = 0;
  const begin = (attributes: Attributes) => {
    const division: Division = { attributes, inner: [], pointers: [] };
    if (open.length > DEEPEST) skipped++;
    else {
      open.at(-1)?.inner.push(division);
      open.push(division);
    }
  };
  const flaws = walkXml(chunks, {
    open: (name, attributes) => {
      if (name === "fileGrp") groups.push(attributes);
      else if (name === "file") file = attributes;
      else if (name === "FLocat" && file?.ID !== undefined) {
        const href = hrefOf(attributes);
        if (href !== undefined && !files.has(file.ID))
          files.set(file.ID, { id: file.ID, href, rank: rankOf([...groups, file], href) });
      } else if (name === "structMap") {
        open = [];
        skipped = 0;
        begin(attributes);
        maps.push(open[0] as Division);
      } else if (name === "div") begin(attributes);
      else if ((name === "fptr" || name === "area") && attributes.FILEID !== undefined)
        open.at(-1)?.pointers.push({ file: attributes.FILEID, begin: attributes.BEGIN });
    },
    close: (name) => {
      if (name === "fileGrp") groups.pop();
      else if (name === "file") file = null;
      else if (name === "structMap") open = [];
      else if (name === "div") {
        if (skipped > 0) skipped--;
        else open.pop();
      }
    },
  });
  const pages = pagesIn(files, maps);
  const logical = maps.find(({ attributes }) => /logical/i.test(attributes.TYPE ?? ""));
  return { pages, articles: logical ? articlesIn(logical, new Set(pages.map(({ id }) => id))) : [], flaws };
}

/** The prefix of `xlink:href` is the file's own choice. */
function hrefOf(attributes: Attributes): string | undefined {
  const key = Object.keys(attributes).find((name) => name === "href" || name.endsWith(":href"));
  return key === undefined ? undefined : attributes[key];
}

function rankOf(levels: readonly Attributes[], href: string): number {
  const { MIMETYPE = "" } = levels.at(-1) ?? {};
  if (/image|pdf|audio|video/i.test(MIMETYPE) || /\.(?:tiff?|jpe?g|jp2|png|gif|pdf)$/i.test(href)) return 0;
  const names = levels.map(({ ID = "", USE = "" }) => `${ID} ${USE}`).join(" ");
  if (/alto/i.test(names)) return 3;
  if (/full.?text|ocr/i.test(names)) return 2;
  return /xml|hocr/i.test(`${MIMETYPE} ${href}`) ? 1 : 0;
}

/** As the physical map has them, and behind those, in the order of the files, what it leaves out. */
function pagesIn(files: ReadonlyMap<string, Named>, maps: readonly Division[]): MetsFile[] {
  const all = [...files.values()];
  const best = all.reduce((most, { rank }) => Math.max(most, rank), 1);
  const texts = new Map(all.filter(({ rank }) => rank === best).map((file) => [file.id, file]));
  const named = maps.map((map) => pointersIn(map).flatMap(({ file }) => texts.get(file) ?? []));
  const isPhysical = ({ attributes }: Division) => /physical/i.test(attributes.TYPE ?? "");
  const physical = named.find((own, i) => own.length > 0 && isPhysical(maps[i] as Division));
  const isLogical = ({ attributes }: Division) => /logical/i.test(attributes.TYPE ?? "");
  const other = named.find((own, i) => own.length > 0 && !isLogical(maps[i] as Division));
  return [...new Set([...(physical ?? other ?? []), ...texts.values()])];
}

/** All pointers in a division, in the order it states. */
function pointersIn(division: Division): Division["pointers"] {
  return [...division.pointers, ...inOrder(division.inner).flatMap(pointersIn)];
}

function inOrder(divisions: readonly Division[]): readonly Division[] {
  const orderOf = ({ attributes }: Division) => number(attributes.ORDER);
  return divisions.every((it) => Number.isFinite(orderOf(it)))
    ? divisions.toSorted((a, b) => orderOf(a) - orderOf(b))
    : divisions;
}

/** What holds articles, and is none itself. */
const HOLDS =
  /^(?:newspaper|periodical|serial|volume|year|month|day|issue|supplement|section|contents?|page|front|back|main|body)$/i;
/** What is part of an article, and none itself: a heading over a section. */
const PART =
  /^(?:title|headings?|headline|paragraph|textblock|text|body_content|illustration|picture|image|caption)$/i;

function articlesIn({ inner }: Division, pages: ReadonlySet<string>): MetsArticle[] {
  return inner.flatMap((division) => {
    const { TYPE = "", ID, LABEL } = division.attributes;
    if (TYPE === "" || HOLDS.test(TYPE)) return articlesIn(division, pages);
    if (PART.test(TYPE)) return [];
    const parts = new Map<string, Set<string>>();
    for (const { file, begin } of pointersIn(division)) {
      if (begin === undefined || !pages.has(file)) continue;
      parts.set(file, (parts.get(file) ?? new Set()).add(begin));
    }
    return parts.size === 0 ? [] : [{ id: ID ?? null, type: TYPE, title: LABEL?.trim() || null, parts }];
  });
}
