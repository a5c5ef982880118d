/** Composed pages of a purpose: the same for the same seed. */
import { type ComposedPage, composePage, drawStyle } from "./compose/index.ts";
import { isTidy, purposeOf, readCorpus, tidied } from "./corpus.ts";
import { randomFrom } from "./random.ts";

export type PageLanguage = "zh" | "ja";

/** @throws Error where pages are composed in no such language */
export function pageLanguage(name: string): PageLanguage {
  if (name === "zh" || name === "ja") return name;
  throw new Error(`${name}: pages are composed in zh and ja`);
}

/** Sources by how often a page is made of each. */
const SOURCES: Readonly<Record<PageLanguage, readonly string[]>> = {
  zh: ["zh-hans-broadcast", "zh-hans-broadcast", "zh-hant-press", "zh-hant-press", "zh-hans-press-1950s"],
  ja: ["ja-web-news"],
};

export function composedPages(
  folder: string,
  purpose: "weights" | "validation",
  count: number,
  seed: number,
  language: PageLanguage = "zh",
): ComposedPage[] {
  const random = randomFrom(seed);
  const sources = SOURCES[language];
  const bySource = new Map(
    [...new Set(sources)].map((source) => [
      source,
      readCorpus(folder, [source])
        .filter((article) => purposeOf(article) === purpose)
        .map((article) => (language === "ja" ? tidied(article) : article))
        .filter((article) => article.title.length >= 4 && isTidy(article)),
    ]),
  );
  return Array.from({ length: count }, (_, i) => {
    const source = random.pick(sources);
    const articles = bySource.get(source) ?? [];
    // Articles of one page are of one time: neighbours in the corpus.
    const start = random.below(Math.max(1, articles.length - 30));
    return composePage(
      `${purpose}-${seed}-${String(i).padStart(4, "0")}`,
      articles.slice(start, start + 30),
      random,
      drawStyle(random, language === "ja" ? "ja" : "zh-Hans"),
    );
  });
}
