/** Corrections: what people decide is honoured, survives other lines that are read anew, and says so where it cannot. */
import { describe, expect, test } from "@jest/globals";
import type { Document } from "../../src/index.ts";
import { fixPage, fixPages } from "../../src/index.ts";
import { type Decision, type Decisions, readDecisions, settle } from "../../src/page/decisions.ts";
import { decisionsOf } from "../../src/page/decisions-of.ts";
import { readText } from "../../src/read/index.ts";
import { goodCases, pageText } from "../fixtures.ts";

const file = (...decisions: readonly Decision[]): Decisions => ({
  version: 1,
  source: { path: "page.txt", sha256: null },
  decisions,
});
const paragraphs = ({ articles }: Document) => articles.flatMap(({ body }) => body.map(({ text }) => text));
const trouble = ({ warnings }: Document) =>
  warnings.filter(({ code }) => /-decision$/.test(code)).map(({ message }) => message);

const page = `老码头成了新书房

清晨的江边,读者已在门口排起长队,来得最早的几位在窗边坐

读者在阅览室看书。记者赵望 摄

下,翻开了书。一位老人说,他每个星期都来。

渡口添新船过江快一刻

渡船每隔十分钟开出一班,末班船在夜里离岸。上座率达到八成。
`;
const anchors = { tail: { text: "来得最早的几位在窗边坐" }, head: { text: "下，翻开了书。" } };
const heading = (text: string) => ({ from: { text }, to: { text } });
const [first, second] = [{ text: "老码头成了新书房" }, { text: "渡口添新船 过江快一刻" }];

describe("what is decided is done", () => {
  test("by default the cut is mended", () => {
    expect(paragraphs(fixPage(page))[0]).toContain("在窗边坐下，");
  });

  test("do not join", () => {
    const fixed = fixPage(page, { decisions: file({ do: "apart", ...anchors }), edits: true });
    expect(paragraphs(fixed)[0]).toMatch(/在窗边坐$/);
    expect(trouble(fixed)).toEqual([]);
  });

  test("a gap: the two sides are one paragraph with a mark, and a warning", () => {
    const fixed = fixPage(page, { decisions: file({ do: "gap", ...anchors }) });
    expect(paragraphs(fixed)[0]).toContain("在窗边坐[…]下，");
    expect(fixed.warnings.map(({ code }) => code)).toContain("missing-text");
  });

  test("join, across a headline and a whole article", () => {
    const tail = { text: "一位老人说,他每个星期都来。" };
    const head = { text: "渡船每隔十分钟开出一班" };
    const fixed = fixPage(page, { decisions: file({ do: "join", tail, head }), edits: true });
    expect(paragraphs(fixed)[0]).toMatch(/都来。渡船每隔/);
    expect(
      fixed.edits.find((edit) => edit.kind === "join" && edit.evidence?.[0]?.name === "decision"),
    ).toBeDefined();
    expect(trouble(fixed)).toEqual([]);
  });

  test("this is a headline; this is a subhead; this is text", () => {
    const headed =
      "街坊议事厅开门以来居民的事居民议\n渡船每隔十分钟开出一班,末班船在夜里离岸,上座率达到八成。";
    const text = page.replace(/渡船每隔.*/, headed);
    for (const role of ["title", "subhead", "kicker"] as const) {
      const fixed = fixPage(text, {
        decisions: file({ do: role, ...heading("街坊议事厅开门以来居民的事居民议") }),
      });
      expect(trouble(fixed)).toEqual([]);
      expect(JSON.stringify(fixed.articles)).toMatch(
        role === "subhead"
          ? /"subhead","text":"街坊议事厅[^，]*"/
          : new RegExp(`"${role}":"街坊议事厅[^，]*"`),
      );
    }
    const plain = fixPage(page, { decisions: file({ do: "text", ...heading("渡口添新船过江快一刻") }) });
    expect([plain.articles.length, trouble(plain)]).toEqual([1, []]);
  });

  test("one article; two articles", () => {
    const headed: Decision = { do: "title", ...heading("渡口添新船过江快一刻") };
    expect(fixPage(page, { decisions: file(headed) }).articles).toHaveLength(2);
    const one = fixPage(page, { decisions: file(headed, { do: "one-article", first, second }) });
    expect([one.articles.length, trouble(one)]).toEqual([1, []]);
    const two = fixPage(page, {
      decisions: file(headed, { do: "two-articles", first, second: { text: "渡船每隔十分钟开出一班" } }),
    });
    expect([two.articles.length, trouble(two)]).toEqual([3, []]);
  });

  test("line ends", () => {
    const lines =
      "清晨的江边,读者已在门口排起长队,来得最早的几位\n在窗边坐下,翻开了书。一位老人说,他每个星期都来\n看报,风雨无阻。";
    const at = { tail: { text: "来得最早的几位" }, head: { text: "在窗边坐下" } };
    expect(paragraphs(fixPage(lines))).toHaveLength(1);
    const apart = fixPage(lines, { decisions: file({ do: "apart", ...at }) });
    expect(paragraphs(apart)[0]).not.toContain("几位在窗边坐下");
    expect(trouble(apart)).toEqual([]);
  });
});

