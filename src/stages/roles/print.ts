/** What the print of a block says of its role, where boxes tell: the size of its type, and a picture above it. */
import type { RoleWeights } from "../../model/weights.ts";
import type { BlockView } from "../../page/view.ts";

/** From these sizes on, in that of running text. */
const SIZES = [
  [0.93, "small"],
  [1.18, "body"],
  [1.45, "larger"],
] as const;

/** Of a page of text, that it is one. */
export function printFeatures({ lines }: BlockView): string[] {
  if (!lines.some(({ print }) => print))
    return lines.some(({ fillsColumn }) => fillsColumn) ? ["unprinted", "fillsColumn"] : ["unprinted"];
  const prints = lines.flatMap(({ print }) => print ?? []);
  const size = prints.map((print) => print.size).sort((a, b) => a - b)[prints.length >> 1] as number;
  const name = SIZES.find(([least]) => size < least)?.[1] ?? "large";
  return [
    `type:${name}`,
    ...(prints.every(({ underPicture }) => underPicture) ? ["underPicture"] : []),
    ...(prints.every(({ atEdge }) => atEdge) ? ["atEdge"] : []),
    ...(prints.every(({ advert }) => advert !== undefined) ? ["inAdvert"] : []),
  ];
}

/** The weights of the chain with those of print. They are set by hand: too few pages with boxes have their roles marked. */
export function withPrint(weights: RoleWeights): RoleWeights {
  let printed = withPrints.get(weights);
  if (!printed) {
    printed = { ...weights, features: { ...weights.features, ...PRINT } };
    withPrints.set(weights, printed);
  }
  return printed;
}

const withPrints = new WeakMap<RoleWeights, RoleWeights>();

/** What the file names, and what was found below a picture, is hardly in doubt: no form of its text outweighs it. */
const PRINT: RoleWeights["features"] = {
  "type:large": { title: 5, text: -2, furniture: 2, section: 2 },
  "type:larger": { title: 2.5, subhead: 1.5, section: 1.5 },
  "type:body": { title: -3, text: 1 },
  "type:small": { title: -3, caption: 1, credit: 1 },
  inAdvert: { advert: 20 },
  atEdge: { furniture: 6, title: -3, section: -2 },
  underPicture: { caption: 16, credit: 14 },
};
