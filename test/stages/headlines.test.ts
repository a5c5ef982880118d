/** Headlines of papers in spaced scripts: told by their lines, in pages that leave no empty lines. */
import { describe, expect, test } from "@jest/globals";
import { assemble } from "../../src/assemble.ts";
import { loadWeights } from "../../src/model/load.ts";
import { seams } from "../../src/stages/seams/index.ts";
import { labelled, repaired, roles } from "./pages.ts";

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

describe("a second line in capitals", () => {
  const read = (...head: readonly string[]) =>
    roles(repaired(page([...head], ["A GALE IN THE NORTH"]), "en").page).filter(
      (line) => !line.startsWith("text"),
    );

  test("is of the headline where both hang together", () => {
    expect(read("THE CONGRESS OF MAYORS", "AND THE HARBOURS")).toContain(
      "title: THE CONGRESS OF MAYORS AND THE HARBOURS",
    );
    expect(read("A VISIT TO THE", "EASTERN MOLE")).toContain("title: A VISIT TO THE EASTERN MOLE");
  });

  test("is a deck where they do not", () => {
    expect(read("THE HARBOUR WORKS", "STONE GROWS DEAR")).toContain("title: THE HARBOUR WORKS");
  });
});

test("a line that breaks off is no headline", () => {
  const { page: done } = repaired(page(["THE HARBOUR WORKS"], ["Nobody has heard of the"]), "en");
  expect(roles(done)).toContain("title: THE HARBOUR WORKS");
  expect(roles(done)).not.toContain("title: Nobody has heard of the");
});

describe("a name between the end of a text and a headline", () => {
  const read = (...head: readonly string[]) => {
    const { page: done } = repaired(page(["THE HARBOUR WORKS."], [...head, "A GALE IN THE NORTH."]), "en");
    return assemble(done, []).articles;
  };

  test("has signed the article above", () => {
    const [first, second] = read("Ned Rowe.");
    expect(first?.byline).toMatchObject({
      text: "Ned Rowe.",
      people: [{ name: "Ned Rowe", role: "author" }],
    });
    expect(second).toMatchObject({ title: "A GALE IN THE NORTH.", byline: null });
  });

  test("leaves the line above it in its text", () => {
    const [first, second] = read("Nothing was decided.", "N. R.");
    expect(first?.body.at(-1)?.text).toMatch(/Nothing was decided\.$/);
    expect(first?.byline?.people).toEqual([{ name: "N. R.", role: "author" }]);
    expect(second?.section).toBeNull();
  });

  test.each(["LATEST NEWS", "REAL ESTATE", "Society Notes.", "New York."])(
    "is none where it is a label or a place: %s",
    (line) => {
      const [first] = read(line);
      expect(first?.byline?.people ?? []).toEqual([]);
    },
  );

  test("is another person than the one above the text", () => {
    const head = [
      "",
      "NEW MOLE FOR OLD FISHERMEN",
      "",
      "By Ada Quill",
      "",
      ...PROSE,
      "J. Cornély.",
      "",
      "A GALE IN THE NORTH",
      ...PROSE,
    ];
    const [first] = assemble(repaired(head.join("\n"), "en").page, []).articles;
    expect(first?.byline?.people).toEqual([
      { name: "Ada Quill", role: "author" },
      { name: "J. Cornély", role: "author" },
    ]);
  });
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

test("the lines right above a byline are all of the headline: one that fills its column, and one below a word that the column cut", () => {
  const { page: done } = repaired(
    [
      ...[
        "",
        "False: this photo of the old mole",
        "‘in the storm’ was taken a long while ago",
        "",
        "By Ada Quill",
        "",
      ],
      ...[...PROSE, "The quarry of the district has been asked to keep the har-", ""],
      ...["Board Hears the Fishermen of the East Mole", "", "By Ned Rowe, Staff Reporter", "", ...PROSE],
    ].join("\n"),
    "en",
  );
  expect(roles(done).filter((line) => !line.startsWith("text"))).toEqual([
    "title: False: this photo of the old mole ‘in the storm’ was taken a long while ago",
    "byline: By Ada Quill",
    "title: Board Hears the Fishermen of the East Mole",
    "byline: By Ned Rowe, Staff Reporter",
  ]);
});

test("a date that ends a sentence is no folio", () => {
  const { page: done } = repaired(
    [
      "",
      ...PROSE,
      "The quarry has been asked to send the first of the stone by",
      "February 20, 1986.",
      ...PROSE,
    ].join("\n"),
    "en",
  );
  expect(roles(done).filter((line) => line.startsWith("furniture"))).toEqual([]);
});

test("the name of the paper, between its folio and its date, is no headline", () => {
  const { page: done } = repaired(
    ["16", "", "The Harbour Herald", "", "Wednesday, October 21, 2026", "", "NEW MOLE", ...PROSE].join("\n"),
    "en",
  );
  expect(roles(done).filter((line) => !line.startsWith("text"))).toEqual([
    "furniture: 16",
    "furniture: The Harbour Herald",
    "furniture: Wednesday, October 21, 2026",
    "title: NEW MOLE",
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

describe("a part of a serial", () => {
  const read = (...head: readonly string[]) =>
    roles(repaired(page([], [...head]), "fr").page).filter((line) => !line.startsWith("text"));

  test("begins below the head of the serial, whatever its title looks like", () => {
    expect(
      read("Feuilleton de l'Écho du Port", "du 3 mai 1911 7", "Le moulin d'en bas", "roman inédit"),
    ).toContain("kicker: Feuilleton de l'Écho du Port du 3 mai 1911 7");
    expect(read("FEUILLETON DU PORT", "LE MOULIN")).toEqual([
      "kicker: FEUILLETON DU PORT",
      "title: LE MOULIN",
    ]);
  });

  test("the word in running text is no head of one", () => {
    const clause = ["Feuilleton du Port, que nous donnons", "depuis trente ans à nos lecteurs, et qui"];
    expect(roles(repaired(page([...PROSE.slice(0, 3), ...clause]), "fr").page).join("\n")).not.toContain(
      "kicker",
    );
    expect(read("feuilleton du dimanche que les lecteurs du port attendaient")).toEqual([]);
    expect(read("Feuilleton du dimanche que les lecteurs du port attendaient depuis longtemps")).toEqual([]);
  });
});

describe("a text that breaks off above", () => {
  const taken = (...between: readonly (readonly ["title", string])[]) => {
    const page = labelled(["text", "The masons asked whether the stone would be at the"], ...between, [
      "text",
      "price of the year before, and the quarries answered that it would.",
    ]);
    const english = { ...page, source: { ...page.source, lang: "en" as const } };
    const tools = {
      gapMark: "[…]",
      keepTypography: false,
      model: null,
      encoder: null,
      words: null,
      weights: loadWeights(),
    };
    return seams(english, tools).edits.length;
  };

  test("goes on in the next", () => {
    expect(taken()).toBe(1);
  });

  test("does not take the text below a headline", () => {
    expect(taken(["title", "THE PRICE OF STONE."])).toBe(0);
  });
});