describe("anchors", () => {
  const decisions = file({
    do: "apart",
    tail: { ...anchors.tail, offset: 30 },
    head: { ...anchors.head, offset: 60 },
  });

  test("find their place when other lines are read anew, and when spaces and widths change", () => {
    const again = `第3版 社会新闻\n\n${page.replace("老码头", "老碼头").replace("下,翻开", "下, 翻开").replace("渡口", "渡囗")}`;
    const fixed = fixPage(again, { decisions });
    expect(paragraphs(fixed).some((text) => text.endsWith("坐"))).toBe(true);
    expect(trouble(fixed)).toEqual([]);
  });

  test("of several places the nearest to the offset is meant", () => {
    const twice = `${page}\n${page.replace("老码头", "新码头").replace("清晨", "傍晚")}`;
    const far = file({
      do: "apart",
      tail: { ...anchors.tail, offset: 230 },
      head: { ...anchors.head, offset: 260 },
    });
    const cut = paragraphs(fixPage(twice, { decisions: far })).filter((text) => text.endsWith("窗边坐"));
    expect(cut).toEqual([expect.stringContaining("傍晚")]);
  });

  test("that are gone are named, and the others count", () => {
    const stale: Decision = { do: "join", tail: { text: "昨天的报纸上" }, head: anchors.head };
    const fixed = fixPage(page, { decisions: file(stale, ...decisions.decisions) });
    expect(paragraphs(fixed)[0]).toMatch(/在窗边坐$/);
    expect(trouble(fixed)).toEqual([
      "join “…昨天的报纸上” and “下，翻开了书。…”: “昨天的报纸上” is not on the page; decide anew, or take it out of the file",
    ]);
  });

  test("a file for another page is told once", () => {
    const others = Array.from(
      { length: 9 },
      (_, i): Decision => ({ do: "title", ...heading(`别的报纸${i}`) }),
    );
    const fixed = fixPage(page, {
      decisions: { ...file(...others), source: { path: "other.txt", sha256: null } },
    });
    expect(trouble(fixed)).toEqual([
      "none of the 9 decisions finds its place: they are for another page, other.txt; name the file of this page with --decisions, or leave it out with --no-decisions",
    ]);
    expect(fixed.articles).toEqual(fixPage(page).articles);
  });

  test("each finds its page of several", () => {
    const fixed = fixPages(`${page}\f${page.replaceAll("清晨", "傍晚").replace("窗边坐", "门边坐")}`, {
      decisions,
    });
    expect(fixed.map((document) => paragraphs(document)[0]?.slice(-2))).toEqual(["边坐", "来。"]);
    expect(fixed.flatMap(trouble)).toEqual([]);
  });
});

test("conflicts are reported, and the first counts", () => {
  const elsewhere = { tail: anchors.tail, head: { text: "渡船每隔十分钟" } };
  const decisions = file(
    { do: "apart", ...anchors },
    { do: "join", ...anchors },
    { do: "join", ...elsewhere },
    { do: "gap", ...elsewhere },
    { do: "title", ...heading("读者在阅览室看书。记者赵望 摄") },
    { do: "subhead", ...heading("读者在阅览室看书。") },
    { do: "one-article", first, second },
    { do: "two-articles", first, second },
  );
  const told = trouble(fixPage(page, { decisions }));
  expect(told).toHaveLength(4);
  expect(told[0]).toBe(
    "join “…来得最早的几位在窗边坐” and “下，翻开了书。…”: this contradicts “apart “…来得最早的几位在窗边坐” and “下，翻开了书。…””, which stands before it and counts; take one of them out of the file",
  );
});

