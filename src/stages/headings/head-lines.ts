/** What the lines of a heading show by their form: a kicker, and the two halves of one headline. */
import type { LanguageTable } from "../../language/index.ts";
import { emWidth, isHan } from "../../language/punctuation.ts";
import { spanText } from "../../page/text.ts";
import type { Page } from "../../page/types.ts";
import type { BlockView } from "../../page/view.ts";

/** 老街修旧如旧 above 新店古色古香: two lines of one length are one headline, and no kicker with it, unless one shows as such. */
export function areHalves(page: Page, blocks: readonly BlockView[]): boolean {
  const [first, second, ...others] = blocks.flatMap(({ lines }) =>
    lines.map(({ span }) => spanText(page, span).trim()),
  );
  return (
    first !== undefined &&
    second !== undefined &&
    others.length === 0 &&
    first.length === second.length &&
    first.length >= SHORTEST_HALF &&
    [...(first + second)].every(isHan)
  );
}

/** Shortest half of a headline, in characters. */
const SHORTEST_HALF = 5;

/** Narrowest kicker that is told by its form, in ems. */
const FORMED = 6;

export function isKickerByForm(text: string, { kicker }: LanguageTable): boolean {
  return emWidth(text) >= FORMED && kicker.test(text);
}
