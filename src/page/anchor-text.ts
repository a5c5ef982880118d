/** Text as anchors are found in it: what repairs change (spaces, widths, quotes, hyphens at line ends) falls away. */

export interface AnchorText {
  readonly text: string;
  /** For each unit of the text the offset in the original of the character it came from. */
  readonly offsets: readonly number[];
  /** The same, of the end of that character. */
  readonly ends: readonly number[];
}

const DROPPED = /[\s\p{Cc}\p{Cf}\p{Pd}]/u;
const QUOTES = /["'“”„‟«»「」『』〝〞＂‘’‚‛＇`]/;

export function anchorText(original: string): AnchorText {
  let text = "";
  const offsets: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const form = DROPPED.test(character) ? "" : QUOTES.test(character) ? '"' : character.normalize("NFKC");
    for (const unit of form.split("")) {
      if (DROPPED.test(unit)) continue;
      text += unit;
      offsets.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { text, offsets, ends };
}
