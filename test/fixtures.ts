/** The cases in fixtures/: a page, the document that pagefix must make of it, and a note that says what is broken. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type Document, decode, fixPages } from "../src/index.ts";

const ROOT = new URL("../fixtures/", import.meta.url);

/** Names of the cases in a folder of fixtures/; of those at its top, where no folder is named. */
export function casesIn(folder = ""): string[] {
  return readdirSync(new URL(folder, ROOT))
    .map((name) => folder + name)
    .filter((name) => existsSync(new URL(`${name}/page.txt`, ROOT)));
}

/** Every case that pagefix gets right. */
export function goodCases(): string[] {
  return [...casesIn(), ...casesIn("negative/")];
}

export function fileOf(name: string, file: "page.txt" | "expected.json" | "NOTE.md"): URL {
  return new URL(`${name}/${file}`, ROOT);
}

export async function pageText(name: string): Promise<string> {
  return (await decode(readFileSync(fileOf(name, "page.txt")))).text;
}

/** What pagefix makes of the page, a document a page. The path is the same on every machine. */
export async function fixCase(name: string): Promise<Document[]> {
  const bytes = readFileSync(fileOf(name, "page.txt"));
  return fixPages(await decode(bytes), {
    path: `fixtures/${name}/page.txt`,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });
}

/** The same value without any `confidence`: the weights are trained, and goldens must outlive a training. */
export function withoutConfidence<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === "confidence" ? undefined : inner)));
}
