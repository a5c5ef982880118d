/** Gold and output side by side: what each measure looks at. */
import { canonical, flat } from "./forms.ts";
import type { Gold } from "./gold.ts";
import { type Place, uniqueShingles } from "./shingles.ts";
import { type AnyArticle, type AnyDocument, type Unit, unitsOf } from "./units.ts";

export interface Comparison {
  readonly gold: Gold;
  readonly document: AnyDocument;
  readonly articles: readonly AnyArticle[];
  /** The page as it came. */
  readonly source: string;
  readonly cjk: boolean;
  /** The text went through an OCR engine, and gold is what was printed. */
  readonly noisy: boolean;
  readonly goldUnits: readonly Unit[];
  readonly ownUnits: readonly Unit[];
  /** Texts of the units, in canonical form. */
  readonly goldTexts: readonly string[];
  readonly ownTexts: readonly string[];
  /** Shingles that stand once in gold and once in the output, with their places in both. */
  readonly common: readonly { readonly gold: Place; readonly own: Place }[];
  /** Share of the shingles that the page has, and gold too, which the output still has. */
  readonly reach: number;
}

const CJK: ReadonlySet<string> = new Set(["zh-Hans", "zh-Hant", "ja", "zh"]);

export function compare(gold: Gold, document: AnyDocument, source: string): Comparison {
  const cjk = CJK.has(gold.lang);
  const noisy = gold.kind === "rendered";
  const length = cjk ? (noisy ? 4 : 6) : 14;
  const articles = document.articles ?? [];
  const [goldUnits, ownUnits] = [unitsOf(gold.articles), unitsOf(articles)];
  const goldTexts = goldUnits.map(({ text }) => canonical(text, cjk));
  const ownTexts = ownUnits.map(({ text }) => canonical(text, cjk));
  const shingles = (texts: readonly string[]) =>
    uniqueShingles(
      texts.map((text) => flat(text, cjk)),
      length,
    );
  const [inGold, inOwn, inSource] = [shingles(goldTexts), shingles(ownTexts), shingles([source])];
  const common: { gold: Place; own: Place }[] = [];
  let reachable = 0;
  for (const [shingle, place] of inGold) {
    const own = inOwn.get(shingle);
    if (own) common.push({ gold: place, own });
    if (own || inSource.has(shingle)) reachable++;
  }
  return {
    gold,
    document,
    articles,
    source,
    cjk,
    noisy,
    goldUnits,
    ownUnits,
    goldTexts,
    ownTexts,
    common,
    reach: common.length / Math.max(1, reachable),
  };
}
