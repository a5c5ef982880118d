/** Subheads of printed pages: in the size of the text, between two paragraphs of a story with a large headline. */
import { expect, test } from "@jest/globals";
import type { LineFacts } from "../../src/headlines/line-facts.ts";
import { subheadsAmong } from "../../src/headlines/subheads.ts";

const fact = (own: Partial<LineFacts>): LineFacts =>
  ({
    text: "the board met",
    words: 6,
    fill: 10,
    ending: "stop",
    beginning: "capital",
    outside: null,
    byline: false,
    size: 1,
    above: 0.4,
    ...own,
  }) as LineFacts;
const text = [1, 2, 3, 4, 5].map(() => fact({}));

const subhead = { text: "STONE FROM THE DISTRICT", words: 4, ending: "letter", size: 1.1 } as const;
const isSubhead = (
  own: Partial<LineFacts>,
  headline: Partial<LineFacts> = { size: 1.6 },
  before: Partial<LineFacts> = {},
) => {
  const facts = [fact(headline), ...text, fact(before), fact({ ...subhead, ...own }), ...text];
  return subheadsAmong(facts, [
    { first: 0, last: 0, title: 0 },
    { first: 7, last: 7, title: 7 },
  ]).has(7);
};

test("a line no larger than text, with no white above, under a large headline", () => {
  expect(isSubhead({})).toBe(true);
});

test.each<[string, Partial<LineFacts>, Partial<LineFacts>, Partial<LineFacts>]>([
  ["white above", { above: 1.5 }, { size: 1.6 }, {}],
  ["large type", { size: 1.4 }, { size: 1.6 }, {}],
  ["many words", { words: 9 }, { size: 1.6 }, {}],
  ["a headline that is small itself", {}, { size: 1.2 }, {}],
  ["a text above that goes on", {}, { size: 1.6 }, { ending: "letter" }],
])("%s makes a headline of it", (_, own, headline, before) => {
  expect(isSubhead(own, headline, before)).toBe(false);
});
