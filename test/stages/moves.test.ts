/** Text that stands behind one article and belongs to another. */
import { describe, expect, test } from "@jest/globals";
import { loadEncoder, loadModel, loadWeights } from "../../src/model/load.ts";
import type { Features } from "../../src/model/weights.ts";
import { applyEdits } from "../../src/page/edits.ts";
import type { Block } from "../../src/page/types.ts";
import { inOrder } from "../../src/stages/articles/in-order.ts";
import { articles } from "../../src/stages/articles/index.ts";
import { mattersOf } from "../../src/stages/articles/matters.ts";
import { judgeMoves, possibleMoves } from "../../src/stages/articles/moves.ts";
import { labelled } from "./pages.ts";

const BRIDGE = [
  "青石桥始建于清代乾隆年间，桥面的车辙用糯米灰浆填平，石匠们把松动的栏板逐块编号，拱券上的裂缝用灰浆补好，桥墩下清出了淤泥。",
  "石匠们从青石桥的桥墩下清出了十七车淤泥，拱券上的裂缝也已经补好，换下了两块栏板，桥面和石阶没有换掉一块石头，灰浆填平了",
  "青石桥的石匠们说，拱券和石阶都照原样修好，桥墩、桥面和栏板没有换掉一块石头，裂缝用灰浆填平，淤泥也已经清出，车辙也已经填平。",
  "施工期间河水改从涵洞流过，青石桥的桥墩露出水面，石匠们修好了拱券和石阶，桥面的车辙用灰浆填平，松动的栏板逐块编号，裂缝补好。",
];
const MARKET = [
  "菜农凌晨四点就挑着担子进城，早市提前到五点半开门，摊主们把黄瓜和豆角摆上摊位，主妇们提着篮子来买新鲜的蔬菜，菜农笑了。",
  "早市的摊位费降到六十元，检测员每天抽查蔬菜的农药残留，菜农和摊主都说公道，主妇们提着篮子来买黄瓜和豆角，早市热闹得很。",
  "早市里新砌了水池，卖鱼的摊主搬到了北门，主妇们提着篮子来买新鲜的蔬菜，检测员抽查农药残留，菜农凌晨四点就挑着担子进城。",
];
/** Weights by which what a text is about decides, and nothing else. */
const weights = { ...loadWeights(), moves: { bias: -3, leans: 1, leansFirst: 1, leansBefore: -1 } };
const tools = { model: loadModel("zh-Hans"), encoder: loadEncoder("zh-Hans"), weights };

const text = (texts: readonly string[]) => texts.map((it) => ["text", it] as const);
const runTogether = labelled(
  ["title", "青石桥修缮完工"],
  ...text(BRIDGE.slice(0, 2)),
  ["title", "菜场早市提前一小时"],
  ...text(MARKET),
  ...text(BRIDGE.slice(2)),
);
const inPlace = labelled(
  ["title", "青石桥修缮完工"],
  ...text(BRIDGE),
  ["title", "菜场早市提前一小时"],
  ...text(MARKET),
);

test("the rest of an article whose columns run into another's goes back to it", () => {
  const { blocks } = applyEdits(runTogether, articles(runTogether, tools).edits);
  const [bridge, market] = [blocks[0]?.article, blocks[3]?.article];
  expect(blocks.map(({ article }) => article)).toEqual([
    bridge,
    bridge,
    bridge,
    market,
    market,
    market,
    market,
    bridge,
    bridge,
  ]);
});

test("the log says what spoke for it", () => {
  const moved = articles(runTogether, tools).edits.filter(({ reason }) => reason === "matter");
  expect(moved.map(({ evidence }) => evidence?.map(({ name }) => name))).toEqual([
    ["leans", "bias", "leansFirst", "leansBefore"],
    ["leans", "bias", "leansFirst", "leansBefore"],
  ]);
});

test("where it could as well be decided otherwise, a warning says so", () => {
  const even = { ...tools, weights: { ...weights, moves: { bias: -6.2, leans: 1, leansFirst: 1 } } };
  expect(articles(runTogether, even).warnings).toEqual([
    expect.objectContaining({
      code: "uncertain-article",
      message: expect.stringContaining(BRIDGE[2]?.slice(0, 8) as string),
    }),
  ]);
});

