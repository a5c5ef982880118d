/** How likely each role and each article is right, for those who ask. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { withConfidence } from "../../src/confidence/index.ts";
import { toldBy } from "../../src/confidence/told.ts";
import { type Document, fixPage, fixPages } from "../../src/index.ts";
import { loadWeights } from "../../src/model/load.ts";
import type { Block, Confidence, Page, Sureness } from "../../src/page/types.ts";
import { pageText } from "../fixtures.ts";
import { anyText } from "../pages.ts";
import { labelled } from "../stages/pages.ts";

/** All confidences of a document, of what they are. */
function confidences({
  articles,
  furniture,
}: Document): { part: string; confidence: Confidence | undefined }[] {
  return [
    ...articles.flatMap(({ spans, confidence, byline, body, captions }) => [
      ...Object.keys(spans).map((part) => ({ part, confidence: confidence?.[part as keyof typeof spans] })),
      ...(byline ? [{ part: "byline", confidence: byline.confidence }] : []),
      ...body.map(({ type, confidence }) => ({ part: type, confidence })),
      ...captions.map(({ confidence }) => ({ part: "caption", confidence })),
    ]),
    ...furniture.map(({ confidence }) => ({ part: "furniture", confidence })),
  ];
}

const bare = (document: Document) =>
  JSON.parse(JSON.stringify(document), (key, value) =>
    key === "confidence" && typeof value === "object" ? undefined : value,
  );

test("every part has a confidence between 0 and 1, and nothing else of the document changes", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = fixPages(text);
      const told = fixPages(text, { confidence: true });
      expect(told.map(bare)).toEqual(plain.map(bare));
      expect(plain.flatMap(confidences).filter(({ confidence }) => confidence)).toEqual([]);
      for (const { part, confidence } of told.flatMap(confidences)) {
        expect([part, confidence]).toEqual([
          part,
          { role: expect.any(Number), membership: part === "furniture" ? null : expect.any(Number) },
        ]);
        for (const it of [confidence?.role, confidence?.membership ?? 0]) {
          expect(it).toBeGreaterThanOrEqual(0);
          expect(it).toBeLessThanOrEqual(1);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("the seed page is sure of its paragraphs, and of the caption between two of them", async () => {
  const [article] = fixPage(await pageText("seed"), { confidence: true }).articles;
  for (const { confidence } of article?.body ?? []) expect(confidence?.role).toBeGreaterThan(0.9);
  for (const { confidence } of article?.captions ?? []) expect(confidence?.role).toBeGreaterThan(0.9);
  expect(article?.confidence?.title?.role).toBeGreaterThan(0.9);
});

test("a page without a language model is asked by its lines", () => {
  const page = fixPage("THE HARBOUR AT NIGHT.\n\nThe boats came in at six. They had caught nothing.\n", {
    confidence: true,
  });
  expect(confidences(page).every(({ confidence }) => confidence)).toBe(true);
});

describe("what speaks for a block", () => {
  const page = labelled(
    ["title", "新桥通车"],
    ["text", "新桥昨天通车。"],
    ["text", "市民说方便。"],
    ["title", "山中茶会"],
  );
  const [title, first, second, other] = page.blocks as [Block, Block, Block, Block];
  const inArticles: Page = {
    ...page,
    blocks: page.blocks.map((block) => ({ ...block, article: block === other ? other.id : title.id })),
  };
  const tools = {
    gapMark: "[…]",
    keepTypography: false,
    model: null,
    encoder: null,
    words: null,
    weights: {
      ...loadWeights(),
      confidence: {
        ...loadWeights().confidence,
        plain: {
          role: { "title:sure": 1, "text:sure": 1 },
          opening: { opens: 1 },
          membership: { way: 1, mayMove: -5 },
        },
      },
    },
  };
  const sureness: Sureness[] = [
    { block: title.id, role: { taken: "title", probability: 0.9 }, opens: 0.9 },
    { block: first.id, role: { taken: "text", probability: 0.99 }, opens: 0.01 },
    { block: second.id, role: { taken: "text", probability: 0.6 }, opens: 0.4 },
    { block: other.id, role: { taken: "title", probability: 0.7 }, opens: 0.7 },
  ];
  const told = (more: readonly Sureness[] = []) =>
    withConfidence(inArticles, [...sureness, ...more], tools).blocks.map(({ confidence }) => confidence);

  test("its role is as sure as the stage that gave it", () => {
    expect(told().map((it) => it?.role)).toEqual([0.9, 0.99, 0.6, 0.7]);
  });

  test("an article opens as surely as its first block is a heading", () => {
    expect([told()[0]?.membership, told()[3]?.membership]).toEqual([0.9, 0.7]);
  });

  test("a text belongs to an article as surely as no other opened on the way", () => {
    expect(told()[1]?.membership).toBeCloseTo(0.99, 2);
    expect(told()[2]?.membership).toBeCloseTo(0.99 * 0.6, 2);
  });

  test("what might have been moved belongs less surely", () => {
    const moved = told([{ block: second.id, elsewhere: 0.3, moved: false }]);
    expect(moved[2]?.membership).toBeLessThan(told()[2]?.membership ?? 0);
    expect(moved[1]).toEqual(told()[1]);
  });

  test("what has been cut off a block was told with it", () => {
    expect(toldBy(sureness)(first.id + 3)).toEqual(toldBy(sureness)(first.id));
  });
});
