/** The lines of a sheet in the order they are read. Pictures and their captions float: text goes on around them. */
import { tableOf } from "../../language/index.ts";
import type { Language } from "../../page/types.ts";
import { boxesAmong, partsOf, rulesOutside } from "./boxed.ts";
import { captionsOf } from "./captions.ts";
import { EVERYWHERE, edgesOf, type Flowing, linesOf, NOWHERE, type Part } from "./flowing.ts";
import { footOf } from "./foot.ts";
import { cutAtGutters, type Strip } from "./gutters.ts";
import { joinHeadlines } from "./headline-strips.ts";
import { HEADING, partition } from "./items.ts";
import { joinHalves } from "./line-halves.ts";
import { masthead } from "./masthead.ts";
import { type Joint, type Placed, readingOrder } from "./order.ts";
import { pulledIn } from "./pulled-in.ts";
import { ASIDE, type Aside, asideOf, regionsOf } from "./regions.ts";
import { rubyAmong } from "./ruby.ts";
import { runningHead } from "./running-head.ts";
import { around, type Box, type Sheet } from "./sheet.ts";
import { specksAmong } from "./specks.ts";
import { median, type Stack, stackUp } from "./stacks.ts";
import { typeSize } from "./type-size.ts";

/** Longest credit, and what stands before it. */
const CREDIT = 80;

/** @param body size of running text, in the unit of the boxes */
export function flow(sheet: Sheet, body: number, lang: Language): Flowing[] {
  const along = { ...sheet, lines: sheet.lines.filter((line) => !line.aside) };
  const aside = along.lines.length < sheet.lines.length ? asideOf(sheet, body) : null;
  const cut = joinHalves(cutAtGutters(along), sheet.rules, body);
  const strips = joinHeadlines(cut, sheet.rules, body);
  const { credit, spaced, furniture, masthead: words } = tableOf(lang);
  const endsCaption = (text: string) => credit.test(text.slice(-CREDIT));
  const head = spaced ? headOf(strips, body, words) : [];
  const foot =
    spaced || sheet.down ? [] : footOf(strips, sheet.pictures, body, usualPitch(strips, body), furniture);
  const ruby = spaced ? NONE : rubyAmong(strips, body);
  const rubyAside = aside && !spaced ? rubyAmong(aside.strips, body) : NONE;
  const captions = captionsOf(
    sheet.pictures,
    strips.filter((strip) => !ruby.has(strip) && !foot.includes(strip)),
    { pitch: usualPitch(strips, body), body, endsCaption },
  );
  const captionsAside =
    aside === null
      ? []
      : captionsOf(
          aside.pictures,
          aside.strips.filter((strip) => !rubyAside.has(strip)),
          { pitch: usualPitch(aside.strips, body), body, endsCaption },
        );
  const floating = new Set([
    ...head,
    ...foot,
    ...captions.flat(),
    ...captionsAside.flat(),
    ...ruby,
    ...rubyAside,
  ]);
  const stand = (strip: Strip) => !floating.has(strip);
  const stacks = stackUp(strips.filter(stand), sheet.rules, body);
  const stacksAside = aside === null ? [] : stackUp(aside.strips.filter(stand), aside.rules, body);
  const [specks, text] = partition(stacks, specksAmong(stacks, body));
  const [specksAside, textAside] = partition(stacksAside, specksAmong(stacksAside, body));
  const page = around(strips.map(({ box }) => box));
  const boxes = sheet.down ? [] : boxesAmong(sheet.rules, page, body);
  // In spaced scripts headlines stand at the edge of a page as well.
  const edges = spaced || sheet.down ? NOWHERE : edgesOf(strips, rulesOutside(sheet.rules, boxes, body));
  const parts = [
    ...partsOf(pulledIn(text, body), boxes, edges, { rules: sheet.rules, em: body }),
    ...(aside === null ? [] : regionsOf(textAside, aside, strips, body)),
  ];
  const surroundings = {
    rules: sheet.rules,
    pictures: sheet.pictures,
    em: body,
    ...(sheet.down && { down: { white: usualPitch(strips, body) - body } }),
  };
  const flowing = linesInOrder([
    ...inStatedOrder(parts, sheet.order),
    ...readingOrder(unstated(parts, sheet.order), surroundings),
  ]);
  const settled = [
    ...captions.map((own) => floatOf(own, around(own.map(({ box }) => box)), 0, body)),
    ...captionsAside.map((own) =>
      floatOf(own, (aside as Aside).back(around(own.map(({ box }) => box))), ASIDE, body),
    ),
  ].reduce((all, caption) => settle(all, caption, body), overPictures(flowing, sheet.pictures));
  const off = (stack: Stack) => linesOf(stack, "apart", EVERYWHERE);
  return [
    ...stackUp(head, sheet.rules, body)
      .flatMap(off)
      .map((line) => ({ ...line, atEdge: true })),
    ...settled,
    ...footLines(foot, body),
    ...specks.flatMap(off),
    ...specksAside.flatMap(off).map((line) => ({ ...line, frame: ASIDE })),
    ...[...ruby].map((strip) => rubyOf(strip, 0, body)),
    ...[...rubyAside].map((strip) => rubyOf(strip, ASIDE, body)),
  ];
}

