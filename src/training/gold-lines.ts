/** Lines of real pages with their true roles: METS/ALTO issues, whose structure says which line is of which article. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page, Role } from "../page/types.ts";
import { readText } from "../read/index.ts";
import { readLayout } from "../read/layout/index.ts";

/** The parts of a gold file that are needed here. */
export interface Gold {
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

/** A printed unit, in letters alone. */
interface Unit {
  readonly article: number;
  readonly role: Role;
  readonly letters: string;
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

/** Letters in a row by which a line is found again: an engine reads them alike in the page and in its structure. */
const GRAM = 7;

/**
 * Each line is of the unit that most of its letters stand in; blocks come in another order than in the structure of the issue,
 * and their lines cut otherwise. What has too few letters goes with its block, or with the line behind.
 */
export function lineRoles(page: Page, gold: Gold): GoldPage["lines"] {
  const units = unitsOf(gold);
  const grams = new Map<string, Unit[]>();
  for (const unit of units) for (const gram of gramsOf(unit.letters)) push(grams, gram, unit);
  let current: Unit | undefined;
  const found = page.lines.map(({ span }) => {
    const owner = ownerOf(lettersOf(page.text.slice(span.start, span.end)), units, grams, current);
    current = owner ?? current;
    return owner;
  });
  const inBlocks = new Map<number, Unit[]>();
  page.lines.forEach(({ print }, i) => {
    const owner = found[i];
    if (print && owner) push(inBlocks, print.block, owner);
  });
  const owners: (Unit | undefined)[] = [];
  for (let i = page.lines.length - 1; i >= 0; i--) {
    const block = page.lines[i]?.print?.block;
    owners[i] = found[i] ?? mostOf(inBlocks.get(block ?? -1) ?? []) ?? owners[i + 1];
  }
  return owners.map((owner) => ({ role: owner?.role ?? "text", article: owner?.article ?? -1 }));
}

function ownerOf(
  letters: string,
  units: readonly Unit[],
  grams: ReadonlyMap<string, readonly Unit[]>,
  current: Unit | undefined,
): Unit | undefined {
  const away = ({ article }: Unit) => Math.abs(article - (current?.article ?? 0));
  if (letters.length < GRAM)
    return units.filter((unit) => unit.letters === letters).sort((a, b) => away(a) - away(b))[0];
  const votes = new Map<Unit, number>();
  const all = gramsOf(letters);
  for (const gram of all) {
    const holders = grams.get(gram) ?? [];
    for (const unit of holders) votes.set(unit, (votes.get(unit) ?? 0) + 1 / holders.length);
  }
  const [best] = [...votes].sort(([a, most], [b, more]) => more - most || away(a) - away(b));
  return best && best[1] >= all.length / 2 ? best[0] : undefined;
}

function gramsOf(letters: string): string[] {
  if (letters.length < GRAM) return [];
  return Array.from({ length: letters.length - GRAM + 1 }, (_, i) => letters.slice(i, i + GRAM));
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const own = lists.get(key);
  if (own) own.push(value);
  else lists.set(key, [value]);
}

/** The unit that most lines are of. */
function mostOf(units: readonly Unit[]): Unit | undefined {
  const count = (unit: Unit) => units.filter((own) => own === unit).length;
  return [...new Set(units)].sort((a, b) => count(b) - count(a))[0];
}

function unitsOf({ articles, furniture }: Gold): Unit[] {
  const units: Unit[] = [];
  const add = (article: number, role: Role, text: string | null | undefined) => {
    if (text) units.push({ article, role, letters: lettersOf(text) });
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
