/**
 * The real chain: a page that Chromium prints, Tesseract reads and pagefix repairs. Skipped where one of them is missing,
 * unless `PAGEFIX_CHAIN=required`, as in `.ci/run`.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { run } from "../cli/command.ts";
import { alike, missingFor, print, read, required } from "./print.ts";

const TITLE = "老码头成了新书房";
const FIRST =
  "清晨的江边，读者已在门口排起长队，来得最早的是一位退休教师，他每天都要在这里读完当天的报纸，然后才回家去。她说，这里的灯光很亮，椅子也很舒服，比在家里读书更安静，所以每天早晨都会过来坐一坐。";
const SECOND =
  "图书馆去年春天开放，半年来接待了十二万名读者。周末人最多的时候，有人只好坐在台阶上读书。馆长表示，明年将把旁边的仓库也改造成阅览室，再增加三百个座位。";

const PAGE = `<!doctype html><meta charset="utf-8"><style>
body { margin: 40px; width: 620px; font: 17px/27px "Noto Serif CJK SC", "Noto Sans CJK SC", serif; background: white }
h1 { font-size: 40px; line-height: 60px; text-align: center; margin: 0 0 20px }
div { columns: 2; column-gap: 40px; text-align: justify }
p { margin: 0; text-indent: 2em; widows: 1; orphans: 1 }
</style><h1>${TITLE}</h1><div><p>${FIRST}</p><p>${SECOND}</p></div>`;

const DOWN_TITLE = "無人駅に図書室";
const DOWN = [
  "山あいの無人駅の待合室に、小さな図書室が生まれた。地元の住民が家で眠っていた本を持ち寄り、棚を手作りして並べたもので、列車を待つ高校生や旅行者が自由に読むことができる。",
  "きっかけは昨年の秋、駅前の商店が閉じたことだった。雨の日に行き場をなくした子どもたちを見て、元教員の<ruby>田村<rt>たむら</rt></ruby>さんが声をかけた。三か月で集まった本は八百冊を超え、今では隣町から通う人もいる。",
  "貸し出しの帳面はなく、読み終えたら次の駅で返してもよい。田村さんは「本が線路を旅するのを見るのが楽しみです」と笑顔で話した。",
];

const DOWN_PAGE = `<!doctype html><html lang="ja"><meta charset="utf-8"><style>
body { margin: 0; background: white }
div { position: absolute; left: 40px; top: 40px; width: 560px; height: 440px; writing-mode: vertical-rl; columns: 2; column-gap: 26px;
  column-fill: auto; font: 17px/34px "Noto Serif CJK JP", "Noto Sans CJK JP", serif; text-align: justify }
h1 { font-size: 34px; line-height: 51px; margin: 0; margin-block-end: 8px }
p { margin: 0; text-indent: 1em; widows: 1; orphans: 1 }
rt { font-size: 8px }
</style><div><h1>${DOWN_TITLE}</h1>${DOWN.map((text) => `<p>${text}</p>`).join("")}</div></html>`;

const missing = missingFor("chi_sim");
(missing.length > 0 && !required ? describe.skip : describe)("Chromium, Tesseract, pagefix", () => {
  const folder = mkdtempSync(join(tmpdir(), "pagefix-chain-"));
  let image = "";
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(() => {
    expect(missing).toEqual([]);
    image = print(PAGE, "700,700", folder);
  }, 120_000);

  test.each(["alto", "hocr", "tsv"])(
    "%s: the paragraph that the column cuts is whole",
    (format) => {
      const out = join(folder, `${format}.json`);
      const { stderr } = run(["-", "-o", out, "-q"], { input: read(image, "chi_sim", format) });
      expect(stderr).toBe("");
      const { source, articles } = JSON.parse(readFileSync(out, "utf8"));
      expect(source.format).toBe(format);
      expect(articles).toHaveLength(1);
      expect(alike(articles[0].title, TITLE)).toBeGreaterThan(0.8);
      const texts: string[] = articles[0].body.map(({ text }: { text: string }) => text);
      expect(texts).toHaveLength(2);
      // Tesseract may misread a character, and leaves spaces.
      expect(alike(texts[0] as string, FIRST)).toBeGreaterThan(0.9);
      expect(alike(texts[1] as string, SECOND)).toBeGreaterThan(0.9);
      expect(articles[0].body[0].spans[0].box).toHaveLength(4);
    },
    60_000,
  );
});

const missingDown = missingFor("jpn_vert");
(missingDown.length > 0 && !required ? describe.skip : describe)("the same for vertical text", () => {
  const folder = mkdtempSync(join(tmpdir(), "pagefix-chain-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("two bands are read from right to left, and the ruby is in the log", () => {
    expect(missingDown).toEqual([]);
    const out = join(folder, "out.json");
    const input = read(print(DOWN_PAGE, "640,520", folder), "jpn_vert", "alto");
    expect(run(["-", "-o", out, "-q", "--edits"], { input }).stderr).toBe("");
    const { articles, edits } = JSON.parse(readFileSync(out, "utf8"));
    expect(articles).toHaveLength(1);
    expect(alike(articles[0].title, DOWN_TITLE)).toBeGreaterThan(0.8);
    const texts: string[] = articles[0].body.map(({ text }: { text: string }) => text);
    expect(texts).toHaveLength(DOWN.length);
    DOWN.forEach((text, i) => {
      const said = text.replace(/<rt>.*?<\/rt>|<.*?>/g, "");
      expect(alike(texts[i] as string, said)).toBeGreaterThan(0.85);
    });
    expect(texts.join("")).not.toContain("たむら");
    expect(edits.filter(({ reason }: { reason: string }) => reason === "ruby")).toHaveLength(1);
  }, 120_000);
});
