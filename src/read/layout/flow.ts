/** The lines of a sheet in the order they are read. Pictures and their captions float: text goes on around them. */
import { tableOf } from "../../language/index.ts";
import type { Language } from "../../page/types.ts";
import { captionsOf } from "./captions.ts";
import { cutAtGutters, type Strip } from "./gutters.ts";
import { joinHeadlines } from "./headline-strips.ts";
import { type Joint, type Placed, readingOrder } from "./order.ts";
import { runningHead } from "./running-head.ts";
import { around, type Box, type Sheet } from "./sheet.ts";
import { median, type Stack, stackUp } from "./stacks.ts";
import { typeSize } from "./type-size.ts";

/** Longest credit, and what stands before it. */
const CREDIT = 80;

export interface Flowing {
  readonly strip: Strip;
  readonly joint: Joint;
  /** Size of its type in that of running text; one for all lines of a stack. */
  readonly size: number;
  readonly underPicture: boolean;
  readonly atEdge: boolean;
}

/** @param body size of running text, in the unit of the boxes */
export function flow(sheet: Sheet, body: number, lang: Language): Flowing[] {
  const strips = joinHeadlines(cutAtGutters(sheet), sheet.rules, body);
  const { credit, spaced } = tableOf(lang);
  const head = spaced ? runningHead(strips, body) : [];
  const captions = captionsOf(sheet.pictures, strips, {
    pitch: usualPitch(strips, body),
    body,
    endsCaption: (text) => credit.test(text.slice(-CREDIT)),
  });
  const floating = new Set([...head, ...captions.flat()]);
  const stacks = stackUp(
    strips.filter((strip) => !floating.has(strip)),
    sheet.rules,
    body,
  );
  const isSpeck = specksAmong(stacks, body);
  const [specks, text] = [stacks.filter(isSpeck), stacks.filter((stack) => !isSpeck(stack))];
  // In spaced scripts headlines stand at the edge of a page as well.
  const edges = spaced ? NOWHERE : edgesOf(strips, sheet.rules);
  const placed = [
    ...inStatedOrder(text, sheet.order),
    ...readingOrder(unstated(text, sheet.order), { rules: sheet.rules, em: body }),
  ];
  const flowing = placed.flatMap(({ item, joint }) => linesOf(item, joint, edges));
  const onward = overPictures(flowing, sheet.pictures);
  const settled = captions.reduce((all, caption) => settle(all, caption, body), onward);
  return [
    ...stackUp(head, sheet.rules, body).flatMap((stack) => linesOf(stack, "apart", EVERYWHERE)),
    ...settled,
    ...specks.flatMap((stack) => linesOf(stack, "apart", EVERYWHERE)),
  ];
}

