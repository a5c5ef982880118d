/** PAGE XML (PRImA), 2010 to 2019: Transkribus, eScriptorium, OCR-D. */
import { build } from "./builder.ts";
import { type Box, type Direction, type Reading, statedDirection } from "./sheet.ts";
import { statedOrder } from "./stated-order.ts";
import { type Attributes, number, polygonBox, walkXml } from "./xml.ts";

const PICTURES: ReadonlySet<string> = new Set([
  "ImageRegion",
  "GraphicRegion",
  "LineDrawingRegion",
  "ChartRegion",
]);

/** A region, line, word or glyph that is open. */
interface Open {
  readonly name: string;
  readonly id: string | null;
  box: Box | null;
  text: string | null;
  confidence: number | null;
  words: number;
}

export function readPageXml(source: string): Reading {
  const sheet = build();
  const open: Open[] = [];
  const order = statedOrder();
  let points = "";
  let chosen = true;
  let text: string | null = null;
  let fontSize: number | null = null;
  /** Which way all lines of the page run, where it says so. */
  let page: Direction | null = null;
  const flaws = walkXml(source, {
    open: (name, attributes) => {
      const element = open.at(-1);
      if (name === "Page") {
        sheet.page();
        page = directionOf(attributes);
      } else if (name === "AdvertRegion") sheet.advert(true);
      else if (name === "TextRegion") {
        sheet.block(number(attributes.orientation), directionOf(attributes) ?? page);
        const rank = order.rankOf(attributes.id);
        if (rank !== null) sheet.rank(rank);
      } else if (order.open(name, attributes)) return;
      else if (name === "Coords" && element) element.box ??= polygonBox(attributes.points);
      else if (name === "Point") points += `${attributes.x},${attributes.y} `;
      // Where an element has several readings, the first is the best: index 0, or no index.
      else if (name === "TextEquiv") chosen = (attributes.index ?? "0") === "0" || element?.text === null;
      else if (name === "Unicode" && chosen) text = "";
      else if (name === "TextStyle") fontSize = number(attributes.fontSize) || null;
      if (name === "TextEquiv" && chosen && element) element.confidence = number(attributes.conf);
      if (name.endsWith("Region") || ELEMENTS.has(name))
        open.push({ name, id: attributes.id ?? null, box: null, text: null, confidence: null, words: 0 });
    },
    text: (data) => {
      if (text !== null) text += data;
    },
    close: (name) => {
      order.close(name);
      if (name === "AdvertRegion") sheet.advert(false);
      const element = open.at(-1);
      if (!element) return;
      if (name === "Unicode") {
        if (text !== null && chosen) element.text = text;
        text = null;
      } else if (name === "Coords") {
        element.box ??= polygonBox(points);
        points = "";
        if (element.name === "TextLine") sheet.line(element.id, element.box);
      } else if (name === element.name) {
        open.pop();
        finish(element);
      }
    },
  });
  return sheet.done(flaws);

  function finish({ name, box, text: own, confidence, words }: Open): void {
    const sure = Number.isFinite(confidence) ? confidence : null;
    if (box && PICTURES.has(name)) sheet.picture(box);
    else if (box && name === "SeparatorRegion") sheet.rule(box);
    else if (name === "Word" && own) {
      sheet.word(own, box, sure, fontSize);
      const line = open.at(-1);
      if (line) line.words++;
    } else if (name === "TextLine" && words === 0 && own) sheet.word(own, box, sure, fontSize);
    if (name === "TextLine") fontSize = null;
  }
}

/** Lines that follow one another to the side run from top to bottom. */
function directionOf({ readingDirection, textLineOrder }: Attributes): Direction | null {
  const stated = statedDirection(readingDirection);
  if (stated !== null || textLineOrder === undefined) return stated;
  return /^(?:right-to-left|left-to-right)$/.test(textLineOrder) ? "down" : null;
}

const ELEMENTS: ReadonlySet<string> = new Set(["TextLine", "Word", "Glyph"]);
