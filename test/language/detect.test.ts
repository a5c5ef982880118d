import { describe, expect, test } from "@jest/globals";
import { detectLanguage } from "../../src/language/detect.ts";
import { hanScript, hanVariants } from "../../src/language/han-variants.ts";
import { FRENCH, GERMAN, JAPANESE, KOREAN, SIMPLIFIED, TRADITIONAL } from "../read/samples.ts";

test.each([
  ["zh-Hans", SIMPLIFIED],
  ["zh-Hans", "昨天下午小雨"],
  ["zh-Hant", TRADITIONAL],
  ["zh-Hant", "行政院長昨飭所屬各機關切實奉行，並限三日內呈復。"],
  ["ja", JAPANESE],
  ["ja", "首相、来月訪米へ"],
  ["ko", KOREAN],
  ["ko", "大統領은 今日 國會에서 豫算案을 說明하였다"],
  ["en", "The prisoner was brought before the magistrate and pleaded not guilty."],
  ["en", "Tne prifoner was hrought hefore tbe magiltrate, and tlie cafe was heard by a jury of the county."],
  ["fr", FRENCH],
  ["fr", "Lc ministre dc la guerre a recu hier les generaux qui rcviennent des manœuvres."],
  ["de", GERMAN],
  ["de", "Der Reichstag trat gestern zusammen; die Sitzung währte bis in die Nacht."],
  ["und", ""],
  ["und", "12 — 34 % …"],
  ["und", "Il presidente della repubblica è arrivato con il treno di Roma."],
  ["und", "El alcalde inauguró ayer el puente con los vecinos de la ciudad y una banda."],
] as const)("%s: %s", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

describe("mixed pages", () => {
  test("Chinese that quotes kana stays Chinese", () => {
    expect(detectLanguage(`${SIMPLIFIED}店名叫“さくら”。${SIMPLIFIED}`)).toBe("zh-Hans");
    expect(detectLanguage("日商「トヨタ」在台灣的銷售，上月較去年同月增加一成，經銷商表示樂觀。")).toBe(
      "zh-Hant",
    );
  });

  test("Chinese with English names stays Chinese", () => {
    expect(detectLanguage(`${TRADITIONAL} (South China Morning Post, Reuters, Associated Press)`)).toBe(
      "zh-Hant",
    );
  });

  test("English with a Chinese name stays English", () => {
    expect(detectLanguage("The mayor of the town met with Mr. Wang 王 and that was all for the day.")).toBe(
      "en",
    );
  });

  test("an advert at the head does not decide", () => {
    expect(detectLanguage(`${FRENCH.repeat(20)}\n${TRADITIONAL.repeat(600)}`)).toBe("zh-Hant");
  });
});

test("no character is both simplified alone and traditional alone", () => {
  for (const [simplified, traditional] of hanVariants())
    expect([simplified, hanScript(simplified.charCodeAt(0)), hanScript(traditional.charCodeAt(0))]).toEqual([
      simplified,
      1,
      -1,
    ]);
});
