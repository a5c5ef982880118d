/** The page composer: a newspaper page from real articles, a seed and nothing else. */
import { type CorpusArticle, cleanText } from "../corpus.ts";
import type { Random } from "../random.ts";
import { layOut } from "./layout.ts";
import { invent } from "./names.ts";
import { render } from "./render.ts";
import type { ComposedPage, Style } from "./types.ts";
import { type SetArticle, setArticle, unitMaker } from "./units.ts";

export type { Chunk, ComposedPage, Style, Unit } from "./types.ts";

/** Frequent characters, for misreadings. */
const LETTERS =
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装";

export function composePage(
  id: string,
  articles: readonly CorpusArticle[],
  random: Random,
  style: Style,
): ComposedPage {
  const lang = (articles[0]?.lang ?? "zh-Hans") as ComposedPage["lang"];
  const maker = unitMaker(random, style, LETTERS);
  const invented = invent(random, lang === "zh-Hant");
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
    maker.make("furniture", -1, speck(random)),
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
function speck(random: Random): string {
  return Array.from({ length: 1 + random.below(random.chance(0.7) ? 3 : 8) }, () =>
    random.chance(0.5) ? (LETTERS[random.below(LETTERS.length)] as string) : random.pick(MARKS),
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

/** Styles as they come: many settings, none of them a page that anybody has. */
export function drawStyle(random: Random): Style {
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
    indent: false,
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
    indent,
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
