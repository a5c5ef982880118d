/** Headlines of typed pages in Latin script, whose paragraphs empty lines part: decks, labels of columns, ends of paragraphs. */
import { describe, expect, test } from "@jest/globals";
import { assemble } from "../../src/assemble.ts";
import { repaired } from "./pages.ts";

const BODY =
  "The harbour board met on Tuesday evening and agreed to lengthen the eastern mole by forty yards before the winter sets in.";
const NEXT = "The stone is to come from the quarries of the district, and the work begins in May.";

const read = (...parts: readonly string[]) =>
  assemble(repaired(`${parts.join("\n\n")}\n`, "en").page, []).articles;
const heads = (...parts: readonly string[]) =>
  read(...parts).map(({ section, kicker, title, subtitle }) =>
    [section, kicker, title, subtitle].map((part) => part ?? "-").join(" | "),
  );

describe("what stands alone between a headline and its text is the deck", () => {
  test.each([
    ["Board Lengthens Eastern Mole", "$2 Million Work Begins Before Winter"],
    ["BOARD LENGTHENS EASTERN MOLE", "$2 Million Work Begins Before Winter."],
    ["BOARD LENGTHENS EASTERN MOLE", "FISHERMEN HAIL THE DECISION OF TUESDAY"],
    ["Board lengthens the mole for fishermen", "Work is to begin before the winter sets in"],
  ])("%s / %s", (title, deck) => {
    expect(heads(title, deck, BODY, NEXT)).toEqual([`- | - | ${title} | ${deck}`]);
  });

  test("and of several parts, each of several lines", () => {
    const deck = [
      "Work Begins Before Winter—Stone Is\nto Come From the District",
      "Fishermen Hail\nthe Decision",
    ];
    expect(heads("BOARD LENGTHENS EASTERN MOLE.", ...deck, "Special to the Herald.", BODY)).toEqual([
      `- | - | BOARD LENGTHENS EASTERN MOLE. | ${deck.join(" ").replace(/\n/g, " ")}`,
    ]);
  });
});

test("a paragraph that breaks off below the byline is no deck", () => {
  expect(heads("Board Lengthens Eastern Mole", "By Ada Quill", BODY.slice(0, 90), NEXT)).toEqual([
    "- | - | Board Lengthens Eastern Mole | -",
  ]);
});

test("later headlines are told as the first is", () => {
  expect(
    heads(
      "Board Lengthens Eastern Mole",
      BODY,
      NEXT,
      "2 Hurt in Gale\nOff Route 119",
      NEXT,
      "Gale Sinks Two Boats",
      BODY,
    ),
  ).toEqual(
    ["Board Lengthens Eastern Mole", "2 Hurt in Gale Off Route 119", "Gale Sinks Two Boats"].map(
      (it) => `- | - | ${it} | -`,
    ),
  );
});

test("the label of a column stands above its first headline", () => {
  expect(
    heads(
      "Board Lengthens Eastern Mole",
      BODY,
      "LETTERS FROM THE PEOPLE\nStreet Car Fares.",
      BODY,
      "THE WEATHER\nRain tonight; colder.",
      "Obituaries",
      "Rose Quill",
      NEXT,
    ),
  ).toEqual([
    "- | - | Board Lengthens Eastern Mole | -",
    "LETTERS FROM THE PEOPLE | - | Street Car Fares. | -",
    "THE WEATHER | - | - | -",
    "Obituaries | - | Rose Quill | -",
  ]);
});

describe("the end of a text is no heading of the next", () => {
  test("its last line", () => {
    const text =
      "The harbour board met on Tuesday evening and agreed to lengthen the\neastern mole by forty yards before the winter sets in. The engineer has\nsaid that the stone could be had from the quarries, and so could all the\ntimber.";
    expect(
      heads(
        "LOCAL NOTES ON THE MOLE",
        text,
        "THE GALE OF MONDAY",
        "The gale that blew on Monday has done much harm to the wharves and the\nsheds of the harbour, and has sunk two of the boats of the fishing fleet.",
      ),
    ).toEqual(["- | - | LOCAL NOTES ON THE MOLE | -", "- | - | THE GALE OF MONDAY | -"]);
  });

  test("who has signed it, and where from", () => {
    const letter = `${BODY}\nMRS. A. QUILL\nHarlan`;
    expect(heads("Street Car Fares", letter, "A Word of Thanks", letter)).toEqual([
      "- | - | Street Car Fares | -",
      "- | - | A Word of Thanks | -",
    ]);
  });
});

test("a part of a novel opens no article", () => {
  expect(heads("FEUILLETON DU 13 MARS", "LA REINE DU PORT", "DEUXIÈME PARTIE", BODY)).toHaveLength(1);
});

test("the first line of a paragraph has white above it, too, and a sentence goes on behind a cut", () => {
  const paragraphs = [
    "A search of the harbour books under names like",
    "“eastern mole” and “quarry” led to the letter of the",
    "board, which was sent to the engineer in the spring.",
  ].join("\n");
  const cut =
    "The engineer said that the stone of the quarries had\nbeen bought for the board at four pounds";
  expect(
    heads("BOARD LENGTHENS EASTERN MOLE", paragraphs, cut, "a ton, and that there was enough of it."),
  ).toEqual(["- | - | BOARD LENGTHENS EASTERN MOLE | -"]);
});
