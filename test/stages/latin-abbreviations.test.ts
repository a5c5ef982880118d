/** Lines and columns that end with the point of an abbreviation, in English, French and German. */
import { describe, expect, test } from "@jest/globals";
import type { Language } from "../../src/page/types.ts";
import { repaired, texts } from "./pages.ts";

describe("the paragraph goes on behind the line", () => {
  test.each([
    [
      "en",
      `
The alarm was given at ten by one Mr.
Alfred Dunn, who lives beside the rope
works, and the men of the brigade were
on the spot before the roof had fallen.`,
    ],
    [
      "fr",
      `
L'alarme a été donnée à dix heures par M.
Alfred Perrin, qui demeure tout près de
la corderie, et les pompiers sont venus
avant que le toit ne soit tombé sur eux.`,
    ],
    [
      "de",
      `
Den ersten Alarm gab um zehn Uhr der Hr.
Stadtrat Harder, der neben der Seilerei
wohnt, und die Männer der Feuerwehr waren
zur Stelle, bevor das Dach einstürzte.`,
    ],
  ])("%s", (lang, page) => {
    expect(texts(repaired(page, lang as Language).page)).toEqual([page.trim().replaceAll("\n", " ")]);
  });
});

const FIRST = "The fire at the rope works was seen from the hills, and the bells were rung in every church.";
const LAST = "The loss is put at ten thousand dollars, and none of it is insured.";

describe("the paragraph goes on behind the column", () => {
  test.each([
    ["Two men who had been hurt by a beam were taken to the hospital of St.", "Bartholomew, where they lie."],
    ["The alarm was given by a neighbour whose name is William F.", "Norris, and who keeps a shop there."],
    [
      "The first man on the spot was the watchman of the house at No.",
      "118 in the same street, and he saw smoke rise from the roof.",
    ],
  ])("%s | %s", (tail, head) => {
    expect(texts(repaired([FIRST, tail, head, LAST].join("\n\n"), "en").page)).toEqual([
      FIRST,
      `${tail} ${head}`,
      LAST,
    ]);
  });

  test("and a long text that breaks off behind a title is no headline", () => {
    const tail =
      "Dr. Whitlock attended two men who had been hurt by a falling beam. They were taken to the house of Mrs.";
    const { page } = repaired(
      ["FIRE AT THE ROPE WORKS", FIRST, tail, "Agnes Doyle.", LAST].join("\n\n"),
      "en",
    );
    expect(page.blocks.filter(({ role }) => role === "title")).toHaveLength(1);
  });
});

test("behind a stop that is none of an abbreviation they stay two", () => {
  const page = ["The house stands in Fulton St.", "He had seen a light there at two in the morning."];
  expect(texts(repaired([FIRST, ...page, LAST].join("\n\n"), "en").page)).toEqual([FIRST, ...page, LAST]);
});