describe("what contradicts a decision before it", () => {
  const at = { tail: { text: "窗边坐" }, head: { text: "下，翻开" } };
  const otherHead = { tail: at.tail, head: { text: "渡船每隔" } };
  const otherTail = { tail: { text: "门口排起长队" }, head: at.head };
  const elsewhere = { tail: { text: "每个星期都来。" }, head: { text: "渡口添" } };
  const count = (...decisions: Decision[]) =>
    settle(file(...decisions), readText(page, { path: null, encoding: "utf-8", sha256: null })).pages.flatMap(
      ({ warnings }) => warnings.filter(({ message }) => message.includes("this contradicts")),
    ).length;

  test.each<[string, Decision, Decision]>([
    ["the same place joined and parted", { do: "join", ...at }, { do: "apart", ...at }],
    ["a join and a gap of one place", { do: "gap", ...at }, { do: "join", ...at }],
    ["a tail that goes on in two heads", { do: "join", ...at }, { do: "join", ...otherHead }],
    ["a head of two tails", { do: "join", ...at }, { do: "gap", ...otherTail }],
    [
      "two roles of one block",
      { do: "title", ...heading("老码头成了新书房") },
      { do: "byline", ...heading("新书房") },
    ],
    [
      "one article and two",
      { do: "one-article", first, second: at.head },
      { do: "two-articles", first, second: at.head },
    ],
  ])("%s", (_, one, other) => {
    expect(count(one, other)).toBe(1);
  });

  test.each<[string, Decision, Decision]>([
    ["the same twice", { do: "join", ...at }, { do: "join", ...at }],
    [
      "a tail joined to one head and parted from another",
      { do: "join", ...at },
      { do: "apart", ...otherHead },
    ],
    ["the same, the other way round", { do: "apart", ...at }, { do: "join", ...otherTail }],
    ["seams of other places", { do: "join", ...at }, { do: "gap", ...elsewhere }],
    [
      "one role twice",
      { do: "title", ...heading("老码头成了新书房") },
      { do: "title", ...heading("新书房") },
    ],
    ["roles side by side", { do: "title", ...heading("老码头成了") }, { do: "byline", ...heading("新书房") }],
    [
      "the same, the later first",
      { do: "byline", ...heading("新书房") },
      { do: "title", ...heading("老码头成了") },
    ],
    [
      "other pairs of articles",
      { do: "one-article", first, second: at.head },
      { do: "two-articles", first, second: elsewhere.head },
    ],
    [
      "other firsts of pairs",
      { do: "one-article", first, second: at.head },
      { do: "two-articles", first: elsewhere.head, second: at.head },
    ],
    [
      "one article twice",
      { do: "one-article", first, second: at.head },
      { do: "one-article", first, second: at.head },
    ],
  ])("not: %s", (_, one, other) => {
    expect(count(one, other)).toBe(0);
  });
});

describe("how warnings name a decision", () => {
  const LONG = "一二三四五六七八九十百千万亿兆京垓";
  const says = (decision: Decision) =>
    trouble(fixPage(page, { decisions: file(decision) }))[0]?.split(": ")[0];

  test.each<[Decision, string]>([
    [
      { do: "join", tail: { text: LONG }, head: { text: LONG } },
      "join “…六七八九十百千万亿兆京垓” and “一二三四五六七八九十百千…”",
    ],
    [
      { do: "one-article", first: { text: LONG }, second: { text: LONG } },
      "one-article “一二三四五六七八九十百千…” and “一二三四五六七八九十百千…”",
    ],
    [{ do: "title", ...heading(LONG) }, "title “一二三四五六七八九十百千万亿兆京”"],
  ])("%j", (decision, name) => {
    expect(says(decision)).toBe(name);
  });
});

test("a file for another page of which nobody knows the name", () => {
  const others = [1, 2].map((i): Decision => ({ do: "title", ...heading(`别的报纸${i}`) }));
  expect(
    trouble(fixPage(page, { decisions: { ...file(...others), source: { path: null, sha256: null } } })),
  ).toEqual([
    "none of the 2 decisions finds its place: they are for another page; name the file of this page with --decisions, or leave it out with --no-decisions",
  ]);
});

test("one decision that finds no place is named, for the file may be the right one", () => {
  expect(trouble(fixPage(page, { decisions: file({ do: "title", ...heading("别的报纸") }) }))).toEqual([
    "title “别的报纸”: “别的报纸” is not on the page; decide anew, or take it out of the file",
  ]);
});

