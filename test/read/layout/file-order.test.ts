/** The order of the blocks, rules and pictures in a file says nothing of the page. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readPages } from "../../../src/read/formats.ts";
import { alto, setBlock, type TestBlock } from "./sheets.ts";

const SOURCE = { path: null, encoding: "utf-8", sha256: null };

const LINES = [
  "清晨的江边，读者已在门口排",
  "起长队，来得最早的是一位退",
  "教师，他每天都要在这里读完",
  "当天的报纸，然后才回家去，",
  "明天一早又来，风雨无阻，二",
];

/** As it lies on a scanner: what is measured of the slant hangs on which lines are compared. */
function slanted(block: TestBlock): TestBlock {
  return block.map((line) => ({
    ...line,
    words: line.words.map(({ text, box: [x, y, w, h] }) => ({
      text,
      box: [x - Math.round(y / 80), y + Math.round(x / 80), w, h] as const,
    })),
  }));
}

const blocks = [100, 740, 1380].flatMap((x, column) =>
  [0, 1, 2, 3].map((row) => slanted(setBlock(`b${column}${row}`, LINES, x, 200 + row * 400 + column * 30))),
);
const rules = [680, 1320].map((x) => `<GraphicalElement HPOS="${x}" VPOS="150" WIDTH="4" HEIGHT="1700"/>`);
const pictures = [400, 900].map((y) => `<Illustration HPOS="1950" VPOS="${y}" WIDTH="300" HEIGHT="200"/>`);

test("a shuffled file is the same page: slanted, with rules and pictures, and with a block read twice", async () => {
  const twice = setBlock("again", LINES, 100, 200);
  const elements = [
    ...[...blocks, twice, twice].map((block) => /<TextBlock>[\s\S]*<\/TextBlock>/.exec(alto([block]))?.[0]),
    ...rules,
    ...pictures,
  ];
  const pageOf = async (order: typeof elements) =>
    (await readPages(alto([]).replace("<PrintSpace>", `<PrintSpace>${order.join("\n")}`), SOURCE))[0];
  const whole = await pageOf(elements);
  expect(whole?.lines.length).toBe(14 * LINES.length);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(elements, { minLength: elements.length }), async (order) => {
      const page = await pageOf(order);
      expect(page?.text).toBe(whole?.text);
      expect(page?.lines).toEqual(whole?.lines);
    }),
    { numRuns: 40 },
  );
});
