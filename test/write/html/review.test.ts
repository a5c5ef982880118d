/** The review in a real browser: what people do with it, with mouse and keyboard. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { fixPage, fixPages, toHtml } from "../../../src/index.ts";
import { readDecisions } from "../../../src/page/decisions.ts";
import { inFolder } from "../../cli/command.ts";
import { inBrowser, open, type Sheet, useBrowser } from "./browser.ts";

useBrowser();

const seed = readFileSync("fixtures/seed/page.txt", "utf8");
const review = (...texts: readonly string[]) =>
  toHtml(
    texts.flatMap((text, i) =>
      fixPages(text, { explain: true, path: `page${i || ""}.txt` }).map((document) => ({ document, text })),
    ),
  );

/** Writes a review, opens it, and expects that the browser had nothing to say. */
async function opened(
  html: string,
  work: (sheet: Sheet) => Promise<void>,
  scheme?: "light" | "dark",
): Promise<void> {
  await inFolder(async (folder) => {
    const file = join(folder, "review.html");
    writeFileSync(file, html);
    const sheet = await open(file, scheme);
    await work(sheet);
    expect(sheet.trouble).toEqual([]);
    await sheet.page.context().close();
  });
}

const violations = async (page: Page) => {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: () => Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
      };
    };
    return (await axe.run()).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};
const litTexts = (page: Page, half: string) => page.locator(`${half}.lit`).allTextContents();

test("the review of the seed page is under 400 kB, and names its script and style by their hashes", async () => {
  const html = await review(seed);
  expect(Buffer.byteLength(html)).toBeLessThan(400_000);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/
    .exec(html)?.[1]
    ?.replaceAll("&#39;", "'");
  expect(policy).toMatch(
    /^default-src 'none'; img-src data:; style-src 'sha256-\S+'; script-src 'sha256-\S+'; base-uri/,
  );
  expect(policy).not.toContain("unsafe");
});

describe("the seed page", () => {
  inBrowser("hovering or focusing one half lights the other", () =>
    review(seed).then((html) =>
      opened(html, async ({ page }) => {
        await page.locator(".u", { hasText: "扫眉才子科技有限公司" }).hover();
        expect((await litTexts(page, ".s")).join("")).toMatch(/有限公司、江┃?楠建筑产业工人/);
        await page.locator(".s.title", { hasText: "扬亚运精神" }).hover();
        expect(await litTexts(page, ".u")).toEqual([expect.stringContaining("扬亚运精神")]);
        await page.keyboard.press("j");
        expect(await litTexts(page, ".u")).toEqual([await page.locator(":focus").textContent()]);
        expect(await litTexts(page, ".s")).not.toEqual([]);
      }),
    ),
  );

  inBrowser("warnings are stepped through by keyboard, and show why", () =>
    review(seed).then((html) =>
      opened(html, async ({ page }) => {
        await page.keyboard.press("n");
        expect(await page.locator("#where").textContent()).toMatch(/^1 of \d+$/);
        expect(await page.locator(".flag.here").isVisible()).toBe(true);
        expect(await page.locator("#why h2").textContent()).toMatch(/^text is missing, \d+ %$/);
        expect(await page.locator("#why .pair").textContent()).toContain("各级工会把做…势,有效");
        expect(await page.locator("#why tr").count()).toBeGreaterThan(5);
        await page.keyboard.press("p");
        const count = await page.locator("#check a").count();
        expect(await page.locator("#where").textContent()).toBe(`${count} of ${count}`);
      }),
    ),
  );

  inBrowser("by keyboard alone: from the text to its other half and to its buttons", () =>
    review(seed).then((html) =>
      opened(html, async ({ page }) => {
        await page.keyboard.press("j");
        await page.keyboard.press("ArrowDown");
        const id = await page.locator(":focus").getAttribute("data-u");
        await page.keyboard.press("o");
        expect(await page.locator(":focus").getAttribute("class")).toMatch(/^s /);
        expect(await page.locator(":focus").getAttribute("data-u")).toBe(id);
        await page.keyboard.press("Escape");
        await page.keyboard.press("Enter");
        expect(await page.locator("#why button:focus").count()).toBe(1);
        await page.keyboard.press("?");
        expect(await page.locator("#keys").isVisible()).toBe(true);
      }),
    ),
  );

  inBrowser.each(["light", "dark"] as const)("axe finds nothing, %s", async (scheme) =>
    opened(
      await review(seed),
      async ({ page }) => {
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press("n");
        await page.keyboard.press("2");
        await page.keyboard.press("?");
        expect(await violations(page)).toEqual([]);
      },
      scheme,
    ),
  );
});

