/** What `pdftotext -bbox-layout` of poppler writes. */
import { build } from "./builder.ts";
import { gathered } from "./scattered.ts";
import { type Box, corners, type Reading } from "./sheet.ts";
import { type Attributes, number, walkXml } from "./xml.ts";

export function readBboxLayout(source: string): Reading {
  const sheet = build();
  let word: Box | null = null;
  let text = "";
  const flaws = walkXml(source, {
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
      text += data;
    },
    close: (name) => {
      if (name === "word") sheet.word(text, word);
    },
  });
  const reading = sheet.done(flaws);
  return { ...reading, sheets: reading.sheets.map(gathered) };
}

function boxOf({ xMin, yMin, xMax, yMax }: Attributes): Box {
  return corners(number(xMin), number(yMin), number(xMax), number(yMax));
}
