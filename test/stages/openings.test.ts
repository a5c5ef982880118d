/** Where an article may open, and may not. */
import { describe, expect, test } from "@jest/globals";
import { type Chain, certainties } from "../../src/model/chain.ts";
import type { ChainRole } from "../../src/model/weights.ts";
import { viewBlocks } from "../../src/page/view.ts";
import { openings, openingWarnings } from "../../src/stages/roles/openings.ts";
import { labelled } from "./pages.ts";

const page = labelled(["text", "渡船昨天照常开航。"], ["title", "山中茶会"], ["text", "各家连夜采茶。"]);
const views = viewBlocks(page);
const labels: readonly ChainRole[] = ["text", "title", "text"];
const warningsAt = (opens: readonly number[], own = labels) =>
  openingWarnings(views, own, opens).map(({ code, message, span }) => ({ code, message, at: span?.start }));

describe("a toss-up", () => {
  test("between a headline and something within an article is warned about", () => {
    expect(warningsAt([0, 0.55, 0])).toEqual([
      {
        code: "uncertain-article",
        message: "“山中茶会” may stand within the article above it",
        at: views[1]?.block.id,
      },
    ]);
    expect(warningsAt([0, 0.45, 0], ["text", "subhead", "text"])).toEqual([
      {
        code: "uncertain-article",
        message: "“山中茶会” may open an article of its own",
        at: views[1]?.block.id,
      },
    ]);
  });

  test("about one line more or less of a headline is none", () => {
    expect(warningsAt([0.99, 0.55, 0], ["title", "title", "text"])).toEqual([]);
  });

  test("what is sure is not warned about", () => {
    expect(warningsAt([0.05, 0.95, 0.05])).toEqual([]);
  });
});

describe("how likely a block is to open an article", () => {
  const chain: Chain<ChainRole> = {
    labels: ["text", "title", "section", "subhead"],
    starts: {},
    transitions: {},
  };
  const shares = certainties(chain, [...[9, 0, 0, 0], ...[0, 1, 1, 1.7], ...[9, 0, 0, 0]]);

  test("is how likely it is to be a headline or a label", () => {
    const sure = [1, 0.5, 1];
    const own = openings(shares, { labels: ["text", "title", "text"], sure, all: false });
    expect(own[1]).toBeCloseTo((2 * Math.E) / (2 * Math.E + Math.exp(1.7) + 1), 6);
    expect(own[0]).toBeLessThan(0.001);
  });

  test("is not asked where every role is sure, unless all are", () => {
    const sure = [1, 0.9, 1];
    const told = { labels: ["text", "title", "text"] as const, sure };
    expect(openings(shares, { ...told, all: false })).toEqual([0, 1, 0]);
    expect(openings(shares, { ...told, all: true })[1]).toBeLessThan(0.6);
  });
});
