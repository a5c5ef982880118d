/**
 * The real chain: a page that Chromium prints, Tesseract reads and pagefix repairs. Skipped where one of them is missing,
 * unless `PAGEFIX_CHAIN=required`, as in `.ci/run`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { run } from "../cli/command.ts";

const has = (program: string, args: readonly string[], sign: RegExp) => {
  const { stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  return sign.test(`${stdout}${stderr}`);
};
const CHROMIUM = ["chromium", "chromium-browser", "google-chrome"].find((name) =>
  has(name, ["--version"], /Chrom/),
);
const READS = has("tesseract", ["--list-langs"], /chi_sim/);
const missing = [CHROMIUM === undefined ? "Chromium" : "", READS ? "" : "Tesseract with chi_sim"].filter(
  (name) => name !== "",
);
const required = process.env.PAGEFIX_CHAIN === "required";
if (missing.length > 0 && !required) console.warn(`skipped: ${missing.join(" and ")} is not here`);

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

(missing.length > 0 && !required ? describe.skip : describe)("Chromium, Tesseract, pagefix", () => {
  const folder = mkdtempSync(join(tmpdir(), "pagefix-chain-"));
  const image = join(folder, "page.png");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(() => {
    expect(missing).toEqual([]);
    const html = join(folder, "page.html");
    writeFileSync(html, PAGE);
    const { status, stderr } = spawnSync(
      CHROMIUM as string,
      [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-device-scale-factor=3",
        "--window-size=700,700",
        `--user-data-dir=${join(folder, "profile")}`,
        `--screenshot=${image}`,
        pathToFileURL(html).href,
      ],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(stderr);
  }, 120_000);

  test.each(["alto", "hocr", "tsv"])(
    "%s: the paragraph that the column cuts is whole",
    (format) => {
      const read = spawnSync("tesseract", [image, "-", "-l", "chi_sim", "--psm", "1", format], {
        encoding: "utf8",
      });
      expect(read.status).toBe(0);
      const out = join(folder, `${format}.json`);
      const { stderr } = run(["-", "-o", out, "-q"], { input: read.stdout });
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

/** Share of the pairs of letters of a text that stand in another. */
function alike(text: string, other: string): number {
  const letters = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, "");
  const [own, others] = [letters(text), letters(other)];
  let found = 0;
  for (let i = 1; i < others.length; i++) if (own.includes(others.slice(i - 1, i + 1))) found++;
  return found / (others.length - 1);
}
