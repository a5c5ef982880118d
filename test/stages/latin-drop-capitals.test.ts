/** Large letters at the head of a text that were read apart from their word. */
import { describe, expect, test } from "@jest/globals";
import { assemble } from "../../src/assemble.ts";
import type { Language } from "../../src/page/types.ts";
import { repaired } from "./pages.ts";

const REST = {
  en: "Senate to-day a message upon the\nharbours of the northern coast, and\nasked that the sum of two millions be\nvoted before the end of the session.",
  fr: "matin à l'hôtel de ville une lettre\ndu préfet sur les travaux du port, et\nle conseil en a donné lecture devant\nune salle comble et très attentive.",
  de: "gestern im Rathause eine Botschaft\nüber den Bau der neuen Häfen, und die\nSumme von zwei Millionen soll noch vor\ndem Ende der Tagung bewilligt werden.",
};

const read = (lang: keyof typeof REST, opening: string) => {
  const { page, log } = repaired(`MESSAGE ON THE HARBOURS\n${opening}\n${REST[lang]}`, lang as Language);
  return { articles: assemble(page, []).articles, log };
};

describe("go with it", () => {
  test.each([
    ["en", "T HE President sent to the", "THE President sent to the Senate"],
    ["en", "T\nHE President sent to the", "THE President sent to the Senate"],
    ["en", "T\n\nHE President sent to the", "THE President sent to the Senate"],
    ["en", "T he President sent to the", "The President sent to the Senate"],
    ["en", "A FTER three weeks there came to the", "AFTER three weeks there came to the Senate"],
    ["en", "A\nFTER three weeks there came to the", "AFTER three weeks there came to the Senate"],
    ["en", "I N the afternoon there came to the", "IN the afternoon there came to the Senate"],
    ["en", "M R. HARDING has sent to the", "MR. HARDING has sent to the Senate"],
    ["en", "“T HE President has sent to the", "“THE President has sent to the Senate"],
    ["fr", "L E maire a reçu hier", "LE maire a reçu hier matin"],
    ["fr", "N\nOUS avons reçu hier", "NOUS avons reçu hier matin"],
    ["de", "D ER Präsident verlas", "DER Präsident verlas gestern"],
    ["de", "N\n\nACH drei Wochen verlas man", "NACH drei Wochen verlas man gestern"],
  ] as const)("%s: %j", (lang, opening, begins) => {
    const { articles, log } = read(lang, opening);
    expect(articles).toHaveLength(1);
    expect(articles[0]?.body[0]?.text.slice(0, begins.length)).toBe(begins);
    expect(log.filter((edit) => "reason" in edit && edit.reason === "drop-capital")).toHaveLength(1);
  });
});

describe("are words by themselves", () => {
  test.each([
    ["en", "A MAN of some means sent to the", "A MAN of some means sent to the Senate"],
    ["en", "A\nMAN of some means sent to the", "A MAN of some means sent to the Senate"],
    ["en", "I WAS present when there came to the", "I WAS present when there came to the Senate"],
    ["en", "A man of some means had sent to the", "A man of some means had sent to the Senate"],
    ["en", "J. SMITH has sent from his house to the", "J. SMITH has sent from his house to the Senate"],
    ["fr", "A NOUS, dit le maire, on a remis hier", "A NOUS, dit le maire, on a remis hier matin"],
  ] as const)("%s: %j", (lang, opening, begins) => {
    expect(read(lang, opening).articles[0]?.body[0]?.text.slice(0, begins.length)).toBe(begins);
  });

  test("or what is left of a misread line", () => {
    const { log } = read("en", "L and William Harding sent to the");
    expect(log.filter((edit) => "reason" in edit && edit.reason === "drop-capital")).toEqual([]);
  });
});

test("the letter stands in the spans of its paragraph", () => {
  const { articles } = read("en", "T\n\nHE President sent to the");
  expect(articles[0]?.body[0]?.spans[0]).toEqual({ start: 24, end: 25 });
});
