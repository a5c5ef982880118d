/** The page composer: a newspaper page from real articles, a seed and nothing else. */
import { type CorpusArticle, cleanText } from "../corpus.ts";
import type { Random } from "../random.ts";
import { invent } from "./invented.ts";
import { layOut } from "./layout.ts";
import { render } from "./render.ts";
import type { ComposedPage, Style } from "./types.ts";
import { type SetArticle, setArticle, unitMaker } from "./units.ts";

export type { Chunk, ComposedPage, Style, Unit } from "./types.ts";

export function composePage(
  id: string,
  articles: readonly CorpusArticle[],
  random: Random,
  style: Style,
): ComposedPage {
  const lang = (articles[0]?.lang ?? "zh-Hans") as ComposedPage["lang"];
  const invented = invent(random, lang);
  const maker = unitMaker(random, style, invented.letters);
  const pools = { captions: articles.flatMap(captionSentences), subheads: articles.flatMap(shortPhrases) };
  const count = 3 + random.below(6);
  const chosen = Array.from({ length: count }, () => random.pick(articles));
  const articlesSet = chosen.map((article, i) =>
    setArticle(article, i, maker, invented, pools, random, style.oldMarks),
  );
  const set = random.chance(0.1) ? articlesSet.map(begunBefore) : articlesSet;
  const strays = Array.from({ length: random.below(4) }, () =>
    random.chance(0.75)
      ? maker.make("furniture", -1, invented.furniture())
      : maker.make("advert", -1, invented.notice()),
  );
  const top =
    !style.oldMarks && random.chance(0.4)
      ? invented.runningHead().map((text) => maker.make("furniture", -1, text))
      : [];
  const specks = Array.from({ length: style.noise >= SPECKLED ? random.below(5) : 0 }, () =>
    maker.make("furniture", -1, speck(random, invented.letters)),
  );
  const { chunks, lost } = layOut(set, { top, strays, specks }, style, random);
  return { id, lang, style, ...render(chunks, style, random), units: maker.units, lost };
}

/** The first article of a page may have begun on the one before. */
function begunBefore(article: SetArticle, i: number): SetArticle {
  const lead = article.body[0];
  return i > 0 || lead?.role !== "text" ? article : { ...article, head: [] };
}

/** Share of misread characters from which on an engine reads pictures and rules too. */
const SPECKLED = 0.01;
const MARKS = [..."。、，.-—|_·:;~'>^\"=*<[]!1lI07oyrTeA"];

/** What an engine makes of a picture or a rule: a character or a few. */
function speck(random: Random, letters: string): string {
  return Array.from({ length: 1 + random.below(random.chance(0.7) ? 3 : 8) }, () =>
    random.chance(0.5) ? (letters[random.below(letters.length)] as string) : random.pick(MARKS),
  ).join("");
}

function captionSentences(article: CorpusArticle): string[] {
  const sentences = article.parts
    .filter((part) => part.type === "paragraph" || part.type === "caption")
    .slice(-2)
    .flatMap((part) => part.text.match(/[^。]{8,45}。/g) ?? []);
  return sentences.slice(0, 2);
}

/** Phrases of a title that would do for a subhead. */
function shortPhrases({ title }: CorpusArticle): string[] {
  return cleanText(title)
    .split(/[\s：，、！？【】“”]+/)
    .filter((phrase) => phrase.length >= 4 && phrase.length <= 16);
}

/** Styles as they come: many settings, none of them a page that anybody has. Japanese pages are of today, and indent by one em. */
export function drawStyle(random: Random, lang: ComposedPage["lang"] = "zh-Hans"): Style {
  if (lang === "ja") {
    const style = newStyle(random);
    return { ...style, indent: Math.min(1, style.indent) };
  }
  if (random.chance(0.16)) return oldStyle(random);
  const style = newStyle(random);
  return style.measure === 0 && style.blank === "one" && random.chance(0.4) ? graded(style) : style;
}

/** A page of one paragraph a line whose articles stand by themselves: typed, or cleaned before. */
function graded(style: Style): Style {
  return { ...style, blank: "graded", cuts: style.cuts / 4, interleave: 0, disorder: 0 };
}

/** A paper of the 1930s: narrow columns of many widths, nothing between them but a line end, often 、 for every mark. */
function oldStyle(random: Random): Style {
  return {
    measure: 8 + random.below(24),
    byWidth: random.chance(0.4),
    indent: 0,
    lostIndent: random.pick([0, 1, 1, 2]),
    blank: "none",
    halfWidth: false,
    noise: 0,
    cuts: 0.03,
    gaps: 0,
    overlaps: 0,
    stray: 0,
    interleave: 0,
    disorder: 0,
    mixed: true,
    stacked: 4 + random.below(7),
    oldMarks: random.chance(0.6),
  };
}

function newStyle(random: Random): Style {
  const measure = random.chance(0.6) ? 0 : 9 + random.below(28);
  const indent = measure > 0 && random.chance(0.45);
  return {
    measure,
    byWidth: random.chance(0.6),
    indent: indent ? 2 : 0,
    lostIndent: 0,
    blank:
      measure === 0
        ? random.pick(["one", "ragged", "one", "ragged", "none"] as const)
        : indent
          ? random.pick(["none", "one", "one"] as const)
          : random.pick(["one", "ragged", "one", "none"] as const),
    halfWidth: random.chance(0.35),
    noise: random.pick([0, 0, 0.003, 0.01, 0.02]),
    cuts: random.pick([0.06, 0.12, 0.2]),
    gaps: random.pick([0, 0.05, 0.1, 0.15]),
    overlaps: random.pick([0, 0.1, 0.2]),
    stray: measure > 0 && random.chance(0.3) ? 0.03 : 0,
    interleave: random.pick([0, 0.15, 0.3, 0.5]),
    disorder: random.pick([0, 0, 0, 0.1, 0.25]),
    mixed: measure > 0 && random.chance(0.3),
    stacked: measure > 0 && random.chance(0.4) ? 4 + random.below(11) : 0,
    oldMarks: false,
  };
}
