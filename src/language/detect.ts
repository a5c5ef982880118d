/** Which language a page is mostly written in: first by its script, then by what tells languages of one script apart. */
import type { Language } from "../page/types.ts";
import { hanScript } from "./han-variants.ts";
import { inSmall } from "./page-words.ts";

/** A newspaper page or two; the shares of scripts are steady long before. */
const SAMPLE_LENGTH = 20_000;

/** @returns BCP 47 tag of the language that most of the text is in; `und` where nothing tells it */
export function detectLanguage(text: string): Language {
  const sample = sampleOf(text);
  const language = likelyLanguageOf(sample);
  if (language === "zh-Hans") return detectChinese(sample);
  return language === "en" ? detectLatin(sample) : language;
}

/** By its script alone: Chinese is taken for Simplified, and Latin letters for English. */
export function likelyLanguageOf(sample: string): Language {
  const { kana, hangul, han, latin } = countScripts(sample);
  const eastAsian = kana + hangul + han;
  if (eastAsian * LETTERS_PER_HAN <= latin) return latin > 0 ? "en" : "und";
  if (hangul > HANGUL_SHARE * eastAsian) return "ko";
  if (kana > KANA_SHARE * eastAsian) return "ja";
  return "zh-Hans";
}

/** A Han character says what a syllable or two say in Latin script. */
const LETTERS_PER_HAN = 3;
/** Korean papers of the 1950s still set most nouns in Han characters; Chinese ones print hangul only in names. */
const HANGUL_SHARE = 0.2;
/** Japanese news is half kana, its headlines a quarter; Chinese pages that quote Japanese stay below a twentieth. */
const KANA_SHARE = 0.12;

/** Beginning, middle and end, for a page may begin with an advert in another language. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE_LENGTH) return text;
  const part = SAMPLE_LENGTH / 4;
  return [0, 1, 2, 3]
    .map((i) => Math.floor((i * (text.length - part)) / 3))
    .map((start) => text.slice(start, start + part))
    .join("\n");
}

/** Without any character that only one script has, simplified: most Chinese text is. */
function detectChinese(sample: string): Language {
  let simplified = 0;
  for (let i = 0; i < sample.length; i++) simplified += hanScript(sample.charCodeAt(i));
  return simplified < 0 ? "zh-Hant" : "zh-Hans";
}

/**
 * The most frequent words that no other language of the table uses; `und` stands for Italian, Spanish, Portuguese,
 * Dutch and Latin, which would pass for French or German otherwise.
 */
const STOP_WORDS: readonly (readonly [Language, string])[] = [
  [
    "en",
    "the of and to that is was it for with by as at from which be this have had are been were his their not",
  ],
  [
    "fr",
    "le les et des du est une que qui dans pour sur par au aux ce sont avec plus pas ont leur cette été",
  ],
  [
    "de",
    "der und den das von dem des ist nicht ein eine auf für sich auch wird wurde sind zu mit im daß dass",
  ],
  ["und", "il di che della per è el los las del por con y é não um uma het een van dat ut est cum ad non"],
];

function languagesOfWords(): ReadonlyMap<string, readonly Language[]> {
  const languages = new Map<string, Language[]>();
  for (const [language, words] of STOP_WORDS)
    for (const word of words.split(" ")) languages.set(word, [...(languages.get(word) ?? []), language]);
  return languages;
}

/** One word in fifty: in running text stop words are one in three, in badly spoiled OCR text one in eight. */
const STOP_WORD_SHARE = 0.02;

function detectLatin(sample: string): Language {
  const words = inSmall(sample).match(/\p{L}+/gu) ?? [];
  const hits = new Map<Language, number>();
  const languagesOf = languagesOfWords();
  for (const word of words)
    for (const language of languagesOf.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  const [best, most] = [...hits].sort((a, b) => b[1] - a[1])[0] ?? ["und", 0];
  return most > STOP_WORD_SHARE * words.length ? best : "und";
}

/** Ranges are compared by hand: a pattern for each script would go through the page four times. */
function countScripts(text: string): { kana: number; hangul: number; han: number; latin: number } {
  const counts = { kana: 0, hangul: 0, han: 0, latin: 0 };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x250) {
      if (isLatin(unit)) counts.latin++;
    } else if (unit < 0x3041) {
      if (unit >= 0x1e00 && unit <= 0x1eff) counts.latin++;
    } else if (unit <= 0x30fa) {
      if (unit <= 0x3096 || unit >= 0x30a1) counts.kana++;
    } else if (unit >= 0x3400 && unit <= 0x9fff) {
      if (unit <= 0x4dbf || unit >= 0x4e00) counts.han++;
    } else if (unit >= 0xac00 && unit <= 0xd7a3) counts.hangul++;
    else if (unit >= 0xf900 && unit <= 0xfaff) counts.han++;
    else if (unit >= 0xff21 && unit <= 0xff5a && isLatin(unit - 0xfee0)) counts.latin++;
  }
  return counts;
}

function isLatin(unit: number): boolean {
  const letter = unit | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7);
}