describe("corrections", () => {
  inBrowser("are clicked, saved and honoured", async () =>
    opened(await review(seed), async ({ page }) => {
      // The gap is none; a headline is a subhead; two articles are one.
      await page.keyboard.press("n");
      await page.getByRole("button", { name: "Join", exact: true }).click();
      await page.locator(".u.title", { hasText: "扬亚运精神" }).click();
      await page.getByRole("button", { name: "Subhead" }).click();
      await page.locator("article").nth(4).locator(".u").first().click();
      await page.getByRole("button", { name: "One article" }).click();
      const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("s")]);
      expect(download.suggestedFilename()).toBe("page.decisions.json");
      const decisions = readDecisions(readFileSync(await download.path(), "utf8"));
      expect(decisions.decisions.map((decision) => decision.do)).toEqual(["join", "subhead", "one-article"]);

      const fixed = fixPage(seed, { decisions, explain: true, path: "page.txt" });
      const texts = fixed.articles.flatMap(({ body }) => body);
      expect(texts.some(({ text }) => text.includes("各级工会把做势，有效"))).toBe(true);
      expect(texts.find(({ text }) => text.startsWith("扬亚运精神"))?.type).toBe("subhead");
      // The subhead opens no article either.
      expect(fixed.articles).toHaveLength(fixPage(seed).articles.length - 2);
      expect(fixed.warnings.filter(({ code }) => /decision/.test(code))).toEqual([]);

      // Saved again from the review of the corrected page, none is lost.
      const again = await toHtml([{ document: fixed, text: seed, decisions }]);
      await opened(again, async (sheet) => {
        await sheet.page.locator(".u.byline").first().click();
        await sheet.page.getByRole("button", { name: "Text", exact: true }).click();
        const [second] = await Promise.all([
          sheet.page.waitForEvent("download"),
          sheet.page.keyboard.press("s"),
        ]);
        const file = readDecisions(readFileSync(await second.path(), "utf8"));
        expect(file.decisions.map((decision) => decision.do)).toEqual([
          "join",
          "subhead",
          "one-article",
          "text",
        ]);
      });
    }),
  );

  inBrowser("clicked twice are none", async () =>
    opened(await review(seed), async ({ page }) => {
      await page.keyboard.press("n");
      await page.keyboard.press("1");
      expect(await page.locator("#save").textContent()).toBe("Save 1 decision");
      await page.keyboard.press("1");
      expect(await page.locator("#save").isDisabled()).toBe(true);
    }),
  );
});

describe("text that is out to do harm", () => {
  const hostile = [
    `</script><script>alert(1)</script><img src=x onerror=alert(2)> "><svg onload=alert(3)>`,
    `引号“”"'\`与 \u202e反向\u2066 和 \u001b[31m红\u001b[0m 与 \u0000 和 \u2028 行、没有说完的话、江`,
    `<a href="javascript:alert(4)">甲</a> <style>body{display:none}</style> {{7*7}} \${alert(5)} &lt;b&gt;`,
    `楠建筑<!-- --></title></textarea><base href="https://example.org/">产业工人。`,
    "字".repeat(100_000),
  ].join("\n\n");

  inBrowser("is shown and does nothing", async () =>
    opened(await review(hostile), async ({ page }) => {
      const raw = (await page.locator(".raw").textContent()) ?? "";
      expect(raw).toContain("</script><script>alert(1)</script><img src=x onerror=alert(2)>");
      for (const character of "\u202e\u2066\u001b\0") expect(raw.includes(character)).toBe(false);
      expect(raw).toContain("␛[31m红");
      expect(await page.locator("main img, main style, main base, main a, main svg").count()).toBe(0);
      for (let i = 0; i < 6; i++) await page.keyboard.press("n");
      for (let i = 0; i < 6; i++) await page.keyboard.press("j");
      expect(await page.locator("body").isVisible()).toBe(true);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    }),
  );
});

describe("a batch", () => {
  const numerals = [..."一二三四五六七八九十"];
  const pageOf = (n: number) =>
    numerals
      .map(
        (numeral, i) =>
          `${numerals[n % 10]}街${numerals[Math.floor(n / 10)]}巷第${numeral}家书房开门\n\n本报讯 记者林小舟报道 ${numeral}号院的居民说,这里${n}天来了${i + 20}位读者,大家都很高兴。\n`,
      )
      .join("\n");

  inBrowser(
    "of 300 articles has an index that is looked through by typing",
    async () =>
      opened(await review(...Array.from({ length: 30 }, (_, n) => pageOf(n))), async ({ page }) => {
        const items = page.locator(".list li");
        expect(await items.count()).toBe(300);
        await page.locator("#filter").fill("三街二巷第七");
        expect(await page.locator(".list li:visible").count()).toBe(1);
        await page.locator(".list li:visible a").click();
        await expect(page.locator("article:target").textContent()).resolves.toContain("三街二巷第七家");
        expect(await page.locator("article:target").isVisible()).toBe(true);
        expect(await page.locator(".page").count()).toBe(30);
        expect(await violations(page)).toEqual([]);
      }),
    120_000,
  );
});

describe("layout", () => {
  const text = "清晨的江边。\n\n傍晚的江边。";
  const document = fixPage(text, { explain: true, path: "page.xml" });
  // A pixel, as the scan of a page that is 400 wide and 300 high.
  const src =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
  const boxed = {
    ...document,
    choices: [],
    articles: document.articles.map((article) => ({
      ...article,
      spans: {},
      body: article.body.map((block, i) => ({
        ...block,
        spans: [{ id: `line<${i}>`, box: [10, 20 + 50 * i, 200, 30] }],
      })),
      captions: [],
    })),
  } as unknown as typeof document;

  inBrowser("boxes are drawn on the scan, and light with their text", async () =>
    opened(
      await toHtml([{ document: boxed, text, scan: { src, width: 400, height: 300 } }]),
      async ({ page }) => {
        expect(await page.locator(".raw").count()).toBe(0);
        expect(await page.locator("svg.boxes image").count()).toBe(1);
        expect(await page.locator("svg.boxes rect").count()).toBe(
          boxed.articles.flatMap(({ body }) => body).length,
        );
        await page.locator("svg.boxes rect").first().hover();
        expect(await page.locator(".u.lit").count()).toBe(1);
        await page.locator("svg.boxes rect").first().click();
        expect(await page.locator(".u:focus").count()).toBe(1);
        expect(await violations(page)).toEqual([]);
      },
    ),
  );
});
