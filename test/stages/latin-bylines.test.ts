/** Bylines of papers in Latin script that stand in lines of their own: author, post, agency, where the news is from. */
import { expect, test } from "@jest/globals";
import { assemble } from "../../src/assemble.ts";
import { isBylineAlone } from "../../src/language/byline.ts";
import { latin } from "../../src/language/latin.ts";
import type { Language } from "../../src/page/types.ts";
import { repaired } from "./pages.ts";

const BODY =
  "The harbour board met on Tuesday evening and agreed to lengthen the eastern mole by forty yards before the winter sets in.";

const read = (byline: string, lang: Language = "en") => {
  const page = `Harbour Board Lengthens the Mole\n\n${byline}\n\n${BODY}\n\nThe stone is to come from the quarries of the district.\n`;
  return assemble(repaired(page, lang).page, []).articles;
};

test.each([
  ["By Ada Quill\nStaff Writer", ["Ada Quill"]],
  ["By ADA QUILL\nHerald Staff Writer", ["ADA QUILL"]],
  ["By Ada Quill\nThe Associated Press", ["Ada Quill"]],
  ["By Ada Quill\nAssociated Press Writer", ["Ada Quill"]],
  ["BY ADA QUILL\nOF THE HERALD STAFF", ["ADA QUILL"]],
  ["Ada Quill\nStaff Writer", ["Ada Quill"]],
  ["By Ada Quill\n\nStaff Writer", ["Ada Quill"]],
  ["By Ada Quill and Ned Rowe\nSpecial to The Herald", ["Ada Quill", "Ned Rowe"]],
  ["BY ADA K. QUILL.", ["ADA K. QUILL"]],
  ["Special to the Herald.", []],
])("%j stands between the headline and its text", (byline, names) => {
  const [first, ...others] = read(byline);
  expect(first?.title).toBe("Harbour Board Lengthens the Mole");
  expect(first?.byline?.text).toBe(byline.replace(/\n+/g, " "));
  expect(first?.byline?.people.map(({ name }) => name)).toEqual(names);
  expect(first?.body).toHaveLength(2);
  expect(others).toEqual([]);
});

test("the agency below the author is that of the article", () => {
  expect(read("By Ada Quill\nThe Associated Press")[0]?.byline?.agency).toBe("Associated Press");
});

test.each([
  ["(From Our Own Correspondent.)", true],
  ["De notre envoyé spécial", true],
  ["Journaliste au service des sports", true],
  ["Von unserem Redaktionsmitglied Otto Lang", true],
  ["By noon the fire was out", false],
  ["By The Light Of The Moon", false],
  ["The General Staff", false],
  ["Von der Küste", false],
])("whether %s is a byline: %s", (line, is) => {
  expect(isBylineAlone(line, latin().byline)).toBe(is);
});