/** Pieces of one row, from left to right. */
function footLines(foot: readonly Strip[], body: number): Flowing[] {
  return foot
    .toSorted((a, b) => a.box[0] - b.box[0])
    .map((strip, i) => ({
      strip,
      size: typeSize(strip) / body,
      joint: i === 0 ? "apart" : "column",
      underPicture: false,
      atEdge: true,
      frame: 0,
      ruby: false,
    }));
}

const NONE: ReadonlySet<Strip> = new Set();

/** What stands above all columns and is in no article. */
function headOf(strips: readonly Strip[], body: number, words: RegExp): Strip[] {
  const own = masthead(strips, body, words);
  return own.length > 0 ? own : runningHead(strips, body);
}

/** Lines of every part in the order of the parts. Around what runs the other way text goes on as it does in the next column. */
function linesInOrder(placed: readonly Placed<Part>[]): Flowing[] {
  return placed.flatMap(({ item, joint }, i) => {
    const [first, ...rest] = item.lines as [Flowing, ...Flowing[]];
    const before = placed[i - 1]?.item;
    const behind = before?.isAside && joint === "below" ? "column" : joint;
    // A headline at the head of a column is no more of what the column before ends with.
    const isNew =
      item.isAside || item.isBoxed || before?.isBoxed || (behind === "column" && item.size >= HEADING);
    return [{ ...first, joint: isNew ? "apart" : behind }, ...rest];
  });
}

/** Where the file says what is read when, that is asked; a region that it does not name is read behind those it names. */
function inStatedOrder(parts: readonly Part[], order: Sheet["order"]): Placed<Part>[] {
  const rank = ({ block }: Part) => order.get(block) as number;
  const own = parts
    .filter(({ block }) => order.has(block))
    .sort((a, b) => rank(a) - rank(b) || a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  return own.map((item, i) => ({ item, joint: jointBetween(own[i - 1], item) }));
}

function unstated(parts: readonly Part[], order: Sheet["order"]): Part[] {
  return parts.filter(({ block }) => !order.has(block));
}

function jointBetween(before: Part | undefined, { box: [x, y, width] }: Part): Joint {
  if (!before) return "apart";
  const [left, top, w, h] = before.box;
  if (y < top + h / 2) return "column";
  return x < left + w && left < x + width ? "below" : "apart";
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

/** Where a picture lies between a line and the next below it, text goes on as it does in the next column. */
function overPictures(flowing: readonly Flowing[], pictures: readonly Box[]): Flowing[] {
  return flowing.map((own, i) => {
    const before = flowing[i - 1];
    if (!before || own.joint !== "below" || own.frame !== 0) return own;
    const [x, y, width] = own.strip.box;
    const bottom = before.strip.box[1] + before.strip.box[3];
    const between = pictures.some(([left, top, w, h]) => {
      const middle = top + h / 2;
      return bottom < middle && middle < y && left < x + width && x < left + w;
    });
    return between ? { ...own, joint: "column" } : own;
  });
}

/** A caption, and where on the page it stands. */
interface Floating {
  readonly box: Box;
  readonly lines: readonly Flowing[];
}

function floatOf(caption: readonly Strip[], box: Box, frame: number, body: number): Floating {
  const lines = caption.map((strip, i): Flowing => {
    const size = Math.min(1, typeSize(strip) / body);
    const joint = i === 0 ? "apart" : "below";
    return { strip, size, joint, underPicture: true, atEdge: false, frame, ruby: false };
  });
  return { box, lines };
}

function rubyOf(strip: Strip, frame: number, body: number): Flowing {
  const size = typeSize(strip) / body;
  return { strip, size, joint: "apart", underPicture: false, atEdge: true, frame, ruby: true };
}

/** Puts a caption behind the paragraph that runs around its picture: before the next line that begins one. */
function settle(
  flowing: readonly Flowing[],
  { box: [x, y, width], lines }: Floating,
  body: number,
): Flowing[] {
  let at = -1;
  flowing.forEach(({ frame, strip: { box } }, i) => {
    if (frame === 0 && box[0] < x + width && x < box[0] + box[2] && box[1] < y)
      at = at < 0 || box[1] > (flowing[at]?.strip.box[1] ?? 0) ? i : at;
  });
  let next = at + 1;
  while (next < flowing.length && !begins(flowing, next, body)) next++;
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
