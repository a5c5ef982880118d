/** What `pdftotext -bbox-layout` of poppler writes. */
import { build } from "./builder.ts";
import { drawnIn, wholeLines } from "./loose-lines.ts";
import { number } from "./numbers.ts";
import { gathered } from "./scattered.ts";
import { type Box, corners, type Reader } from "./sheet.ts";
import { type Attributes, walkXml } from "./xml.ts";

export const readBboxLayout: Reader = (chunks, give) => {
  const sheet = build((page) => give(gathered(drawnIn(wholeLines(page)))));
  let word: Box | null = null;
  let text = "";
  const flaws = walkXml(chunks, {
    open: (name, attributes) => {
      if (name === "page") sheet.page();
      else if (name === "block") sheet.block();
      else if (name === "line") sheet.line(null, boxOf(attributes));
      else if (name === "word") {
        word = boxOf(attributes);
        text = "";
      }
    },
    text: (data) => {
      if (word) text += data;
    },
    close: (name) => {
      if (name !== "word") return;
      sheet.word(text, word);
      word = null;
    },
  });
  return sheet.done(flaws);
};

function boxOf({ xMin, yMin, xMax, yMax }: Attributes): Box {
  return corners(number(xMin), number(yMin), number(xMax), number(yMax));
}
