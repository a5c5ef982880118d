/** The ends of the text blocks of a page: where a paragraph may be cut. */
import type { LanguageTable } from "../../language/index.ts";
import { endsSentence, isWider } from "../../language/punctuation.ts";
import { signedItems } from "../../layout/items.ts";
import type { Row } from "../../layout/measure.ts";
import { isRowBehindRow } from "../../layout/table-rows.ts";
import {
  type HeadReading,
  type LanguageModel,
  readHead,
  readTail,
  type TailReading,
} from "../../model/ngram.ts";
import type { Page, Role, Standing } from "../../page/types.ts";
import { type BlockView, lineAt, standingOf, viewBlocks } from "../../page/view.ts";
import { type Beginning, beginning } from "./beginning.ts";
import { brackets } from "./brackets.ts";
import { type Ending, ending } from "./ending.ts";
import { type Bare, bareOf } from "./specks.ts";

/** A text, open or closed at its end; a heading; the edge of the page. */
export type Neighbour = "open" | "closed" | "heading" | "edge";

/** A block of running text, or of what may be some, and what lies before it on the page. */
export interface TextBlock {
  readonly id: number;
  readonly text: string;
  readonly role: Role;
  readonly standing: Standing;
  /** It was taken for a heading, but a short piece of a cut paragraph looks like one. */
  readonly doubtful: boolean;
  /** How sure that heading is, in nats; 0 for text and bylines. */
  readonly certainty: number;
  /** Its place among the blocks that may be cut. */
  readonly index: number;
  /** Blocks of running text, and headings, on the page before it. */
  readonly texts: number;
  readonly headings: number;
  readonly firstRow: Row;
  readonly lastRow: Row;
  /** What stands right before it and right behind it, captions and the like left out. */
  readonly preceded: Neighbour;
  readonly followed: Neighbour;
  /** It follows the block before in the very next line. */
  readonly nextLine: boolean;
  /** It is a row of a table, beside another: it goes on nowhere, and nothing in it. */
  readonly inTable: boolean;
  /** It begins with a sign that others of the page begin with: it goes on from nothing. */
  readonly isItem: boolean;
  readonly start: number;
  readonly end: number;
  /** Closing forms of the brackets and quotes it leaves open, outermost first. */
  readonly open: readonly string[];
  /** The first bracket or quote that it closes without having opened it. */
  readonly closes: string | null;
  /** What its end and its beginning say by themselves. */
  readonly ending: Ending;
  readonly beginning: Beginning;
  /** How the language model reads its end and its beginning; null without one. */
  readonly asTail: TailReading | null;
  readonly asHead: HeadReading | null;
  /** The same without a mark before it that may be a speck; null where there is none. */
  readonly bare: Bare | null;
}

const HEADINGS: ReadonlySet<Role> = new Set(["title", "section", "byline", "subhead"]);
/** Longest heading, in ems, that may be a piece of a paragraph, and its largest type, in that of running text. */
const PIECE = 45;
const LARGE = 1.5;
/** What is no wider, in ems, may be the large letter with which a text begins. */
const INITIAL = 2;
/** Headings right above each other whose texts a section has: what stands in three sections tells none of them apart. */
const RUN = 3;

/** The blocks, and the headings right above each section: by the number of headings on the page up to there. */
export function textBlocks(
  page: Page,
  rows: readonly Row[],
  table: LanguageTable,
  model: LanguageModel | null,
): { blocks: TextBlock[]; titles: Map<number, string> } {
  const blocks: TextBlock[] = [];
  const titles = new Map<number, string>();
  let headings = 0;
  let texts = 0;
  /** The headings right before, the last of them at the end. */
  let run: readonly string[] = [];
  let before: BlockView | undefined;
  const views = viewBlocks(page);
  const items = signedItems(views.map(({ text }) => text));
  const solid = views.filter(({ block }) => block.role === "text" || HEADINGS.has(block.role));
  /** The place among the solid ones of the next that is met. */
  let place = 0;
  for (const [n, view] of views.entries()) {
    const { block, text } = view;
    const doubtful = mayBePiece(view);
    if ((block.role === "text" || doubtful) && text !== "") {
      const start = block.pieces[0]?.start ?? 0;
      const end = block.pieces.at(-1)?.end ?? 0;
      const { open, closes } = brackets(text);
      const firstRow = rows[lineAt(page.lines, start)] as Row;
      blocks.push({
        id: block.id,
        text,
        role: block.role,
        standing: standingOf(block),
        doubtful,
        certainty: doubtful && block.role !== "byline" ? nats(block.certainty ?? 1) : 0,
        index: blocks.length,
        texts,
        headings,
        firstRow,
        lastRow: rows[lineAt(page.lines, end - 1)] as Row,
        preceded: neighbour(solid[place - 1], table),
        followed: neighbour(solid[place + 1], table),
        inTable:
          !table.spaced &&
          (isRowBehindRow(views[n - 1]?.text ?? "", text) || isRowBehindRow(text, views[n + 1]?.text ?? "")),
        isItem: !table.spaced && items[n] === true,
        nextLine: view.blankBefore === 0 && before?.block.role === "text",
        start,
        end,
        open,
        closes,
        ending: ending(text, table),
        beginning: beginning(text, table),
        asTail: model && readTail(model, text),
        asHead: model && readHead(model, text),
        bare: bareOf(text, firstRow, table, model),
      });
    }
    if (HEADINGS.has(block.role)) {
      if (!before || !HEADINGS.has(before.block.role)) run = [];
      run = [...run, text].slice(-RUN);
      headings++;
      titles.set(headings, run.join("\n"));
    }
    if (block.role === "text") texts++;
    if (solid[place] === view) place++;
    before = view;
  }
  return { blocks, titles };
}

/** A byline, which may be cut in the middle; a heading in one line, without the spaces that part the lines of a headline, in type that is no larger than that of text. */
function mayBePiece({ block, text, lines }: BlockView): boolean {
  if (block.role === "byline") return !isWider(text, PIECE);
  const heading = block.role === "title" || block.role === "subhead";
  const isLarge = isWider(text, INITIAL) && lines.some(({ print }) => print && print.size > LARGE);
  return heading && !isLarge && !/\S\s+\S/.test(text) && !isWider(text, PIECE);
}

/** The log-odds of a probability, held to what can be told from certainty. */
function nats(probability: number): number {
  return Math.max(-4, Math.min(7, Math.log(probability / (1 - probability))));
}

function neighbour(view: BlockView | undefined, table: LanguageTable): Neighbour {
  if (!view) return "edge";
  if (view.block.role !== "text") return "heading";
  return endsSentence(view.text) && !table.abbreviated(view.text, "") ? "closed" : "open";
}
