/** Composed pages of a purpose: the same for the same seed. */
import { type ComposedPage, composePage, drawStyle } from "./compose/index.ts";
import { isTidy, purposeOf, readCorpus } from "./corpus.ts";
import { randomFrom } from "./random.ts";

/** Chinese sources by how often a page is made of each. */
const SOURCES = [
  "zh-hans-broadcast",
  "zh-hans-broadcast",
  "zh-hant-press",
  "zh-hant-press",
  "zh-hans-press-1950s",
];

export function composedPages(
  folder: string,
  purpose: "weights" | "validation",
  count: number,
  seed: number,
): ComposedPage[] {
  const random = randomFrom(seed);
  const bySource = new Map(
    [...new Set(SOURCES)].map((source) => [
      source,
      readCorpus(folder, [source]).filter(
        (article) => purposeOf(article) === purpose && article.title.length >= 4 && isTidy(article),
      ),
    ]),
  );
  return Array.from({ length: count }, (_, i) => {
    const source = random.pick(SOURCES);
    const articles = bySource.get(source) ?? [];
    // Articles of one page are of one time: neighbours in the corpus.
    const start = random.below(Math.max(1, articles.length - 30));
    return composePage(
      `${purpose}-${seed}-${String(i).padStart(4, "0")}`,
      articles.slice(start, start + 30),
      random,
      drawStyle(random),
    );
  });
}