/** Where the file says what is read when, that is asked; a region that it does not name is read behind those it names. */
function inStatedOrder(stacks: readonly Stack[], order: Sheet["order"]): Placed<Stack>[] {
  const rank = ({ strips: [first] }: Stack) => order.get(first?.block ?? -1);
  const own = stacks
    .filter((stack) => rank(stack) !== undefined)
    .sort((a, b) => (rank(a) as number) - (rank(b) as number) || a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  return own.map((item, i) => ({ item, joint: jointBetween(own[i - 1], item) }));
}

function unstated(stacks: readonly Stack[], order: Sheet["order"]): Stack[] {
  return stacks.filter(({ strips: [first] }) => !order.has(first?.block ?? -1));
}

function jointBetween(before: Stack | undefined, { box: [x, y, width] }: Stack): Joint {
  if (!before) return "apart";
  const [left, top, w, h] = before.box;
  if (y < top + h / 2) return "column";
  return x < left + w && left < x + width ? "below" : "apart";
}

interface Edges {
  readonly top: number;
  readonly foot: number;
}

/** Specks and running heads belong to no article, wherever they are. */
const EVERYWHERE: Edges = { top: Number.POSITIVE_INFINITY, foot: Number.NEGATIVE_INFINITY };

const NOWHERE: Edges = { top: Number.NEGATIVE_INFINITY, foot: Number.POSITIVE_INFINITY };

/** Share of the height of a page in which a long rule sets off masthead or folio; without one they are narrower. */
const RULED_EDGE = 0.12;
const EDGE = 0.03;

function edgesOf(strips: readonly Strip[], rules: readonly Box[]): Edges {
  const [, y, width, height] = around(strips.map(({ box }) => box));
  const long = rules.filter(([, , w]) => w > 0.5 * width).map(([, at]) => at);
  return {
    top: Math.max(y + EDGE * height, ...long.filter((at) => at < y + RULED_EDGE * height)),
    foot: Math.min(y + (1 - EDGE) * height, ...long.filter((at) => at > y + (1 - RULED_EDGE) * height)),
  };
}

/** From line to line of running text. */
function usualPitch(strips: readonly Strip[], body: number): number {
  const sorted = strips.toSorted((a, b) => a.box[1] - b.box[1]);
  const steps = sorted.flatMap(({ box: [x, y, width, height] }, i) => {
    const below = sorted
      .slice(i + 1, i + 1 + AROUND)
      .find(({ box: [left, top, w] }) => left < x + width && x < left + w && top > y + 0.5 * body);
    const step = below ? below.box[1] + below.box[3] / 2 - y - height / 2 : 0;
    return step > body && step < 2.5 * body ? [step] : [];
  });
  return median(steps) || 1.5 * body;
}

/** Lines beside a line, in all columns. */
const AROUND = 24;

/**
 * Rules and stains that were read as | or ~, and what an engine read a second time inside a line that it has read: all of it
 * is kept, and read last.
 */
function specksAmong(stacks: readonly Stack[], body: number): (stack: Stack) => boolean {
  const boxes = stacks.flatMap(({ strips }) => strips.map(({ box }) => box));
  return ({ strips, box }) => {
    const text = strips.flatMap(({ words }) => words.map((word) => word.text)).join("");
    if (!/[\p{L}\p{N}]/u.test(text)) return true;
    if (text.length > FEW) return false;
    const isTiny = box[3] < TINY * body && box[2] < TINY * body;
    return isTiny || boxes.some((other) => other[2] * other[3] > 2 * box[2] * box[3] && covers(other, box));
  };
}

/** Letters of a speck, at most, and its size in that of running text. */
const FEW = 4;
const TINY = 0.5;

/** Whether most of a box lies in another. */
function covers([x, y, w, h]: Box, [left, top, width, height]: Box): boolean {
  const across = Math.min(x + w, left + width) - Math.max(x, left);
  const down = Math.min(y + h, top + height) - Math.max(y, top);
  return across > 0.6 * width && down > 0.6 * height;
}

/** Where a picture lies between a line and the next below it, text goes on as it does in the next column. */
function overPictures(flowing: readonly Flowing[], pictures: readonly Box[]): Flowing[] {
  return flowing.map((own, i) => {
    const before = flowing[i - 1];
    if (!before || own.joint !== "below") return own;
    const [x, y, width] = own.strip.box;
    const bottom = before.strip.box[1] + before.strip.box[3];
    const between = pictures.some(([left, top, w, h]) => {
      const middle = top + h / 2;
      return bottom < middle && middle < y && left < x + width && x < left + w;
    });
    return between ? { ...own, joint: "column" } : own;
  });
}

function linesOf({ strips, size, box: [, y, , height] }: Stack, joint: Joint, edges: Edges): Flowing[] {
  const atEdge = strips.length <= 3 && (y + 0.8 * height < edges.top || y + 0.2 * height > edges.foot);
  return strips.map((strip, i) => ({
    strip,
    size,
    joint: i === 0 ? joint : "below",
    underPicture: false,
    atEdge,
  }));
}

/** Puts a caption behind the paragraph that runs around its picture: before the next line that begins one. */
function settle(flowing: readonly Flowing[], caption: readonly Strip[], body: number): Flowing[] {
  const [x, y, width] = around(caption.map(({ box }) => box));
  let at = -1;
  flowing.forEach(({ strip: { box } }, i) => {
    if (box[0] < x + width && x < box[0] + box[2] && box[1] < y)
      at = at < 0 || box[1] > (flowing[at]?.strip.box[1] ?? 0) ? i : at;
  });
  let next = at + 1;
  while (next < flowing.length && !begins(flowing, next, body)) next++;
  const lines = caption.map((strip, i): Flowing => {
    const size = Math.min(1, typeSize(strip) / body);
    return { strip, size, joint: i === 0 ? "apart" : "below", underPicture: true, atEdge: false };
  });
  const [behind, ...rest] = flowing.slice(next);
  return [
    ...flowing.slice(0, next),
    ...lines,
    ...(behind ? [{ ...behind, joint: "apart" as const }] : []),
    ...rest,
  ];
}

function begins(flowing: readonly Flowing[], i: number, body: number): boolean {
  const [before, own, behind] = [flowing[i - 1], flowing[i], flowing[i + 1]];
  if (!before || !own || own.joint === "apart" || Math.abs(own.size - before.size) > 0.3) return true;
  const indented = behind && behind.joint === "below" && own.strip.box[0] > behind.strip.box[0] + body;
  return indented === true || (own.joint === "below" && own.strip.box[0] > before.strip.box[0] + body);
}
