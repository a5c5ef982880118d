/** Words that a line end broke: with a hyphen, and where the engine lost it. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { seamText } from "../../src/language/glue.ts";
import { isBrokenWord, type Lexicon, lineEndHyphen } from "../../src/language/hyphens.ts";

const lexicon = lexiconOf(
  "warehouse house ware anglo french twenty six twenty-six to day today to-day favour favouring harbour market street -street a e " +
    "vis à vis-à à-vis vice- admiral forgotten gotten government in instinct son Anderson mercy",
);

function lexiconOf(list: string): Lexicon {
  const words = new Set(list.toLowerCase().split(" "));
  return { has: (word) => words.has(word.toLowerCase()) };
}

describe("without the words of the language a hyphen goes before a small letter", () => {
  test.each<[string, string, string, string | null]>([
    ["in the ware-", "house of", "", "broken"],
    ["in the ware¬", "house of", "", "broken"],
    ["a well-", "known man", "the well-known man", "compound"],
    ["a well-", "known man", "the Well-Known man", "compound"],
    ["a stand-", "still here", "a stand-still there, a standstill here, a standstill", "broken"],
    ["the Anglo-", "French fleet", "", "compound"],
    ["the Hexen-", "Meisterin", "die Hexenmeisterin", "compound"],
    ["Ein-", "und Ausfuhr", "", "suspended"],
    ["in the ware", "house of", "", null],
    ["from 10-", "12 boats", "", null],
    ["a ware-", "(house)", "", "compound"],
  ])("%s %s", (tail, head, elsewhere, hyphen) => {
    expect(lineEndHyphen(tail, head, elsewhere, null)).toBe(hyphen);
  });
});

describe("with them", () => {
  test.each<[string, string, string, string | null]>([
    ["in the ware-", "house of", "", "broken"],
    ["word of the page: ware-", "house of", "a ware-house", "compound"],
    ["some twenty-", "six men", "", "compound"],
    // Set so until the 1920s, and as one word since: the page says which.
    ["until to-", "day the", "", "compound"],
    ["until to-", "day the", "and today, too", "broken"],
    ["in Market-", "street a fire", "", "compound"],
    ["the vice-", "admiral said", "", "compound"],
    ["the vice-", "adrniral said", "", "broken"],
    ["vis-", "à-vis the house", "", "compound"],
    ["vis-à-", "vis the house", "", "compound"],
    ["never-to-be-for-", "gotten", "", "broken"],
    // Two words that the language has, and the page has elsewhere.
    ["the harbour-", "house is", "a harbour and a house", "compound"],
    ["the harbour-", "house is", "", "broken"],
    ["one favour-", "Ing it", "", "broken"],
    ["the WARE-", "HOUSE of", "", "broken"],
    ["the MUD-", "WALL of", "", "compound"],
    ["the ware-", "House of", "", "compound"],
    ["one to-", "and fro", "", "suspended"],
    ["fa-", "et ici", "", "suspended"],
    ["thous-", "and feet", "a thousand", "broken"],
  ])("%s %s", (tail, head, elsewhere, hyphen) => {
    expect(lineEndHyphen(tail, head, `${elsewhere}\n${tail}\n${head}`, lexicon)).toBe(hyphen);
  });
});

describe("a hyphen that the engine lost", () => {
  test.each<[string, string, string, boolean]>([
    ["the Gov", "ernment of", "", true],
    ["a readiness of in", "stinct that", "", true],
    ["two words: in", "house", "", false],
    ["a capital: Gov", "Ernment", "", false],
    ["with its hyphen: gov-", "ernment", "", false],
    ["too short: e", "a", "", false],
    // A name that the language has not, and a word.
    ["Mr. Ander", "son of mine", "", false],
    ["the stenog", "raphers wrote", "", false],
    ["the stenog", "raphers wrote", "the stenographers", true],
  ])("%s | %s", (tail, head, elsewhere, broken) => {
    expect(isBrokenWord(tail, head, `${elsewhere}\n${tail}\n${head}`, lexicon)).toBe(broken);
  });

  test("without the words of the language nobody knows: two words may make a third", () => {
    const page = "nachdem der Rat ging, feierte man nach\ndem Krieg";
    expect(isBrokenWord("feierte man nach", "dem Krieg", page, null)).toBe(false);
  });
});

test("a hyphen that was set to break a word is dropped where its pieces meet", () => {
  const page = "in the ware-\nhouse of";
  const tail = { text: "in the ware-", end: 12 };
  expect(seamText(page, tail, "house of", true, null)).toEqual({
    glue: "",
    dropped: [{ kind: "replace", span: { start: 11, end: 12 }, was: "-", text: "", reason: "hyphen" }],
  });
  expect(seamText(page, tail, "House of", true, null)).toEqual({ glue: "", dropped: [] });
  expect(seamText("in the ware-\u0007", { ...tail, end: 13 }, "house of", true, null).dropped).toEqual([]);
});

test("no space stands in a word whose hyphen was lost, and nothing is dropped", () => {
  const tail = { text: "the Gov", end: 7 };
  expect(seamText("the Gov\nernment", tail, "ernment of", true, lexicon)).toEqual({ glue: "", dropped: [] });
  expect(seamText("the Gov\nernment", tail, "ernment of", true, null)).toEqual({ glue: " ", dropped: [] });
});

test("whatever meets, at most one hyphen goes, and nothing but a space comes", () => {
  const line = fc.stringMatching(/^(?:[a-cA-Cäß]{1,4}[ -]){0,3}[a-cA-Cäß]{1,4}[-¬ .]?$/);
  const words = fc.array(fc.stringMatching(/^[a-cäß]{1,6}(?:-[a-cäß]{1,4})?$/), { maxLength: 20 });
  fc.assert(
    fc.property(line, line, words, fc.boolean(), (tail, head, known, isKnown) => {
      const page = `${tail}\n${head}\n${known.slice(0, 3).join(" ")}`;
      const own = isKnown ? lexiconOf(known.join(" ")) : null;
      const { glue, dropped } = seamText(page, { text: tail, end: tail.length }, head, true, own);
      expect(["", " "]).toContain(glue);
      expect(dropped.map(({ was, text, span }) => [was, text, page.slice(span.start, span.end)])).toEqual(
        dropped.length === 0 ? [] : [[tail.slice(-1), "", tail.slice(-1)]],
      );
      if (dropped.length > 0) expect(tail).toMatch(/\p{L}[-¬]$/u);
    }),
  );
});

describe("in black letter", () => {
  test.each<[string, string, string, string | null]>([
    ["der Bürger⸗", "meiſter ſprach", "", "broken"],
    ["der Bürger=", "meister sprach", "", "broken"],
    ["der Bürger¬", "meister sprach", "", "broken"],
    ["die Haupt- und Neben=", "straßen", "", "broken"],
    ["die Vieh=", "und Fleischpreise", "", "suspended"],
    ["in Elsaß⸗", "Lothringen", "", "compound"],
    // The page has the word, with a long s.
    ["die Haus⸗", "suchung", "keine Hausſuchung", "broken"],
    // An equation, and a rule.
    ["wo a=", "b ist", "", null],
    ["im Jahre =", "und so", "", null],
    ["der Preis=", "12 Mark", "", null],
  ])("%s %s", (tail, head, elsewhere, hyphen) => {
    expect(lineEndHyphen(tail, head, elsewhere, null)).toBe(hyphen);
  });
});

describe("without the words of the language a lost hyphen is known by the page", () => {
  test.each<[string, string, string, boolean]>([
    ["die Eisen", "bahn wurde", "eine Eisenbahn", true],
    ["die Eisen", "bahn wurde", "eine Bahn aus Eisen, keine Eisenbahn, keine Bahn", false],
    ["die Eisen", "bahn wurde", "nichts davon", false],
    ["man ging nach", "dem Essen", "nachdem", false],
    ["wo unter", "dessen Dach", "unterdessen, dessen Haus, dessen", false],
  ])("%s|%s: %s", (tail, head, elsewhere, expected) => {
    expect(isBrokenWord(tail, head, `${tail}\n${head}\n${elsewhere}`, null)).toBe(expected);
  });
});
