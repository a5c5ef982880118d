/** What the beginning of a text says by itself of whether a paragraph begins there. */
import { type LanguageTable, scanByline } from "../../language/index.ts";
import { beginsInside, firstCharacter } from "../../language/punctuation.ts";
import type { SeamFeatures } from "./features.ts";

export type Beginning = Readonly<Pick<SeamFeatures, "headCloses" | "headOpens" | "headOpensProse">>;

export function beginning(text: string, table: LanguageTable): Beginning {
  const opens = scanByline(text, table.byline) !== null || table.caption.test(text);
  return {
    headCloses: beginsInside(firstCharacter(text)) ? 1 : 0,
    headOpens: opens ? 1 : 0,
    headOpensProse: !opens && table.opening.test(text) ? 1 : 0,
  };
}
