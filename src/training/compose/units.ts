/** From articles of the corpus to printed units: heading, byline, paragraphs, captions, with the engine's misreadings. */
import { type CorpusArticle, cleanText } from "../corpus.ts";
import type { Random } from "../random.ts";
import type { Invented } from "./invented.ts";
import type { Style, Unit } from "./types.ts";

/** An article as units, in reading order; captions apart, for they stand anywhere. */
export interface SetArticle {
  readonly head: readonly Unit[];
  readonly body: readonly Unit[];
  readonly captions: readonly Unit[];
}

export interface UnitMaker {
  readonly units: Unit[];
  readonly make: (role: Unit["role"], article: number, text: string, opening?: number) => Unit;
}

export function unitMaker(random: Random, style: Style, letters: string): UnitMaker {
  const units: Unit[] = [];
  const make = (role: Unit["role"], article: number, text: string, opening = 0) => {
    const unit = { id: units.length, role, article, text: printed(text, random, style, letters), opening };
    units.push(unit);
    return unit;
  };
  return { units, make };
}

/** What the articles around have to lend: web articles have few captions and subheads of their own. */
export interface Pools {
  readonly captions: readonly string[];
  readonly subheads: readonly string[];
}

/** Longest body in characters: a page holds several articles. */
const BODY = 1500;

export function setArticle(
  article: CorpusArticle,
  number: number,
  { make }: UnitMaker,
  invented: Invented,
  pools: Pools,
  random: Random,
  old: boolean,
): SetArticle {
  const head: Unit[] = [];
  if (random.chance(0.15)) head.push(make("section", number, invented.section()));
  const title = old ? deck(article.title, random) : headline(article, random);
  const bar = title.indexOf("：");
  if (bar > 6 && bar < title.length - 6 && random.chance(0.5)) {
    head.push(make("kicker", number, title.slice(0, bar).trim()));
    head.push(make("title", number, title.slice(bar + 1).trim()));
  } else head.push(make("title", number, title));
  const byline = !old && random.chance(0.8) ? invented.byline() : null;
  if (old && random.chance(0.3)) head.push(make("byline", number, invented.author()));
  if (byline?.own) head.push(make("byline", number, byline.text));
  const body: Unit[] = [];
  // A brief has one paragraph.
  const most = random.chance(0.15) ? 0 : BODY;
  let length = 0;
  for (const part of article.parts) {
    if (length > most) break;
    const text = cleanText(part.text);
    if (text.length < 2 || !/\p{L}/u.test(text)) continue;
    if (part.type === "subhead" || part.type === "subtitle") {
      if (text.length <= 20 && body.length > 0 && random.chance(0.25))
        body.push(make("subhead", number, text));
    } else if (part.type === "paragraph") {
      if (!old && body.length > 1 && pools.subheads.length > 0 && random.chance(0.02))
        body.push(make("subhead", number, random.pick(pools.subheads)));
      const opening = byline && !byline.own && body.length === 0;
      const gap = byline && /[）】］报]$/.test(byline.text) && random.chance(0.3) ? "" : " ";
      body.push(
        make(
          "text",
          number,
          opening
            ? `${byline.text}${gap}${text}`
            : old && random.chance(0.6)
              ? invented.telegram() + text
              : text,
          opening ? byline.text.length : 0,
        ),
      );
      length += text.length;
    }
  }
  while (body.at(-1)?.role === "subhead") body.pop();
  if (!old && !byline && random.chance(0.35)) body.push(make("byline", number, invented.signature()));
  if (!old && random.chance(0.06)) body.push(make("furniture", -1, invented.jump()));
  const captions = random.chance(0.45) ? [caption(number, make, invented, pools.captions, random)] : [];
  return { head, body, captions };
}

function caption(
  number: number,
  make: UnitMaker["make"],
  invented: Invented,
  pool: readonly string[],
  random: Random,
): Unit {
  const words = `${random.chance(0.3) ? invented.pictured : ""}${invented.captionOf(random.pick(pool))}`;
  return make(
    "caption",
    number,
    random.chance(0.85)
      ? `${words}${random.pick([" ", " ", " ", "\n", "\n\n"])}${invented.credit()}`
      : `${invented.pictured}${invented.captionOf(random.pick(pool))}`,
  );
}

/** Meetings and speeches are announced in full: a headline and what else was said, a line each or all in one. */
function inFull(headline: string, { parts }: CorpusArticle, random: Random): string {
  const first = parts.find(({ type }) => type === "paragraph")?.text ?? "";
  const clauses = cleanText(first)
    .split(/[，。；：！？“”]/)
    .filter((clause) => clause.length >= 7 && clause.length <= 26);
  const decks = clauses.slice(1, 2 + random.below(3));
  return [headline, ...decks].join(random.pick([" ", " ", " ", "\n"]));
}

/** Headlines are set in one, two or three lines; what parts them may be a space, a line end or an empty line. */
function headline(article: CorpusArticle, random: Random): string {
  const { title } = article;
  const whole = cleanText(title).replace(/^【[^】]*】/, "");
  if (random.chance(0.05)) return inFull(whole, article, random);
  // Web titles are long; printed headlines are often one phrase of them.
  const phrases = whole.split(/[\s：，、！？]+/).filter((phrase) => phrase.length >= 4);
  const text = phrases.length > 1 && random.chance(0.5) ? random.pick(phrases) : whole;
  // Phrases that a space parts have a line each, now and then.
  if (/\s/.test(text))
    return random.chance(0.5) ? text : text.replace(/\s+/g, random.pick(["\n", "\n", "\n\n"]));
  if (text.length < 12 || random.chance(0.4)) return text;
  const at = Math.round(text.length * (0.4 + 0.2 * random.next()));
  return `${text.slice(0, at)}${random.pick([" ", "\n", "\n\n"])}${text.slice(at)}`;
}

/** Old papers set a headline of one to four phrases over the text, a line each, as one block. */
function deck(title: string, random: Random): string {
  const phrases = cleanText(title)
    .split(/[\s：，、！？【】]+/)
    .filter((phrase) => phrase.length >= 2);
  return phrases.slice(0, 1 + random.below(4)).join("\n") || cleanText(title);
}

const HALF: Readonly<Record<string, string>> = {
  "，": ",",
  "：": ":",
  "；": ";",
  "（": "(",
  "）": ")",
  "？": "?",
  "！": "!",
};

/** The text as the engine gives it: half-width marks, misread characters. */
function printed(text: string, random: Random, style: Style, letters: string): string {
  let out = "";
  for (const character of style.oldMarks ? text.replace(/[，。；：！？]+/g, "、") : text) {
    const form = style.halfWidth ? (HALF[character] ?? character) : character;
    const misread =
      style.noise > 0 &&
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(form) &&
      random.chance(style.noise);
    out += misread ? letters[random.below(letters.length)] : form;
  }
  return out;
}