test("a warning stands on the page that it is about, or on the first", () => {
  const two = `${page}\f${page.replace("窗边坐", "门边坐")}`;
  const there = { tail: { text: "门边坐" }, head: { text: "下，翻开", offset: 9999 } };
  const fixed = fixPages(two, {
    decisions: file(
      { do: "join", ...there },
      { do: "apart", ...there },
      { do: "title", ...heading("别的报纸") },
    ),
  });
  expect(fixed.map((document) => trouble(document).map((message) => message.slice(0, 5)))).toEqual([
    ["title"],
    ["apart"],
  ]);
});

test("what cannot be carried out is told", () => {
  const inside = file(
    { do: "title", ...heading("一位老人说") },
    { do: "apart", tail: { text: "翻开了书。" }, head: { text: "一位老人" } },
  );
  expect(trouble(fixPage(page, { decisions: inside }))).toEqual([
    expect.stringContaining("apart “…翻开了书。” and “一位老人…”: this could not be carried out"),
    expect.stringContaining("title “一位老人说”: this could not be carried out"),
  ]);
});

describe("the list of a page", () => {
  const pages = goodCases().slice(0, 12);

  test("is of ten pages and more", () => {
    expect(pages.length).toBeGreaterThanOrEqual(10);
  });

  test.each(pages)(
    "%s: unedited it decides nothing; each seam turned round is turned round",
    async (name) => {
      const text = await pageText(name);
      for (const explain of [true, false]) {
        const documents = fixPages(text, { explain });
        const list = documents.flatMap((document) => decisionsOf(document).decisions);
        const bare = fixPages(text);
        expect(fixPages(text, { decisions: file(...list) })).toEqual(bare);
        // Written to a file and read again.
        const { decisions } = readDecisions(JSON.stringify(file(...list)));
        for (const [i, decision] of decisions.entries()) {
          if (!("tail" in decision)) continue;
          const verdict = decision.do === "join" ? "apart" : "join";
          const turned = decisions.map((it, j) => (i === j ? { ...it, do: verdict } : it)) as Decision[];
          const fixed = fixPages(text, { decisions: file(...turned), explain: true });
          expect(fixed.flatMap(trouble)).toEqual([]);
          expect(fixed.map(({ articles }) => articles)).not.toEqual(bare.map(({ articles }) => articles));
          // And turned back, by the list of the corrected page, it is as it was.
          const back = fixPages(text, { decisions: file({ ...decision, was: verdict }) });
          expect(back.map(paragraphs)).toEqual(bare.map(paragraphs));
        }
      }
    },
  );
});

describe("files that are none", () => {
  test.each([
    ["{", /^no JSON/],
    ["null", /^no file of decisions: it has no "decisions"/],
    ['{"version": 2, "decisions": []}', /^decisions of version 2; this pagefix reads version 1/],
    [
      '{"version": 1, "decisions": [{"do": "glue"}]}',
      /^decisions\[0\]\.do is "glue"; use one of join, apart, gap, text/,
    ],
    [
      '{"version": 1, "decisions": [{"do": "join", "tail": {"text": "甲"}}]}',
      /^decisions\[0\]\.head has no text; give "head"/,
    ],
    [
      '{"version": 1, "decisions": [{"do": "title", "from": {"text": " "}, "to": {"text": "甲"}}]}',
      /^decisions\[0\]\.from has no text/,
    ],
    ['{"version": 1, "decisions": [3]}', /^decisions\[0\]\.do is missing/],
    ['{"version": 1, "decisions": [{"do": ["join"]}]}', /^decisions\[0\]\.do is \["join"\]/],
    [
      '{"version": 1, "decisions": [{"do": "join", "tail": {"text": "甲", "offset": 1.5}, "head": {"text": "乙"}}]}',
      /^decisions\[0\]\.tail\.offset is no whole number; leave it out/,
    ],
    [
      '{"version": 1, "decisions": [{"do": "one-article", "first": {"text": "甲"}}]}',
      /^decisions\[0\]\.second has no text; give "second"/,
    ],
  ])("%s", (text, message) => {
    expect(() => readDecisions(text)).toThrow(message);
  });

  test("a byte order mark does no harm", () => {
    expect(readDecisions('\ufeff{"version": 1, "decisions": []}').decisions).toEqual([]);
  });

  test("where the file says what page it is for, that is known", () => {
    const source = { path: "page.txt", sha256: "ab" };
    expect(readDecisions(JSON.stringify({ version: 1, source, decisions: [] })).source).toEqual(source);
    expect(readDecisions('{"version": 1, "decisions": []}').source).toEqual({ path: null, sha256: null });
  });
});
