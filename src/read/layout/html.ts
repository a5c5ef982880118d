/** HTML as a stream of elements, where some may stay open and names are written in any case. */
import { Parser } from "htmlparser2";
import { withoutDoctype } from "./doctype.ts";
import { piecesOfText } from "./pieces.ts";
import type { Flaw } from "./sheet.ts";
import type { Chunks, Visitor } from "./xml.ts";

/** Walks through the elements of an HTML file. */
export function walkHtml(
  chunks: Chunks,
  { open, close, text }: Pick<Visitor, "open" | "close" | "text">,
): Flaw[] {
  const flaws: Flaw[] = [];
  const pieces = piecesOfText();
  let ended: number | null = null;
  const parser = new Parser({
    onopentag: (name, attributes) => open(name, attributes),
    onclosetag: (name, implied) => {
      if (implied && flaws.length === 0 && !MAY_STAY_OPEN.has(name))
        flaws.push({ message: `<${name}> is not closed`, place: pieces.placeOf(ended ?? parser.startIndex) });
      close?.(name);
    },
    ontext: (data) => text?.(data),
  });
  let length = 0;
  for (const chunk of withoutDoctype(chunks)) {
    pieces.push(chunk);
    parser.write(chunk);
    length += chunk.length;
    pieces.slice(length, length);
  }
  ended = length;
  parser.end();
  return flaws;
}

/** Elements that need no end tag, and those that never have one; a file that does not end its `html` was cut off. */
const MAY_STAY_OPEN: ReadonlySet<string> = new Set(
  "head p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp area base br col embed hr img input link meta param source track wbr".split(
    " ",
  ),
);
