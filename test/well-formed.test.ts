/** No half of a character goes out: JSON of one is refused by most that read it. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { findingsIn } from "../src/cli/check/findings.ts";
import { reporters } from "../src/cli/check/reporters.ts";
import { explainPage } from "../src/cli/explain/report.ts";
import { choosePaint } from "../src/cli/paint.ts";
import { positionsIn } from "../src/cli/position.ts";
import { warningLines } from "../src/cli/warnings.ts";
import { fixFile, fixPage, fixPages, toHtml, toJson, toMarkdown, toNdjson, toText } from "../src/index.ts";
import { type Decisions, readDecisions } from "../src/page/decisions.ts";
import { decisionsOf } from "../src/page/decisions-of.ts";
import { violation } from "../src/write/schema.ts";
import { anyText } from "./pages.ts";

/** Of two units and more. */
const RARE = ["𠮷", "𪚥", "👨‍👩‍👧", "か\u3099", "e\u0301"];

/** Every so manyth letter is a rare one. */
const rareText = fc
  .tuple(anyText, fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 8 }))
  .map(([text, each, from]) => {
    let count = from;
    return text.replace(/\p{Script=Han}/gu, (letter) =>
      ++count % each === 0 ? (RARE[count % RARE.length] as string) : letter,
    );
  });

/** All strings in a value, keys too. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => [key, ...stringsIn(own)]);
}

const ill = (value: unknown) => stringsIn(value).filter((text) => !text.isWellFormed());
const throughUtf8 = (text: string) => Buffer.from(text).toString("utf8");
const all = { edits: true, explain: true, confidence: true };

test("every string of a document is well-formed, in every format and all that is said about it", async () => {
  const paint = await choosePaint(false, () => false);
  await fc.assert(
    fc.asyncProperty(rareText, async (text) => {
      const documents = fixPages(text, all);
      expect(ill(documents)).toEqual([]);
      expect(documents.map(violation)).toEqual(documents.map(() => null));
      expect(JSON.parse(throughUtf8(toJson(documents)))).toEqual(
        JSON.parse(JSON.stringify(documents.length === 1 ? documents[0] : documents)),
      );
      const look = { paint, all: true, place: positionsIn(text), text };
      const findings = findingsIn("page.txt", { documents, text });
      const formats = [
        toNdjson(documents),
        await toMarkdown(documents, { frontMatter: true }),
        toText(documents),
        await toHtml(documents.map((document) => ({ document, text }))),
        ...documents.map((document) => explainPage(document, look)),
        ...Object.values(reporters("1")).flatMap(({ finding }) => findings.map(finding)),
      ];
      for (const format of formats) expect(throughUtf8(format)).toBe(format);
      expect(ill(documents.map(decisionsOf))).toEqual([]);
      expect(ill(warningLines("page.txt", { documents, text }))).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 30_000);

const cut = `渡口的钟楼修好了

本报讯 记者罗望 报道 钟楼建于清末，木梁在去年的台风里断了两根。修缮队请来七位老木匠，照原样把梁架一根一根换过，又给钟面补了金漆，𠮷老师傅的钟仍把

声，每到整点由𠮷师傅敲一遍。

渡口的居民说，听见钟声便知道该上船了。
`;

test("a warning quotes whole characters", () => {
  const { warnings } = fixPage(cut);
  expect(warnings.map(({ message }) => message)).toEqual([
    "text is missing between “老师傅的钟仍把” and “声，每到整点由”",
  ]);
});

test("halves that a program or an escape gives become U+FFFD, with a warning", async () => {
  const warned = {
    code: "unreadable-characters",
    message: "1 half of a character has no other half and became U+FFFD",
  };
  const half = fixPage("江边的书房\ud842开门了。");
  expect(ill(half)).toEqual([]);
  expect(half.articles[0]?.body[0]?.text).toContain("\ufffd");
  expect(half.warnings).toMatchObject([warned]);

  const box = [[0, 0], [300, 0], [300, 20], [0, 20]]; // biome-ignore format: a polygon
  const paddle = `[[${JSON.stringify(box)}, ["江边的书房\\ud842开门了。", 0.99]]]`;
  const [document] = await fixFile(paddle);
  expect(ill(document)).toEqual([]);
  expect(document?.warnings).toMatchObject([warned]);
});

test("decisions whose texts an earlier version cut in half find their places", () => {
  const text = "江边的书房昨日开门𠮷了。\n\n读者在门口𠮷排起长队。\n";
  const saved = JSON.stringify({
    version: 1,
    decisions: [{ do: "apart", tail: { text: "\udfb7了。" }, head: { text: "读者在门口\ud842" } }],
  });
  const decisions: Decisions = readDecisions(saved);
  expect(decisions.decisions).toEqual([
    { do: "apart", tail: { text: "了。" }, head: { text: "读者在门口" } },
  ]);
  expect(fixPage(text, { decisions }).warnings).toEqual([]);
});

test("the schema is broken by half a character", () => {
  const document = fixPage("江边的书房开门了。");
  const [furniture] = fixPage("2031年5月6日 星期二").furniture;
  expect(violation({ ...document, furniture: [{ spans: [], ...furniture, text: "周\ud842" }] })).toBe(
    "furniture.0.text: half of a surrogate pair",
  );
});
