/** Headlines of papers in spaced scripts: told by their lines, in pages that leave no empty lines. */
import { expect, test } from "@jest/globals";
import { repaired, roles } from "./pages.ts";

const PROSE = [
  "The harbour board met on Tuesday evening and agreed to lengthen",
  "the eastern mole by forty yards before the winter sets in. The",
  "engineer reported that the stone could be had from the quarries",
  "of the district at a price which the members thought moderate.",
  "A deputation of fishermen was heard and thanked for its advice.",
];

const page = (...heads: readonly string[][]) =>
  heads.map((head) => [...head, ...PROSE].join("\n")).join("\n");

test("lines in capitals between walls of prose are headlines", () => {
  const { page: done } = repaired(
    page(["THE HARBOUR WORKS."], ["A GALE IN THE NORTH."], ["THE PRICE OF STONE."]),
    "en",
  );
  expect(roles(done).filter((line) => line.startsWith("title"))).toEqual([
    "title: THE HARBOUR WORKS.",
    "title: A GALE IN THE NORTH.",
    "title: THE PRICE OF STONE.",
  ]);
});

test("prose alone has none", () => {
  const { page: done } = repaired(page([], [], []), "en");
  expect(roles(done).filter((line) => !line.startsWith("text"))).toEqual([]);
});

test("where empty lines set headings off, a byline stands below the headline, whatever parts them", () => {
  const { page: done } = repaired(
    [
      ["Harbour Mattress May", "Lose Its Stuffing", "", "By Ada Quill", ""],
      ["New Mole for Old Fishermen", "", "By Ned Rowe, Staff Reporter"],
    ]
      .map((head) => ["", ...head, ...PROSE].join("\n"))
      .join("\n"),
    "en",
  );
  expect(roles(done).filter((line) => !line.startsWith("text"))).toEqual([
    "title: Harbour Mattress May Lose Its Stuffing",
    "byline: By Ada Quill",
    "title: New Mole for Old Fishermen",
    "byline: By Ned Rowe, Staff Reporter",
  ]);
});

test("a line that says where another article goes on is no part of the headline below it", () => {
  const { page: done } = repaired(
    ["", "Continued on Page 12", "New Mole for Old Fishermen", "", "By Ned Rowe", "", ...PROSE].join("\n"),
    "en",
  );
  expect(roles(done).filter((line) => !line.startsWith("text"))).toEqual([
    "furniture: Continued on Page 12",
    "title: New Mole for Old Fishermen",
    "byline: By Ned Rowe",
  ]);
});
