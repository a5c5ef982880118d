/** The training texts: gzipped JSON lines, an article each. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface Part {
  readonly type: string;
  readonly text: string;
}

export interface CorpusArticle {
  readonly source: string;
  readonly lang: string;
  readonly date: string;
  readonly title: string;
  readonly byline?: string;
  readonly section?: string;
  readonly parts: readonly Part[];
}

/** Reads the articles of some sources, in the order of the files. */
export function readCorpus(folder: string, sources: readonly string[]): CorpusArticle[] {
  return sources.flatMap((source) =>
    gunzipSync(readFileSync(`${folder}/${source}.jsonl.gz`))
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => ({ source, ...JSON.parse(line) }) as CorpusArticle),
  );
}

/**
 * The paragraphs of an article: running text alone. What does not end as paragraphs do is a list, a verse or a heading
 * that the source marks as a paragraph, and is left out.
 */
export function paragraphsOf(article: CorpusArticle): string[] {
  return article.parts
    .filter((part) => part.type === "paragraph")
    .map((part) => cleanText(part.text))
    .filter((text) => /\p{L}/u.test(text) && /[。！？!?…：][”’」』）)》】]*$/u.test(text));
}

/** Without what web pages leave behind: entities, tags, marks of their editors, runs of white space. */
export function cleanText(text: string): string {
  return text
    .replace(/&(?:nbsp|amp|lt|gt|quot|#\d+);/g, " ")
    .replace(/<[^>]*>|\{\{.*?\}\}|\[\/?[^\]]{0,20}\]|[#*_>]+/g, "")
    .replace(/[\s\u3000]+/g, " ")
    .trim();
}

/** Whether nearly all that the source calls paragraphs are some: pages are composed of such articles alone. */
export function isTidy(article: CorpusArticle): boolean {
  const all = article.parts.filter((part) => part.type === "paragraph");
  return all.length > 0 && paragraphsOf(article).length >= 0.9 * all.length;
}

/** Share of an article that has to be running text for the rest to be taken out of it. */
const RUNNING = 0.6;

/**
 * An article of the web as a paper would print it: without lists, links and credits, unless these are most of it, and its title without the
 * label of its series and without a second sentence.
 */
export function tidied(article: CorpusArticle): CorpusArticle {
  const title = cleanText(article.title.replace(/【[^】]*】/g, "")).split("。")[0] ?? "";
  const running = new Set(paragraphsOf(article));
  const parts = article.parts.filter(
    ({ type, text }) => type !== "paragraph" || running.has(cleanText(text)),
  );
  return { ...article, title, parts: parts.length < RUNNING * article.parts.length ? article.parts : parts };
}

/**
 * What an article is for, by a hash of its title and date, so that the same article always falls on the same side:
 * of ten, eight train the language model, one is for fitting weights, one for validation.
 */
export function purposeOf(article: CorpusArticle): "model" | "weights" | "validation" {
  let hash = 2166136261;
  for (const character of `${article.title}${article.date}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 16777619) >>> 0;
  const tenth = hash % 10;
  return tenth === 8 ? "weights" : tenth === 9 ? "validation" : "model";
}
