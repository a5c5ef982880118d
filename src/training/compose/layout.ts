/** Lays articles out: cuts paragraphs at the feet of columns, sets pictures and notices between, mixes columns up. */
import type { Random } from "../random.ts";
import type { Chunk, Style, Unit } from "./types.ts";
import type { SetArticle } from "./units.ts";

export interface Lost {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
}

/** The stretches of the page in the order they are read, and what is lost. */
export function layOut(
  articles: readonly SetArticle[],
  { top, strays, specks }: Record<"top" | "strays" | "specks", readonly Unit[]>,
  style: Style,
  random: Random,
): { chunks: Chunk[]; lost: Lost[] } {
  const lost: Lost[] = [];
  const columns = articles.map((article) => columnsOf(article, style, random, lost));
  const order: Chunk[] = [];
  for (let i = 0; i < columns.length; i++) {
    const own = columns[i] as Chunk[][];
    const next = columns[i + 1];
    if (next && own.length > 1 && random.chance(style.interleave)) {
      order.push(...riffle(own, next, random));
      i++;
    } else if (own.length > 2 && random.chance(style.disorder)) {
      const [first, ...rest] = own;
      order.push(...(first as Chunk[]), ...rest.reverse().flat());
    } else if (own.length > 1 && random.chance(style.disorder / 2)) {
      const last = own.pop() as Chunk[];
      order.push(...last, ...own.flat());
    } else order.push(...own.flat());
  }
  for (const stray of strays)
    order.splice(
      random.chance(0.6) ? (random.chance(0.5) ? 0 : order.length) : random.below(order.length),
      0,
      whole(stray),
    );
  for (const speck of specks) order.splice(random.below(order.length + 1), 0, whole(speck));
  return { chunks: [...top.map(whole), ...order], lost };
}

/** Two articles whose columns run into each other: a stretch of one, a stretch of the other. */
function riffle(first: readonly Chunk[][], second: readonly Chunk[][], random: Random): Chunk[] {
  const order = [...(first[0] as Chunk[])];
  const a = first.slice(1);
  const b = [...second];
  while (a.length > 0 || b.length > 0) {
    const from = b.length > 0 && (a.length === 0 || random.chance(0.6)) ? b : a;
    order.push(...(from.shift() as Chunk[]));
  }
  return order;
}

/** An article in columns: a new one after each cut paragraph. */
function columnsOf(
  { head, body, captions }: SetArticle,
  style: Style,
  random: Random,
  lost: Lost[],
): Chunk[][] {
  const columns: Chunk[][] = [head.map(whole)];
  const pictures = [...captions];
  const place = (chance: number) => {
    if (pictures.length > 0 && random.chance(chance)) columns.at(-1)?.push(whole(pictures.pop() as Unit));
  };
  place(0.15);
  for (const unit of body) {
    const length = unit.text.length;
    const cuttable =
      unit.role === "text" && length >= 30 && random.chance(style.cuts * Math.min(2, length / 120));
    if (!cuttable) columns.at(-1)?.push(whole(unit));
    else {
      const at = cutPlace(unit, random);
      const [to, from] = loss(unit, at, style, random);
      if (from > to) lost.push({ unit: unit.id, from: to, to: from });
      columns.at(-1)?.push({ unit, from: 0, to, apart: false });
      place(0.5);
      columns.push([{ unit, from, to: length, apart: true }]);
    }
    place(0.1);
  }
  while (pictures.length > 0) columns.at(-1)?.push(whole(pictures.pop() as Unit));
  return columns;
}

/** Columns break anywhere, now and then right behind the beginning; never inside a surrogate pair. */
function cutPlace(unit: Unit, random: Random): number {
  const { text } = unit;
  let at = 5 + random.below(random.chance(0.015) ? 12 : text.length - 10);
  while (/[\s\udc00-\udfff]/.test(text[at] ?? "")) at++;
  return at;
}

/** Where the tail ends and the head begins: the same place, or text lost between, or text that stands twice. */
function loss(unit: Unit, at: number, style: Style, random: Random): [number, number] {
  if (random.chance(style.gaps)) {
    const size = 2 + random.below(30);
    return [
      Math.max(3, at - random.below(size)),
      Math.min(unit.text.length - 3, at + 1 + random.below(size)),
    ];
  }
  if (random.chance(style.overlaps)) {
    const size = 1 + random.below(random.chance(0.7) ? 3 : 16);
    return [at, Math.max(3, at - size)];
  }
  return [at, at];
}

function whole(unit: Unit): Chunk {
  return { unit, from: 0, to: unit.text.length, apart: unit.role !== "text" };
}
