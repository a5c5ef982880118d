/** Pages printed by Chromium and read by Tesseract, where they are installed. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const has = (program: string, args: readonly string[], sign: RegExp) => {
  const { stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  return sign.test(`${stdout}${stderr}`);
};
const CHROMIUM = ["chromium", "chromium-browser", "google-chrome"].find((name) =>
  has(name, ["--version"], /Chrom/),
);

/** With `PAGEFIX_CHAIN=required`, as in `.ci/run`, what is missing fails. */
export const required = process.env.PAGEFIX_CHAIN === "required";

/** Which programs are not here, for those who need Tesseract in a language. */
export function missingFor(language: string): string[] {
  const reads = has("tesseract", ["--list-langs"], new RegExp(`^${language}$`, "m"));
  const missing = [CHROMIUM === undefined ? "Chromium" : "", reads ? "" : `Tesseract with ${language}`];
  const names = missing.filter((name) => name !== "");
  if (names.length > 0 && !required) console.warn(`skipped: ${names.join(" and ")} is not here`);
  return names;
}

/**
 * @param size of the window, in CSS pixels; the picture has three for each
 * @returns path of the picture
 */
export function print(html: string, size: string, folder: string): string {
  const [page, image] = [join(folder, "page.html"), join(folder, "page.png")];
  writeFileSync(page, html);
  const { status, stderr } = spawnSync(
    CHROMIUM as string,
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--hide-scrollbars",
      "--force-device-scale-factor=3",
      `--window-size=${size}`,
      `--user-data-dir=${join(folder, "profile")}`,
      `--screenshot=${image}`,
      pathToFileURL(page).href,
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return image;
}

/** What Tesseract writes of a picture, in a format of its own. */
export function read(image: string, language: string, format: string): string {
  const { status, stdout, stderr } = spawnSync(
    "tesseract",
    [image, "-", "-l", language, "--psm", "1", format],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Share of the pairs of letters of a text that stand in another. */
export function alike(text: string, other: string): number {
  const letters = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, "");
  const [own, others] = [letters(text), letters(other)];
  let found = 0;
  for (let i = 1; i < others.length; i++) if (own.includes(others.slice(i - 1, i + 1))) found++;
  return found / (others.length - 1);
}