test("where every text has its end, nothing is looked for elsewhere", () => {
  const ended = labelled(
    ["title", "青石桥修缮完工"],
    ["text", BRIDGE[0] as string],
    ["title", "菜场早市提前一小时"],
    ...text(MARKET),
    ...text(BRIDGE.slice(2)),
  );
  expect(articles(ended, tools).edits.filter(({ reason }) => reason === "matter")).toEqual([]);
});

test("text that is about its own article stays", () => {
  const { edits, warnings } = articles(inPlace, tools);
  expect([edits.filter(({ reason }) => reason === "matter"), warnings]).toEqual([[], []]);
});

test("a text leans to the article that has its words, and not by what all have", () => {
  const { leanings } = mattersOf([
    { article: 1, text: "石匠们修桥，昨日完工。" },
    { article: 2, text: "菜农卖菜，昨日开市。" },
    { article: 2, text: "石匠们说，昨日修桥。" },
    { article: 2, text: "菜农们说，昨日卖菜。" },
  ]);
  const [masons, growers] = leanings(2, [1], [2, 3]);
  expect(masons?.[0]).toBeGreaterThan(2);
  expect(growers?.[0]).toBeLessThan(-2);
});

describe("what is seen of a move", () => {
  const { articleOf, stretches } = inOrder(runTogether);
  const articleAt = ({ id }: Block) => articleOf.get(id)?.id ?? null;
  const moves = possibleMoves(runTogether, stretches, articleAt, tools);
  const rounded = (features: Features) =>
    Object.fromEntries(
      Object.entries(features).map(([name, value]) => [name, Math.round(100 * value) / 100]),
    );

  test("only the end of a stretch that leans to another article may go there", () => {
    expect(moves.map(({ stretch, from, to }) => [stretch.article, from, to])).toEqual([
      [0, 0, 133],
      [133, 4, 0],
      [133, 3, 0],
      [133, 2, 0],
    ]);
  });

  test("how far it leans, what it would leave and what it would go on from", () => {
    const [allOfTheBridge, , theRest, oneTooMany] = moves.map(({ features }) => rounded(features));
    expect(allOfTheBridge).toMatchObject({
      behindHeading: 1,
      thereNoText: 1,
      thereOpen: 0,
      akinThere: 0,
      goesOnThere: 0,
      textsMoved: 1,
    });
    expect(theRest).toMatchObject({ leans: 4, leansFirst: 2, leansBefore: -2, textsMoved: 1 });
    expect(theRest).toMatchObject({
      behindHeading: 0,
      thereNoText: 0,
      leavesOpen: 0,
      thereOpen: 1,
      farThere: 0,
    });
    expect(oneTooMany).toMatchObject({ leansFirst: -2, leansBefore: -2, textsMoved: 1.58 });
    expect(theRest?.goesOnThere).not.toBe(0);
    expect(theRest?.akinThere).not.toBe(theRest?.akinHere);
  });

  test("without a model nothing is seen", () => {
    expect(possibleMoves(runTogether, stretches, articleAt, { model: null, encoder: null })).toEqual([]);
  });
});

test("each stretch chooses one move or none: odds are those of all its moves together", () => {
  const stretch = { article: 0, before: null, blocks: [] };
  const move = (from: number, matter: number) => ({ stretch, from, to: 1, features: { matter } });
  const [judged, ...others] = judgeMoves(
    [move(2, Math.log(0.2)), move(1, Math.log(0.4)), move(0, Math.log(0.1))],
    {
      matter: 1,
    },
  );
  expect(others).toEqual([]);
  expect([judged?.from, judged?.isMade]).toEqual([1, true]);
  expect(judged?.odds).toBeCloseTo(0.7);
  expect(judged?.share).toBeCloseTo(0.4 / 1.7);
  expect(judgeMoves([move(0, Math.log(0.45))], { matter: 1 })[0]?.isMade).toBe(false);
});
