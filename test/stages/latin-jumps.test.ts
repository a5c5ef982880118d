/** Lines that say where a text goes on, or comes from, in English, French and German papers. */
import { describe, expect, test } from "@jest/globals";
import { assemble } from "../../src/assemble.ts";
import { isJump } from "../../src/language/latin-jumps.ts";
import { repaired } from "./pages.ts";

const TEXT = `
The harbour board met on Tuesday night
and agreed to lengthen the eastern mole
by forty yards before the winter sets
in. The stone is to come from the old
quarries of the district, and the work
begins in May, when the ice has gone`.trim();
const NEXT = `
STORM ON THE COAST
A gale from the north-east struck the
coast last night, and four boats of the
fishing fleet have not come back.`.trim();
const HEAD = "BOARD LENGTHENS EASTERN MOLE";

const read = (...parts: readonly string[]) => assemble(repaired(parts.join("\n"), "en").page, []);

describe("what says where an article goes on is no part of its text", () => {
  test.each([
    ["(Please turn to page 4)", "page 4"],
    ["(Turn to Page 12, Column 3)", "Page 12"],
    ["Continued on Page Five, Column 2", "Page Five"],
    ["(Continued on Page 8.)", "Page 8"],
    ["Continued on Page 2, Sec. 2, Col. 4", "Page 2"],
    ["[CONTINUED ON FOURTH PAGE.]", "FOURTH PAGE"],
    ["(Continued on Page\nFive, Column 2.)", "Page Five"],
    ["See STORM, page 6", "page 6"],
    ["(See Mole, Back Page)", "Back Page"],
    ["Suite page 3", "page 3"],
    ["(Suite en 2e page)", "2e page"],
    ["(La suite à la deuxième page.)", "deuxième page"],
    ["Fortsetzung auf Seite 3", "Seite 3"],
    ["(Fortsetzung auf der dritten Seite.)", "dritten Seite"],
    ["(Fortsetzung im 2. Blatt.)", "2. Blatt"],
  ])("%s", (jump, to) => {
    const { articles, furniture } = read(HEAD, TEXT, jump, NEXT);
    expect(articles.map(({ title, continued }) => [title, continued.to])).toEqual([
      [HEAD, to],
      ["STORM ON THE COAST", null],
    ]);
    expect(articles[0]?.body.map(({ text }) => text)).toEqual([TEXT.replaceAll("\n", " ")]);
    expect(furniture.map(({ text }) => text)).toEqual([jump.replace("\n", " ")]);
  });
});

describe("and neither is where it comes from", () => {
  test.each([
    ["(Continued from Page 1)", "Page 1"],
    ["(Continued from First Page.)", "First Page"],
    ["Continued From Page One, Col. 4", "Page One"],
    ["(Suite de la première page)", "première page"],
    ["(Fortsetzung von Seite 1)", "Seite 1"],
    ["(Fortsetzung aus der ersten Seite.)", "ersten Seite"],
  ])("%s", (jump, from) => {
    const { articles } = read(HEAD, jump, `${TEXT}.`, NEXT);
    expect(articles.map(({ title, continued }) => [title, continued.from])).toEqual([
      [HEAD, from],
      ["STORM ON THE COAST", null],
    ]);
    expect(articles[0]?.body).toHaveLength(1);
  });
});

describe("a line of text with such words in it is none", () => {
  test.each([
    "the talks continued on Friday night and",
    "Continued pressure from the north side",
    "they were asked to turn to page 4 of it",
    "See the storm, they said, on page 6 and",
    "la suite de la séance a été plus calme",
    "eine Fortsetzung von drei Tagen wird es",
    "as was told in the Herald on page 4",
  ])("%s", (line) => {
    expect(isJump(line)).toBe(false);
    const lines = TEXT.split("\n");
    const { articles } = read(HEAD, ...lines.slice(0, 3), line, ...lines.slice(3), NEXT);
    expect(articles[0]?.body.map(({ text }) => text).join(" ")).toContain(line);
    expect(articles[0]?.continued).toEqual({ from: null, to: null });
  });
});
