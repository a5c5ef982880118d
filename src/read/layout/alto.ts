/** ALTO 1 to 4 (https://www.loc.gov/standards/alto/): what most libraries keep, and Tesseract writes. */
import { build } from "./builder.ts";
import { type Box, type Reading, statedDirection } from "./sheet.ts";
import { type Attributes, number, walkXml } from "./xml.ts";

export function readAlto(source: string): Reading {
  const sheet = build();
  const sizes = new Map<string, number>();
  /** Of the block and of the line that are open. */
  const styles = { TextBlock: "", TextLine: "" };
  /** Whether each composed block that is open is an advertisement, as docWorks says. */
  const composed: boolean[] = [];
  /** A first half of a word whose hyphen has not come yet: some files leave the element out. */
  let broken = false;
  const flaws = walkXml(source, {
    open: (name, attributes) => {
      const { ID: id = null, STYLEREFS: refs = "" } = attributes;
      switch (name) {
        case "TextStyle":
          if (id !== null) sizes.set(id, number(attributes.FONTSIZE));
          break;
        case "Page":
          sheet.page();
          break;
        case "ComposedBlock":
          composed.push(ADVERT.test(attributes.TYPE ?? ""));
          if (composed.at(-1)) sheet.advert(true);
          break;
        case "TextBlock":
          styles.TextBlock = refs;
          sheet.block(number(attributes.ROTATION), statedDirection(attributes.BASEDIRECTION));
          break;
        case "TextLine":
          styles.TextLine = refs;
          sheet.line(id, boxOf(attributes), { stated: statedDirection(attributes.BASEDIRECTION) });
          break;
        case "String":
          sheet.word(
            attributes.CONTENT ?? "",
            boxOf(attributes),
            confidence(attributes.WC),
            sizeOf(`${refs} ${styles.TextLine} ${styles.TextBlock}`, sizes),
          );
          broken = attributes.SUBS_TYPE === "HypPart1" && /[^-¬\u00ad]$/.test(attributes.CONTENT ?? "");
          break;
        case "HYP":
          sheet.append(attributes.CONTENT || "-");
          broken = false;
          break;
        case "Illustration":
          sheet.picture(boxOf(attributes));
          break;
        case "GraphicalElement":
          sheet.rule(boxOf(attributes));
          break;
      }
    },
    close: (name) => {
      if (name === "ComposedBlock" && composed.pop()) sheet.advert(false);
      if (name === "TextLine" && broken) sheet.append("-");
      if (name === "TextLine") broken = false;
    },
  });
  return sheet.done(flaws);
}

const ADVERT = /^advert/i;

function boxOf({ HPOS, VPOS, WIDTH, HEIGHT }: Attributes): Box {
  return [number(HPOS), number(VPOS), number(WIDTH), number(HEIGHT)];
}

function confidence(value: string | undefined): number | null {
  const share = number(value);
  return Number.isFinite(share) ? share : null;
}

/** The first style that states a size: of the word, else of its line, else of its block. docWorks writes 0 for «unknown». */
function sizeOf(refs: string, sizes: ReadonlyMap<string, number>): number | null {
  for (const ref of refs.split(" ")) {
    const size = sizes.get(ref) ?? 0;
    if (size > 0) return size;
  }
  return null;
}
