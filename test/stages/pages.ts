/** Small pages for the stages, and what the stages make of them. */
import { repair } from "../../src/fix.ts";
import { applyEdits } from "../../src/page/edits.ts";
import { blockText } from "../../src/page/text.ts";
import type { Edit, Language, Page, Proposal, Role, Warning } from "../../src/page/types.ts";
import { readText } from "../../src/read/index.ts";

const SOURCE = { path: null, encoding: "utf-8", sha256: null };

/** A page as read; line ends at the beginning and the end of a template string are not part of it. */
export function pageOf(text: string, lang?: Language): Page {
  const [page, ...others] = readText(text.replace(/^\n|\n$/g, ""), lang ? { ...SOURCE, lang } : SOURCE);
  if (!page || others.length > 0) throw new Error("one page, please");
  return page;
}

/** A page of blocks whose roles are known, with an empty line between them. */
export function labelled(...blocks: readonly (readonly [role: Role, text: string])[]): Page {
  const page = pageOf(blocks.map(([, text]) => text).join("\n\n"));
  return {
    ...page,
    blocks: page.blocks.map((block, i) => ({ ...block, role: (blocks[i] as readonly [Role, string])[0] })),
  };
}

/** The texts of the blocks. */
export function texts(page: Page): string[] {
  return page.blocks.map((block) => blockText(page, block));
}

/** The blocks as `role: text`. */
export function roles(page: Page): string[] {
  return page.blocks.map((block) => `${block.role}: ${blockText(page, block)}`);
}

/** What a stage makes of a page. */
export function run(stage: (page: Page) => Proposal, page: Page): Page {
  return applyEdits(page, stage(page).edits);
}

/** What all the stages make of a page. */
export function repaired(
  text: string,
  lang?: Language,
): { page: Page; log: Edit[]; warnings: readonly Warning[] } {
  const { page, log } = repair(pageOf(text, lang), { gapMark: "[…]", keepTypography: false });
  return { page, log, warnings: page.warnings };
}
