/** What the texts above and below a headline have in common. */
import { expect, test } from "@jest/globals";
import { acrossHeadlines, stems } from "../../src/headlines/across.ts";
import { type LineFacts, lineFacts } from "../../src/headlines/line-facts.ts";
import { readText } from "../../src/read/index.ts";

const MOLE = [
  "The harbour board met on Tuesday evening and agreed to lengthen",
  "the eastern mole before the winter sets in, with stone from the",
  "Penrose quarries at a price which the members thought moderate.",
];
const GALE = [
  "A violent gale blew over the northern counties on Sunday night,",
  "and telegraph wires are down between Alnwick and the border, so",
  "that messages were delayed for many hours on the whole section.",
];
const OTHERS = Array.from({ length: 48 }, (_, i) => `Steamer number ${i} arrived with passengers and cargo.`);

function facts(lines: readonly string[]): LineFacts[] {
  const [page] = readText(lines.join("\n"), { path: null, encoding: "utf-8", sha256: null });
  return page ? lineFacts(page) : [];
}

/** What is seen of a heading in line 12, below the last text of one stretch of the page and above the first of the next. */
function seen(heading: string, below: readonly string[]) {
  const lines = facts([...OTHERS.slice(0, 9), ...MOLE, heading, ...below, ...OTHERS.slice(9)]);
  return acrossHeadlines(lines)(12, 12, stems(lines.slice(12, 13)));
}

test("below a subhead stands what is rare on the page and stood above it", () => {
  const quarries = ["The owners of the Penrose quarries have been asked for another", ...GALE.slice(1)];
  expect(seen("THE PRICE.", quarries).rareAcross).toBeGreaterThan(seen("A GALE.", GALE).rareAcross);
  expect(seen("THE PRICE.", quarries).wordsAcross).toBeGreaterThan(seen("A GALE.", GALE).wordsAcross);
});

test("a subhead names what was named before", () => {
  expect(seen("THE QUARRIES.", GALE).heardAbove).toBe(1);
  expect(seen("NORTHERN COUNTIES.", GALE).heardAbove).toBe(0);
});

test("a page of a line has nothing in common with itself", () => {
  const lines = facts(["THE HARBOUR"]);
  expect(acrossHeadlines(lines)(0, 0, stems(lines))).toEqual({
    wordsAcross: 0,
    rareAcross: 0,
    heardAbove: 0,
  });
});
