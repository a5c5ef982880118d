/** The ends of the text blocks of a page: where a paragraph may be cut. */
import { closerForm, closerOf } from "../../language/punctuation.ts";
import type { Row } from "../../layout/measure.ts";
import type { Page, Role } from "../../page/types.ts";
import { type BlockView, lineAt, viewBlocks } from "../../page/view.ts";

/** A block of running text and what lies before it on the page. */
export interface TextBlock {
  readonly id: number;
  readonly text: string;
  readonly role: Role;
  /** Its place among the text blocks. */
  readonly index: number;
  /** Headings on the page before it. */
  readonly headings: number;
  readonly firstRow: Row;
  readonly lastRow: Row;
  /** It follows the block before in the very next line. */
  readonly nextLine: boolean;
  readonly start: number;
  readonly end: number;
  /** Closing forms of the brackets and quotes it leaves open, outermost first. */
  readonly open: readonly string[];
  /** The first bracket or quote that it closes without having opened it. */
  readonly closes: string | null;
}

const HEADINGS: ReadonlySet<Role> = new Set(["title", "section", "byline", "subhead"]);

export function textBlocks(page: Page, rows: readonly Row[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let headings = 0;
  let before: BlockView | undefined;
  for (const view of viewBlocks(page)) {
    const { block, text } = view;
    if (HEADINGS.has(block.role)) headings++;
    if (block.role === "text" && text !== "") {
      const start = block.pieces[0]?.start ?? 0;
      const end = block.pieces.at(-1)?.end ?? 0;
      blocks.push({
        id: block.id,
        text,
        role: block.role,
        index: blocks.length,
        headings,
        firstRow: rows[lineAt(page.lines, start)] as Row,
        lastRow: rows[lineAt(page.lines, end - 1)] as Row,
        nextLine: view.blankBefore === 0 && before?.block.role === "text",
        start,
        end,
        ...brackets(text),
      });
    }
    before = view;
  }
  return blocks;
}

/** Brackets and quotes that a text leaves open or closes without an opening. */
export function brackets(text: string): { open: string[]; closes: string | null } {
  const open: string[] = [];
  let closes: string | null = null;
  for (const character of text) {
    const closer = closerOf(character);
    if (closer) open.push(closer);
    const form = closerForm(character);
    if (!form) continue;
    const at = open.lastIndexOf(form);
    if (at >= 0) open.length = at;
    else closes ??= form;
  }
  return { open, closes };
}
