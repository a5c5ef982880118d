import { expect, test } from "@jest/globals";
import { endsAbbreviated } from "../../src/language/abbreviations.ts";

test.each([
  ["The alarm was given by Mr.", ""],
  ["THE ALARM WAS GIVEN BY MR.", ""],
  ["Among the guests were Messrs.", ""],
  ["He was sworn by James R.", ""],
  ["a letter of J. B.", ""],
  ["They were taken to St.", ""],
  ["le rapport de M.", ""],
  ["sous la présidence de MM.", ""],
  ["wie der Arzt Dr.", ""],
  ["viele Waren, z. B.", ""],
  ["der Zug der k. k.", ""],
  ["at No.", "12 of the street"],
  ["on Jan.", "3 the ice broke"],
  ["das Haus Nr.", "7 am Markt"],
])("a sentence goes on behind “%s” “%s”", (text, next) => {
  expect(endsAbbreviated(text, next)).toBe(true);
});

test.each([
  ["The stone came from the harbour.", ""],
  ["They asked him, and he said no.", "The rest went home"],
  ["the house in Fulton St.", ""],
  ["the ships of the U. S.", ""],
  ["It began at 6 P. M.", ""],
  ["the men of Company C.", ""],
  ["a coin of Louis X.", ""],
  ["Fleisch dieser Art.", "Die Händler"],
  ["Messrs. Dunn and Co.", ""],
  ["no point at all", ""],
  ["", ""],
])("and may end in “%s” “%s”", (text, next) => {
  expect(endsAbbreviated(text, next)).toBe(false);
});
