/** Lines of real pages with their true roles: METS/ALTO issues, whose structure says which line is of which article. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page, Role } from "../page/types.ts";
import { readText } from "../read/index.ts";
import { readLayout } from "../read/layout/index.ts";

/** The parts of a gold file that are needed here. */
interface Gold {
  readonly articles: readonly {
    readonly kind: "article" | "advert";
    readonly kicker?: string | null;
    readonly title?: string | null;
    readonly subtitle?: string | null;
    readonly byline?: string | null;
    readonly body: readonly { readonly text: string }[];
    readonly captions?: readonly { readonly text: string }[];
  }[];
  readonly furniture: readonly string[];
}

export interface GoldPage {
  readonly id: string;
  readonly page: Page;
  /** Per line its role and the number of its article; -1 for none. */
  readonly lines: readonly { readonly role: Role; readonly article: number }[];
}

/** A printed unit, in letters alone, and how much of it has been found in the lines so far. */
interface Unit {
  readonly article: number;
  readonly role: Role;
  readonly letters: string;
  found: number;
}

/** @param folder holds a folder a page, with `file` and `gold.json` */
export function goldPages(folder: string, file: "page.txt" | "page.alto.xml" = "page.txt"): GoldPage[] {
  return readdirSync(folder)
    .sort()
    .map((id) => {
      const text = readFileSync(join(folder, id, file), "utf8");
      const source = { path: null, encoding: "utf-8", sha256: null, warnings: [] };
      const [page] = file === "page.txt" ? readText(text, source) : readLayout(text, "alto", source);
      const gold = JSON.parse(readFileSync(join(folder, id, "gold.json"), "utf8")) as Gold;
      if (!page) throw new Error(`${join(folder, id)}: ${file} is empty`);
      return { id, page, lines: lineRoles(page, gold) };
    });
}

function lineRoles(page: Page, gold: Gold): GoldPage["lines"] {
  const units = unitsOf(gold);
  let current: Unit | undefined;
  const owners = page.lines.map(({ span }) => {
    const letters = lettersOf(page.text.slice(span.start, span.end));
    if (letters !== "") current = ownerOf(letters, units, current) ?? current;
    if (current && letters !== "" && current.letters.startsWith(letters, current.found))
      current.found += letters.length;
    return current;
  });
  return owners.map((owner) => ({ role: owner?.role ?? "text", article: owner?.article ?? -1 }));
}

/** The unit being read, if the line goes on in it; else one that goes on or ends with the line, the nearest in order. */
function ownerOf(letters: string, units: readonly Unit[], current: Unit | undefined): Unit | undefined {
  const goesOn = (unit: Unit) =>
    unit.found < unit.letters.length && unit.letters.startsWith(letters, unit.found);
  if (current && goesOn(current)) return current;
  const at = current?.article ?? 0;
  const away = ({ article }: Unit) => (article < 0 ? 1 : Math.abs(article - at));
  const ends = (unit: Unit) => (unit.letters.length - unit.found === letters.length ? 0 : 1);
  return units.filter(goesOn).sort((a, b) => ends(a) - ends(b) || away(a) - away(b))[0];
}

function unitsOf({ articles, furniture }: Gold): Unit[] {
  const units: Unit[] = [];
  const add = (article: number, role: Role, text: string | null | undefined) => {
    if (text) units.push({ article, role, letters: lettersOf(text), found: 0 });
  };
  articles.forEach((own, i) => {
    const advert = own.kind === "advert";
    add(i, "kicker", own.kicker);
    add(i, advert ? "advert" : "title", own.title);
    add(i, "subtitle", own.subtitle);
    add(i, "byline", own.byline);
    for (const { text } of own.body) add(i, advert ? "advert" : "text", text);
    for (const { text } of own.captions ?? []) add(i, "caption", text);
  });
  for (const text of furniture) add(-1, "furniture", text);
  return units;
}

function lettersOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
