/** ALTO 1 to 4 (https://www.loc.gov/standards/alto/): what most libraries keep, and Tesseract writes. */
import { build } from "./builder.ts";
import { number, polygonBox } from "./numbers.ts";
import { type Box, type Direction, inside, isSound, type Reader, statedDirection } from "./sheet.ts";
import { statedOrder } from "./stated-order.ts";
import { type Attributes, walkXml } from "./xml.ts";

/** A page, a part of it or a block that is open. What it does not say of itself it has from what it is in. */
interface Holder {
  readonly ids: readonly string[];
  readonly size: number | null;
  readonly rotation: number;
  readonly stated: Direction | null;
  readonly isAdvert: boolean;
}

const HOLDERS: ReadonlySet<string> = new Set([
  "Page",
  "TopMargin",
  "LeftMargin",
  "RightMargin",
  "BottomMargin",
  "PrintSpace",
  "ComposedBlock",
  "TextBlock",
]);

const OUTERMOST: Holder = { ids: [], size: null, rotation: 0, stated: null, isAdvert: false };

/** A space says nothing that the boxes of words do not. */
const SKIPS: ReadonlySet<string> = new Set(["SP"]);

/** Most of a file is words. */
const OF_WORDS: ReadonlySet<string> = new Set([
  "CONTENT",
  "HPOS",
  "VPOS",
  "WIDTH",
  "HEIGHT",
  "WC",
  "STYLEREFS",
  "SUBS_TYPE",
]);

export const readAlto: Reader = (chunks, give) => {
  const sheet = build(give);
  const order = statedOrder();
  const sizes = new Map<string, number>();
  const adverts = new Set<string>();
  const holders: Holder[] = [OUTERMOST];
  let line: { readonly id: string | null; readonly stated: Direction | null; box: Box } | null = null;
  let word: { text: string | null; box: Box; readonly is: Attributes } | null = null;
  /** The first half of a word whose hyphen has not come yet: some files leave the element out. */
  let isBroken = false;

  const hold = (name: string, { ID, BASEDIRECTION, ROTATION, STYLEREFS, TAGREFS, TYPE }: Attributes) => {
    const outer = holders.at(-1) as Holder;
    const own = number(ROTATION);
    const isNamed = ADVERT.test(TYPE ?? "") || (TAGREFS?.split(" ").some((ref) => adverts.has(ref)) ?? false);
    const holder: Holder = {
      ids: inside(outer.ids, ID),
      size: sizeOf(STYLEREFS, sizes) ?? outer.size,
      rotation: Number.isFinite(own) ? own : outer.rotation,
      stated: statedDirection(BASEDIRECTION) ?? outer.stated,
      isAdvert: outer.isAdvert || isNamed,
    };
    holders.push(holder);
    if (name === "Page") sheet.page();
    if (holder.isAdvert && !outer.isAdvert) sheet.advert(true);
    if (name !== "TextBlock") return;
    sheet.block(holder.rotation, holder.ids, holder.stated);
    const rank = order.rankOf(holder.ids);
    if (rank !== null) sheet.rank(rank);
  };
  const release = () => {
    const { isAdvert } = holders.pop() as Holder;
    if (isAdvert && !holders.at(-1)?.isAdvert) sheet.advert(false);
  };
  const beginLine = () => {
    if (line) sheet.line(line.id, line.box, { stated: line.stated });
    line = null;
  };
  let lineSize: number | null = null;
  const finishWord = () => {
    if (!word) return;
    const { text, box, is } = word;
    sheet.word(text ?? "", box, share(is.WC), sizeOf(is.STYLEREFS, sizes) ?? lineSize);
    isBroken = is.SUBS_TYPE === "HypPart1" && /[^-¬\u00ad⸗=]$/.test(text ?? "");
    word = null;
  };

  const flaws = walkXml(chunks, {
    skips: SKIPS,
    asks: (name, attribute) => name !== "String" || OF_WORDS.has(attribute),
    open: (name, attributes) => {
      switch (name) {
        case "String":
          beginLine();
          word = { text: attributes.CONTENT ?? null, box: boxOf(attributes), is: attributes };
          break;
        case "TextLine":
          lineSize = sizeOf(attributes.STYLEREFS, sizes) ?? (holders.at(-1) as Holder).size;
          line = {
            id: attributes.ID ?? null,
            stated: statedDirection(attributes.BASEDIRECTION),
            box: boxOf(attributes),
          };
          break;
        case "HYP":
          // A hyphen that may be printed was printed here.
          sheet.append(attributes.CONTENT?.replace("\u00ad", "-") || "-");
          isBroken = false;
          break;
        case "Glyph":
          // A word may be there as its letters alone.
          if (word && word.is.CONTENT === undefined)
            word.text = (word.text ?? "") + (attributes.CONTENT ?? "");
          break;
        case "Polygon": {
          const open = word ?? line;
          if (open && !isSound(open.box)) open.box = polygonBox(attributes.POINTS) ?? open.box;
          break;
        }
        case "Illustration":
          sheet.picture(boxOf(attributes));
          break;
        case "GraphicalElement":
          sheet.rule(boxOf(attributes));
          break;
        case "TextStyle":
          if (attributes.ID !== undefined) sizes.set(attributes.ID, number(attributes.FONTSIZE));
          break;
        default:
          if (HOLDERS.has(name)) hold(name, attributes);
          else if (name.endsWith("Tag") && ADVERT.test(attributes.LABEL ?? ""))
            adverts.add(attributes.ID ?? "");
          else order.open(name, attributes);
      }
    },
    close: (name) => {
      if (name === "String") finishWord();
      else if (name === "TextLine") {
        if (isBroken) sheet.append("-");
        isBroken = false;
        line = null;
      } else if (HOLDERS.has(name)) release();
      else order.close(name);
    },
  });
  return sheet.done(flaws);
};

/** docWorks and Transkribus say so of a block, others by a tag. */
const ADVERT = /^advert/i;

function boxOf({ HPOS, VPOS, WIDTH, HEIGHT }: Attributes): Box {
  return [number(HPOS), number(VPOS), number(WIDTH), number(HEIGHT)];
}

function share(value: string | undefined): number | null {
  const read = number(value);
  return Number.isFinite(read) ? read : null;
}

/** Of the first style that states one; docWorks writes 0 for «unknown». */
function sizeOf(refs: string | undefined, sizes: ReadonlyMap<string, number>): number | null {
  if (refs === undefined) return null;
  for (const ref of refs.split(" ")) {
    const size = sizes.get(ref) ?? 0;
    if (size > 0) return size;
  }
  return null;
}
