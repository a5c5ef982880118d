/** YAML front matter for Markdown: where the pages came from and what is doubtful about them. */
import type { Document } from "../page/document.ts";

/** A block between `---` lines; one page as a flat mapping, several as the list `pages`. */
export function frontMatter(documents: readonly Document[]): string {
  const [only, ...others] = documents;
  const lines =
    only !== undefined && others.length === 0
      ? fields(only)
      : ["pages:", ...documents.flatMap((document) => listItem(fields(document)))];
  return `---\n${lines.join("\n")}\n---\n`;
}

function fields({ source, articles, warnings }: Document): string[] {
  return [
    `source: ${scalar(source.path)}`,
    `lang: ${scalar(source.lang)}`,
    `sha256: ${scalar(source.sha256)}`,
    `articles: ${articles.length}`,
    warnings.length === 0 ? "warnings: []" : "warnings:",
    ...warnings.map(({ code, message }) => `  - ${scalar(`${code}: ${message}`)}`),
  ];
}

function listItem(lines: readonly string[]): string[] {
  return lines.map((line, index) => `${index === 0 ? "  - " : "    "}${line}`);
}

/**
 * A JSON string is a double-quoted YAML scalar, whatever a file name or a page holds, but for the characters that JSON
 * leaves bare and YAML 1.2 does not count as printable (section 5.1) or may read as line breaks.
 */
function scalar(value: string | null): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
