/** A real Chromium for the tests of the review; where there is none they are skipped, unless CI_BROWSER=required. */
import { existsSync } from "node:fs";
import { afterAll, beforeAll, jest, test } from "@jest/globals";
import { type Browser, chromium, type Page } from "playwright-core";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const path = process.env.CHROMIUM ?? PATHS.find((it) => existsSync(it));
const isRequired = process.env.CI_BROWSER === "required";

/** Skipped with its reason in its name. */
export const inBrowser: typeof test = path !== undefined || isRequired ? test : (test.skip as typeof test);

let browser: Browser | undefined;

/** Call it at the top of a file of tests. */
export function useBrowser(): void {
  // Long enough for a machine with other things to do.
  jest.setTimeout(60_000);
  beforeAll(async () => {
    if (path === undefined) {
      if (isRequired)
        throw new Error("there is no Chromium: apt-get install chromium, or name it in CHROMIUM");
      console.warn("No Chromium: tests of the review are skipped. Install it, or name it in CHROMIUM.");
      return;
    }
    browser = await chromium.launch({
      executablePath: path,
      args: ["--no-sandbox", "--headless", "--disable-background-networking"],
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });
}

export interface Sheet {
  readonly page: Page;
  /** What the browser complained about, and what it asked the network for. */
  readonly trouble: readonly string[];
}

/** Opens a file, and gives the page once its script has run. */
export async function open(file: string, colorScheme: "light" | "dark" = "light"): Promise<Sheet> {
  const context = await (browser as Browser).newContext({
    colorScheme,
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("dialog", (dialog) => {
    trouble.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) trouble.push(request.url());
  });
  await page.goto(`file://${file}`);
  await page.waitForSelector("html[data-ready]");
  return { page, trouble };
}
