/** In which order the parts of a page are read: bands before columns, and headlines with the columns they stand over. */
import { describe, expect, test } from "@jest/globals";
import type { Flow } from "../../../src/read/layout/flow-of-text.ts";
import type { Item } from "../../../src/read/layout/items.ts";
import { readingOrder } from "../../../src/read/layout/order.ts";

interface Part extends Item {
  readonly name: string;
}

const EM = 10;
const [WIDTH, GUTTER] = [18 * EM, 2 * EM];

/** A part of a column, from a height on. */
function part(name: string, column: number, top: number, height: number, size = 1): Part {
  return { name, box: [column * (WIDTH + GUTTER), top, WIDTH, height], size };
}

function namesOf(parts: readonly Part[]): string {
  return readingOrder(parts, { rules: [], em: EM })
    .map(({ item }) => item.name)
    .join(" ");
}

describe("a white strip across three columns", () => {
  const above = [0, 1, 2].map((column) => part(`above${column}`, column, 0, 300));
  const below = (white: number) =>
    [0, 1, 2].map((column) => part(`below${column}`, column, 300 + white, 300));

  test("parts two bands where it is wide", () => {
    expect(namesOf([...above, ...below(3 * EM)])).toBe("above0 above1 above2 below0 below1 below2");
  });

  test("is chance where it is no wider than between paragraphs", () => {
    expect(namesOf([...above, ...below(EM)])).toBe("above0 below0 above1 below1 above2 below2");
  });

  test("is no chance where a table below hides a gutter, and four columns end above it", () => {
    const columns = [0, 1, 2, 3].map((column) => part(`above${column}`, column, 0, 300));
    const table = { ...part("table", 0, 420, 300), box: [0, 560, 3 * WIDTH + 2 * GUTTER, 150] as const };
    const rows = [0, 1, 2, 3].map((column) => part(`below${column}`, column, 300 + 2 * EM, 200));
    const last = part("last", 3, 300 + 2 * EM + 200, 200);
    expect(namesOf([...columns, ...rows, { ...table, box: [...table.box] }, last])).toMatch(
      /^above0 above1 above2 above3 below0/,
    );
  });

  test("parts two bands though it is narrow where the text goes on beside it and not across it", () => {
    const pieces = (white: number, flows: readonly { before: number; behind: number }[]) =>
      [0, 1].flatMap((column): Part[] => [
        { ...part(`above${column}`, column, 0, 300), flow: flows[column] as Flow },
        { ...part(`below${column}`, column, 300 + white, 300), flow: flows[2 + column] as Flow },
      ]);
    // A word is cut at the foot of the first column, and its other half begins the second; what stands below begins something.
    const cut = { before: -0.3, behind: 2 };
    const half = { before: 1, behind: -1 };
    const whole = { before: -0.3, behind: -1 };
    expect(namesOf(pieces(1.5 * EM, [cut, half, whole, whole]))).toBe("above0 above1 below0 below1");
    expect(namesOf(pieces(1.5 * EM, [cut, whole, half, whole]))).toBe("above0 below0 above1 below1");
    expect(namesOf(pieces(EM, [cut, half, whole, whole]))).toBe("above0 below0 above1 below1");
  });

  test("leaves the column beside the bands whole", () => {
    const beside = part("beside", 3, 0, 620);
    expect(namesOf([...above, ...below(3 * EM), beside])).toBe(
      "above0 above1 above2 below0 below1 below2 beside",
    );
  });
});

test("a centred headline that ends above a gutter does not part indented first lines from their columns", () => {
  const columns = [0, 1, 2].flatMap((column): Part[] => {
    const left = column * (WIDTH + GUTTER);
    const first: Part = { name: `a${column}`, box: [left + 2 * EM, 65, WIDTH - 2 * EM, 20], size: 1 };
    return [first, part(`b${column}`, column, 90, 200)];
  });
  // It reaches into the third column, as far as its first line is indented.
  const headline: Part = { name: "head", box: [100, 0, 316, 50], size: 2 };
  expect(namesOf([headline, ...columns])).toBe("head a0 b0 a1 b1 a2 b2");
});

describe("headlines above columns that begin at one height", () => {
  const texts = [0, 1, 2].map((column) => part(`text${column}`, column, 60, 400));

  test("one of them means all columns", () => {
    expect(namesOf([part("head0", 0, 0, 40, 2), ...texts])).toBe("head0 text0 text1 text2");
  });

  test("two of them mean a column each, and the column without one goes on from the page before", () => {
    const heads = [part("head1", 1, 0, 40, 2), part("head2", 2, 0, 40, 2)];
    expect(namesOf([...heads, ...texts])).toBe("text0 head1 text1 head2 text2");
  });
});

test("a line whose box reaches into the next column parts no columns", () => {
  const columns = [0, 1].flatMap((column) => [
    part(`upper${column}`, column, 0, 195),
    part(`lower${column}`, column, 215, 285),
  ]);
  const [x, width] = [0, WIDTH + 6 * EM];
  const swollen: Part = { name: "swollen", box: [x, 200, width, EM], size: 1 };
  expect(namesOf([...columns, swollen])).toBe("upper0 swollen lower0 upper1 lower1");
});

