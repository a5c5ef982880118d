/** Captions, mastheads and imprints of typed pages in Latin script, told by their form. */
import { describe, expect, test } from "@jest/globals";
import { assemble } from "../../src/assemble.ts";
import { repaired } from "./pages.ts";

const TAIL =
  "The harbour board met on Tuesday evening and agreed to lengthen the eastern mole by forty yards. The stone is to come from the quarries of the";
const HEAD = "district, and the work begins in May.";

const read = (text: string, lang: "en" | "fr" | "de" = "en") =>
  assemble(repaired(`${text}\n`, lang).page, []);

describe("a caption in the middle of a sentence", () => {
  const CAPTION = "Mayor Ada Quill speaks to the fishermen on Monday.";
  test.each([
    [`(Herald photo by Ned Rowe)\n${CAPTION}`, CAPTION, "Herald photo by Ned Rowe"],
    [`${CAPTION} (AP Wirephoto.)`, CAPTION, "AP Wirephoto"],
    [`AP Photo/Ned Rowe\n${CAPTION}`, CAPTION, "AP Photo/Ned Rowe"],
    [`${CAPTION}\nStaff photo by Ned Rowe`, CAPTION, "Staff photo by Ned Rowe"],
    [`Ned Rowe / The Harbour Herald\n${CAPTION}`, CAPTION, "Ned Rowe / The Harbour Herald"],
    [`Associated Press\n${CAPTION}`, CAPTION, "Associated Press"],
    [`${CAPTION} Foto: dpa`, CAPTION, "Foto: dpa"],
    [`${CAPTION} (Cliché Moreau.)`, CAPTION, "Cliché Moreau"],
    [CAPTION, CAPTION, null],
    ["Ned Rowe/Herald", "", "Ned Rowe/Herald"],
  ])("%j", (caption, text, credit) => {
    const { articles } = read(
      `Board Lengthens Eastern Mole\n\nBy Ada Quill\n\n${TAIL}\n\n${caption}\n\n${HEAD}`,
    );
    expect(articles).toHaveLength(1);
    expect(articles[0]?.body.map((block) => block.text)).toEqual([`${TAIL} ${HEAD}`]);
    expect(articles[0]?.captions).toMatchObject([{ text, credit }]);
  });
});

test("an agency below the author, and one in a dateline, are no credits", () => {
  const { articles } = read(
    `Board Lengthens Eastern Mole\n\nBy Ada Quill\nAssociated Press\n\n${TAIL} ${HEAD} (Reuters) said so.`,
  );
  expect(articles.flatMap(({ captions }) => captions)).toEqual([]);
});

describe("the head of a page is furniture", () => {
  test.each([
    ["THE HARBOUR GAZETTE.\n\nVOL. XII. HARBOURTOWN, FRIDAY, MAY 9, 1890. NO. 19.", "en"],
    ["8 THE HARBOUR TIMES, MONDAY, MARCH 15, 1920.", "en"],
    ["Tuesday, April 12, 1960 THE HARBOUR COURIER Page 3", "en"],
    ["C2 METRO    The Harbour Ledger    Thursday, October 12, 2000", "en"],
    ["LE PETIT COURRIER DU PORT\nDouzième année. — N° 3,412. Mardi 13 Mars 1900. CINQ CENTIMES", "fr"],
    ["Nr. 112. Mittwoch, den 14. Mai 1913. 45. Jahrgang.\nTageblatt für Hafen und Land.", "de"],
    ["Seite 3 / Nr. 112 Hafener Zeitung Mittwoch, 14. Mai 1980", "de"],
  ] as const)("%j", (head, lang) => {
    const { articles, furniture } = read(`${head}\n\nBOARD LENGTHENS EASTERN MOLE\n\n${TAIL} ${HEAD}`, lang);
    expect(furniture.map(({ text }) => text)).toEqual(head.split(/\n+/));
    expect(articles.map(({ title }) => title)).toEqual(["BOARD LENGTHENS EASTERN MOLE"]);
  });

  test("but no dateline, and no text with a date in it", () => {
    const { furniture } = read(
      "LONDON, May 9, 1890.—The board has met at the harbour.\n\nOn May 9, 1890 the board met.",
    );
    expect(furniture).toEqual([]);
  });
});

test("who answers for the paper stands at the foot of a page", () => {
  const foot = "Le Gérant : A. MOREAU.";
  expect(read(`LA GUERRE DU PORT\n\n${TAIL} ${HEAD}\n\n${foot}`, "fr").furniture).toMatchObject([
    { text: foot },
  ]);
});
