/** PAGE XML (PRImA), 2010 to 2019: Transkribus, eScriptorium, OCR-D. */
import { build } from "./builder.ts";
import { number, polygonBox } from "./numbers.ts";
import { type Box, type Direction, inside, type Reader, statedDirection } from "./sheet.ts";
import { statedOrder } from "./stated-order.ts";
import { type Attributes, walkXml } from "./xml.ts";

const PICTURES: ReadonlySet<string> = new Set([
  "ImageRegion",
  "GraphicRegion",
  "LineDrawingRegion",
  "ChartRegion",
]);
const BELOW_REGIONS: ReadonlySet<string> = new Set(["TextLine", "Word", "Glyph"]);

/** A text as one element has it: where, and how sure it is. */
interface Part {
  readonly text: string;
  readonly box: Box | null;
  readonly confidence: number | null;
  readonly fontSize: number | null;
}

/** One of the readings of an element; the one with the least index is the best. */
interface Equivalent {
  readonly index: number;
  readonly confidence: number | null;
  text: string;
}

/** A region, line, word or glyph that is open; regions may hold regions, and tables cells. */
interface Open {
  readonly name: string;
  readonly id: string | null;
  /** Of what it is in, and its own. */
  readonly ids: readonly string[];
  readonly isAdvert: boolean;
  readonly rotation: number;
  readonly stated: Direction | null;
  box: Box | null;
  best: Equivalent | null;
  fontSize: number | null;
  /** Words of a line, glyphs of a word, as far as they have text. */
  readonly parts: Part[];
  /** One of these has none. */
  isPatchy: boolean;
  /** Of a region: lines inside it have text, so that its own would say it again. */
  isSaid: boolean;
}

export const readPageXml: Reader = (chunks, give) => {
  const sheet = build(give);
  const order = statedOrder();
  const open: Open[] = [];
  let points = "";
  let equivalent: Equivalent | null = null;
  let text: string | null = null;

  /** Which way all lines of the page run, where it says so. */
  let page: Direction | null = null;

  const begin = (name: string, attributes: Attributes) => {
    const { id, orientation } = attributes;
    const outer = open.at(-1);
    const turned = number(orientation);
    const isAdvert = outer?.isAdvert || name === "AdvertRegion";
    const element: Open = {
      name,
      id: id ?? null,
      ids: inside(outer?.ids ?? [], id),
      isAdvert,
      rotation: Number.isFinite(turned) ? turned : (outer?.rotation ?? 0),
      stated: directionOf(attributes) ?? outer?.stated ?? page,
      box: null,
      best: null,
      fontSize: outer?.fontSize ?? null,
      parts: [],
      isPatchy: false,
      isSaid: false,
    };
    open.push(element);
    if (isAdvert && !outer?.isAdvert) sheet.advert(true);
    if (!BELOW_REGIONS.has(name)) beginBlock(element);
  };
  const beginBlock = ({ rotation, ids, stated }: Open) => {
    sheet.block(rotation, ids, stated);
    const rank = order.rankOf(ids);
    if (rank !== null) sheet.rank(rank);
  };
  const say = (id: string | null, box: Box | null, words: readonly Part[]) => {
    if (words.length === 0) return;
    for (const each of open) each.isSaid = true;
    sheet.line(id, box);
    for (const word of words) sheet.word(word.text, word.box, word.confidence, word.fontSize);
  };
  const finish = (element: Open) => {
    const { name, id, box } = element;
    const outer = open.at(-1);
    if (name === "TextLine") return say(id, box, wordsOf(element));
    if (name === "Word" || name === "Glyph") {
      const own = partOf(element) ?? joined(element);
      if (own) outer?.parts.push(own);
      else if (outer) outer.isPatchy = true;
      return;
    }
    if (box && PICTURES.has(name)) sheet.picture(box);
    if (box && name === "SeparatorRegion") sheet.rule(box);
    if (!element.isSaid) for (const row of rowsOf(element)) say(id, row.box, [row]);
    if (element.isAdvert && !outer?.isAdvert) sheet.advert(false);
    // What stands behind a region in a region is the outer one's again.
    if (outer) beginBlock(outer);
  };

  const flaws = walkXml(chunks, {
    open: (name, attributes) => {
      if (order.open(name, attributes)) return;
      const element = open.at(-1);
      if (name === "Page") {
        sheet.page();
        page = directionOf(attributes);
      } else if (name === "Coords") {
        points = "";
        if (element) element.box ??= polygonBox(attributes.points);
      } else if (name === "Point") points += `${attributes.x},${attributes.y} `;
      else if (name === "TextEquiv") {
        const sure = number(attributes.conf);
        const confidence = Number.isFinite(sure) ? sure : null;
        equivalent = { index: number(attributes.index) || 0, confidence, text: "" };
      } else if (name === "Unicode" || name === "PlainText") text = "";
      else if (name === "TextStyle" && element) element.fontSize = number(attributes.fontSize) || null;
      else if (name.endsWith("Region") || name === "TableCell" || BELOW_REGIONS.has(name))
        begin(name, attributes);
    },
    text: (data) => {
      if (text !== null) text += data;
    },
    close: (name) => {
      order.close(name);
      const element = open.at(-1);
      if (name === "Unicode" || name === "PlainText") {
        // The same text in plainer letters counts where there is no other.
        if (equivalent && text && (name === "Unicode" || equivalent.text === "")) equivalent.text = text;
        text = null;
      } else if (name === "TextEquiv") {
        const isBetter = element && (!element.best || (equivalent?.index ?? 0) < element.best.index);
        if (isBetter && equivalent?.text.trim()) element.best = equivalent;
        equivalent = null;
      } else if (name === "Coords" && element) element.box ??= polygonBox(points);
      else if (element && name === element.name) {
        open.pop();
        finish(element);
      }
    },
  });
  return sheet.done(flaws);
};

/** Lines that follow one another to the side run from top to bottom. */
function directionOf({ readingDirection, textLineOrder }: Attributes): Direction | null {
  const stated = statedDirection(readingDirection);
  if (stated !== null || textLineOrder === undefined) return stated;
  return /^(?:right-to-left|left-to-right)$/.test(textLineOrder) ? "down" : null;
}

function partOf({ best, box, fontSize }: Open): Part | null {
  return best && { text: best.text, confidence: best.confidence, box, fontSize };
}

/** A word of its glyphs. */
function joined({ parts, box, fontSize }: Open): Part | null {
  const text = parts.map((part) => part.text).join("");
  return text === "" ? null : { text, box, fontSize, confidence: null };
}

/** Words have boxes of their own; where not all have text, the line is the better witness. */
function wordsOf(line: Open): readonly Part[] {
  const own = partOf(line);
  return own && (line.isPatchy || line.parts.length === 0) ? [own] : line.parts;
}

/** The text of a region that has none in lines: its rows share its height. */
function rowsOf(region: Open): Part[] {
  const own = partOf(region);
  const rows = own?.text.split(/\r?\n/).filter((row) => row.trim() !== "") ?? [];
  return rows.map((text, i): Part => {
    if (!own?.box) return { ...(own as Part), text };
    const [x, y, width, height] = own.box;
    return { ...own, text, box: [x, y + (i * height) / rows.length, width, height / rows.length] };
  });
}