describe("articles in rows", () => {
  /** Two columns of text from a height on, and the headline over both. */
  const article = (name: string, first: number, top: number, height: number): Part[] => [
    { ...part(name, first, top, 40, 2), box: [first * (WIDTH + GUTTER), top, 2 * WIDTH + GUTTER, 40] },
    part(`${name}-a`, first, top + 50, height),
    part(`${name}-b`, first + 1, top + 50, height),
  ];

  test("a headline is read right before its text, not behind what stands above it", () => {
    const upper = [0, 1, 2, 3].map((column) => part(`text${column}`, column, 0, 300));
    expect(namesOf([...upper, ...article("sea", 0, 320, 200), ...article("land", 2, 320, 200)])).toBe(
      "text0 text1 text2 text3 sea sea-a sea-b land land-a land-b",
    );
  });

  test("one below the other are cut apart, though headlines bridge the gutter", () => {
    const [sea, land, hill] = [
      article("sea", 0, 0, 200),
      article("land", 0, 280, 200),
      article("hill", 0, 560, 200),
    ];
    expect(namesOf([...sea, ...land, ...hill])).toBe("sea sea-a sea-b land land-a land-b hill hill-a hill-b");
  });

  test("a label above a headline is read with it, not behind the column above", () => {
    const upper = [0, 1].map((column) => part(`text${column}`, column, 0, 300));
    const label: Part = { name: "label", box: [0, 320, 5 * EM, EM], size: 1 };
    expect(namesOf([...upper, label, ...article("sea", 0, 345, 200)])).toBe(
      "text0 text1 label sea sea-a sea-b",
    );
  });

  test("a short last line of a column is no label", () => {
    const upper = [0, 1].map((column) => part(`text${column}`, column, 0, 300));
    const last: Part = { name: "last", box: [0, 305, 5 * EM, EM], size: 1 };
    expect(namesOf([...upper, last, ...article("sea", 0, 345, 200)])).toBe(
      "text0 last text1 sea sea-a sea-b",
    );
  });

  test("a row of headlines below three columns of one text ends it", () => {
    const text = [part("text0", 0, 0, 300), ...article("text", 1, -50, 300).slice(1)];
    const picture: Part = {
      ...part("caption", 1, -20, 15),
      box: [WIDTH + GUTTER, -20, 2 * WIDTH + GUTTER, 15],
    };
    const side = [part("side", 0, 320, 40, 2), part("side-a", 0, 370, 200)];
    expect(namesOf([picture, ...text, ...side, ...article("sea", 1, 320, 200)])).toBe(
      "text0 caption text-a text-b side side-a sea sea-a sea-b",
    );
  });
});

describe("the head of an article over columns, narrower than they are", () => {
  const columns = (name: string, top: number, height: number) =>
    [0, 1, 2].map((column) => part(`${name}${column}`, column, top, height));
  const centred = (name: string, top: number, height: number, width: number, size: number): Part => ({
    name,
    box: [(3 * WIDTH + 2 * GUTTER - width) / 2, top, width, height],
    size,
  });
  const above = columns("above", 0, 100);

  test("ends the columns above all of it", () => {
    const head = centred("head", 115, 20, 150, 2);
    const below = columns("below", 145, 100);
    expect(namesOf([...above, head, ...below])).toBe("above0 above1 above2 head below0 below1 below2");
  });

  test("has a deck and a byline, which part no column from the others", () => {
    const head = centred("head", 115, 20, 500, 2);
    const deck = centred("deck", 140, 12, 120, 1.2);
    const byline = centred("byline", 156, 10, 60, 1);
    const below = columns("below", 175, 100);
    expect(namesOf([...above, head, deck, byline, ...below])).toBe(
      "above0 above1 above2 head deck byline below0 below1 below2",
    );
  });

  test("has a kicker above it, in type of the text", () => {
    const kicker = centred("kicker", 115, 10, 100, 1.1);
    const head = centred("head", 130, 20, 150, 2);
    const below = columns("below", 160, 100);
    expect(namesOf([...above, kicker, head, ...below])).toBe(
      "above0 above1 above2 kicker head below0 below1 below2",
    );
  });

  test("is the headline of one column where pictures stand beside it, or text", () => {
    const head = { ...part("head", 1, 115, 20, 2) };
    const below = columns("below", 145, 100);
    const pictures = [0, 2].map((column) => part("picture", column, 101, 42).box);
    const names = readingOrder([...above, head, ...below], { rules: [], em: EM, pictures })
      .map(({ item }) => item.name)
      .join(" ");
    expect(names).toBe("above0 below0 above1 head below1 above2 below2");
    const beside = part("beside", 0, 105, 138);
    expect(namesOf([...above, head, beside, ...below.slice(1)])).toMatch(/^above0 beside/);
  });
});
