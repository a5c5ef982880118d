/** Large letters with which texts begin and that have a line of their own: they go with the line behind, over an empty line too. */
import { dropCapitalGlue, tableOf } from "../../language/index.ts";
import type { Row } from "../../layout/measure.ts";
import type { JoinEdit, Page } from "../../page/types.ts";
import type { Tools } from "../types.ts";

export interface DropCapitals {
  readonly edits: readonly JoinEdit[];
  /** The offset of the letter that a line goes with, by that of the line. */
  readonly letterOf: ReadonlyMap<number, number>;
}

export function dropCapitals(page: Page, { words, bare }: Pick<Tools, "words" | "bare">): DropCapitals {
  const edits: JoinEdit[] = [];
  const letterOf = new Map<number, number>();
  const { lines, text } = page;
  if (!tableOf(page.source.lang).spaced) return { edits, letterOf };
  for (let i = 0; i + 1 < lines.length; i++) {
    const [letter, line] = [lines[i] as Row["line"], lines[i + 1] as Row["line"]];
    if (letter.span.end - letter.span.start > LONGEST) continue;
    const [own, next] = [letter, line].map(({ span }) => text.slice(span.start, span.end)) as [
      string,
      string,
    ];
    const glue = dropCapitalGlue(own, next, { page: text, lexicon: words });
    if (glue === null) continue;
    letterOf.set(line.span.start, letter.span.start);
    edits.push({
      kind: "join",
      tail: letter.span.start,
      head: line.span.start,
      seam: { kind: "wrap", glue, confidence: CERTAIN },
      was: { role: "text", article: null },
      reason: "drop-capital",
      ...(!bare && { evidence: [{ name: "dropCapital", weight: NATS }] }),
    });
  }
  return { edits, letterOf };
}

/** UTF-16 units of a letter and the quote before it. */
const LONGEST = 3;
/** A letter alone that makes a word with the line behind it is hardly anything else. */
const NATS = 5;
const CERTAIN = 0.993;
